from importlib import import_module
from importlib.util import find_spec

import pytest

from groundswell.gateways.sms.contract import SmsGateway
from groundswell.gateways.sms.registry import sms_gateways
from groundswell.gateways.sms.tests.contract import GatewayContract
from groundswell.gateways.sms.tests.wire import WireExamples

EXAMPLES = "groundswell.gateways.sms.tests.examples"


@pytest.fixture(params=sms_gateways.keys())
def gateway(request: pytest.FixtureRequest) -> SmsGateway:
    return sms_gateways.get(request.param)


@pytest.fixture
def examples(gateway: SmsGateway) -> WireExamples:
    name = f"{EXAMPLES}.{gateway.key}"
    if not find_spec(name):
        pytest.fail(f"Show what {gateway.label} sends in {name.replace('.', '/')}.py")
    found: WireExamples = import_module(name).EXAMPLES
    return found


class TestEveryGateway(GatewayContract):
    """Runs over everything registered."""

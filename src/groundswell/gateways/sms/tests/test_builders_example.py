"""The example in docs/builders is an adapter like any other: it passes the contract suite."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from groundswell.gateways.sms.contract import SmsGateway
from groundswell.gateways.sms.tests.contract import GatewayContract
from groundswell.gateways.sms.tests.wire import WireExamples

BUILDERS = Path(__file__).parents[5] / "docs" / "builders"


@pytest.fixture(autouse=True)
def examples_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BUILDERS / "examples"))


class TestKestrel(GatewayContract):
    @pytest.fixture
    def gateway(self) -> SmsGateway:
        gateway: SmsGateway = import_module("kestrel_gateway").Kestrel()
        return gateway

    @pytest.fixture
    def examples(self) -> WireExamples:
        examples: WireExamples = import_module("kestrel_wire").EXAMPLES
        return examples


def test_the_page_names_the_files_it_is_about() -> None:
    page = (BUILDERS / "add-an-sms-gateway.md").read_text()
    for example in (BUILDERS / "examples").glob("kestrel_*.py"):
        assert f"examples/{example.name}" in page
        sys.modules.pop(example.stem, None)

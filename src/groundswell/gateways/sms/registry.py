"""Every gateway for text messages, by key. Adapters are files in this folder that register themselves."""

from groundswell.gateways.sms.contract import SmsGateway
from groundswell.kernel.registry import Registry

sms_gateways: Registry[SmsGateway] = Registry("text message gateway")


def offered_gateways(*, practice: bool) -> list[SmsGateway]:
    """What can be connected; simulated carriers only for practice."""
    return [gateway for gateway in sms_gateways if practice or not gateway.capabilities.practice_only]

"""Every gateway for text messages, by key. Adapters are files in this folder that register themselves."""

from groundswell.gateways.sms.contract import SmsGateway
from groundswell.kernel.registry import Registry

sms_gateways: Registry[SmsGateway] = Registry("text message gateway")

from groundswell.kernel.apps import ContextConfig


class GatewaysConfig(ContextConfig):
    name = "groundswell.gateways"
    default = True

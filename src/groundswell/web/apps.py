from groundswell.kernel.apps import ContextConfig


class WebConfig(ContextConfig):
    name = "groundswell.web"
    default = True

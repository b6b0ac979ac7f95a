from groundswell.kernel.apps import ContextConfig


class UiConfig(ContextConfig):
    name = "groundswell.ui"
    default = True

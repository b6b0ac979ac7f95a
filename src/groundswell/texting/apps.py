from groundswell.kernel.apps import ContextConfig


class TextingConfig(ContextConfig):
    name = "groundswell.texting"
    default = True

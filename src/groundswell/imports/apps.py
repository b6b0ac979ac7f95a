from groundswell.kernel.apps import ContextConfig


class ImportsConfig(ContextConfig):
    name = "groundswell.imports"
    default = True

from groundswell.kernel.apps import ContextConfig


class HistoryConfig(ContextConfig):
    name = "groundswell.history"
    default = True

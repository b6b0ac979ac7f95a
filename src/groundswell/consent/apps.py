from groundswell.kernel.apps import ContextConfig


class ConsentConfig(ContextConfig):
    name = "groundswell.consent"
    default = True

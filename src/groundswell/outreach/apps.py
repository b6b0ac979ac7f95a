from groundswell.kernel.apps import ContextConfig


class OutreachConfig(ContextConfig):
    name = "groundswell.outreach"
    default = True

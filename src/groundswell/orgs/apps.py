from groundswell.kernel.apps import ContextConfig


class OrgsConfig(ContextConfig):
    name = "groundswell.orgs"
    default = True

from groundswell.kernel.apps import ContextConfig


class PeopleConfig(ContextConfig):
    name = "groundswell.people"
    default = True

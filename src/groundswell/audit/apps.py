from groundswell.kernel.apps import ContextConfig


class AuditConfig(ContextConfig):
    name = "groundswell.audit"
    default = True

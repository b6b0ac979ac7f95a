from groundswell.kernel.apps import ContextConfig


class PrivacyConfig(ContextConfig):
    name = "groundswell.privacy"
    default = True

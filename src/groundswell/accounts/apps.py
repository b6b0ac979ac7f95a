from groundswell.kernel.apps import ContextConfig


class AccountsConfig(ContextConfig):
    name = "groundswell.accounts"
    default = True

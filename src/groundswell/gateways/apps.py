import pkgutil
from importlib import import_module

from groundswell.gateways import sms
from groundswell.kernel.apps import ContextConfig


class GatewaysConfig(ContextConfig):
    """Loads every file in sms/, so that an adapter registers itself by being there."""

    name = "groundswell.gateways"
    default = True

    def ready(self) -> None:
        super().ready()
        for module in pkgutil.iter_modules(sms.__path__):
            if not module.ispkg:
                import_module(f"{sms.__name__}.{module.name}")

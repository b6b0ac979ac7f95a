from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig


class ContextConfig(AppConfig):
    """A bounded context: on start-up it loads the rooms that register something elsewhere."""

    default = False
    default_auto_field = "django.db.models.BigAutoField"
    rooms = ("reactions", "tasks", "personal_data", "segment_filters", "column_kinds", "checks")

    def ready(self) -> None:
        for room in self.rooms:
            if find_spec(f"{self.name}.{room}"):
                import_module(f"{self.name}.{room}")


class KernelConfig(ContextConfig):
    name = "groundswell.kernel"
    default = True

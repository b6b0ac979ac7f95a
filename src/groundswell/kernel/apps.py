from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from groundswell.kernel.database_objects import install


class ContextConfig(AppConfig):
    """A bounded context: on start-up it loads the rooms that register something elsewhere."""

    default = False
    default_auto_field = "django.db.models.BigAutoField"
    rooms = (
        "reactions",
        "tasks",
        "personal_data",
        "segment_filters",
        "column_kinds",
        "undo_guards",
        "reach",
        "database_objects",
        "checks",
        "today",
        "team_steps",
        "navigation",
        "person_panels",
        "timeline",
    )

    def ready(self) -> None:
        for room in self.rooms:
            if find_spec(f"{self.name}.{room}"):
                import_module(f"{self.name}.{room}")


class KernelConfig(ContextConfig):
    name = "groundswell.kernel"
    default = True

    def ready(self) -> None:
        super().ready()
        post_migrate.connect(install, sender=self, dispatch_uid="groundswell database objects")

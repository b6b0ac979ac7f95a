from django.db import transaction

from groundswell.accounts.models import User
from groundswell.audit.services.record import record
from groundswell.orgs.viewer import Viewer


def change_profile(*, viewer: Viewer | None, user: User, alias: str) -> None:
    """A member's own name, language and time zone, and the name they text under here."""
    with transaction.atomic():
        user.save(update_fields=["name", "language", "time_zone"])
        if viewer is not None:
            viewer.membership.alias = alias or user.get_short_name()
            viewer.membership.save(update_fields=["alias"])
            record(viewer.actor, "orgs.profile_changed", viewer.membership)

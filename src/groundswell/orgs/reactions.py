from django.db.models import F

from groundswell.accounts.services.credentials_changed import credential_listeners
from groundswell.orgs.models import Membership


def end_devices(user_id: int) -> None:
    """New credentials end the tokens of every device in every organisation."""
    Membership.objects.filter(user=user_id).update(epoch=F("epoch") + 1)


credential_listeners.register("orgs.end_devices", end_devices)

from django.db.models import QuerySet

from groundswell.consent.on_their_way import knows_what_is_on_its_way
from groundswell.texting.models import Text


def on_their_way(organisation_id: int) -> QuerySet[Text]:
    """Handed over, and no answer yet: a handful. Our own answers to STOP and HELP do not count."""
    handing = Text.objects.filter(organisation_id=organisation_id, state=Text.State.HANDING)
    return handing.exclude(kind=Text.Kind.SYSTEM)


@knows_what_is_on_its_way
def is_on_its_way(organisation_id: int, match_key: str) -> bool:
    return on_their_way(organisation_id).filter(match_key=match_key).exists()

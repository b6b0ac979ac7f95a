from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from groundswell.outreach.models import StickySender
from groundswell.outreach.senders import keep_senders_of_query


def choose_senders(*, organisation_id: int, match_keys: QuerySet[Any, Any]) -> None:
    """Gives everybody in a query a number of ours, in one statement; who has one that works keeps it.

    `match_keys` selects one column (`.values("match_key")`). Raises NoSender.
    """
    keep_senders_of_query(organisation_id, match_keys)


def chosen_sender(organisation_id: int, match_key: str = "match_key") -> Subquery:
    """The id of the number chosen for each row, to insert or update many rows at once."""
    kept = StickySender.objects.filter(organisation_id=organisation_id, match_key=OuterRef(match_key))
    return Subquery(kept.values("sender_id")[:1])

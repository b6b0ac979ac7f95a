from dataclasses import dataclass

from django.db.models import Q

from groundswell.consent.models import Hold
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.texting.models import Text

SHOWN = 100


@dataclass(frozen=True)
class HeldWords:
    """What somebody wrote that sounds like a stop, waiting for a person to decide."""

    hold: Hold
    words: str
    name: str
    branch: str
    person_id: int | None


def holds_for(viewer: Viewer) -> list[HeldWords]:
    """Of the viewer's groups; a stranger's belong to whoever decides for the whole organisation."""
    holds = list(
        Hold.objects.filter(organisation=viewer.organisation, decided_at=None).order_by("id")[:SHOWN]
    )
    groups = viewer.groups_with(Right.DECIDE_HOLDS)
    root = viewer.organisation.groups.filter(parent=None).values_list("id", flat=True).first()
    seen = Q(conversation__group_id__in=groups)
    if root in groups:
        seen |= Q(conversation__group=None)
    texts = (
        Text.objects.filter(
            seen,
            organisation=viewer.organisation,
            kind=Text.Kind.INBOUND,
            conversation__match_key__in=[hold.match_key for hold in holds],
        )
        .select_related("conversation__person", "conversation__group")
        .order_by("id")
    )
    newest = {text.conversation.match_key: text for text in texts}
    return [_held(hold, newest[hold.match_key]) for hold in holds if hold.match_key in newest]


def _held(hold: Hold, text: Text) -> HeldWords:
    person, group = text.conversation.person, text.conversation.group
    return HeldWords(
        hold=hold,
        words=text.body,
        name=person.full_name if person else "",
        branch=group.name if group else "",
        person_id=person.id if person else None,
    )

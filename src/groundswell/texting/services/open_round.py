from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.kernel.jobs import enqueue
from groundswell.texting.access import require_running
from groundswell.texting.errors import CampaignNotReady
from groundswell.texting.models import Campaign, Conversation, Recipient, Round
from groundswell.texting.services.fill_campaign import CHUNK, add_turns


@transaction.atomic
def open_round(*, actor: Actor, round_: Round) -> None:
    """Opens a follow-up to everybody who was texted and has not answered; the worker fills it."""
    round_ = Round.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=round_.pk)
    require_running(round_.campaign)
    if round_.opened_at or not round_.message.strip():
        raise CampaignNotReady(_("Write the follow-up message first. Each round is opened once."))
    Round.objects.filter(pk=round_.pk).update(opened_at=clock.now())
    record(actor, "round.opened", round_, campaign=round_.campaign_id)
    enqueue("texting.fill_round", {"round_id": round_.id}, organisation_id=actor.organisation_id, priority=5)


def fill_round(*, round_: Round) -> None:
    """Runs in the worker, in chunks; harmless when run again, since each number has one turn in a round."""
    address_the_undecided(round_.campaign)
    after = 0
    while ids := list(unanswered(round_.campaign).filter(id__gt=after).values_list("id", flat=True)[:CHUNK]):
        with transaction.atomic():
            add_turns(round_, unanswered(round_.campaign).filter(id__gt=after, id__lte=ids[-1]))
        after = ids[-1]


def address_the_undecided(campaign: Campaign) -> None:
    """In a household whose first person has said yes or has left, the next one is spoken to."""
    undecided = Recipient.objects.filter(
        conversation=OuterRef("pk"), goal_reached_at=None, person__deleted_at=None
    )
    Conversation.objects.filter(
        ~Exists(undecided.filter(person=OuterRef("person"))),
        Exists(undecided),
        campaign=campaign,
        closed_at=None,
        last_in_at=None,
    ).update(person_id=Subquery(undecided.order_by("id").values("person")[:1]))


def unanswered(campaign: Campaign) -> QuerySet[Conversation]:
    """Texted, silent, open, and somebody in the household has not said yes."""
    undecided = Recipient.objects.filter(
        conversation=OuterRef("pk"), goal_reached_at=None, person__deleted_at=None
    )
    return Conversation.objects.filter(
        Exists(undecided), campaign=campaign, first_text_at__isnull=False, last_in_at=None, closed_at=None
    ).order_by("id")

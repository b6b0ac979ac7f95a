from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.kernel import clock
from groundswell.outreach.models import Answer, AnswerGiven, Meaning, Request
from groundswell.outreach.services.cancel_request import cancel_request
from groundswell.outreach.services.open_request import open_request
from groundswell.outreach.services.store_answer import store_answer
from groundswell.people.models import Person
from groundswell.texting.models import Campaign, Conversation, Recipient, Text, Turn
from groundswell.texting.services.give_back import unasked_texts
from groundswell.texting.services.mark_wrong_number import mark_wrong_number
from groundswell.texting.services.stop_person import stop_person

GOAL_REACHED = "goal_reached"


@transaction.atomic
def record_answer(*, actor: Actor, conversation: Conversation, answer: Answer, address: str = "") -> None:
    """Keeps what somebody answered and does what it means. A correction takes the earlier meaning back.

    `address` is the postal address they confirmed, for an answer that orders a paper.
    """
    person, campaign = conversation.person, conversation.campaign
    if person is None or campaign is None:
        return
    store_answer(actor=actor, person=person, answer=answer, campaign_id=campaign.id)
    _weigh_goal(conversation, person)
    if not _means(person, campaign, Meaning.NEEDS_PAPER):
        cancel_request(
            actor=actor,
            person=person,
            kind=Request.Kind.PAPER,
            campaign_id=campaign.id,
            because="answer_corrected",
        )
    if answer.meaning == Meaning.NEEDS_PAPER:
        open_request(
            actor=actor,
            person=person,
            kind=Request.Kind.PAPER,
            address=address,
            address_confirmed=bool(address.strip()),
            campaign_id=campaign.id,
            cut_off=campaign.papers_until,
        )
    elif answer.meaning == Meaning.STOP:
        stop_person(actor=actor, conversation=conversation)
    elif answer.meaning == Meaning.WRONG_NUMBER:
        mark_wrong_number(actor=actor, conversation=conversation)


def _weigh_goal(conversation: Conversation, person: Person) -> None:
    """Whoever said yes leaves the first messages and follow-ups; whoever takes it back may get the next."""
    campaign = conversation.campaign
    if campaign is None or not campaign.goal:
        return
    yes = _means(person, campaign, campaign.goal)
    mine = Recipient.objects.filter(campaign=campaign, person=person)
    if not yes:
        mine.update(goal_reached_at=None)
        return
    mine.filter(goal_reached_at=None).update(goal_reached_at=clock.now())
    household = Recipient.objects.filter(conversation=conversation, goal_reached_at=None)
    if not household.exists():
        left = Turn.objects.filter(conversation=conversation, state__in=[Turn.State.WAITING, Turn.State.HELD])
        left.update(state=Turn.State.DROPPED, dropped_because=GOAL_REACHED, held_until=None)
        unasked_texts(campaign).filter(conversation=conversation).update(
            state=Text.State.DROPPED, reason=GOAL_REACHED, settled_at=clock.now()
        )


def _means(person: Person, campaign: Campaign, meaning: str) -> bool:
    """One of the answers that stand says so."""
    return AnswerGiven.objects.filter(
        person=person, campaign_id=campaign.id, meaning=meaning, superseded_at=None
    ).exists()

"""What a person says about being texted takes effect in the transaction that received it."""

from typing import Protocol

from groundswell.audit.actor import Actor
from groundswell.consent.channels import Channel
from groundswell.consent.models import Suppression
from groundswell.consent.services.hold_address import hold_address
from groundswell.consent.services.lift_stop import lift_stop
from groundswell.consent.services.stop_contact import stop_contact
from groundswell.gateways.sms.contract import Inbound
from groundswell.kernel import clock
from groundswell.outreach.models import ProviderConnection, Sender
from groundswell.texting.models import Conversation
from groundswell.texting.services.drop_address import drop_address, open_address
from groundswell.texting.services.queue_answer import queue_answer
from groundswell.texting.stop_words import Said


class Incoming(Protocol):
    @property
    def inbound(self) -> Inbound: ...
    @property
    def match_key(self) -> str: ...
    @property
    def said(self) -> Said: ...


def obey_words(
    *, provider: ProviderConnection, conversation: Conversation, arrival: Incoming, sender: Sender | None
) -> None:
    """Call under the exclusive lock of the address. Where the provider answered by itself, we do not."""
    act = {Said.STOP: _stop, Said.START: _start, Said.HELP: _help, Said.MAYBE_STOP: _hold}[arrival.said]
    answer = act(conversation, arrival)
    if answer and not arrival.inbound.answered_as:
        queue_answer(conversation=conversation, provider=provider, sender=sender, answer=answer)


def _stop(conversation: Conversation, arrival: Incoming) -> str:
    known = _is_stopped(conversation)
    stop_contact(
        actor=_themselves(conversation),
        organisation_id=conversation.organisation_id,
        match_key=arrival.match_key,
        source=Suppression.Source.OWN_WORDS,
        evidence=arrival.inbound.body,
        person=conversation.person,
    )
    drop_address(
        organisation_id=conversation.organisation_id,
        match_key=arrival.match_key,
        because=Conversation.ClosedBecause.OPTED_OUT,
        also_our_answers=not known,
    )
    return "" if known else "stopped"


def _start(conversation: Conversation, arrival: Incoming) -> str:
    if not _is_stopped(conversation):
        return ""
    lift_stop(
        actor=_themselves(conversation),
        organisation_id=conversation.organisation_id,
        match_key=arrival.match_key,
        reason=arrival.inbound.body,
    )
    open_address(organisation_id=conversation.organisation_id, match_key=arrival.match_key)
    return "started"


def _help(conversation: Conversation, arrival: Incoming) -> str:
    return "help"


def _hold(conversation: Conversation, arrival: Incoming) -> str:
    """A leader reads it and decides; until then nothing is sent."""
    hold_address(
        actor=_themselves(conversation),
        organisation_id=conversation.organisation_id,
        match_key=arrival.match_key,
    )
    Conversation.objects.filter(pk=conversation.pk).update(escalated_at=clock.now())
    return ""


def _is_stopped(conversation: Conversation) -> bool:
    return Suppression.objects.filter(
        organisation_id=conversation.organisation_id,
        channel=Channel.TEXT,
        match_key=conversation.match_key,
        lifted_at=None,
    ).exists()


def _themselves(conversation: Conversation) -> Actor:
    return Actor.person(conversation.organisation_id, conversation.person_id)

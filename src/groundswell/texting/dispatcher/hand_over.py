"""The call itself: outside any transaction, all at the same time, in threads that touch no database."""

import logging
from concurrent.futures import ThreadPoolExecutor

from groundswell.gateways.sms.contract import NoAnswer, OutgoingSms, SendOutcome, SmsConnection
from groundswell.outreach.connections import open_connection
from groundswell.outreach.models import ProviderConnection
from groundswell.texting.dispatcher.claim import IN_FLIGHT
from groundswell.texting.models import Text

logger = logging.getLogger(__name__)
_pool = ThreadPoolExecutor(max_workers=IN_FLIGHT, thread_name_prefix="hand-over")

Outcome = tuple[Text, SendOutcome]


def hand_over(provider: ProviderConnection, texts: list[Text]) -> list[Outcome]:
    gateway = open_connection(provider)
    messages = [_message(text) for text in texts]
    outcomes = _pool.map(lambda message: _send(gateway, message), messages)
    return list(zip(texts, outcomes, strict=True))


def _send(gateway: SmsConnection, message: OutgoingSms) -> SendOutcome:
    """A gateway never raises; should one do so all the same, nobody knows whether it was sent."""
    try:
        return gateway.send(message)
    except Exception as error:
        logger.exception("a gateway raised", extra={"text": message.reference})
        return NoAnswer(type(error).__name__)


def _message(text: Text) -> OutgoingSms:
    conversation, sender = text.conversation, text.sender
    if conversation.address is None or sender is None:
        raise LookupError(f"text {text.pk} has no address or no sender")
    return OutgoingSms(
        sender=sender.number,
        recipient=conversation.address.open(),
        body=text.body,
        reference=text.public_id.hex,
    )

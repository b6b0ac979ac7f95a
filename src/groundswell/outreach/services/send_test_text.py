from datetime import timedelta
from uuid import uuid4

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from groundswell.audit.actor import Actor
from groundswell.audit.models import AuditEntry
from groundswell.audit.services.record import record
from groundswell.consent.channels import Channel
from groundswell.consent.models import Suppression
from groundswell.gateways.sms.contract import OutgoingSms, SendOutcome
from groundswell.kernel import clock
from groundswell.kernel.errors import DomainError
from groundswell.kernel.sealed import match_key
from groundswell.outreach.connections import open_connection
from groundswell.outreach.models import Sender

MOST_AN_HOUR = 20
VERB = "outreach.test_text_sent"


class NumberOptedOut(DomainError):
    message = _("This number asked for no more texts, so it gets no test either. Use another one.")


class TooManyTests(DomainError):
    message = _("That was a lot of tests within an hour. Please wait a while before the next one.")


def send_test_text(*, actor: Actor, sender: Sender, recipient: str) -> SendOutcome:
    """A text to see whether a connection works. The number is used once and kept nowhere."""
    key = match_key(actor.organisation_id, "phone", recipient)
    stopped = Suppression.objects.filter(organisation_id=actor.organisation_id, channel=Channel.TEXT)
    if stopped.filter(match_key=key, lifted_at=None).exists():
        raise NumberOptedOut
    last_hour = AuditEntry.objects.filter(organisation_id=actor.organisation_id, verb=VERB)
    if last_hour.filter(at__gte=clock.now() - timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise TooManyTests
    record(actor, VERB, sender)
    body = gettext("This is a test from %(name)s: texting works.") % {"name": sender.organisation.name}
    sms = OutgoingSms(sender.number, recipient, body, f"test-{uuid4()}")
    return open_connection(sender.connection).send(sms)

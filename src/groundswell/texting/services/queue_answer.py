from datetime import timedelta

from django.utils import translation
from django.utils.translation import gettext as _

from groundswell.gateways.sms.encoding import measure
from groundswell.kernel import clock
from groundswell.orgs.models import Organisation
from groundswell.outreach.models import ProviderConnection, Sender
from groundswell.texting.models import Conversation, Text

OVERTAKES_ALL = 20
ONCE_IN = timedelta(hours=1)
LIFE = timedelta(hours=1)


def queue_answer(
    *,
    conversation: Conversation,
    provider: ProviderConnection,
    sender: Sender | None,
    answer: str,
    after: timedelta = timedelta(0),
) -> None:
    """Our own answer to STOP, START or HELP, in their language; the same one at most once an hour."""
    body = _words(answer, conversation, provider.organisation)
    now = clock.now()
    before = Text.objects.filter(
        conversation=conversation, kind=Text.Kind.SYSTEM, body=body, made_at__gt=now - ONCE_IN
    ).exclude(state=Text.State.DROPPED)
    if before.exists():
        return
    Text.objects.create(
        organisation_id=conversation.organisation_id,
        conversation=conversation,
        kind=Text.Kind.SYSTEM,
        state=Text.State.QUEUED,
        body=body,
        parts=measure(body).parts,
        match_key=conversation.match_key,
        sender=sender or conversation.sender,
        connection=provider,
        priority=OVERTAKES_ALL,
        made_at=now,
        due_at=now + after,
        not_after=now + LIFE,
    )


def _words(answer: str, conversation: Conversation, organisation: Organisation) -> str:
    person = conversation.person
    named = {"organisation": organisation.name, "contact": organisation.contact_line}
    with translation.override((person.language if person else "") or organisation.language):
        template = {
            "stopped": _(
                "%(organisation)s: you will get no more texts or calls from us. Reply START to come back."
            ),
            "started": _("%(organisation)s: welcome back, we may text you again. Reply STOP to end it."),
            "help": _("This is %(organisation)s. %(contact)s Reply STOP to get no more texts."),
        }[answer]
        return " ".join((template % named).split())

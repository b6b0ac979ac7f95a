from groundswell.kernel import clock
from groundswell.outreach.models import Sender
from groundswell.outreach.senders import NoSender
from groundswell.outreach.services.choose_sender import choose_sender
from groundswell.texting.models import Conversation, Text

MOST = 100


def route_unrouted() -> None:
    """Gives a sender to texts queued before there was one; they wait while there is none."""
    waiting = Text.objects.filter(state=Text.State.QUEUED, connection=None, due_at__lte=clock.now())
    for text in waiting.only("id", "organisation_id", "match_key", "conversation_id")[:MOST]:
        try:
            _route(text, choose_sender(organisation_id=text.organisation_id, match_key=text.match_key))
        except NoSender:
            continue


def _route(text: Text, sender: Sender) -> None:
    Text.objects.filter(pk=text.pk, connection=None).update(sender=sender, connection_id=sender.connection_id)
    Conversation.objects.filter(pk=text.conversation_id).update(sender=sender)

from groundswell.outreach.models import Sender, StickySender
from groundswell.outreach.senders import NoSender, healthy_senders, keep_senders


def choose_sender(*, organisation_id: int, match_key: str) -> Sender:
    """The number of ours that this person knows; a new one only when that cannot be used any more."""
    senders = healthy_senders(organisation_id)
    kept = StickySender.objects.filter(organisation_id=organisation_id, match_key=match_key)
    sender = senders.filter(id__in=kept.values("sender_id")).first()
    if sender is None:
        keep_senders(organisation_id, [match_key])
        sender = senders.filter(id__in=kept.values("sender_id")).first()
    if sender is None:
        raise NoSender
    return sender

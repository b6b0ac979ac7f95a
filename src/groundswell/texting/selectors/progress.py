from groundswell.outreach.models import AnswerGiven, Request
from groundswell.texting.access import Device
from groundswell.texting.models import Conversation, Turn


def progress(device: Device) -> dict[str, int]:
    """ "You reached 40; six papers ordered." Counts of one's own work, each through an index."""
    assignment, campaign = device.assignment, device.campaign
    mine = {"recorded_by": assignment.membership, "campaign_id": campaign.id, "superseded_at": None}
    ordered = Request.objects.filter(opened_by=assignment.membership, campaign_id=campaign.id)
    waiting = Conversation.objects.filter(holder=assignment, waiting_since__isnull=False)
    return {
        "held": Turn.objects.filter(holder=assignment, state=Turn.State.HELD).count(),
        "sent": assignment.sent,
        "answered": AnswerGiven.objects.filter(**mine).values("person").distinct().count(),
        "replies": waiting.count(),
        "papers": ordered.count(),
    }

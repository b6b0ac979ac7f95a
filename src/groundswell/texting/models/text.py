from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.kernel.fields import ExactCharField
from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Membership, Organisation
from groundswell.outreach.models import ProviderConnection, Sender
from groundswell.texting.models.conversation import Conversation
from groundswell.texting.models.turn import Turn


class Text(PublicIdModel):
    """One message in or out. An outgoing row is the sending ledger: sent at most once."""

    class Kind(models.TextChoices):
        FIRST = "first", _("First message")
        FOLLOW_UP = "follow_up", _("Follow-up")
        REPLY = "reply", _("Reply")
        SYSTEM = "system", _("Confirmation")
        INBOUND = "inbound", _("From them")

    class State(models.TextChoices):
        RECEIVED = "received", _("received")
        QUEUED = "queued", _("waiting to be sent")
        HANDING = "handing", _("being handed over")
        ACCEPTED = "accepted", _("with the carrier")
        DELIVERED = "delivered", _("delivered")
        FAILED = "failed", _("not delivered")
        UNKNOWN = "unknown", _("unknown: handed over, no answer")
        DROPPED = "dropped", _("not sent")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="texts")
    turn = models.OneToOneField(Turn, models.SET_NULL, null=True, related_name="text")
    kind = models.CharField(max_length=9, choices=Kind)
    body = models.TextField()
    parts = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=9, choices=State)
    reason = models.CharField(max_length=20, blank=True, help_text="Error class or why it was dropped")
    provider_code = models.CharField(max_length=20, blank=True)
    match_key = ExactCharField(max_length=32)
    gesture_key = models.UUIDField(null=True, unique=True)
    author = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    script_version = models.CharField(max_length=12, blank=True)
    sender = models.ForeignKey(Sender, models.PROTECT, null=True, related_name="+")
    connection = models.ForeignKey(ProviderConnection, models.PROTECT, null=True, related_name="+")
    provider_id = models.CharField(max_length=80, null=True)
    priority = models.SmallIntegerField(default=0, help_text="Replies overtake first messages")
    attempts = models.SmallIntegerField(default=0)
    not_after = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    gateway_at = models.DateTimeField(null=True, help_text="When the gateway says an inbound text arrived")
    due_at = models.DateTimeField(null=True)
    handed_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["connection", "provider_id"], name="one_text_per_provider_id"),
        ]
        indexes = [
            models.Index(fields=["conversation", "id"], name="texts_of_conversation"),
            models.Index(
                fields=["connection", "-priority", "due_at", "id"],
                name="texts_queued",
                condition=models.Q(state="queued"),
            ),
            models.Index(fields=["handed_at"], name="texts_in_flight", condition=models.Q(state="handing")),
            models.Index(
                fields=["organisation", "match_key"],
                name="texts_queued_to",
                condition=models.Q(state="queued"),
            ),
            models.Index(fields=["conversation"], name="texts_failed", condition=models.Q(state="failed")),
            models.Index(
                fields=["organisation", "-id"], name="texts_unknown", condition=models.Q(state="unknown")
            ),
        ]

from django.db import models

from groundswell.kernel.fields import SealedField
from groundswell.outreach.models.provider_connection import ProviderConnection


class WebhookReceipt(models.Model):
    """What a provider told us, stored before anything else is done, once per event.

    The payload goes when it has been processed: the text is then in the ledger, this row keeps out replays.
    """

    connection = models.ForeignKey(ProviderConnection, models.CASCADE, related_name="+")
    event_key = models.CharField(max_length=120, help_text="Provider's id and status")
    kind = models.CharField(max_length=8, help_text="inbound, status or unread")
    payload = SealedField("webhook", null=True)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, help_text="When to process it; empty when done or given up")
    processed_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["connection", "event_key"], name="one_receipt_per_event")
        ]
        indexes = [
            models.Index(
                fields=["id"],
                name="receipts_waiting",
                condition=models.Q(due_at__isnull=False),
            ),
            models.Index(
                fields=["connection", "-id"],
                name="receipts_given_up",
                condition=models.Q(due_at=None, processed_at=None),
            ),
        ]

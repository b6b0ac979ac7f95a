from django.db import models

from groundswell.kernel.fields import SealedField
from groundswell.outreach.models.provider_connection import ProviderConnection


class WebhookReceipt(models.Model):
    """What a provider told us, stored before anything else is done, once per event."""

    connection = models.ForeignKey(ProviderConnection, models.CASCADE, related_name="+")
    event_key = models.CharField(max_length=120, help_text="Provider's id and status")
    kind = models.CharField(max_length=8, help_text="inbound or status")
    payload = SealedField("webhook")
    received_at = models.DateTimeField()
    processed_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["connection", "event_key"], name="one_receipt_per_event")
        ]
        indexes = [
            models.Index(fields=["id"], name="receipts_waiting", condition=models.Q(processed_at=None))
        ]

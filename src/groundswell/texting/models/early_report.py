from django.db import models

from groundswell.outreach.models import ProviderConnection


class EarlyReport(models.Model):
    """A delivery report that overtook the answer to its own hand-over; kept until the text is known."""

    connection = models.ForeignKey(ProviderConnection, models.CASCADE, related_name="+")
    provider_id = models.CharField(max_length=80)
    state = models.CharField(max_length=9)
    error = models.CharField(max_length=20, blank=True)
    code = models.CharField(max_length=20, blank=True)
    reported_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["connection", "provider_id", "state"], name="one_early_report_per_state"
            )
        ]

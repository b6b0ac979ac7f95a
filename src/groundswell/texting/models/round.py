from django.db import models

from groundswell.kernel.ids import PublicIdModel
from groundswell.texting.models.campaign import Campaign


class Round(PublicIdModel):
    """One message to the whole audience: the first (number 1) or a follow-up to those without an answer."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    message = models.TextField(max_length=1600)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "number"], name="one_round_per_number")]

from django.db import models

from groundswell.kernel.fields import ExactCharField
from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Organisation
from groundswell.outreach.models.provider_connection import ProviderConnection


class Sender(PublicIdModel):
    """A number of ours that texts come from; E.164, not personal."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    connection = models.ForeignKey(ProviderConnection, models.CASCADE, related_name="senders")
    number = models.CharField(max_length=20)
    parts_per_second = models.PositiveIntegerField(default=1)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["connection", "number"], name="one_sender_per_number")]
        indexes = [models.Index(fields=["number"], name="sender_by_number")]

    def __str__(self) -> str:
        return self.number


class StickySender(models.Model):
    """Each person's number keeps seeing the same number of ours."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    match_key = ExactCharField(max_length=32)
    sender = models.ForeignKey(Sender, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "match_key"], name="one_sticky_sender")
        ]

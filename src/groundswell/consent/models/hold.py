from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.consent.channels import Channel
from groundswell.kernel.fields import ExactCharField
from groundswell.orgs.models import Membership, Organisation


class Hold(models.Model):
    """Words that only sound like an opt-out: nothing is sent to this address until a person decides."""

    class Decision(models.TextChoices):
        STOP = "stop", _("It was a stop")
        GO_ON = "go_on", _("It was not a stop")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    channel = models.CharField(max_length=5, choices=Channel)
    match_key = ExactCharField(max_length=32)
    held_at = models.DateTimeField()
    decision = models.CharField(max_length=5, choices=Decision, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "channel", "match_key"],
                condition=models.Q(decided_at=None),
                name="one_open_hold",
            )
        ]

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.kernel.fields import SealedField
from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Group, Membership, Organisation
from groundswell.outreach.querysets import RequestQuerySet
from groundswell.people.models import Person


class Request(PublicIdModel):
    """Something a person asked for and the office does: one open request of a kind per person."""

    class Kind(models.TextChoices):
        PAPER = "paper", _("Replacement ballot paper")

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        SENT = "sent", _("Sent")
        CANCELLED = "cancelled", _("No longer needed")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="requests")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.PAPER)
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    campaign_id = models.BigIntegerField(null=True)
    address = SealedField("address", null=True)
    address_confirmed = models.BooleanField(default=False)
    opened_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField()
    closed_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"], condition=models.Q(state="open"), name="one_open_request"
            )
        ]
        indexes = [models.Index(fields=["organisation", "state", "id"], name="requests_by_state")]

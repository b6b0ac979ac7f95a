from django.db import models

from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Membership
from groundswell.texting.models.campaign import Campaign


class Assignment(PublicIdModel):
    """A volunteer's place in a campaign. Raising `epoch` ends its device tokens at the next gesture."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="assignments")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    epoch = models.IntegerField(default=1)
    sent = models.IntegerField(default=0)
    paced_until = models.DateTimeField(null=True, help_text="Gestures before this moment come too fast")
    started_at = models.DateTimeField(auto_now_add=True)
    last_gesture_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True, help_text="Untouched turns go back after this")
    suspended_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "membership"], name="one_assignment")]
        indexes = [models.Index(fields=["membership", "-id"], name="assignments_of_member")]

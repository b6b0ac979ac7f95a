from django.conf import settings
from django.db import models

from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models.organisation import Organisation
from groundswell.orgs.querysets import MembershipQuerySet


class Membership(PublicIdModel):
    """A user at work in an organisation. Raising `epoch` ends every device's token at once."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    alias = models.CharField(max_length=40, blank=True)
    epoch = models.IntegerField(default=1)
    suspended_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    practised_at = models.DateTimeField(null=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "user"], name="one_membership")]

    def __str__(self) -> str:
        return self.alias or self.user.get_short_name()

    @property
    def is_active(self) -> bool:
        return self.suspended_at is None and self.ended_at is None

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.orgs.models.group import Group
from groundswell.orgs.models.membership import Membership


class Role(models.TextChoices):
    """A role counts for a group and all below it."""

    OWNER = "owner", _("Owner")
    ORGANISER = "organiser", _("Organiser")
    LEADER = "leader", _("Group leader")
    VOLUNTEER = "volunteer", _("Volunteer")
    DPO = "dpo", _("Data protection officer")
    VIEWER = "viewer", _("Viewer")


class RoleGrant(models.Model):
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="grants")
    group = models.ForeignKey(Group, models.CASCADE, related_name="grants")
    role = models.CharField(max_length=10, choices=Role)
    granted_at = models.DateTimeField(auto_now_add=True)
    granted_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["membership", "group", "role"], name="one_grant")]
        indexes = [models.Index(fields=["group", "role"], name="grants_of_group")]

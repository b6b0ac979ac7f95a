from django.db import models

from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models.group import Group
from groundswell.orgs.models.membership import Membership
from groundswell.orgs.models.organisation import Organisation
from groundswell.orgs.models.role_grant import Role


class Invitation(PublicIdModel):
    """A personal link into one role. Until it is accepted it gives no rights at all."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    role = models.CharField(max_length=10, choices=Role)
    name = models.CharField(max_length=100, blank=True)
    email = models.EmailField(blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "-id"], name="invitations_newest")]

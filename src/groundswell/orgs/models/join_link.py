from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models.group import Group
from groundswell.orgs.models.membership import Membership
from groundswell.orgs.models.organisation import Organisation
from groundswell.orgs.models.role_grant import Role


class JoinLink(PublicIdModel):
    """A link many people may use to ask to help in one branch, until it expires."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="join_links")
    role = models.CharField(max_length=10, choices=Role, default=Role.VOLUNTEER)
    token_hash = models.CharField(max_length=64, unique=True)
    needs_approval = models.BooleanField(default=True)
    made_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)


class JoinRequest(PublicIdModel):
    """Somebody who used a join link and waits for a leader's yes."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        APPROVED = "approved", _("Approved")
        DECLINED = "declined", _("Declined")

    join_link = models.ForeignKey(JoinLink, models.CASCADE, related_name="requests")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["join_link", "membership"], name="one_join_request")]

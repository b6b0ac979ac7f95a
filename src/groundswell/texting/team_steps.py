"""The last column of the team page: how many of a branch's members are texting."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from groundswell.orgs.models import Organisation, RoleGrant
from groundswell.orgs.progress import ProgressStep, progress_steps
from groundswell.texting.models import Assignment, Campaign


def texting_by_group(organisation: Organisation) -> dict[int, int]:
    """Members who sent something in a campaign that is still running."""
    at_work = Assignment.objects.filter(
        campaign__organisation=organisation, campaign__state=Campaign.State.RUNNING, sent__gt=0
    )
    grants = RoleGrant.objects.filter(membership__in=at_work.values("membership"))
    return dict(grants.order_by().values_list("group").annotate(members=Count("membership", distinct=True)))


progress_steps.register("texting", ProgressStep(_("Texting"), texting_by_group))

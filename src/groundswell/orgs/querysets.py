from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from groundswell.orgs.models import Group, Membership  # noqa: F401
    from groundswell.orgs.viewer import Viewer


class GroupQuerySet(models.QuerySet["Group"]):
    def visible_to(self, viewer: "Viewer") -> "GroupQuerySet":
        """Groups in which the viewer holds any role, and all below them."""
        return self.filter(organisation_id=viewer.organisation_id, id__in=viewer.group_ids)

    def at_or_below(self, group: "Group") -> "GroupQuerySet":
        return self.filter(organisation_id=group.organisation_id, path__startswith=group.path)


class MembershipQuerySet(models.QuerySet["Membership"]):
    def active(self) -> "MembershipQuerySet":
        return self.filter(suspended_at=None, ended_at=None)

    def visible_to(self, viewer: "Viewer", right: str) -> "MembershipQuerySet":
        """Members who hold a role in a group where the viewer has this right."""
        return self.filter(
            organisation_id=viewer.organisation_id,
            grants__group__in=viewer.groups_with(right),  # type: ignore[arg-type]
        ).distinct()

    def agreed(self) -> "MembershipQuerySet":
        return self.with_agreement().filter(models.Q(("has_agreed", True)))

    def with_agreement(self) -> "MembershipQuerySet":
        """Annotates `has_agreed`: the newest version is accepted, or there is none yet."""
        from groundswell.orgs.models import Agreement, AgreementAcceptance

        newest = Agreement.objects.filter(organisation=models.OuterRef("organisation")).order_by("-version")
        accepted = AgreementAcceptance.objects.filter(
            membership=models.OuterRef("pk"), agreement=models.OuterRef("newest_agreement")
        )
        members = self.annotate(newest_agreement=models.Subquery(newest.values("id")[:1]))
        return members.annotate(has_agreed=models.Q(newest_agreement=None) | models.Exists(accepted))

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models.organisation import Organisation
from groundswell.orgs.querysets import GroupQuerySet


class Group(PublicIdModel):
    """A node of the tree: national, region, branch, workplace. `path` is "/1/7/42/", itself included."""

    class Kind(models.TextChoices):
        NATIONAL = "national", _("National")
        REGION = "region", _("Region")
        BRANCH = "branch", _("Branch")
        WORKPLACE = "workplace", _("Workplace")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="groups")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    path = models.CharField(max_length=200)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.BRANCH)
    created_at = models.DateTimeField(auto_now_add=True)
    changeset_id = models.BigIntegerField(null=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("organisation", "parent", Lower("name"), name="group_name"),
            models.UniqueConstraint(
                fields=["organisation"], condition=models.Q(parent=None), name="one_root_per_organisation"
            ),
        ]
        indexes = [models.Index(fields=["organisation", "path"], name="group_path")]

    def __str__(self) -> str:
        return self.name

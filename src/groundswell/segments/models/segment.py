from django.db import models

from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Group, Membership, Organisation
from groundswell.segments.querysets import SegmentQuerySet


class Segment(PublicIdModel):
    """A saved question about people. `definition` is the filter tree (see segments/algebra.py)."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    group = models.ForeignKey(
        Group, models.CASCADE, related_name="+", help_text="Never reaches above this group"
    )
    name = models.CharField(max_length=120)
    definition = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True)

    objects = SegmentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organisation", "name"], name="segments_by_name")]

    def __str__(self) -> str:
        return self.name

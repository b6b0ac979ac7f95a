from django.db import models
from django.db.models.functions import Lower

from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Membership, Organisation
from groundswell.people.models.person import Person


class Tag(PublicIdModel):
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "organisation", Lower("name"), condition=models.Q(deleted_at=None), name="one_tag_per_name"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Tagging(models.Model):
    """Who put which tag on whom, and when."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="taggings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="taggings")
    tagged_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    tagged_at = models.DateTimeField(auto_now_add=True)
    changeset_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "tag"], name="one_tagging")]
        indexes = [models.Index(fields=["tag", "person"], name="people_with_tag")]

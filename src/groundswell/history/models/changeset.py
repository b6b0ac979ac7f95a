from django.db import models

from groundswell.kernel.ids import PublicIdModel


class Changeset(PublicIdModel):
    """A change to many values that can be taken back as a whole."""

    organisation_id = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    label = models.CharField(max_length=200)
    membership_id = models.BigIntegerField(null=True)
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_by_id = models.BigIntegerField(null=True)
    purged_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organisation_id", "-id"], name="changesets_newest")]

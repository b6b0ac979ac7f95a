from django.db import models

from groundswell.history.models.changeset import Changeset


class Change(models.Model):
    """One field of one object: what it was and what it became. Reverted only where it still is `after`."""

    changeset = models.ForeignKey(Changeset, models.CASCADE, related_name="changes")
    model = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    field = models.CharField(max_length=60)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["changeset", "model", "object_id"], name="change_of_set"),
            models.Index(fields=["model", "object_id", "-id"], name="change_of_object"),
        ]

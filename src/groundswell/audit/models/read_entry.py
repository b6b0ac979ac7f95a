from django.db import models


class ReadEntry(models.Model):
    """Whose data one response showed to whom; written from a buffer, so a GET takes no write lock."""

    organisation_id = models.BigIntegerField()
    at = models.DateTimeField()
    membership_id = models.BigIntegerField()
    route = models.CharField(max_length=100)
    person_ids = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=["organisation_id", "membership_id", "at"], name="reads_of_member")]

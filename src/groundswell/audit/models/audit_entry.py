from django.db import models


class AuditEntry(models.Model):
    """One change somebody made: who, what verb, which object. Ids and field names only."""

    organisation_id = models.BigIntegerField()
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10)
    membership_id = models.BigIntegerField(null=True)
    user_id = models.BigIntegerField(null=True)
    verb = models.CharField(max_length=60)
    target_type = models.CharField(max_length=60, blank=True)
    target_id = models.BigIntegerField(null=True)
    details = models.JSONField(default=dict)
    sequence = models.BigIntegerField(null=True, unique=True)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation_id", "-id"], name="audit_newest"),
            models.Index(fields=["target_type", "target_id", "-id"], name="audit_of_target"),
            models.Index(fields=["id"], name="audit_unsealed", condition=models.Q(sequence=None)),
        ]

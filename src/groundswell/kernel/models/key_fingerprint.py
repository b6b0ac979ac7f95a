from django.db import models


class KeyFingerprint(models.Model):
    """Which match key this database was written with; start-up refuses another one."""

    fingerprint = models.CharField(max_length=16)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["fingerprint"], name="one_fingerprint")]

from datetime import datetime, time

from django.db import models

from groundswell.orgs.models import Organisation


class OutreachSettings(models.Model):
    """When and how often people may be contacted; local times are the person's own."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, primary_key=True, related_name="+")
    texts_from = models.TimeField(default=time(9, 0))
    texts_until = models.TimeField(default=time(20, 0))
    fatigue_contacts = models.PositiveSmallIntegerField(default=3)
    fatigue_days = models.PositiveSmallIntegerField(default=7)
    emergency_until = models.DateTimeField(null=True)
    emergency_reason = models.CharField(max_length=300, blank=True)
    price_per_part = models.DecimalField(max_digits=7, decimal_places=4, default=0)
    currency = models.CharField(max_length=3, default="GBP")

    @classmethod
    def of(cls, organisation: Organisation) -> "OutreachSettings":
        """Those of this organisation; the defaults, unsaved, while nobody has changed any."""
        return cls.objects.filter(organisation=organisation).first() or cls(organisation=organisation)

    def is_emergency(self, at: datetime) -> bool:
        """A declared emergency lifts the fatigue limit, and nothing else."""
        return self.emergency_until is not None and self.emergency_until > at

from django.db import models

from groundswell.consent.channels import Channel
from groundswell.kernel.fields import ExactCharField
from groundswell.orgs.models import Organisation
from groundswell.people.models import Person


class Touch(models.Model):
    """One contact we made with a person, on any channel: what fatigue counts."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="touches")
    match_key = ExactCharField(max_length=32)
    channel = models.CharField(max_length=5, choices=Channel)
    counts = models.BooleanField(default=True, help_text="False in an open conversation: never tires anyone")
    touched_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["person", "touched_at"], name="touches_of_person"),
            models.Index(fields=["organisation", "match_key", "touched_at"], name="touches_of_address"),
        ]

from django.db import models

from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.kernel.fields import ExactCharField
from groundswell.orgs.models import Membership, Organisation
from groundswell.people.models import Person


class ConsentEvent(models.Model):
    """One line of the ledger, never changed: what was agreed or withdrawn, and the evidence."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="consent_events")
    channel = models.CharField(max_length=5, choices=Channel)
    purpose = models.CharField(max_length=12, choices=Purpose, blank=True, help_text="Blank: every purpose")
    status = models.CharField(max_length=9, choices=ConsentStatus)
    basis = models.CharField(max_length=12, choices=Basis, default=Basis.UNKNOWN)
    evidence = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=40, help_text="import, own_words, volunteer, organiser, provider")
    match_key = ExactCharField(max_length=32, blank=True)
    recorded_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    changeset_id = models.BigIntegerField(null=True)
    received_at = models.DateTimeField()
    effective_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["person", "-id"], name="consent_of_person"),
            models.Index(fields=["organisation", "match_key", "-id"], name="consent_of_address"),
        ]

from django.db import models

from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.consent.models.consent_event import ConsentEvent
from groundswell.people.models import Person


class ConsentState(models.Model):
    """What the ledger says now for one person, channel and purpose; written with its event."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="consent_states")
    channel = models.CharField(max_length=5, choices=Channel)
    purpose = models.CharField(max_length=12, choices=Purpose)
    status = models.CharField(max_length=9, choices=ConsentStatus)
    basis = models.CharField(max_length=12, choices=Basis)
    event = models.ForeignKey(ConsentEvent, models.RESTRICT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "channel", "purpose"], name="one_consent_state")
        ]

from django.db import models

from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models.membership import Membership
from groundswell.orgs.models.organisation import Organisation


class Agreement(PublicIdModel):
    """A version of the data-protection agreement, with the questions asked about it."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="agreements")
    version = models.PositiveSmallIntegerField()
    bodies = models.JSONField(help_text="Plain text by language code")
    questions = models.JSONField(help_text="By language: question, choices, number of the right one")
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "version"], name="one_agreement_version")
        ]


class AgreementAcceptance(models.Model):
    """Who agreed to which version and when; before it nobody sees a person."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="acceptances")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="acceptances")
    accepted_at = models.DateTimeField()
    language = models.CharField(max_length=10)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "membership"], name="one_acceptance")]

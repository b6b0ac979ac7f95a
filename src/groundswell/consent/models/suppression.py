from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.consent.channels import Channel
from groundswell.kernel.fields import ExactCharField
from groundswell.orgs.models import Membership, Organisation


class Suppression(models.Model):
    """An address that must not be contacted, by keyed hash: it outlives the person, imports and restores."""

    class Source(models.TextChoices):
        OWN_WORDS = "own_words", _("they asked us to stop")
        VOLUNTEER = "volunteer", _("a volunteer pressed stop")
        ORGANISER = "organiser", _("an organiser stopped contact")
        PROVIDER = "provider", _("the carrier told us they opted out")
        IMPORT = "import", _("an imported list of opt-outs")

    THEIR_OWN = (Source.OWN_WORDS, Source.PROVIDER)

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    channel = models.CharField(max_length=5, choices=Channel)
    match_key = ExactCharField(max_length=32)
    source = models.CharField(max_length=10, choices=Source)
    evidence = models.CharField(max_length=500, blank=True)
    recorded_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    suppressed_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    lifted_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "channel", "match_key"],
                condition=models.Q(lifted_at=None),
                name="one_suppression",
            )
        ]
        indexes = [models.Index(fields=["organisation", "match_key", "-id"], name="suppressions_of_key")]

    @property
    def is_their_own(self) -> bool:
        """They said it themselves, to us or to the carrier: nobody else can undo it."""
        return self.source in self.THEIR_OWN

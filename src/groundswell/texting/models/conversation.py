from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.kernel.fields import ExactCharField, SealedField
from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Group, Organisation
from groundswell.outreach.models import Sender
from groundswell.people.models import Person
from groundswell.texting.models.assignment import Assignment
from groundswell.texting.models.campaign import Campaign


class Conversation(PublicIdModel):
    """All texts with one number in one campaign; without a campaign it is a stranger's, in the shared inbox.

    `person` is whom we address; a household's others are its further recipients.
    """

    class ClosedBecause(models.TextChoices):
        OPTED_OUT = "opted_out", _("opted out")
        WRONG_NUMBER = "wrong_number", _("wrong number")
        NOT_A_MOBILE = "not_a_mobile", _("not a mobile")
        FINISHED = "finished", _("finished")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    campaign = models.ForeignKey(Campaign, models.CASCADE, null=True, related_name="conversations")
    group = models.ForeignKey(Group, models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="conversations")
    match_key = ExactCharField(max_length=32)
    address = SealedField("address-of-person", null=True)
    sender = models.ForeignKey(Sender, models.SET_NULL, null=True, related_name="+")
    holder = models.ForeignKey(Assignment, models.SET_NULL, null=True, related_name="conversations")
    not_for = models.ForeignKey(
        Assignment, models.SET_NULL, null=True, related_name="+", help_text="Gave it away: never theirs again"
    )
    first_text_at = models.DateTimeField(null=True)
    last_out_at = models.DateTimeField(null=True)
    last_in_at = models.DateTimeField(null=True)
    waiting_since = models.DateTimeField(null=True, help_text="The oldest reply nobody has answered")
    escalated_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_because = models.CharField(max_length=12, choices=ClosedBecause, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "match_key"], name="one_conversation_per_number"),
            models.UniqueConstraint(
                fields=["organisation", "match_key"],
                condition=models.Q(campaign=None),
                name="one_strangers_conversation",
            ),
        ]
        indexes = [
            models.Index(
                fields=["campaign", "group", "waiting_since"],
                name="conversations_waiting",
                condition=models.Q(waiting_since__isnull=False),
            ),
            models.Index(
                fields=["holder", "waiting_since"],
                name="conversations_of_holder",
                condition=models.Q(holder__isnull=False),
            ),
            models.Index(
                fields=["organisation", "match_key", "-last_out_at"], name="conversations_of_number"
            ),
            models.Index(fields=["campaign", "group"], name="conversations_by_group"),
        ]

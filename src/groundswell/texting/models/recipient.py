from django.db import models

from groundswell.orgs.models import Group
from groundswell.outreach.gate import Reason
from groundswell.people.models import Person
from groundswell.texting.models.campaign import Campaign
from groundswell.texting.models.conversation import Conversation


class Recipient(models.Model):
    """A person in a campaign's frozen audience: in a conversation, or left out and why."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="recipients")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, related_name="+")
    conversation = models.ForeignKey(Conversation, models.CASCADE, null=True, related_name="recipients")
    left_out = models.CharField(max_length=12, choices=Reason, blank=True)
    goal_reached_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "person"], name="one_recipient_per_person")
        ]
        indexes = [
            models.Index(fields=["campaign", "group", "left_out"], name="recipients_by_group"),
            models.Index(fields=["conversation"], name="recipients_of_conversation"),
        ]

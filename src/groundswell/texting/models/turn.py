from django.db import models

from groundswell.kernel.fields import ExactCharField
from groundswell.orgs.models import Group
from groundswell.texting.models.assignment import Assignment
from groundswell.texting.models.conversation import Conversation
from groundswell.texting.models.round import Round


class Turn(models.Model):
    """One conversation's turn in a round: waiting, in a volunteer's hand, used, or dropped.

    Unique per round and number, whatever happens: this row is why nobody gets a round twice.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        HELD = "held"
        USED = "used"
        DROPPED = "dropped"

    round = models.ForeignKey(Round, models.CASCADE, related_name="turns")
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="turns")
    group = models.ForeignKey(Group, models.PROTECT, related_name="+")
    match_key = ExactCharField(max_length=32)
    time_zone = models.CharField(max_length=50)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    holder = models.ForeignKey(Assignment, models.SET_NULL, null=True, related_name="turns")
    held_until = models.DateTimeField(null=True)
    skipped_at = models.DateTimeField(null=True)
    dropped_because = models.CharField(max_length=20, blank=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "match_key"], name="one_turn_per_number"),
            models.UniqueConstraint(fields=["round", "conversation"], name="one_turn_per_conversation"),
        ]
        indexes = [
            models.Index(
                fields=["round", "group", "id"], name="turns_waiting", condition=models.Q(state="waiting")
            ),
            models.Index(fields=["holder", "id"], name="turns_held", condition=models.Q(state="held")),
            models.Index(fields=["conversation"], name="turns_of_conversation"),
        ]

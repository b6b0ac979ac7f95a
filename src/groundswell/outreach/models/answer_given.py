from django.db import models

from groundswell.orgs.models import Membership, Organisation
from groundswell.outreach.models.script import Answer, Meaning, Question
from groundswell.people.models import Person


class AnswerGiven(models.Model):
    """What a person answered, as somebody recorded it; a later answer supersedes, nothing is overwritten."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="answers_given")
    question = models.ForeignKey(Question, models.PROTECT, related_name="+")
    answer = models.ForeignKey(Answer, models.PROTECT, related_name="+")
    meaning = models.CharField(max_length=20, choices=Meaning, blank=True)
    campaign_id = models.BigIntegerField(null=True, help_text="The texting campaign it was given in")
    recorded_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "question"],
                condition=models.Q(superseded_at=None),
                name="one_current_answer",
            )
        ]
        indexes = [
            models.Index(fields=["campaign_id", "meaning", "person"], name="answers_by_meaning"),
            models.Index(fields=["answer", "person"], name="people_by_answer"),
        ]

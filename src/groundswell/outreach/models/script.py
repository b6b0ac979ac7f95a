from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Group, Organisation
from groundswell.outreach.querysets import ScriptQuerySet
from groundswell.people.models import Tag


class Meaning(models.TextChoices):
    """What an answer means to the campaign, whatever its words."""

    VOTED = "voted", _("Has voted")
    NEEDS_PAPER = "needs_paper", _("Needs a new ballot paper")
    NOT_YET = "not_yet", _("Not yet")
    WANTS_TO_HELP = "wants_to_help", _("Wants to help")
    WONT_SAY = "wont_say", _("Won't say")
    WRONG_NUMBER = "wrong_number", _("Wrong number")
    STOP = "stop", _("Wants no more texts")


class Script(PublicIdModel):
    """Questions to ask and what to say to each answer; `version` is a hash stored on every text."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    version = models.CharField(max_length=12, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True)

    objects = ScriptQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class Question(PublicIdModel):
    """Asked at the start (`after` empty) or after one particular answer."""

    script = models.ForeignKey(Script, models.CASCADE, related_name="questions")
    after = models.ForeignKey("Answer", models.CASCADE, null=True, related_name="next_questions")
    text = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.text


class Answer(PublicIdModel):
    question = models.ForeignKey(Question, models.CASCADE, related_name="answers")
    label = models.CharField(max_length=80)
    meaning = models.CharField(max_length=20, choices=Meaning, blank=True)
    suggested_reply = models.TextField(max_length=1000, blank=True)
    tag = models.ForeignKey(Tag, models.SET_NULL, null=True, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.label

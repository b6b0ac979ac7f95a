from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.consent.channels import Purpose
from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Group, Membership, Organisation
from groundswell.outreach.models import Meaning, Script


class Campaign(PublicIdModel):
    """A texting campaign: whom, what, by when, and when enough people have said yes."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        STARTING = "starting", _("Starting")
        RUNNING = "running", _("Running")
        PAUSED = "paused", _("Paused")
        CLOSED = "closed", _("Closed")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    purpose = models.CharField(max_length=12, choices=Purpose, default=Purpose.MEMBERSHIP)
    audience = models.JSONField(default=dict, help_text="Filter tree, see segments/algebra.py")
    script = models.ForeignKey(Script, models.PROTECT, null=True, related_name="+")
    goal = models.CharField(max_length=20, choices=Meaning, blank=True)
    threshold_percent = models.PositiveSmallIntegerField(null=True)
    closes_at = models.DateTimeField(null=True)
    papers_until = models.DateTimeField(null=True, help_text="After it no replacement paper can be asked for")
    batch_size = models.PositiveSmallIntegerField(default=40)
    batch_hours = models.PositiveSmallIntegerField(default=12)
    seconds_between = models.FloatField(default=0.6)
    made_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "-id"], name="campaigns_newest")]

    def __str__(self) -> str:
        return self.name

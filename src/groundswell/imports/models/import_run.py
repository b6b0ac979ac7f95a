from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.history.models import Changeset
from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Group, Membership, Organisation


class ImportRun(PublicIdModel):
    """One file on its way in: staged, mapped, previewed, applied in chunks, and undone if need be."""

    class State(models.TextChoices):
        STAGED = "staged", _("Waiting for columns")
        PREVIEWING = "previewing", _("Checking")
        PREVIEWED = "previewed", _("Ready to apply")
        APPLYING = "applying", _("Applying")
        APPLIED = "applied", _("Applied")
        UNDOING = "undoing", _("Undoing")
        UNDONE = "undone", _("Undone")
        FAILED = "failed", _("Stopped")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    group = models.ForeignKey(
        Group, models.PROTECT, related_name="+", help_text="Branches are made below this group"
    )
    made_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    file_name = models.CharField(max_length=200)
    headers = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    source = models.JSONField(default=dict, help_text="Basis per channel and purpose, and the evidence")
    state = models.CharField(max_length=10, choices=State, default=State.STAGED)
    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    summary = models.JSONField(default=dict)
    problem = models.CharField(max_length=300, blank=True)
    changeset = models.ForeignKey(Changeset, models.SET_NULL, null=True, related_name="+")
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "-id"], name="imports_newest")]

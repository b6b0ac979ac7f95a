from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.history.models import Changeset
from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Group, Membership, Organisation


class ImportRun(PublicIdModel):
    """One file on its way in: staged, mapped, previewed, applied in chunks, and undone if need be."""

    class State(models.TextChoices):
        READING = "reading", _("Reading the file")
        STAGED = "staged", _("Waiting for columns")
        PREVIEWING = "previewing", _("Checking")
        PREVIEWED = "previewed", _("Ready to apply")
        APPLYING = "applying", _("Applying")
        APPLIED = "applied", _("Applied")
        UNDOING = "undoing", _("Undoing")
        UNDONE = "undone", _("Undone")
        FAILED = "failed", _("Stopped")

    WORKING = (State.PREVIEWING, State.APPLYING, State.UNDOING)

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    group = models.ForeignKey(
        Group, models.PROTECT, related_name="+", help_text="Branches are made below this group"
    )
    made_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    file_name = models.CharField(max_length=200)
    headers = models.JSONField(default=list)
    mapping = models.JSONField(default=list, help_text="The kind of each column")
    source = models.JSONField(default=dict, help_text="Basis per channel and purpose, and the evidence")
    state = models.CharField(max_length=10, choices=State, default=State.READING)
    phase = models.CharField(max_length=10, blank=True, help_text="Which pass over the rows is under way")
    stopped_in = models.CharField(max_length=10, choices=State, blank=True, help_text="Where it may go on")
    acting = models.ForeignKey(
        Membership, models.SET_NULL, null=True, related_name="+", help_text="Who began the running step"
    )
    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    cursor = models.BigIntegerField(default=0, help_text="The last row of the running step that is done")
    step_began_at = models.DateTimeField(null=True)
    summary = models.JSONField(default=dict, help_text="Counts of the check, of applying, and of undoing")
    problem = models.CharField(max_length=300, blank=True)
    changeset = models.ForeignKey(Changeset, models.SET_NULL, null=True, related_name="+")
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "-id"], name="imports_newest")]

    @property
    def is_working(self) -> bool:
        return self.state in self.WORKING

    @property
    def counts(self) -> dict[str, int]:
        """What applying did, or before that what it would do."""
        return self.summary.get("applied") or self.summary.get("preview") or {}

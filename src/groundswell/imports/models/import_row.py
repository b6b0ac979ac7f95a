from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.imports.models.import_run import ImportRun
from groundswell.imports.reasons import Reason
from groundswell.kernel.fields import ExactCharField, SealedField
from groundswell.people.models import Person


class ImportRow(models.Model):
    """One row of a staged file: its cells and what they say, sealed, and what becomes of it."""

    class Outcome(models.TextChoices):
        NEW = "new", _("New")
        UPDATED = "updated", _("Updated")
        UNCHANGED = "unchanged", _("Unchanged")
        REJECTED = "rejected", _("Rejected")

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(help_text="As the spreadsheet counts, header included")
    cells = SealedField("import-row")
    values = SealedField("import-values", null=True, help_text="What the cells say; null: unreadable")
    outcome = models.CharField(max_length=9, choices=Outcome, blank=True)
    reason = models.CharField(max_length=12, choices=Reason, blank=True)
    left_out = models.CharField(
        max_length=200, blank=True, help_text="Cells loaded without, as column:reason, space between"
    )
    same_as = models.PositiveIntegerField(null=True, help_text="The row that is the same person")
    external_id = models.CharField(max_length=60, null=True)
    phone_key = ExactCharField(max_length=32, null=True)
    email_key = ExactCharField(max_length=32, null=True)
    name_key = ExactCharField(max_length=32, blank=True)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    position = models.BigIntegerField(null=True, help_text="When it is decided: what says most comes first")
    applied = models.BooleanField(default=False)
    kept = models.CharField(max_length=30, blank=True, help_text="Why an undo let this person stay")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="one_row_per_number")]
        indexes = [
            models.Index(fields=["run", "outcome", "number"], name="rows_by_outcome"),
            models.Index(fields=["run", "position"], name="rows_by_position"),
            models.Index(fields=["run", "external_id"], name="rows_by_number"),
            models.Index(fields=["run", "phone_key"], name="rows_by_phone"),
            models.Index(fields=["run", "email_key"], name="rows_by_email"),
        ]

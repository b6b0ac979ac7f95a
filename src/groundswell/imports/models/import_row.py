from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.imports.models.import_run import ImportRun
from groundswell.kernel.fields import ExactCharField, SealedField
from groundswell.people.models import Person


class ImportRow(models.Model):
    """One row of a staged file, cells sealed, with what the dry run says of it."""

    class Outcome(models.TextChoices):
        NEW = "new", _("New")
        UPDATED = "updated", _("Updated")
        UNCHANGED = "unchanged", _("Unchanged")
        REJECTED = "rejected", _("Rejected")

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(help_text="As the spreadsheet counts, header included")
    cells = SealedField("import-row")
    outcome = models.CharField(max_length=9, choices=Outcome, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    external_id = models.CharField(max_length=60, null=True)
    phone_key = ExactCharField(max_length=32, null=True)
    email_key = ExactCharField(max_length=32, null=True)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    applied = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="one_row_per_number")]
        indexes = [models.Index(fields=["run", "outcome", "number"], name="rows_by_outcome")]

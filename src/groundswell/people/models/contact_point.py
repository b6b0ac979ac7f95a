from django.db import models

from groundswell.kernel.fields import ExactCharField, SealedField
from groundswell.orgs.models import Organisation
from groundswell.people.models.person import Person


class ContactPoint(models.Model):
    """A phone number or e-mail address of a person: sealed, found only by its keyed hash."""

    class Kind(models.TextChoices):
        PHONE = "phone"
        EMAIL = "email"

    class Status(models.TextChoices):
        OK = "ok"
        LANDLINE = "landline"
        INVALID = "invalid"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="contact_points")
    kind = models.CharField(max_length=5, choices=Kind)
    value = SealedField("address-of-person")
    match_key = ExactCharField(max_length=32)
    tail_key = ExactCharField(max_length=32, blank=True, help_text="Hash of the last four digits")
    status = models.CharField(max_length=8, choices=Status, default=Status.OK)
    textable = models.BooleanField(default=False)
    is_primary = models.BooleanField(default=True)
    changeset_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    last_confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "match_key"], name="one_point_per_person"),
            models.UniqueConstraint(
                fields=["person", "kind"], condition=models.Q(is_primary=True), name="one_primary_per_kind"
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "kind", "match_key"], name="point_by_key"),
            models.Index(fields=["organisation", "tail_key"], name="point_by_tail"),
        ]

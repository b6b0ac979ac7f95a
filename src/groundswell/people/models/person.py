from django.db import models

from groundswell.kernel.fields import ExactCharField, SealedField
from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Group, Organisation
from groundswell.people.names import search_name, sort_name
from groundswell.people.querysets import PersonQuerySet


class Person(PublicIdModel):
    """One human, with or without phone or e-mail. `external_id` is the membership number."""

    class ZoneSource(models.TextChoices):
        ORGANISATION = "organisation"
        NUMBER = "number"
        ADDRESS = "address"
        PERSON = "person"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, related_name="+", help_text="Home branch")
    given_name = models.CharField(max_length=80, blank=True)
    family_name = models.CharField(max_length=80, blank=True)
    sort_name = ExactCharField(max_length=170, blank=True)
    search_name = ExactCharField(max_length=170, blank=True)
    external_id = models.CharField(max_length=60, null=True)
    language = models.CharField(max_length=10, blank=True)
    postcode = models.CharField(max_length=16, blank=True)
    town = models.CharField(max_length=80, blank=True)
    address = SealedField("address", null=True)
    time_zone = models.CharField(max_length=50)
    time_zone_source = models.CharField(max_length=12, choices=ZoneSource, default=ZoneSource.ORGANISATION)
    how_we_know = models.CharField(max_length=300, blank=True)
    custom = models.JSONField(default=dict)
    changeset_id = models.BigIntegerField(null=True, help_text="The import that made this person")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    deleted_at = models.DateTimeField(null=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "external_id"],
                condition=models.Q(deleted_at=None),
                name="one_person_per_external_id",
            )
        ]
        indexes = [
            models.Index(fields=["group", "sort_name", "id"], name="person_by_group"),
            models.Index(fields=["organisation", "sort_name", "id"], name="person_by_name"),
            models.Index(fields=["changeset_id"], name="person_by_changeset"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    def set_name(self, given: str, family: str) -> None:
        """Keeps the sort and search forms with the name."""
        self.given_name, self.family_name = given, family
        self.sort_name = sort_name(given, family)
        self.search_name = search_name(given, family)

from django.db import models
from django.db.models.functions import Lower

from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Organisation


class CustomField(PublicIdModel):
    """A column an organisation added. Values live in Person.custom under str(id); deleting keeps them."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    label = models.CharField(max_length=80)
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("label"),
                condition=models.Q(deleted_at=None),
                name="one_field_per_label",
            )
        ]

    def __str__(self) -> str:
        return self.label

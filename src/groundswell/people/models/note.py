from django.db import models

from groundswell.kernel.ids import PublicIdModel
from groundswell.orgs.models import Membership, Organisation
from groundswell.people.models.person import Person


class Note(PublicIdModel):
    """A sentence a colleague wrote about a person; leaders of the branch see it."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="notes")
    author = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    body = models.TextField(max_length=2000)
    written_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "-written_at", "-id"], name="notes_newest")]

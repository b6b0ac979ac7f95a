from django.db import models

from groundswell.kernel.fields import ExactCharField
from groundswell.orgs.models import Organisation
from groundswell.people.models.person import Person


class PersonWord(models.Model):
    """One word of a person's name, so that typing the beginning of any of them finds the person.

    Kept by `services.index_names`; a range over (organisation, word) is quick at a million people.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    word = ExactCharField(max_length=80)
    person = models.ForeignKey(Person, models.CASCADE, related_name="words")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "word", "person"], name="one_word_per_person")
        ]

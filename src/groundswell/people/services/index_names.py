from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import transaction

from groundswell.people.models import Person, PersonWord

CHUNK = 2000


def index_names(person_ids: Iterable[int]) -> None:
    """Brings the search words of these people in line with their names, 2,000 people a transaction."""
    ids = iter(person_ids)
    while chunk := list(islice(ids, CHUNK)):
        with transaction.atomic():
            PersonWord.objects.filter(person__in=chunk).delete()
            PersonWord.objects.bulk_create(_words_of(chunk), batch_size=CHUNK)


def _words_of(person_ids: list[int]) -> Iterator[PersonWord]:
    people = Person.objects.filter(id__in=person_ids).values_list("id", "organisation_id", "search_name")
    for person_id, organisation_id, search_name in people:
        for word in set(search_name.split()):
            yield PersonWord(organisation_id=organisation_id, word=word[:80], person_id=person_id)

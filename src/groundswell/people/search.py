"""Finding people by what one knows of them: words of a name, a whole number, its last four digits,
a whole e-mail address, or a membership number. Numbers and addresses are looked up by keyed hash."""

import re
from typing import Any

from django.db.models import Q, QuerySet

from groundswell.kernel.phones import read_phone
from groundswell.kernel.sealed import match_key
from groundswell.orgs.models import Organisation
from groundswell.people.addresses import TAIL, tail_key
from groundswell.people.models import ContactPoint, PersonWord
from groundswell.people.names import plain
from groundswell.people.querysets import PersonQuerySet

DIALLED = re.compile(r"[\d\s()+./-]{4,}")
LAST = "\U0010ffff"


def matching(people: PersonQuerySet, text: str, organisation: Organisation) -> PersonQuerySet:
    """Those of `people` whom `text` describes; all of them for nothing."""
    text = text.strip()[:100]
    if not text:
        return people
    if "@" in text:
        return people.filter(id__in=_holders(organisation, match_key(organisation.id, "email", text.lower())))
    if DIALLED.fullmatch(text):
        return people.filter(_by_number(organisation, text) | Q(external_id=text))
    return people.filter(_by_words(organisation, text) | Q(external_id=text))


def _by_number(organisation: Organisation, text: str) -> Q:
    digits = "".join(character for character in text if character.isdigit())
    if len(digits) == TAIL:
        points = ContactPoint.objects.filter(
            organisation=organisation, tail_key=tail_key(organisation.id, digits)
        )
        return Q(id__in=points.values("person"))
    number = read_phone(text, organisation.country)
    return Q(
        id__in=_holders(organisation, match_key(organisation.id, "phone", number.e164) if number else "")
    )


def _by_words(organisation: Organisation, text: str) -> Q:
    """Each word begins some word of the name."""
    found = Q()
    for word in plain(text).split()[:6]:
        words = PersonWord.objects.filter(organisation=organisation, word__gte=word, word__lt=word + LAST)
        found &= Q(id__in=words.values("person"))
    return found


def _holders(organisation: Organisation, key: str) -> QuerySet[ContactPoint, Any]:
    return ContactPoint.objects.filter(organisation=organisation, match_key=key).values("person")

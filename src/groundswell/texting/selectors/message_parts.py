"""How a message travels to everybody it is meant for: parts and alphabet counted per person, merged."""

import re
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from groundswell.gateways.sms.encoding import GSM_BASIC, measure
from groundswell.outreach.merge import fields_in, render
from groundswell.people.models import Person
from groundswell.texting.models import Campaign

_plain = re.compile(f"[{re.escape(GSM_BASIC)}]*").fullmatch
PERSON_FIELDS = {"first_name": "given_name", "branch": "group__name"}


@dataclass
class MessageParts:
    """`by_parts` and `by_encoding` count people; `total` is what the carrier bills for all of them."""

    by_parts: Counter[int] = field(default_factory=Counter)
    by_encoding: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return sum(parts * people for parts, people in self.by_parts.items())

    @property
    def fewest(self) -> int:
        return min(self.by_parts, default=0)

    @property
    def most(self) -> int:
        return max(self.by_parts, default=0)

    @property
    def in_ucs2(self) -> int:
        """People whose text needs the wide alphabet, often because of their name."""
        return self.by_encoding["UCS-2"]


def measure_for(message: str, campaign: Campaign, people: QuerySet[Person], volunteer: str) -> MessageParts:
    """One GROUP BY over what the message uses of a person, one measurement per distinct shape."""
    names = [name for name in dict.fromkeys(fields_in(message)) if name in PERSON_FIELDS]
    columns = [PERSON_FIELDS[name] for name in names]
    same = campaign_values(campaign, volunteer)
    found = MessageParts()
    for shape, count in _shapes(people.order_by(), columns).items():
        measured = measure(render(message, same | dict(zip(names, shape, strict=True))))
        found.by_parts[measured.parts] += count
        found.by_encoding[measured.encoding] += count
    return found


def _shapes(people: QuerySet[Person], columns: list[str]) -> Counter[tuple[str, ...]]:
    """How many people have which shape; words that are the same for everybody have one shape."""
    if not columns:
        return Counter({(): people.count()})
    shapes: Counter[tuple[str, ...]] = Counter()
    for *values, count in people.values_list(*columns).annotate(people=Count("id")):
        shapes[tuple(map(_shape, values))] += count
    return shapes


def _shape(value: str) -> str:
    """Names of one length in the plain alphabet travel alike, so they are measured once."""
    value = " ".join(value.split())
    return "x" * len(value) if _plain(value) else value


def campaign_values(campaign: Campaign, volunteer: str) -> dict[str, str]:
    """What is the same for everybody in the campaign."""
    closes = campaign.closes_at
    return {
        "organisation": campaign.organisation.name,
        "volunteer": volunteer,
        "closes_on": f"{closes:%-d %B}" if closes else "",
    }


def person_values(person: Person) -> dict[str, str]:
    return {"first_name": person.given_name, "branch": person.group.name}

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise

from groundswell.kernel.database import time_limit
from groundswell.kernel.errors import DomainError
from groundswell.orgs.viewer import Viewer
from groundswell.people.models import Person
from groundswell.segments.algebra import Definition, compile_filter
from groundswell.segments.reach import Reach, reach_counters
from groundswell.segments.sentence import read_back

SECONDS = 2.0
SAMPLE = 5


@dataclass(frozen=True)
class SegmentAnswer:
    """What a definition comes to now, or in words why that cannot be said."""

    sentence: str = ""
    people: int | None = None
    reach: list[Reach] | None = None
    sample: list[Person] | None = None
    problem: str | Promise = ""


def people_in(viewer: Viewer, definition: Definition) -> QuerySet[Person]:
    """Everyone it means among the people the viewer may see; never anybody else."""
    meant = compile_filter(definition, organisation=viewer.organisation)
    people: QuerySet[Person] = Person.objects.visible_to(viewer).filter(meant)
    return people


def answer_segment(viewer: Viewer, definition: Definition, purpose: str = "") -> SegmentAnswer:
    """Sentence, count, reach and five people; a question that is wrong or slow says so instead."""
    sentence = ""
    try:
        sentence = read_back(definition, organisation=viewer.organisation)
        people = people_in(viewer, definition)
        with time_limit(SECONDS):
            reach = [count(people, viewer.organisation, purpose) for count in reach_counters]
            total = reach[0].people if reach else people.count()
            sample = list(people.select_related("group").order_by("sort_name", "id")[:SAMPLE])
    except DomainError as problem:
        return SegmentAnswer(sentence=sentence, problem=problem.message)
    return SegmentAnswer(sentence=sentence, people=total, reach=reach, sample=sample)

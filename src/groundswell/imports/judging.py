"""What becomes of each row, before anything is written: the same for the dry run and for applying."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from groundswell.consent.channels import Channel, Purpose
from groundswell.imports.branches import Branches
from groundswell.imports.contactable import ConsentAround, load_consent
from groundswell.imports.differences import changes_to, new_addresses
from groundswell.imports.models import ImportRow, ImportRun
from groundswell.imports.neighbourhood import Neighbourhood, load_neighbourhood
from groundswell.imports.reasons import CellProblem, Reason
from groundswell.imports.staged import Staged
from groundswell.people.models import CustomField, Person, Tagging

Outcome = ImportRow.Outcome


@dataclass
class Verdict:
    """What one row does. `same_as` is the row that counts; `identity` as in `Known.id`."""

    row: Staged
    outcome: Outcome
    reason: Reason | None = None
    same_as: int | None = None
    identity: int | None = None
    person: Person | None = None
    group_id: int | None = None
    changes: dict[str, Any] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    may_text_for: list[Purpose] = field(default_factory=list)
    stays_out: bool = False

    @property
    def counts(self) -> bool:
        return self.outcome != Outcome.REJECTED


@dataclass
class Surroundings:
    """All that is looked up once for a chunk."""

    around: Neighbourhood
    branches: Branches
    consent: ConsentAround
    field_ids: dict[str, int]
    tagged: set[tuple[int, str]]


def look_around(run: ImportRun, rows: Sequence[Staged], open_groups: frozenset[int]) -> Surroundings:
    around = load_neighbourhood(run, rows, open_groups)
    keys = {key for row in rows for key in (row.keys.phone, row.keys.email) if key}
    keys |= {point.match_key for points in around.points.values() for point in points}
    fields = CustomField.objects.filter(organisation_id=run.organisation_id, deleted_at=None)
    tagged = Tagging.objects.filter(person__in=around.people, tag__deleted_at=None)
    wanted = any("tags" in row.values for row in rows)
    return Surroundings(
        around=around,
        branches=Branches(run.group),
        consent=load_consent(run, around.people, keys),
        field_ids={label.lower(): field_id for field_id, label in fields.values_list("id", "label")},
        tagged={(person_id, name.lower()) for person_id, name in tagged.values_list("person_id", "tag__name")}
        if wanted
        else set(),
    )


def judge(rows: Sequence[Staged], seen: Surroundings) -> list[Verdict]:
    """One verdict a row, in the order in which rows are decided."""
    return [_judge_row(row, seen) for row in rows]


def _judge_row(row: Staged, seen: Surroundings) -> Verdict:
    try:
        group_id = seen.branches.find(row.values.get("branch", ""))
    except CellProblem as problem:
        return Verdict(row, Outcome.REJECTED, reason=problem.reason)
    decision = seen.around.neighbours.decide(row.keys)
    known = decision.known
    if decision.reason:
        same_as, identity = (known.row, known.id) if known else (None, None)
        return Verdict(row, Outcome.REJECTED, decision.reason, same_as, identity)
    verdict = Verdict(row, Outcome.NEW, identity=known.id if known else -row.keys.number, group_id=group_id)
    verdict.tags = row.values.get("tags", [])
    if known is not None:
        _compare(verdict, seen.around.people[known.id], seen)
    _foresee_texting(verdict, seen)
    return verdict


def _compare(verdict: Verdict, person: Person, seen: Surroundings) -> None:
    values, points = verdict.row.values, seen.around.points.get(person.id, [])
    keys = {"phone": verdict.row.keys.phone, "email": verdict.row.keys.email}
    verdict.person = person
    verdict.changes = changes_to(person, values, verdict.group_id, seen.field_ids)
    verdict.addresses = new_addresses(values, keys, points)
    verdict.tags = [tag for tag in verdict.tags if (person.id, tag.lower()) not in seen.tagged]
    every_key = [*keys.values(), *(point.match_key for point in points)]
    news = verdict.changes or verdict.addresses or verdict.tags
    changed = bool(news) or seen.consent.would_change(person.id, every_key)
    verdict.outcome = Outcome.UPDATED if changed else Outcome.UNCHANGED


def _foresee_texting(verdict: Verdict, seen: Surroundings) -> None:
    """Whether the number that will be texted may be; quiet hours and the like are for the day itself."""
    person_id = verdict.person.id if verdict.person else None
    key, textable = _number_to_text(verdict, seen)
    stopped = seen.consent.is_stopped(Channel.TEXT, [key])
    verdict.stays_out = stopped or seen.consent.has_refused(person_id, Channel.TEXT)
    if textable and not stopped:
        verdict.may_text_for = seen.consent.purposes(person_id, Channel.TEXT)


def _number_to_text(verdict: Verdict, seen: Surroundings) -> tuple[str | None, bool]:
    points = seen.around.points.get(verdict.person.id, []) if verdict.person else []
    for point in points:
        if point.kind == point.Kind.PHONE and point.is_primary and point.textable:
            return point.match_key, True
    return verdict.row.keys.phone, bool(verdict.row.values.get("textable"))

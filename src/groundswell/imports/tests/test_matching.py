"""The matching rule, with people and rows as plain values."""

from dataclasses import dataclass, field
from operator import attrgetter

from hypothesis import given
from hypothesis import strategies as st

from groundswell.imports.matching import Decision, Known, Neighbours, RowKeys
from groundswell.imports.reasons import Reason
from tests.thoroughness import examples


@dataclass
class Someone:
    id: int
    external_id: str | None = None
    name: str = ""
    phones: set[str] = field(default_factory=set)
    emails: set[str] = field(default_factory=set)

    def take(self, row: RowKeys) -> bool:
        """Fills in what the row knows; says whether anything changed."""
        before = (self.external_id, self.name, len(self.phones), len(self.emails))
        self.external_id = row.external_id or self.external_id
        self.name = row.name or self.name
        self.phones |= {row.phone} if row.phone else set()
        self.emails |= {row.email} if row.email else set()
        return before != (self.external_id, self.name, len(self.phones), len(self.emails))


def neighbours_of(people: list[Someone]) -> Neighbours:
    around = Neighbours()
    for person in people:
        known = Known(person.id, person.external_id, person.name)
        around.add(known)
        for phone in person.phones:
            around.add(known, phone=phone)
        for email in person.emails:
            around.add(known, email=email)
    return around


def load(people: list[Someone], rows: list[RowKeys]) -> list[str]:
    """Loads a file and says what became of each row, in the order they were decided."""
    around = neighbours_of(people)
    added: dict[int, Someone] = {}
    return [
        _apply(people, added, row, around.decide(row)) for row in sorted(rows, key=attrgetter("position"))
    ]


def _apply(people: list[Someone], added: dict[int, Someone], row: RowKeys, decision: Decision) -> str:
    if decision.reason:
        return decision.reason.value
    if decision.known is None:
        people.append(Someone(len(people) + 1))
        people[-1].take(row)
        added[-row.number] = people[-1]
        return "new"
    person = added.get(decision.known.id) or next(one for one in people if one.id == decision.known.id)
    return "updated" if person.take(row) else "unchanged"


KEYS = st.builds(
    lambda external_id, phone, email, name: (external_id, phone, email, name),
    st.sampled_from([None, None, "1", "2", "3"]),
    st.sampled_from([None, "p", "q"]),
    st.sampled_from([None, "e", "f"]),
    st.sampled_from(["", "dunya", "emil"]),
).filter(lambda keys: any(keys[:3]))
FILES = st.lists(KEYS, max_size=7).map(
    lambda rows: [RowKeys(number, *keys) for number, keys in enumerate(rows, start=2)]
)


@examples(600)
@given(FILES)
def test_loading_a_file_a_second_time_changes_nothing(rows: list[RowKeys]) -> None:
    people: list[Someone] = []
    load(people, rows)
    assert not {"new", "updated"} & set(load(people, rows))


@examples(300)
@given(FILES, FILES)
def test_nobody_ends_up_with_the_number_of_somebody_else(first: list[RowKeys], second: list[RowKeys]) -> None:
    people: list[Someone] = []
    load(people, first)
    before = {person.id: person.external_id for person in people if person.external_id}
    load(people, second)
    assert before == {person.id: person.external_id for person in people if person.id in before}
    numbers = [person.external_id for person in people if person.external_id]
    assert len(numbers) == len(set(numbers))


def test_a_membership_number_wins_over_a_mobile() -> None:
    people = [Someone(1, "7", "dunya", {"p"}), Someone(2, "8", "dunya", {"q"})]
    assert load(people, [RowKeys(2, "8", "p", None, "dunya")]) == ["updated"]
    assert people[1].phones == {"p", "q"}


def test_a_number_never_matches_a_person_who_holds_another_one() -> None:
    people = [Someone(1, "7", "dunya", {"p"}, {"e"})]
    assert load(people, [RowKeys(2, "8", "p", "e", "dunya")]) == ["new"]


def test_a_mobile_shared_under_different_names_makes_a_household() -> None:
    people = [Someone(1, None, "dunya", {"p"})]
    assert load(people, [RowKeys(2, None, "p", None, "emil")]) == ["new"]


def test_a_mobile_with_the_same_or_no_name_is_the_same_person() -> None:
    people = [Someone(1, None, "dunya", {"p"})]
    assert load(people, [RowKeys(2, "7", "p", None, "dunya")]) == ["updated"]
    assert load(people, [RowKeys(2, None, "p")]) == ["unchanged"]


def test_a_mobile_of_two_people_without_a_name_to_tell_them_apart_is_ambiguous() -> None:
    people = [Someone(1, None, "dunya", {"p"}), Someone(2, None, "emil", {"p"})]
    assert load(people, [RowKeys(2, None, "p")]) == [Reason.AMBIGUOUS]


def test_the_e_mail_counts_when_the_mobile_says_nothing() -> None:
    people = [Someone(1, None, "dunya", set(), {"e"})]
    assert load(people, [RowKeys(2, None, "p", "e", "dunya")]) == ["updated"]


def test_a_second_row_of_one_person_is_pointed_to_the_first() -> None:
    rows = [RowKeys(2, None, "p", None, "dunya"), RowKeys(3, None, "p", "e", "dunya")]
    assert load([], rows) == ["new", Reason.SAME_ROW]


def test_a_person_of_another_branch_is_left_alone() -> None:
    around = Neighbours()
    around.add(Known(1, "7", "dunya", open=False))
    assert around.decide(RowKeys(2, "7")).reason is Reason.ELSEWHERE

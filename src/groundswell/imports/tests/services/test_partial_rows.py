"""A cell that cannot be read costs nobody their place: the row is loaded without it, and says so."""

import pytest

from groundswell.imports.models import ImportRow, ImportRun
from groundswell.imports.selectors import partial_rows, problems_of
from groundswell.people.models import ContactPoint, Person
from tests.importing import check_file, load_file
from tests.world import World

HEADER = "Member no,First name,Surname,Mobile,Email,Postcode,Language\n"
GOOD = "1,Dunya,Aydın,07400 123456,dunya@example.org,LS1 1AA,en\n"


def load(world: World, *rows: str) -> ImportRun:
    return load_file(world.amina, world.national, HEADER + "".join(f"{row}\n" for row in rows))


def test_a_member_without_a_readable_mobile_still_counts(world: World) -> None:
    run = load(world, "1,Dunya,Aydın,07700,dunya@example.org,,")
    dunya = Person.objects.get(external_id="1")
    assert [point.kind for point in dunya.contact_points.all()] == [ContactPoint.Kind.EMAIL]
    assert [(row.number, row.words) for row in partial_rows(run)] == [
        (2, "Mobile: The mobile number cannot be a phone number")
    ]
    assert not list(problems_of(run))


@pytest.mark.parametrize(
    "row",
    ["1,,,07700,,,", ",,,07700,dunya@example.org,,", ",,,07400 123456,dunya@,,"],
    ids=["membership number", "e-mail", "mobile"],
)
def test_whatever_identifies_somebody_is_enough(world: World, row: str) -> None:
    run = load(world, row)
    assert (run.counts["new"], run.counts["partial"], run.counts["rejected"]) == (1, 1, 0)


def test_every_cell_that_cannot_be_read_is_named(world: World) -> None:
    run = load(world, f"1,Dunya,Aydın,07700,dunya@,{'9' * 17},Klingon")
    [row] = partial_rows(run)
    assert row.words.split("; ") == [
        "Mobile: The mobile number cannot be a phone number",
        "Email: The e-mail address is not complete",
        "Postcode: A cell is too long for its column",
        "Language: We do not know this language",
    ]


def test_a_row_that_is_nobody_without_it_is_not_loaded(world: World) -> None:
    run = load(world, ",Dunya,Aydın,07700,,,", ",Emil,Novák,,emil@,,", ",Kofi,Novák,,,,")
    reasons = run.rows.order_by("number").values_list("outcome", "reason", "left_out")
    assert list(reasons) == [
        ("rejected", "phone", ""),
        ("rejected", "email", ""),
        ("rejected", "nothing", ""),
    ]


def test_without_its_membership_number_a_row_could_be_somebody_else(world: World) -> None:
    load_file(world.amina, world.national, HEADER + GOOD)
    run = load(world, f"{'8' * 61},Dunya,Aydın,07400 123456,,,")
    assert run.rows.get().reason == "too_long"


def test_what_cannot_be_read_erases_nothing_that_is_known(world: World) -> None:
    load_file(world.amina, world.national, HEADER + GOOD)
    run = load(world, f"1,{'D' * 81},Smith,07700,dunya@,{'9' * 17},Klingon")
    dunya = Person.objects.get()
    assert (run.counts["unchanged"], run.counts["partial"]) == (1, 1)
    assert (dunya.full_name, dunya.postcode, dunya.language) == ("Dunya Aydın", "LS1 1AA", "en")
    known = {point.value.open() for point in dunya.contact_points.all()}
    assert known == {"+447400123456", "dunya@example.org"}


def test_half_a_name_is_not_taken_for_another_name(world: World) -> None:
    load_file(world.amina, world.national, HEADER + GOOD)
    run = load(world, f",Dunya,{'A' * 81},07400 123456,,,")
    assert run.counts["unchanged"] == 1
    assert Person.objects.get().full_name == "Dunya Aydın"


def test_the_counts_add_up_to_the_rows_and_the_partial_ones_are_counted_beside(world: World) -> None:
    load_file(world.amina, world.national, HEADER + GOOD)
    rows = [
        "1,,,07700,,,",  # unchanged, and partial
        "1,,,,,,",  # the same person again
        "2,Emil,Novák,07700,,,",  # new, and partial
        "3,Kofi,Novák,07400 123458,,,",
        ",,,07700,,,",  # nobody
    ]
    preview = check_file(world.amina, world.national, HEADER + "\n".join(rows))
    applied = load(world, *rows)
    for counts in (preview.summary["preview"], applied.summary["applied"]):
        seen = [counts.get(key, 0) for key in ("new", "updated", "unchanged", "rejected", "partial")]
        assert seen == [2, 0, 1, 2, 2]
        assert sum(counts.get(outcome, 0) for outcome in ImportRow.Outcome) == applied.rows_total

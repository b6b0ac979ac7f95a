"""Whatever is uploaded, the answer is in plain words and nothing of it is kept."""

import io
import logging
import zipfile

import pytest

from groundswell.imports.models import ImportRow, ImportRun
from groundswell.imports.services import map_columns, stage_import, state_source
from groundswell.kernel.errors import BadInput, DomainError
from groundswell.kernel.spreadsheets import SheetRefused
from groundswell.people.models import Person
from tests.importing import MEMBERS, check_file, load_file
from tests.world import World


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<row/>" * 10_000_000)
    return out.getvalue()


REFUSED = {
    "empty": b"",
    "blank": b"\n\n  \n",
    "only headers": b"Name,Mobile\n",
    "zip that is none": b"PK\x03\x04 not a workbook",
    "zip bomb": bomb(),
    "NUL bytes": b"Name,Mobile\nDu\0nya,07400 123456\n",
    "an endless line": b"Name,Mobile\n" + b"x" * 2_000_000,
    "500 columns": (",".join(f"c{number}" for number in range(500)) + "\n" + "1," * 499 + "1\n").encode(),
    "a quotation mark never closed": b'Name,Mobile\n"Dunya,07400 123456\n' + b"y" * 200_000,
    "too large": b"x" * 25_000_001,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_a_file_that_makes_no_sense_is_refused_whole(world: World, source: bytes) -> None:
    with pytest.raises(SheetRefused) as refused:
        stage_import(actor=world.amina.actor, group=world.national, file_name="x.csv", source=source)
    assert str(refused.value.message).endswith(".")
    assert not ImportRun.objects.exists()
    assert not ImportRow.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_encodings_and_separators_are_found_out(world: World, encoding: str, separator: str) -> None:
    text = "Member no,Name,Mobile\n1,Zoë Núñez,07400 123456\n".replace(",", separator)
    load_file(world.amina, world.national, text.encode(encoding))
    assert Person.objects.get().full_name == "Zoë Núñez"


def test_one_bad_row_never_stops_the_good_ones(world: World) -> None:
    rows = ["1,Dunya,07400 123456", ",Emil,+99 12", "x" * 61 + ",Kofi,", "4,=1+1,", '5,"two\nlines",']
    run = load_file(world.amina, world.national, "Member no,Name,Mobile\n" + "\n".join(rows))
    rejected = run.rows.filter(outcome="rejected").values_list("number", "reason")
    assert list(rejected) == [(3, "phone"), (4, "too_long")]
    assert set(Person.objects.values_list("external_id", flat=True)) == {"1", "4", "5"}


def test_two_columns_of_one_name_are_told_apart(world: World) -> None:
    run = stage_import(
        actor=world.amina.actor, group=world.national, file_name="x", source="Phone,Phone,\n1,2,3\n"
    )
    assert run.headers == ["Phone", "Phone (2)"]
    assert run.mapping == ["mobile", "ignore"]


def test_a_list_without_names_of_columns_loses_no_row(world: World) -> None:
    run = check_file(world.amina, world.national, "Dunya,07400 123456\nEmil,07400 123457\n")
    assert run.rows_total == 2
    assert run.summary["preview"]["new"] == 2


def test_a_column_that_would_make_a_thousand_branches_is_questioned(world: World) -> None:
    rows = "".join(f"{number},Place {number}\n" for number in range(600))
    run = check_file(world.amina, world.national, "Member no,Branch\n" + rows)
    assert run.state == ImportRun.State.FAILED
    assert "500 new branches" in run.problem


def test_columns_must_recognise_people_and_a_basis_needs_evidence(world: World) -> None:
    run = stage_import(
        actor=world.amina.actor, group=world.national, file_name="x", source="Name,Mobile\nD,07400 123456\n"
    )
    with pytest.raises(BadInput):
        map_columns(actor=world.amina.actor, run=run, kinds=["full_name", "ignore"])
    with pytest.raises(BadInput):
        map_columns(actor=world.amina.actor, run=run, kinds=["mobile", "mobile"])
    with pytest.raises(DomainError):
        state_source(actor=world.amina.actor, run=run, bases=MEMBERS, evidence="  ")


def test_trouble_leaves_no_personal_data_in_the_log(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*args: object) -> None:
        raise ValueError("Dunya 07400 123456")

    monkeypatch.setattr("groundswell.imports.services.read_chunk.read_row", explode)
    with caplog.at_level(logging.DEBUG):
        run = check_file(world.amina, world.national, "Name,Mobile\nDunya,07400 123456\n")
    assert run.state == ImportRun.State.FAILED
    assert "Dunya" not in caplog.text
    assert "Dunya" not in run.problem

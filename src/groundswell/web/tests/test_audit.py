import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import groundswell
from groundswell.audit.services.note_read import flush_reads, note_read
from groundswell.audit.services.record import record
from groundswell.orgs.viewer import Viewer
from groundswell.people.services import add_person
from groundswell.segments.tests.people import someone
from groundswell.web.audit_words import VERBS
from tests.sign_in import sign_in
from tests.world import World

pytestmark = pytest.mark.django_db


def page_of(viewer: Viewer, url: str) -> str:
    answer = sign_in(viewer).get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def add_dunya(world: World) -> None:
    actor = world.amina.actor
    add_person(
        actor=actor,
        organisation=world.union,
        group=world.leeds,
        given_name="Dunya",
        family_name="Said",
    )


def test_gita_reads_in_plain_words_who_did_what_to_whom(world: World) -> None:
    add_dunya(world)
    page = page_of(world.gita, "/audit/")
    assert "<b>Amina</b> added a person" in page
    assert "Dunya Said" in page
    assert "person.added" not in page


def test_changed_fields_have_names_and_ids_are_not_shown(world: World) -> None:
    dunya = someone(world.leeds, "Dunya")
    record(world.amina.actor, "person.changed", dunya, fields=["given_name"], tag=987)
    page = page_of(world.gita, "/audit/")
    assert "given name" in page
    assert "987" not in page


def test_only_the_chosen_kind_of_entry_is_shown(world: World) -> None:
    add_dunya(world)
    assert "added a person" in page_of(world.gita, "/audit/?kind=people")
    assert "added a person" not in page_of(world.gita, "/audit/?kind=settings")
    assert sign_in(world.gita).get("/audit/?kind=everything").status_code == 404


def test_a_long_log_is_paged(world: World) -> None:
    actor = world.amina.actor
    for _number in range(101):
        record(actor, "outreach.rules_changed", None)
    assert "before=" in page_of(world.gita, "/audit/?kind=settings")


def test_gita_sees_whose_data_bram_was_shown(world: World) -> None:
    dunya, samira = someone(world.leeds, "Dunya"), someone(world.york, "Samira")
    note_read(world.bram, "people", [dunya.id])
    note_read(world.amina, "people", [samira.id])
    flush_reads()
    page = page_of(world.gita, f"/audit/reads/?member={world.bram.membership.public_id}")
    assert "list of people" in page
    assert "Dunya" in page
    assert "Samira" not in page


def test_many_people_on_one_page_are_counted(world: World) -> None:
    seen = [someone(world.leeds, f"Member{number}").id for number in range(8)]
    note_read(world.bram, "people", seen)
    flush_reads()
    page = page_of(world.gita, f"/audit/reads/?member={world.bram.membership.public_id}")
    assert "and 3 more" in page


def test_the_log_is_for_those_who_answer_for_it(world: World) -> None:
    member = world.bram.membership.public_id
    assert sign_in(world.bram).get(f"/audit/reads/?member={member}").status_code == 403
    assert sign_in(world.frida).get(f"/audit/reads/?member={member}").status_code in {403, 404}


def test_everything_recorded_has_plain_words() -> None:
    unspoken = {verb for verb in _recorded_verbs() if verb not in VERBS}
    assert not unspoken


def _recorded_verbs() -> Iterator[str]:
    """The literal verbs of every call of record(), outside the tests."""
    for path in Path(groundswell.__file__).parent.rglob("*.py"):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record" and len(node.args) > 1:
                verb = node.args[1]
                if isinstance(verb, ast.Constant):
                    yield str(verb.value)

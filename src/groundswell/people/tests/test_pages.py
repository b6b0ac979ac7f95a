import base64
import re
from datetime import timedelta
from urllib.parse import parse_qs, unquote_plus, urlsplit

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from groundswell.audit.models import ReadEntry
from groundswell.audit.services.note_read import flush_reads
from groundswell.history.tasks import purge_values
from groundswell.kernel import clock
from groundswell.orgs.models import Group
from groundswell.people.models import Person
from groundswell.people.services import add_person, tag_person
from tests.sign_in import sign_in
from tests.world import World

NUMBER = "+447400123456"


def add(
    world: World, given_name: str, family_name: str, group: Group | None = None, **details: str
) -> Person:
    return add_person(
        actor=world.amina.actor,
        organisation=world.union,
        group=group or world.leeds,
        given_name=given_name,
        family_name=family_name,
        **details,
    )


@pytest.fixture
def dunya(world: World) -> Person:
    return add(world, "Dunya", "Aydın", phone=NUMBER, email="dunya@example.org", external_id="TU-77")


def table(world: World, who: str, **query: str) -> str:
    page = sign_in(getattr(world, who)).post("/people/search", query, follow=True)
    assert page.status_code == 200
    return page.content.decode()


def names_in(html: str) -> list[str]:
    return re.findall(r'<a href="/people/[0-9a-f-]{36}/">([^<]+)</a>', html)


def test_bram_sees_leeds_and_not_york(world: World, dunya: Person) -> None:
    add(world, "Yara", "York", world.york)
    assert names_in(table(world, "amina")) == ["Dunya Aydın", "Yara York"]
    assert names_in(table(world, "bram")) == ["Dunya Aydın"]
    assert "in all the branches you may see" in table(world, "bram")


@pytest.mark.parametrize(
    "text",
    ["dun", "AYD", "aydin du", "07400 123456", "+44 7400 123456", "3456", "Dunya@example.org", "TU-77"],
)
def test_dunya_is_found_by_what_one_knows_of_her(world: World, dunya: Person, text: str) -> None:
    add(world, "Elsa", "Berg", phone="+447400999999")
    assert names_in(table(world, "bram", q=text)) == ["Dunya Aydın"]


@pytest.mark.parametrize("text", ["unya", "07400", "123456", "dunya@", "x" * 300, "%", "\x00", "١٢٣٤"])
def test_half_of_it_finds_nobody(world: World, dunya: Person, text: str) -> None:
    found = names_in(table(world, "bram", q=text))
    if len(text) <= 100 and text != "\x00":
        assert found == []


@pytest.mark.parametrize("text", ["Dunya", NUMBER, "dunya@example.org"])
def test_what_is_searched_for_stands_in_no_address(world: World, dunya: Person, text: str) -> None:
    client = sign_in(world.bram)
    answer = client.post("/people/search", {"q": text, "group": str(world.leeds.public_id)})
    assert answer.status_code == 302
    address = unquote_plus(answer["Location"])
    assert text not in address
    assert text not in base64.urlsafe_b64decode(parse_qs(urlsplit(address).query)["s"][0] + "==").decode(
        errors="replace"
    )
    page = client.get(answer["Location"]).content.decode()
    assert names_in(page) == ["Dunya Aydın"]
    assert f'value="{text}"' in page
    assert f'value="{world.leeds.public_id}" selected' in page


def test_only_who_searched_can_open_the_address(world: World, dunya: Person) -> None:
    address = sign_in(world.bram).post("/people/search", {"q": "Aydın"})["Location"]
    assert "found by" not in sign_in(world.amina).get(address).content.decode()


@pytest.mark.parametrize("token", ["x", "AQ", "%ff", "é", "A" * 899, "A" * 901, "_" * 40])
def test_an_address_that_cannot_be_read_is_no_search(world: World, dunya: Person, token: str) -> None:
    page = sign_in(world.bram).get("/people/", {"s": token})
    assert page.status_code == 200
    assert names_in(page.content.decode()) == ["Dunya Aydın"]


def test_a_search_by_get_is_refused_and_the_old_way_finds_everybody(world: World, dunya: Person) -> None:
    client = sign_in(world.bram)
    assert client.get("/people/search", {"q": "Nobody"}).status_code == 405
    assert names_in(client.get("/people/", {"q": "Nobody"}).content.decode()) == ["Dunya Aydın"]


def test_every_search_on_the_page_is_sent_and_guarded(world: World) -> None:
    client = sign_in(world.bram)
    page = client.get("/people/").content.decode()
    searches = re.findall(r'<form[^>]*role="search">.*?</form>', page, re.DOTALL)
    assert len(searches) == 2  # beside the menu, and above the table
    for form in searches:
        assert 'method="post" action="/people/search"' in form
        assert "csrfmiddlewaretoken" in form


def test_columns_nobody_fills_are_not_shown(world: World, dunya: Person) -> None:
    page = table(world, "bram")
    assert "How we know them" not in page
    assert '<th scope="col">Tags</th>' not in page
    tag_person(actor=world.amina.actor, person=dunya, name="van")
    add(world, "Elsa", "Berg", how_we_know="Came to the rally")
    page = table(world, "bram")
    assert "How we know them" in page
    assert '<th scope="col">Tags</th>' in page


def test_who_may_not_load_a_list_is_not_offered_it(world: World) -> None:
    assert "Load a list" in table(world, "amina")
    assert "Load a list" not in table(world, "bram")
    assert "Add someone" not in table(world, "gita")


def test_a_search_never_finds_people_of_another_branch(world: World) -> None:
    add(world, "Yara", "York", world.york, phone=NUMBER)
    for text in ("Yara", NUMBER, "3456"):
        assert names_in(table(world, "bram", q=text)) == []


def test_the_table_is_narrowed_by_branch_and_tag(world: World, dunya: Person) -> None:
    yara = add(world, "Yara", "York", world.york)
    changeset = tag_person(actor=world.amina.actor, person=yara, name="van")
    assert changeset
    tag = yara.taggings.get().tag
    assert names_in(table(world, "amina", group=str(world.york.public_id))) == ["Yara York"]
    assert names_in(table(world, "amina", tag=str(tag.public_id))) == ["Yara York"]


def test_the_table_turns_pages_without_skipping_or_repeating(world: World) -> None:
    for number in range(120):
        add(world, f"Given {number}", "Same" if number % 2 else f"Family {number}")
    seen: list[str] = []
    url = "/people/"
    client = sign_in(world.amina)
    while url:
        html = client.get(url).content.decode()
        seen += names_in(html)
        older = re.search(r'href="(\?[^"]*)" rel="next"', html)
        url = f"/people/{older.group(1).replace('&amp;', '&')}" if older else ""
    assert len(seen) == len(set(seen)) == 120


def test_the_number_of_queries_does_not_grow_with_the_number_of_people(world: World) -> None:
    client = sign_in(world.amina)
    counts = []
    for wave in range(3):  # the first request of a session also writes the session
        for number in range(10):
            person = add(world, f"Given {number}", "Family", phone=f"+4474001234{number + 10 * wave:02}")
            tag_person(actor=world.amina.actor, person=person, name=f"tag {number}")
        with CaptureQueriesContext(connection) as queries:
            client.get("/people/")
        counts.append(len([query for query in queries if query["sql"].startswith("SELECT")]))
    assert counts[1] == counts[2]


def test_numbers_are_masked_until_somebody_asks_and_that_is_on_record(world: World, dunya: Person) -> None:
    client = sign_in(world.bram)
    assert NUMBER not in client.get(f"/people/{dunya.public_id}/").content.decode()
    assert NUMBER in client.get(f"/people/{dunya.public_id}/addresses").content.decode()
    flush_reads()
    looked = ReadEntry.objects.filter(route="person_addresses", membership_id=world.bram.membership.id)
    assert looked.get().person_ids == [dunya.pk]


@pytest.mark.parametrize("page", ["", "edit", "phone", "email", "addresses", "stop", "consent"])
def test_a_volunteer_a_neighbour_and_a_rival_get_no_page_of_dunya(
    world: World, dunya: Person, page: str
) -> None:
    url = f"/people/{dunya.public_id}/{page}"
    assert sign_in(world.chidi).get(url).status_code == 403
    assert sign_in(world.frida).get(url).status_code == 404
    yara = add(world, "Yara", "York", world.york)
    assert sign_in(world.bram).get(f"/people/{yara.public_id}/{page}").status_code in {403, 404}


def test_amina_adds_somebody(world: World) -> None:
    client = sign_in(world.amina)
    form = {"given_name": "Dunya", "phone": "07400 123456", "group": str(world.leeds.public_id)}
    page = client.post("/people/new", form, follow=True)
    assert "Dunya is added." in page.content.decode()


def test_a_number_that_cannot_be_is_said_and_what_was_typed_is_kept(world: World) -> None:
    form = {"given_name": "Dunya", "phone": "12", "group": str(world.leeds.public_id)}
    page = sign_in(world.amina).post("/people/new", form)
    assert page.status_code == 422
    assert "no phone number we can read" in page.content.decode()
    assert 'value="Dunya"' in page.content.decode()
    assert not Person.objects.exists()


def test_bram_adds_nobody_to_york(world: World) -> None:
    form = {"given_name": "Dunya", "group": str(world.york.public_id)}
    assert sign_in(world.bram).post("/people/new", form).status_code == 422


def undo_url(html: str) -> str:
    found = re.search(r'<form method="post" action="(/people/[^"]+(?:undo|back)[^"]*)">', html)
    assert found
    return found.group(1)


def test_an_edit_is_saved_and_undone(world: World, dunya: Person) -> None:
    client = sign_in(world.bram)
    form = {"given_name": "Dünya", "family_name": "Aydın", "group": str(world.leeds.public_id)}
    page = client.post(f"/people/{dunya.public_id}/edit", form, follow=True).content.decode()
    assert "<h1>" in page
    assert Person.objects.get().given_name == "Dünya"
    client.post(undo_url(page))
    assert Person.objects.get().given_name == "Dunya"


def test_a_deleted_person_comes_back_with_undo(world: World, dunya: Person) -> None:
    client = sign_in(world.bram)
    page = client.post(f"/people/{dunya.public_id}/remove", follow=True).content.decode()
    assert client.get(f"/people/{dunya.public_id}/").status_code == 404
    client.post(undo_url(page))
    assert client.get(f"/people/{dunya.public_id}/").status_code == 200


def test_a_deletion_of_long_ago_is_too_old_to_undo_and_the_page_says_why(world: World, dunya: Person) -> None:
    page = sign_in(world.bram).post(f"/people/{dunya.public_id}/remove", follow=True).content.decode()
    with time_machine.travel(clock.now() + timedelta(days=91)):
        purge_values()
        answer = sign_in(world.bram).post(undo_url(page))
    assert answer.status_code == 409
    assert "too old to undo" in answer.content.decode()
    assert not Person.objects.alive().exists()


def test_nobody_undoes_what_somebody_else_did(world: World, dunya: Person) -> None:
    page = sign_in(world.amina).post(f"/people/{dunya.public_id}/remove", follow=True).content.decode()
    assert sign_in(world.bram).post(undo_url(page)).status_code == 404


def test_a_note_and_a_tag_appear_on_the_page(world: World, dunya: Person) -> None:
    client = sign_in(world.bram)
    client.post(f"/people/{dunya.public_id}/notes", {"body": "Offers <b>her</b> van"})
    page = client.post(f"/people/{dunya.public_id}/tags", {"tag": "van"}, follow=True).content.decode()
    assert "Offers &lt;b&gt;her&lt;/b&gt; van" in page
    assert "Take off the tag van" in page


def test_an_empty_house_teaches_the_first_step(world: World) -> None:
    assert "Nobody here yet" in table(world, "amina")

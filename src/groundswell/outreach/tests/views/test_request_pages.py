from groundswell.audit.models import AuditEntry, ReadEntry
from groundswell.audit.services.note_read import flush_reads
from groundswell.outreach.models import Request
from groundswell.outreach.tests.services.test_open_request import ask
from groundswell.segments.tests.people import someone
from tests.sign_in import sign_in
from tests.world import World


def test_the_office_sees_where_papers_go_and_that_is_noted(world: World) -> None:
    dunya = someone(world.leeds, "Dunya")
    ask(world, dunya, "2 Low Road", address_confirmed=True)
    text = sign_in(world.amina).get("/requests/").content.decode()
    assert "Dunya Aydın" in text
    assert "2 Low Road" in text
    flush_reads()
    assert ReadEntry.objects.get(route="requests").person_ids == [dunya.id]


def test_ticked_requests_are_marked_as_sent_and_others_stay(world: World) -> None:
    first, second = ask(world, someone(world.leeds, "Dunya")), ask(world, someone(world.york, "Samira"))
    ticked = {"request": [str(first.public_id), "not an id"], "as": "sent"}
    page = sign_in(world.amina).post("/requests/close", ticked, follow=True)
    assert "1 request marked as sent." in page.content.decode()
    assert set(Request.objects.values_list("id", "state")) == {(first.id, "sent"), (second.id, "open")}


def test_the_download_is_safe_in_a_spreadsheet_and_logged_with_its_purpose(world: World) -> None:
    ask(world, someone(world.leeds, "Dunya"), "=HYPERLINK()")
    answer = sign_in(world.amina).post("/requests/open.csv", {"purpose": "envelopes"})
    text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    assert "'=HYPERLINK()" in text
    assert AuditEntry.objects.get(verb="requests.exported").details == {"purpose": "envelopes", "rows": 1}


def test_a_leader_a_volunteer_and_an_outsider_do_not_see_addresses(world: World) -> None:
    ask(world, someone(world.leeds, "Dunya"))
    assert sign_in(world.bram).get("/requests/").status_code == 403
    assert sign_in(world.chidi).get("/requests/").status_code == 403
    assert "Dunya" not in sign_in(world.frida).get("/requests/").content.decode()

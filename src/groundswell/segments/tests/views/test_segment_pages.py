from groundswell.segments.models import Segment
from groundswell.segments.services.save_segment import save_segment
from groundswell.segments.tests.people import someone, tagged
from tests.sign_in import sign_in
from tests.world import World, make_group


def test_amina_sees_at_once_how_many_people_a_question_is_and_reads_it_back(world: World) -> None:
    van = tagged(someone(world.leeds, "Dunya"), "van")
    someone(world.york, "Samira")
    shape = '{"join": "all", "parts": [{"filter": "tag"}]}'
    page = sign_in(world.amina).post("/segments/builder", {"shape": shape, "0-tag": str(van.public_id)})
    text = page.content.decode()
    assert "Everyone who has the tag van." in text
    assert "Dunya Aydın (Leeds)" in text
    assert "Samira" not in text
    assert "No number or address we can use" in text


def test_bram_counts_only_the_people_of_leeds(world: World) -> None:
    someone(world.leeds, "Dunya")
    someone(world.york, "Samira")
    text = sign_in(world.bram).post("/segments/builder", {"shape": ""}).content.decode()
    assert "Dunya" in text
    assert "Samira" not in text


def test_a_filter_that_is_not_filled_in_yet_says_so_kindly(world: World) -> None:
    shape = '{"join": "all", "parts": [{"filter": "tag"}]}'
    page = sign_in(world.amina).post("/segments/builder", {"shape": shape, "0-tag": ""})
    assert page.status_code == 200
    assert "Has a tag: This field is required." in page.content.decode()


def test_a_question_is_saved_changed_removed_and_brought_back(world: World) -> None:
    amina = sign_in(world.amina)
    shape = '{"join": "all", "parts": [{"filter": "has_mobile"}]}'
    values = {"shape": shape, "name": "Mobiles", "group": str(world.national.public_id)}
    amina.post("/segments/new", values)
    segment = Segment.objects.get()
    assert (segment.definition, segment.version) == ({"all": [{"filter": "has_mobile"}]}, 1)

    amina.post(f"/segments/{segment.public_id}/", values | {"shape": "", "name": "All"})
    segment.refresh_from_db()
    assert (segment.name, segment.definition, segment.version) == ("All", {}, 2)

    amina.post(f"/segments/{segment.public_id}/remove")
    assert "“All” is off the list." in amina.get("/segments/").content.decode()
    amina.post(f"/segments/{segment.public_id}/restore")
    assert Segment.objects.get().deleted_at is None


def test_a_segment_of_another_branch_or_organisation_does_not_exist(world: World) -> None:
    segment = save_segment(viewer=world.amina, group=world.york, name="York", definition={})
    url = f"/segments/{segment.public_id}/"
    assert sign_in(world.bram).get(url).status_code == 404
    assert sign_in(world.frida).get(url).status_code == 404
    assert sign_in(world.chidi).get(url).status_code == 403


def test_without_javascript_a_button_changes_the_page_and_saves_nothing(world: World) -> None:
    make_group(world.leeds, "Leeds North")
    page = sign_in(world.amina).post("/segments/new", {"shape": "", "op": "add:", "kind-": "branch"})
    assert "Leeds North" in page.content.decode()
    assert not Segment.objects.exists()

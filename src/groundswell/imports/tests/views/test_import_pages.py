from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from groundswell.imports.models import ImportRun
from groundswell.kernel.jobs import run_due_jobs
from groundswell.people.models import Person
from tests.importing import check_file, load_file
from tests.sign_in import sign_in
from tests.world import World

FILE = "Member no,Name,Mobile,Branch\n1,Dunya Aydın,07400 123456,Leeds\n,Emil Novák,07700,Hull\n"


def test_amina_loads_a_list_from_upload_to_undo(world: World) -> None:
    browser = sign_in(world.amina)
    assert "No list has been loaded yet" in browser.get(reverse("imports")).content.decode()
    upload = SimpleUploadedFile("members.csv", FILE.encode())
    answer = browser.post(reverse("import_new"), {"file": upload, "group": world.national.id}, follow=True)
    page = answer.content.decode()
    assert "Our guesses are filled in" in page
    assert "•••• 56" in page
    assert "07400" not in page
    run = ImportRun.objects.get()
    kinds = {f"column_{place}": kind for place, kind in enumerate(run.mapping)}
    answer = browser.post(reverse("import_columns", args=[run.public_id]), kinds, follow=True)
    assert "Where do these people come from" in answer.content.decode()
    bases = {
        f"{purpose}_{channel}": "member" if purpose == "membership" else "unknown"
        for purpose in ("membership", "campaign", "fundraising")
        for channel in ("text", "call", "email")
    }
    answer = browser.post(reverse("import_source", args=[run.public_id]), bases, follow=True)
    assert "Say how you know" in answer.content.decode()
    answer = browser.post(
        reverse("import_source", args=[run.public_id]), {**bases, "evidence": "Rule book"}, follow=True
    )
    assert "Checking" in answer.content.decode()
    run_due_jobs()
    assert browser.get(reverse("import_progress", args=[run.public_id]))["HX-Refresh"] == "true"
    page = browser.get(reverse("import", args=[run.public_id])).content.decode()
    assert "This is what would happen" in page
    assert "cannot be a phone number" in page
    browser.post(reverse("import_apply", args=[run.public_id]))
    run_due_jobs()
    page = browser.get(reverse("import", args=[run.public_id])).content.decode()
    assert "The list is loaded" in page
    assert Person.objects.alive().get().full_name == "Dunya Aydın"
    browser.post(reverse("import_undo", args=[run.public_id]))
    run_due_jobs()
    page = browser.get(reverse("import", args=[run.public_id])).content.decode()
    assert "The list is taken back" in page
    assert not Person.objects.alive().exists()


def test_pasted_rows_are_read_like_a_file(world: World) -> None:
    pasted = "Naam\tMobiel\nDunya\t07400 123456\n"
    sign_in(world.amina).post(reverse("import_new"), {"pasted": pasted, "group": world.national.id})
    assert ImportRun.objects.get().mapping == ["full_name", "mobile"]


def test_a_file_that_cannot_be_read_is_refused_beside_the_field(world: World) -> None:
    upload = SimpleUploadedFile("members.xlsx", b"PK\x03\x04 not really")
    browser = sign_in(world.amina)
    answer = browser.post(reverse("import_new"), {"file": upload, "group": world.national.id})
    assert answer.status_code == 422
    assert "cannot be read as a spreadsheet" in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_rows_not_loaded_come_as_a_file_without_anybodys_data(world: World) -> None:
    run = check_file(world.amina, world.national, FILE)
    answer = sign_in(world.amina).get(reverse("import_problems", args=[run.public_id]))
    text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    assert "3,Not loaded,The mobile number cannot be a phone number" in text
    assert "Emil" not in text


def test_rows_loaded_without_a_cell_are_shown_and_come_in_the_same_file(world: World) -> None:
    run = check_file(world.amina, world.national, FILE + "7,Kofi Novák,07700,Hull\n")
    browser = sign_in(world.amina)
    page = browser.get(reverse("import", args=[run.public_id])).content.decode()
    assert "Rows that will be loaded, but not all of them" in page
    answer = browser.get(reverse("import_problems", args=[run.public_id]))
    lines = b"".join(answer.streaming_content).decode().splitlines()  # type: ignore[attr-defined]
    why = "The mobile number cannot be a phone number"
    assert lines[1:] == [f"3,Not loaded,{why}", f'4,"Loaded, but not all of it",Mobile: {why}']


def test_nobody_else_finds_an_import(world: World) -> None:
    run = load_file(world.amina, world.national, FILE)
    for name in ("import", "import_columns", "import_source", "import_progress", "import_problems"):
        assert sign_in(world.frida).get(reverse(name, args=[run.public_id])).status_code == 404
    assert sign_in(world.bram).get(reverse("import", args=[run.public_id])).status_code == 403
    assert sign_in(world.frida).post(reverse("import_undo", args=[run.public_id])).status_code == 404

from groundswell.consent.models import ConsentState
from groundswell.imports.models import ImportRow, ImportRun
from groundswell.orgs.models import Group
from groundswell.people.models import ContactPoint, CustomField, Person
from tests.importing import check_file, load_file
from tests.world import World

FILE = """Member no;First name;Surname;Mobile;Email;Branch;Postcode;Street;Subject
1;Dunya;Aydın;07400 123456;dunya@example.org;Leeds;ls1 1aa;1 High Street;Physics
2;Emil;Novák;07400 123457;;York;YO1 1AA;;
3;Kofi;Novák;07400 123457;kofi@example.org;Hull;;2 Low Street;History
;Bad;Number;07700;;Hull;;;
;Nobody;Known;;;Hull;;;
"""


def test_a_member_list_makes_people_branches_and_consent(world: World) -> None:
    run = load_file(world.amina, world.national, FILE)
    assert run.state == ImportRun.State.APPLIED, run.problem
    dunya = Person.objects.get(external_id="1")
    assert (dunya.full_name, dunya.group.name, dunya.postcode) == ("Dunya Aydın", "Leeds", "LS1 1AA")
    assert dunya.address.open() == "1 High Street"
    assert dunya.group == world.leeds
    hull = Group.objects.get(name="Hull")
    assert hull.parent == world.national
    assert Person.objects.get(external_id="3").group == hull
    phone = dunya.contact_points.get(kind=ContactPoint.Kind.PHONE)
    assert (phone.value.open(), phone.textable, phone.is_primary) == ("+447400123456", True, True)
    assert (
        ConsentState.objects.filter(person=dunya, channel="text", purpose="membership").get().status
        == "granted"
    )


def test_the_dry_run_says_what_will_happen_and_changes_nothing(world: World) -> None:
    run = check_file(world.amina, world.national, FILE)
    assert run.state == ImportRun.State.PREVIEWED, run.problem
    counts = run.summary["preview"]
    assert (counts["new"], counts["rejected"], counts["households"], counts["may_text"]) == (3, 2, 1, 3)
    assert list(run.summary["new_branches"].values()) == ["Hull"]
    assert not Person.objects.exists()
    assert not Group.objects.filter(name="Hull").exists()
    rejected = run.rows.filter(outcome=ImportRow.Outcome.REJECTED).order_by("number")
    assert list(rejected.values_list("number", "reason")) == [(5, "phone"), (6, "nothing")]


def test_loading_the_same_file_again_changes_nothing(world: World) -> None:
    load_file(world.amina, world.national, FILE)
    run = load_file(world.amina, world.national, FILE)
    assert run.summary["applied"]["unchanged"] == 3
    assert not run.summary["applied"].get("new")
    assert not run.summary["applied"].get("updated")
    assert Person.objects.count() == 3


def test_a_column_of_their_own_becomes_a_field(world: World) -> None:
    run = check_file(world.amina, world.national, FILE)
    kinds = ["custom_text" if kind == "ignore" else kind for kind in run.mapping]
    from groundswell.imports.services import apply_import
    from groundswell.kernel.jobs import run_due_jobs

    run = check_file(world.amina, world.national, FILE, kinds=kinds)
    apply_import(actor=world.amina.actor, run=run)
    run_due_jobs()
    subject = CustomField.objects.get()
    assert subject.label == "Subject"
    assert Person.objects.get(external_id="1").custom == {str(subject.id): "Physics"}

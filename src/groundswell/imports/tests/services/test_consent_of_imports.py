from groundswell.audit.actor import Actor
from groundswell.consent.channels import Basis, Channel, Purpose
from groundswell.consent.models import ConsentEvent, ConsentState, Suppression
from groundswell.consent.services import stop_contact
from groundswell.people.models import Person
from tests.importing import check_file, load_file
from tests.world import World

FILE = "Member no,Name,Mobile\n1,Dunya Aydın,07400 123456\n2,Emil Novák,07400 123457\n"


def stop_emil(world: World) -> None:
    emil = Person.objects.get(external_id="2")
    stop_contact(
        actor=Actor.person(world.union.id, emil.id),
        organisation_id=world.union.id,
        match_key=emil.contact_points.get().match_key,
        source=Suppression.Source.OWN_WORDS,
    )


def test_an_import_never_switches_on_somebody_who_said_stop(world: World) -> None:
    load_file(world.amina, world.national, FILE)
    stop_emil(world)
    consents = {(Channel.TEXT, purpose): Basis.CONSENT for purpose in Purpose}
    run = load_file(world.amina, world.national, FILE, bases=consents)
    states = ConsentState.objects.filter(person__external_id="2", channel=Channel.TEXT)
    assert "granted" not in set(states.values_list("status", flat=True))
    assert Suppression.objects.filter(lifted_at=None, channel=Channel.TEXT).exists()
    assert run.summary["applied"]["stay_out"] == 1


def test_the_dry_run_counts_who_stays_opted_out_and_who_may_be_texted(world: World) -> None:
    load_file(world.amina, world.national, FILE)
    stop_emil(world)
    counts = check_file(world.amina, world.national, FILE).summary["preview"]
    assert (counts["may_text"], counts["stay_out"]) == (1, 1)


def test_a_basis_nobody_knows_leaves_people_blocked(world: World) -> None:
    run = load_file(world.amina, world.national, FILE, bases={})
    assert run.summary["applied"]["may_text"] == 0
    assert not ConsentState.objects.filter(status="granted").exists()


def test_each_person_keeps_the_evidence(world: World) -> None:
    load_file(world.amina, world.national, FILE)
    event = ConsentEvent.objects.filter(person__external_id="1", channel=Channel.TEXT).get()
    assert (event.basis, event.evidence) == (Basis.MEMBER, "Rule book 4.2, joined on paper")


def test_a_yes_in_a_second_file_fills_what_was_unknown(world: World) -> None:
    load_file(world.amina, world.national, FILE, bases={})
    run = load_file(world.amina, world.national, FILE)
    assert run.summary["applied"]["updated"] == 2
    assert run.summary["applied"]["may_text"] == 2

from groundswell.people.services.add_person import add_person
from groundswell.privacy.services.export_person import export_person
from tests.world import World


def test_an_export_holds_what_is_kept_about_a_person_and_about_nobody_else(world: World) -> None:
    dunya = add_person(
        actor=world.amina.actor,
        organisation=world.union,
        group=world.leeds,
        given_name="Dunya",
        phone="+447400123456",
    )
    add_person(
        actor=world.amina.actor,
        organisation=world.union,
        group=world.leeds,
        given_name="Emil",
        phone="+447400123457",
    )
    export = export_person(dunya.pk)
    assert [row["given_name"] for row in export["people.person"]] == ["Dunya"]
    assert [row["value"] for row in export["people.contactpoint"]] == ["+447400123456"]
    assert "Emil" not in str(export)

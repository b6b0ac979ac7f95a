from groundswell.segments.sentence import read_back
from groundswell.segments.tests.people import someone, tagged
from tests.world import World


def test_a_definition_reads_as_one_sentence(world: World) -> None:
    van = tagged(someone(world.leeds, "Dunya"), "van")
    definition = {
        "all": [
            {"filter": "branch", "branch": str(world.leeds.public_id)},
            {"filter": "tag", "tag": str(van.public_id)},
            {"not": {"filter": "has_email"}},
            {"filter": "not_contacted", "days": "60"},
        ]
    }
    assert read_back(definition, organisation=world.union) == (
        "Everyone who is in Leeds or below and has the tag van and has no e-mail address "
        "and was not contacted for 60 days"
    )


def test_brackets_show_what_belongs_together(world: World) -> None:
    either = {"any": [{"filter": "has_mobile"}, {"filter": "has_email"}]}
    definition = {"all": [{"filter": "not_contacted", "days": 1}, either]}
    assert read_back(definition, organisation=world.union) == (
        "Everyone who was not contacted for 1 day and (has a mobile number or has an e-mail address)"
    )


def test_no_filter_is_everyone(world: World) -> None:
    assert read_back({}, organisation=world.union) == "Everyone"

import pytest

from groundswell.kernel.errors import BadInput
from groundswell.segments.algebra import compile_filter
from groundswell.segments.builder import Builder
from groundswell.segments.tests.people import someone, tagged
from tests.world import World


def test_a_question_is_clicked_together_and_comes_back_as_it_was(world: World) -> None:
    van = tagged(someone(world.leeds, "Dunya"), "van")
    builder = Builder.of({}, world.union)
    builder.edit("add:", {"kind-": "tag"})
    page = {"shape": builder.shape, "0-tag": str(van.public_id)}
    builder = Builder.from_post(page, world.union)
    builder.edit("group:", {"kind-": "has_mobile"})
    builder.edit("add:1", {"kind-1": "has_email"})
    builder.edit("not:1-0", {})
    assert builder.definition == {
        "all": [
            {"filter": "tag", "tag": str(van.public_id)},
            {"any": [{"not": {"filter": "has_mobile"}}, {"filter": "has_email"}]},
        ]
    }
    assert Builder.of(builder.definition, world.union).definition == builder.definition
    compile_filter(builder.definition, organisation=world.union)


def test_taking_away_the_last_filter_of_a_group_takes_the_group_away(world: World) -> None:
    builder = Builder.of({"all": [{"any": [{"filter": "has_mobile"}]}]}, world.union)
    builder.edit("remove:0-0", {})
    assert builder.definition == {}


def test_and_becomes_or(world: World) -> None:
    builder = Builder.of({"all": [{"filter": "has_mobile"}, {"filter": "has_email"}]}, world.union)
    builder.edit("join:", {})
    assert builder.definition == {"any": [{"filter": "has_mobile"}, {"filter": "has_email"}]}


@pytest.mark.parametrize("shape", ["{", "[]", '{"parts": 3}', '{"filter": "password"}', "[" * 9000, '"x"'])
def test_a_shape_we_did_not_make_is_refused(world: World, shape: str) -> None:
    with pytest.raises(BadInput):
        Builder.from_post({"shape": shape}, world.union)


@pytest.mark.parametrize("operation", ["remove:7", "add:", "explode:0", "group"])
def test_a_button_we_did_not_make_is_refused(world: World, operation: str) -> None:
    with pytest.raises(BadInput):
        Builder.of({}, world.union).edit(operation, {"kind-": "password"})

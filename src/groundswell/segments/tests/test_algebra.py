from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.kernel.errors import BadInput
from groundswell.orgs.models import Organisation
from groundswell.people.models import CustomField, Person
from groundswell.segments.algebra import compile_filter, parse
from groundswell.segments.tests.people import someone, tagged
from tests.world import World


def who(world: World, definition: dict[str, Any]) -> list[str]:
    people = Person.objects.filter(organisation=world.union).order_by("given_name")
    matching = people.filter(compile_filter(definition, organisation=world.union))
    return list(matching.values_list("given_name", flat=True))


def test_everyone_is_an_empty_definition(world: World) -> None:
    someone(world.leeds, "Dunya")
    someone(world.york, "Samira")
    assert who(world, {}) == ["Dunya", "Samira"]
    assert who(world, {"all": []}) == ["Dunya", "Samira"]


def test_filters_combine_with_and_or_and_not(world: World) -> None:
    dunya = someone(world.leeds, "Dunya", mobile="+447700900123")
    someone(world.leeds, "Emil")
    samira = someone(world.york, "Samira", mobile="+447700900124")
    van, bus = tagged(dunya, "van"), tagged(samira, "bus")
    in_leeds = {"filter": "branch", "branch": str(world.leeds.public_id)}
    has_van = {"filter": "tag", "tag": str(van.public_id)}
    has_bus = {"filter": "tag", "tag": str(bus.public_id)}
    mobile = {"filter": "has_mobile"}

    assert who(world, {"all": [in_leeds, has_van]}) == ["Dunya"]
    assert who(world, {"any": [has_van, has_bus]}) == ["Dunya", "Samira"]
    assert who(world, {"all": [in_leeds, {"not": mobile}]}) == ["Emil"]
    assert who(world, {"not": {"any": [has_van, {"not": mobile}]}}) == ["Samira"]


def test_a_branch_includes_what_is_below_it(world: World) -> None:
    someone(world.leeds, "Dunya")
    assert who(world, {"filter": "branch", "branch": str(world.national.public_id)}) == ["Dunya"]
    assert who(world, {"filter": "branch", "branch": str(world.york.public_id)}) == []


def test_not_having_a_value_in_a_column_includes_those_with_no_value_at_all(world: World) -> None:
    field = CustomField.objects.create(organisation=world.union, label="Employer")
    someone(world.leeds, "Dunya", custom={str(field.id): "City Council"})
    someone(world.leeds, "Emil", custom={str(field.id): "Academy"})
    someone(world.leeds, "Samira")
    council = {"filter": "custom_field", "field": str(field.public_id), "value": "city council"}
    assert who(world, council) == ["Dunya"]
    assert who(world, {"not": council}) == ["Emil", "Samira"]


@pytest.mark.parametrize(
    ("definition", "says"),
    [
        ({"filter": "password"}, "no such filter"),
        ({"filter": ["tag"]}, "no such filter"),
        ({"filter": "tag", "tag": "7"}, "Has a tag"),
        ({"filter": "tag", "tag": {"$ne": 1}}, "cannot be read"),
        ({"filter": "not_contacted", "days": -1}, "not contacted"),
        ({"filter": "postcode", "begins": "LS\x006"}, "Null characters"),
        ({"filter": "postcode", "begins": "L" * 300}, "cannot be read"),
        ({"any": []}, "empty"),
        ({"all": "tag"}, "empty"),
        ({"all": [{"filter": "has_mobile"}], "any": []}, "cannot be read"),
        ({"sql": "1=1"}, "cannot be read"),
        ({"not": None}, "cannot be read"),
        ({"all": [{"filter": "has_mobile"}] * 100}, "too long"),
    ],
)
def test_what_cannot_be_understood_is_refused_in_plain_words(
    world: World, definition: dict[str, Any], says: str
) -> None:
    with pytest.raises(BadInput) as refused:
        compile_filter(definition, organisation=world.union)
    assert says in str(refused.value.message)


def test_a_very_deep_tree_is_refused(world: World) -> None:
    deep: dict[str, Any] = {"filter": "has_mobile"}
    for _ in range(5000):
        deep = {"not": deep}
    with pytest.raises(BadInput):
        compile_filter(deep, organisation=world.union)


def test_another_organisations_tag_or_branch_does_not_exist_here(world: World) -> None:
    theirs = tagged(someone(world.rival_root, "Frida"), "donor")
    for definition in (
        {"filter": "tag", "tag": str(theirs.public_id)},
        {"filter": "branch", "branch": str(world.rival_root.public_id)},
    ):
        with pytest.raises(BadInput):
            compile_filter(definition, organisation=world.union)


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["all", "any", "not", "filter", "begins"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(json)
def test_whatever_arrives_is_either_understood_or_refused(definition: Any) -> None:
    with suppress(BadInput):
        parse(definition, organisation=Organisation(id=1))

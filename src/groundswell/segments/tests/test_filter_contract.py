"""What every filter owes, wherever it lives: whoever adds one is told here what is still wrong."""

import pytest
from django.db.models import Model
from django.forms import ChoiceField, ModelChoiceField

from groundswell.orgs.models import Group
from groundswell.people.models import CustomField, Person, Tag
from groundswell.segments.algebra import compile_filter, parse
from groundswell.segments.registry import SegmentFilter, segment_filters
from groundswell.segments.sentence import read_back
from groundswell.segments.tests.people import someone
from groundswell.texting.models import Campaign
from tests.world import World

pytestmark = pytest.mark.parametrize("kind", list(segment_filters), ids=lambda kind: kind.key)


def an_example(kind: SegmentFilter, world: World) -> dict[str, str]:
    """Valid values for every field of the filter, taken from what the form itself offers."""
    CustomField.objects.create(organisation=world.union, label="Employer")
    Tag.objects.create(organisation=world.union, name="van")
    Campaign.objects.create(
        organisation=world.union, group=world.national, name="Ballot", started_at=world.union.created_at
    )
    form = kind.form(organisation=world.union)
    return {"filter": kind.key} | {name: _first_choice(field) for name, field in form.fields.items()}


def _first_choice(field: object) -> str:
    if isinstance(field, ModelChoiceField):
        first: Model | None = field.queryset.first() if field.queryset is not None else None
        assert first is not None
        return str(getattr(first, "public_id", first.pk))
    if isinstance(field, ChoiceField):
        return str(next(iter(field.choices))[0])  # type: ignore[arg-type]
    return "7"


def test_it_says_what_it_is(kind: SegmentFilter) -> None:
    assert kind.key.isidentifier()
    assert str(kind.label)
    assert str(kind.group)
    assert all(field.label for field in kind.form.base_fields.values())


def test_a_person_matches_it_or_its_opposite_and_never_both(kind: SegmentFilter, world: World) -> None:
    for name in ("Dunya", "Emil"):
        someone(world.leeds, name)
    someone(world.york, "Samira", mobile="+447700900124", email="s@example.org", postcode="7", language="7")
    example = an_example(kind, world)
    people = Person.objects.filter(organisation=world.union)
    yes = set(people.filter(compile_filter(example, organisation=world.union)))
    no = set(people.filter(compile_filter({"not": example}, organisation=world.union)))
    assert yes | no == set(people)
    assert not yes & no


def test_it_reads_back_as_part_of_a_sentence_and_so_does_its_opposite(
    kind: SegmentFilter, world: World
) -> None:
    example = an_example(kind, world)
    yes = read_back(example, organisation=world.union)
    no = read_back({"not": example}, organisation=world.union)
    assert yes.startswith("Everyone who ")
    assert no.startswith("Everyone who ")
    assert yes != no
    assert "None" not in yes + no


def test_what_its_form_stores_is_what_it_reads(kind: SegmentFilter, world: World) -> None:
    example = an_example(kind, world)
    values = {name: value for name, value in example.items() if name != "filter"}
    form = kind.form(values, organisation=world.union)
    assert form.is_valid(), form.errors
    assert parse({"filter": kind.key, **form.params()}, organisation=world.union)


def test_it_offers_nothing_of_another_organisation(kind: SegmentFilter, world: World) -> None:
    someone(world.rival_root, "Frida")
    Tag.objects.create(organisation=world.rival, name="theirs")
    CustomField.objects.create(organisation=world.rival, label="Theirs")
    form = kind.form(organisation=world.union)
    for field in form.fields.values():
        if isinstance(field, ModelChoiceField) and field.queryset is not None:
            organisations = set(field.queryset.values_list("organisation_id", flat=True))
            assert organisations <= {world.union.id}
    assert Group.objects.filter(organisation=world.rival).exists()

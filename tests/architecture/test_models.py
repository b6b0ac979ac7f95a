"""What a linter cannot see: where foreign keys point, and who answers for a person's data."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import Field, ForeignKey, Model

from groundswell.people.models import Person
from groundswell.privacy.registry import OnErasure, PersonalData, declarations

LAYERS = [
    ["texting"],
    ["outreach"],
    ["imports"],
    ["segments"],
    ["consent"],
    ["people"],
    ["orgs"],
    ["accounts"],
    ["privacy", "history", "audit"],
    ["gateways", "ui"],
    ["kernel"],
]
NAMED_ON_PURPOSE = {"accounts.User", "people.Person"}  # filters reach across these, from above
HEIGHT = {name: -depth for depth, names in enumerate(LAYERS) for name in names}


def our_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("groundswell.")]


def foreign_keys() -> Iterator[ForeignKey[Model, Model]]:
    for model in our_models():
        yield from (each for each in model._meta.get_fields() if isinstance(each, ForeignKey))


def context_of(model: type[Model]) -> str:
    return model.__module__.split(".")[1]


@pytest.mark.parametrize("key", list(foreign_keys()), ids=str)
def test_foreign_keys_point_down_or_stay_in_their_context(key: ForeignKey[Model, Model]) -> None:
    here, there = context_of(key.model), context_of(key.related_model)  # type: ignore[arg-type]
    assert here == there or HEIGHT[there] < HEIGHT[here]


@pytest.mark.parametrize("key", list(foreign_keys()), ids=str)
def test_a_key_into_another_context_leaves_no_name_there(key: ForeignKey[Model, Model]) -> None:
    here, there = context_of(key.model), context_of(key.related_model)  # type: ignore[arg-type]
    name = key.remote_field.related_name
    assert here == there or name == "+" or key.related_model._meta.label in NAMED_ON_PURPOSE  # type: ignore[union-attr]


def models_that_point_to_a_person() -> list[type[Model]]:
    return [Person, *{key.model for key in foreign_keys() if key.related_model is Person}]


@pytest.mark.parametrize("model", models_that_point_to_a_person(), ids=lambda model: model._meta.label_lower)
def test_every_model_that_points_to_a_person_declares_its_personal_data(model: type[Model]) -> None:
    assert model._meta.label_lower in declarations, (
        f"Declare {model._meta.label} in {context_of(model)}/personal_data.py (see privacy/registry.py)"
    )


@pytest.mark.parametrize("declaration", list(declarations), ids=lambda each: each.model._meta.label_lower)
def test_a_declaration_names_fields_that_exist_and_says_why_it_keeps(declaration: PersonalData) -> None:
    fields: dict[str, Field[object, object]] = {
        each.name: each for each in declaration.model._meta.get_fields() if isinstance(each, Field)
    }
    assert {name.split("__")[0] for name in (*declaration.exported, *declaration.blank)} <= fields.keys()
    assert declaration.on_erasure is not OnErasure.KEEP or declaration.because
    assert all(fields[name].null or fields[name].blank for name in declaration.blank)

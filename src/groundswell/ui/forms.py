"""How every form looks: the project's form renderer, and two widgets Django does not have."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.functional import Promise

Words = str | Promise


class Renderer(TemplatesSetting):
    """`{{ form }}` and `{{ form.name.as_field_group }}` look right everywhere (FORM_RENDERER)."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"


class RadioCards(forms.RadioSelect):
    """Radio buttons as cards, each with a line that says what it means."""

    template_name = "ui/forms/cards.html"
    option_template_name = "ui/forms/card.html"

    def __init__(self, *args: Any, lines: Mapping[str, Words] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines or {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "line": self.lines.get(str(value), "")}


class FileDrop(forms.FileInput):
    """A place to drop a file on; without JavaScript it is an ordinary file button."""

    template_name = "ui/forms/drop.html"

    def __init__(self, *args: Any, words: Words = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        return {**super().get_context(name, value, attrs), "words": self.words}

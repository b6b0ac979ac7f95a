from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.orgs.models import Group
from groundswell.orgs.viewer import Viewer
from groundswell.people.access import groups_of_people_for, tags_for
from groundswell.people.asked import LONGEST, text_of, token_of
from groundswell.people.models import Tag
from groundswell.people.selectors import PeopleQuery


class FilterForm(forms.Form):
    """By branch and tag; what may stand in a URL as it is."""

    group = forms.ModelChoiceField(
        Group.objects.none(), to_field_name="public_id", required=False, empty_label=_("all your branches")
    )
    tag = forms.ModelChoiceField(
        Tag.objects.none(), to_field_name="public_id", required=False, empty_label=_("any tag or none")
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.fields["group"].queryset = groups_of_people_for(viewer)  # type: ignore[attr-defined]
        self.fields["tag"].queryset = tags_for(viewer)  # type: ignore[attr-defined]


class SearchForm(FilterForm):
    """As it is sent: the words are in the body and in no address."""

    q = forms.CharField(required=False, max_length=LONGEST, strip=True)

    @property
    def address(self) -> str:
        """The query part of the page that answers."""
        cleaned = self.cleaned_data if self.is_valid() else {}
        chosen = {name: cleaned[name].public_id for name in ("group", "tag") if cleaned.get(name)}
        token = token_of(self.viewer, cleaned.get("q", ""))
        return urlencode(({"s": token} if token else {}) | chosen)


class TableForm(FilterForm):
    """As the table is asked by its address; everything may be left open."""

    s = forms.CharField(required=False, max_length=900)
    after = forms.UUIDField(required=False)

    @property
    def query(self) -> PeopleQuery:
        cleaned = self.cleaned_data if self.is_valid() else {}
        return PeopleQuery(
            text=text_of(self.viewer, cleaned.get("s", "")),
            group=cleaned.get("group"),
            tag=cleaned.get("tag"),
        )

    @property
    def after_person(self) -> UUID | None:
        return self.cleaned_data.get("after") if self.is_valid() else None

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from groundswell.orgs.models import Group
from groundswell.people.models import Tag
from groundswell.people.selectors import PeopleQuery


class TableForm(forms.Form):
    """The sentence above the table of people; everything in it may be left open."""

    q = forms.CharField(required=False, max_length=100, strip=True)
    group = forms.ModelChoiceField(
        Group.objects.none(), to_field_name="public_id", required=False, empty_label=_("all your branches")
    )
    tag = forms.ModelChoiceField(
        Tag.objects.none(), to_field_name="public_id", required=False, empty_label=_("any tag or none")
    )
    after = forms.UUIDField(required=False)

    def __init__(self, *args: Any, groups: QuerySet[Group], tags: QuerySet[Tag], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]
        self.fields["tag"].queryset = tags  # type: ignore[attr-defined]

    @property
    def query(self) -> PeopleQuery:
        cleaned = self.cleaned_data
        return PeopleQuery(text=cleaned["q"], group=cleaned["group"], tag=cleaned["tag"])

    @property
    def after_person(self) -> UUID | None:
        return self.cleaned_data["after"]  # type: ignore[no-any-return]

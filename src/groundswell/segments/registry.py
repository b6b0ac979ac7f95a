"""What can be asked about people. A filter is one class in one file of some context's segment_filters/."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from django import forms
from django.db.models import Model, Q
from django.utils.functional import Promise

from groundswell.kernel.registry import Registry
from groundswell.orgs.models import Organisation

Cleaned = dict[str, Any]


class FilterForm(forms.Form):
    """The fields of one filter; its choices never leave the organisation."""

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        self.narrow()

    def narrow(self) -> None:
        """Sets the querysets of choice fields to what belongs to `self.organisation`."""

    def params(self) -> dict[str, str]:
        """What was chosen, as it is stored in a definition."""
        return {name: _stored(value) for name, value in self.cleaned_data.items()}


class SegmentFilter(ABC):
    """One question about a person, answered by the database."""

    key: ClassVar[str]
    label: ClassVar[str | Promise]
    group: ClassVar[str | Promise]
    form: ClassVar[type[FilterForm]] = FilterForm

    @abstractmethod
    def to_q(self, chosen: Cleaned, organisation: Organisation) -> Q:
        """People for whom it is so. Never NULL, so that NOT means not."""

    @abstractmethod
    def sentence(self, chosen: Cleaned) -> str:
        """Continues "Everyone who ...", as in "has the tag van"."""

    def opposite(self, chosen: Cleaned) -> str | None:
        """The same turned round, where "not: ..." would sound wrong."""
        return None


def _stored(value: Any) -> str:
    if isinstance(value, Model):
        return str(getattr(value, "public_id", value.pk))
    return "" if value is None else str(value)


segment_filters: Registry[SegmentFilter] = Registry("segment filter")


def segment_filter(kind: type[SegmentFilter]) -> type[SegmentFilter]:
    """Class decorator: offers the filter in the builder."""
    segment_filters.register(kind.key, kind())
    return kind

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.orgs.models import Group
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer


class SegmentForm(forms.Form):
    """The name a question is kept under, and for whose use."""

    name = forms.CharField(max_length=120, label=_("Name"), help_text=_("For example “Drivers in Leeds”."))
    group = forms.ModelChoiceField(
        Group.objects.none(), to_field_name="public_id", label=_("For whom"), empty_label=None
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = Group.objects.filter(id__in=viewer.groups_with(Right.SEE_PEOPLE)).order_by("path")
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]

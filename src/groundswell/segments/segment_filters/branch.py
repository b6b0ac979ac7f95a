from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.orgs.models import Group, Organisation
from groundswell.segments.registry import Cleaned, FilterForm, SegmentFilter, segment_filter


class BranchForm(FilterForm):
    branch = forms.ModelChoiceField(
        Group.objects.none(),
        to_field_name="public_id",
        label=gettext_lazy("Branch"),
        error_messages={"invalid_choice": gettext_lazy("This branch no longer exists.")},
    )

    def narrow(self) -> None:
        field = self.fields["branch"]
        field.queryset = Group.objects.filter(organisation=self.organisation).order_by("path")  # type: ignore[attr-defined]


@segment_filter
class BranchFilter(SegmentFilter):
    key = "branch"
    label = gettext_lazy("Is in a branch or below it")
    group = gettext_lazy("Who they are")
    form = BranchForm

    def to_q(self, chosen: Cleaned, organisation: Organisation) -> Q:
        below = Group.objects.at_or_below(chosen["branch"])
        return Q(group_id__in=below.values("id"))

    def sentence(self, chosen: Cleaned) -> str:
        return _("is in %(branch)s or below") % {"branch": chosen["branch"].name}

    def opposite(self, chosen: Cleaned) -> str:
        return _("is not in %(branch)s or below") % {"branch": chosen["branch"].name}

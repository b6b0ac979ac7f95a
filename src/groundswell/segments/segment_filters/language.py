from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.orgs.models import Organisation
from groundswell.segments.registry import Cleaned, FilterForm, SegmentFilter, segment_filter


class LanguageForm(FilterForm):
    language = forms.CharField(
        max_length=10, label=gettext_lazy("Language"), help_text=gettext_lazy("A code such as en, nl or tr.")
    )


@segment_filter
class LanguageFilter(SegmentFilter):
    key = "language"
    label = gettext_lazy("Reads a language")
    group = gettext_lazy("Who they are")
    form = LanguageForm

    def to_q(self, chosen: Cleaned, organisation: Organisation) -> Q:
        return Q(language__istartswith=chosen["language"])

    def sentence(self, chosen: Cleaned) -> str:
        return _("reads %(language)s") % {"language": chosen["language"]}

    def opposite(self, chosen: Cleaned) -> str:
        return _("does not read %(language)s") % {"language": chosen["language"]}

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.orgs.models import Organisation
from groundswell.outreach.models import AnswerGiven, Meaning
from groundswell.segments.registry import Cleaned, FilterForm, SegmentFilter, segment_filter


class AnsweredForm(FilterForm):
    meaning = forms.ChoiceField(choices=Meaning.choices, label=gettext_lazy("Answer"))


@segment_filter
class AnsweredFilter(SegmentFilter):
    """What their latest answer to any question means, whatever its words."""

    key = "answered"
    label = gettext_lazy("Answered something")
    group = gettext_lazy("What happened")
    form = AnsweredForm

    def to_q(self, chosen: Cleaned, organisation: Organisation) -> Q:
        given = AnswerGiven.objects.filter(
            person=OuterRef("pk"), meaning=chosen["meaning"], superseded_at=None
        )
        return Q(Exists(given))

    def sentence(self, chosen: Cleaned) -> str:
        return _("answered “%(answer)s”") % {"answer": Meaning(chosen["meaning"]).label}

    def opposite(self, chosen: Cleaned) -> str:
        return _("did not answer “%(answer)s”") % {"answer": Meaning(chosen["meaning"]).label}

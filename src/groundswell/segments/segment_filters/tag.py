from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.orgs.models import Organisation
from groundswell.people.models import Tag, Tagging
from groundswell.segments.registry import Cleaned, FilterForm, SegmentFilter, segment_filter


class TagForm(FilterForm):
    tag = forms.ModelChoiceField(
        Tag.objects.none(),
        to_field_name="public_id",
        label=gettext_lazy("Tag"),
        error_messages={"invalid_choice": gettext_lazy("This tag no longer exists.")},
    )

    def narrow(self) -> None:
        tags = Tag.objects.filter(organisation=self.organisation, deleted_at=None).order_by("name")
        self.fields["tag"].queryset = tags  # type: ignore[attr-defined]


@segment_filter
class TagFilter(SegmentFilter):
    key = "tag"
    label = gettext_lazy("Has a tag")
    group = gettext_lazy("Who they are")
    form = TagForm

    def to_q(self, chosen: Cleaned, organisation: Organisation) -> Q:
        return Q(Exists(Tagging.objects.filter(person=OuterRef("pk"), tag=chosen["tag"])))

    def sentence(self, chosen: Cleaned) -> str:
        return _("has the tag %(tag)s") % {"tag": chosen["tag"].name}

    def opposite(self, chosen: Cleaned) -> str:
        return _("does not have the tag %(tag)s") % {"tag": chosen["tag"].name}

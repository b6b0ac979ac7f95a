from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.orgs.models import Organisation
from groundswell.segments.registry import Cleaned, SegmentFilter, segment_filter
from groundswell.texting.models import Recipient
from groundswell.texting.segment_filters.campaign_form import CampaignForm


@segment_filter
class WasTextedFilter(SegmentFilter):
    key = "was_texted"
    label = gettext_lazy("Was texted in a campaign")
    group = gettext_lazy("What happened")
    form = CampaignForm

    def to_q(self, chosen: Cleaned, organisation: Organisation) -> Q:
        texted = Recipient.objects.filter(
            campaign=chosen["campaign"],
            person=OuterRef("pk"),
            conversation__first_text_at__isnull=False,
        )
        return Q(Exists(texted))

    def sentence(self, chosen: Cleaned) -> str:
        return _("was texted in %(campaign)s") % {"campaign": chosen["campaign"].name}

    def opposite(self, chosen: Cleaned) -> str:
        return _("was not texted in %(campaign)s") % {"campaign": chosen["campaign"].name}

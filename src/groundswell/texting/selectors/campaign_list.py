from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from groundswell.texting.models import Campaign, Recipient


@dataclass(frozen=True)
class CampaignLine:
    campaign: Campaign
    to_text: int
    texted: int
    replied: int

    @property
    def is_live(self) -> bool:
        return self.campaign.state in {Campaign.State.RUNNING, Campaign.State.PAUSED}


def campaign_lines(campaigns: Iterable[Campaign], groups: Collection[int]) -> list[CampaignLine]:
    """The list of campaigns with how far each is, within the viewer's groups: two statements."""
    campaigns = list(campaigns)
    rows = (
        Recipient.objects.filter(campaign__in=campaigns, group_id__in=groups, left_out="")
        .values("campaign_id")
        .annotate(
            to_text=Count("id"),
            texted=Count("id", filter=Q(conversation__first_text_at__isnull=False)),
            replied=Count("id", filter=Q(conversation__last_in_at__isnull=False)),
        )
        .order_by()
    )
    figures = {row["campaign_id"]: (row["to_text"], row["texted"], row["replied"]) for row in rows}
    return [CampaignLine(campaign, *figures.get(campaign.id, (0, 0, 0))) for campaign in campaigns]

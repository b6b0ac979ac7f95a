from groundswell.kernel.jobs import periodic, task
from groundswell.texting.models import Campaign
from groundswell.texting.services.fill_campaign import fill_campaign
from groundswell.texting.services.release_turns import release_expired


@task("texting.fill_campaign")
def fill(campaign_id: int) -> None:
    """Makes a started campaign ready, or adds its newcomers; harmless when run again."""
    fill_campaign(campaign=Campaign.objects.select_related("organisation", "group").get(pk=campaign_id))


@periodic("texting.release_expired", seconds=60)
def release_everywhere() -> None:
    for campaign in Campaign.objects.filter(state=Campaign.State.RUNNING):
        release_expired(campaign=campaign)

"""What the worker does for texting. Importing `inbound` registers the processing of webhooks."""

from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Now

from groundswell.kernel import clock
from groundswell.kernel.jobs import loop, periodic, task
from groundswell.texting import inbound as inbound
from groundswell.texting.dispatcher import dispatch_once
from groundswell.texting.models import Campaign, EarlyReport, Round, Text
from groundswell.texting.services.fill_campaign import fill_campaign
from groundswell.texting.services.open_round import fill_round
from groundswell.texting.services.release_turns import release_expired
from groundswell.texting.services.settle_reports import settle_early_reports

LEASE = timedelta(seconds=90)
REPORTS_KEPT = timedelta(days=3)


@task("texting.fill_campaign")
def fill(campaign_id: int) -> None:
    """Makes a started campaign ready, or adds its newcomers; harmless when run again."""
    fill_campaign(campaign=Campaign.objects.select_related("organisation", "group").get(pk=campaign_id))


@task("texting.fill_round")
def fill_follow_up(round_id: int) -> None:
    fill_round(round_=Round.objects.select_related("campaign").get(pk=round_id))


@loop("texting.dispatch", idle_seconds=0.05)
def dispatch() -> bool:
    return dispatch_once()


@periodic("texting.release_expired", seconds=60)
def release_everywhere() -> None:
    for campaign in Campaign.objects.filter(state=Campaign.State.RUNNING):
        release_expired(campaign=campaign)


@periodic("texting.end_leases", seconds=15)
def end_leases() -> None:
    """Handed over, and nobody came back to say how it went: unknown, and never sent again by itself."""
    Text.objects.filter(state=Text.State.HANDING, handed_at__lt=Now() - LEASE).update(
        state=Text.State.UNKNOWN, settled_at=Now()
    )


@periodic("texting.old_reports", seconds=3600)
def forget_old_reports() -> None:
    """Of texts that are none of ours: another system uses the same account."""
    EarlyReport.objects.filter(reported_at__lt=clock.now() - REPORTS_KEPT).delete()


@periodic("texting.early_reports", seconds=10)
def match_early_reports() -> None:
    with transaction.atomic():
        settle_early_reports()

from collections.abc import Iterator
from uuid import UUID

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.kernel.csv_out import stream_csv
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.texting.campaign_access import branches_of, get_campaign_for
from groundswell.texting.models import Campaign
from groundswell.texting.selectors.results import Figures, Results, results_of
from groundswell.ui.charts.bars import BarRow


@member_page(Right.SEE_RESULTS)
def results(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    campaign, found = _results(request, campaign_id)
    chart = [
        BarRow(
            branch.group.name,
            branch.figures.said_yes,
            f"{branch.figures.known_turnout:.0f}%",
            of=branch.figures.eligible,
        )
        for branch in found.branches
    ]
    context = {"campaign": campaign, "results": found, "chart": chart, "at": now()}
    return render(request, "texting/desk/results.html", context)


@member_page(Right.SEE_RESULTS)
@require_POST
def results_file(request: MemberRequest, campaign_id: UUID) -> StreamingHttpResponse:
    """Numbers per branch and nobody's name; who took it and for what is in the log."""
    campaign, found = _results(request, campaign_id)
    purpose = request.POST.get("purpose", "").strip()[:200]
    record(
        request.viewer.actor, "campaign.results_exported", campaign, purpose=purpose, rows=len(found.branches)
    )
    answer = StreamingHttpResponse(stream_csv(_rows(campaign, found)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="results-{now():%Y-%m-%d-%H%M}.csv"'
    return answer


def _results(request: MemberRequest, campaign_id: UUID) -> tuple[Campaign, Results]:
    campaign = get_campaign_for(request.viewer, campaign_id, Right.SEE_RESULTS)
    groups = branches_of(request.viewer, campaign, Right.SEE_RESULTS).values_list("id", flat=True)
    return campaign, results_of(campaign, list(groups))


def _rows(campaign: Campaign, found: Results) -> Iterator[list[object]]:
    yield [
        _("Branch"),
        _("Leaders"),
        _("Eligible"),
        _("Without a mobile"),
        _("To text"),
        _("Texted"),
        _("Replied"),
        _("Say yes"),
        _("Known turnout %"),
        _("Votes missing"),
        _("Needs a paper"),
        _("Opted out"),
        _("Failed"),
        _("Replies waiting"),
    ]
    for branch in found.branches:
        yield [branch.group.name, ", ".join(branch.leaders), *_figures(branch.figures, branch.missing)]
    yield [pgettext("total", "All"), "", *_figures(found.total, found.missing)]


def _figures(figures: Figures, missing: int | None) -> list[object]:
    return [
        figures.eligible,
        figures.without_mobile,
        figures.to_text,
        figures.texted,
        figures.replied,
        figures.said_yes,
        round(figures.known_turnout, 1),
        "" if missing is None else missing,
        figures.needs_paper,
        figures.opted_out,
        figures.failed,
        figures.waiting,
    ]

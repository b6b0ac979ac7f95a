"""Delivery reports, in batches: late, twice, out of order, or before we know whom they are about."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from groundswell.consent.locks import lock_addresses
from groundswell.gateways.sms.contract import ErrorClass, ReportState, StatusReport
from groundswell.kernel import clock
from groundswell.outreach.models import ProviderConnection
from groundswell.texting.models import EarlyReport, Text
from groundswell.texting.services.act_on_error import act_on_error

IN_FLIGHT = (Text.State.HANDING, Text.State.UNKNOWN)
MAY_BECOME = {
    ReportState.ACCEPTED: IN_FLIGHT,
    ReportState.DELIVERED: (*IN_FLIGHT, Text.State.ACCEPTED, Text.State.FAILED),
    ReportState.FAILED: (*IN_FLIGHT, Text.State.ACCEPTED),
}


@dataclass(frozen=True)
class _Known:
    text: Text
    report: StatusReport


def settle_reports(*, provider: ProviderConnection, reports: list[StatusReport]) -> None:
    """Call in a transaction. A later state is never overwritten by an earlier one."""
    known, early = _match(provider, reports)
    failed = [each for each in known if each.report.state is ReportState.FAILED]
    lock_addresses(provider.organisation_id, {each.text.match_key for each in failed})
    _keep_ids(known)
    for each in failed:
        if each.text.state in MAY_BECOME[ReportState.FAILED]:
            error = each.report.error or ErrorClass.UNKNOWN
            act_on_error(text=each.text, error=error, code=each.report.code)
    _advance(known)
    _keep_for_later(provider, early)


def settle_early_reports() -> None:
    """Tries again what came before its text was known."""
    texts = Text.objects.filter(provider_id__in=EarlyReport.objects.values("provider_id"))
    ids = set(texts.values_list("provider_id", flat=True)[:1000])
    waiting = EarlyReport.objects.filter(provider_id__in=ids).select_related("connection__organisation")
    by_provider: dict[ProviderConnection, list[StatusReport]] = defaultdict(list)
    for early in waiting:
        by_provider[early.connection].append(_as_report(early))
    for provider, reports in by_provider.items():
        settle_reports(provider=provider, reports=reports)
    waiting.delete()


def _match(
    provider: ProviderConnection, reports: list[StatusReport]
) -> tuple[list[_Known], list[StatusReport]]:
    """By the provider's id, or by our own reference where a crash lost that id."""
    texts = Text.objects.filter(connection=provider).exclude(kind=Text.Kind.INBOUND)
    by_id = {
        text.provider_id: text for text in texts.filter(provider_id__in=[r.provider_id for r in reports])
    }
    unmatched = (_uuid(r.reference) for r in reports if r.provider_id not in by_id)
    lost = [reference for reference in unmatched if reference]
    by_reference: dict[UUID | None, Text] = (
        {text.public_id: text for text in texts.filter(public_id__in=lost)} if lost else {}
    )
    known, early = [], []
    for report in reports:
        text = by_id.get(report.provider_id) or by_reference.get(_uuid(report.reference))
        if text is not None:
            known.append(_Known(text, report))
        else:
            early.append(report)
    return known, early


def _uuid(reference: str) -> UUID | None:
    try:
        return UUID(reference)
    except ValueError:
        return None


def _keep_ids(known: list[_Known]) -> None:
    for each in known:
        if each.text.provider_id is None:
            Text.objects.filter(pk=each.text.pk, provider_id=None).update(provider_id=each.report.provider_id)


def _advance(known: list[_Known]) -> None:
    now = clock.now()
    for state in (ReportState.ACCEPTED, ReportState.DELIVERED):
        ids = [each.text.pk for each in known if each.report.state is state]
        if ids:
            texts = Text.objects.filter(id__in=ids, state__in=MAY_BECOME[state])
            texts.update(state=state.value, settled_at=now, reason="", provider_code="")


def _keep_for_later(provider: ProviderConnection, early: list[StatusReport]) -> None:
    now = clock.now()
    EarlyReport.objects.bulk_create(
        [
            EarlyReport(
                connection=provider,
                provider_id=report.provider_id[:80],
                state=report.state.value,
                error=(report.error or ""),
                code=report.code[:20],
                reported_at=now,
            )
            for report in early
        ],
        ignore_conflicts=True,
    )


def _as_report(early: EarlyReport) -> StatusReport:
    return StatusReport(
        provider_id=early.provider_id,
        state=ReportState(early.state),
        error=ErrorClass(early.error) if early.error else None,
        code=early.code,
    )

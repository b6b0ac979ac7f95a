"""Why somebody may or may not be contacted, in the words one would use to a colleague, with the evidence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groundswell.consent.channels import Channel, Purpose
from groundswell.consent.models import ConsentState, Hold, Suppression
from groundswell.consent.selectors import holders_of
from groundswell.kernel import clock
from groundswell.outreach.fatigue import tiring_touches
from groundswell.outreach.gate import Reason, Verdict, may_contact
from groundswell.outreach.gate.conditions import ADDRESS_KIND
from groundswell.outreach.models import OutreachSettings
from groundswell.people.models import ContactPoint, Person


@dataclass(frozen=True)
class Case:
    """What is asked, and what the explanations look at."""

    person: Person
    channel: Channel
    purpose: Purpose
    at: datetime
    settings: OutreachSettings
    point: ContactPoint | None

    @property
    def name(self) -> str:
        return self.person.given_name or self.person.full_name or _("This person")

    @property
    def match_key(self) -> str:
        return self.point.match_key if self.point else ""


@dataclass(frozen=True)
class Explanation:
    """The verdict; for each reason a few sentences: what is so, how we know, what can be done."""

    verdict: Verdict
    because: list[list[str]]


def explain(person: Person, channel: Channel, purpose: Purpose, at: datetime | None = None) -> Explanation:
    at = at or clock.now()
    settings = OutreachSettings.of(person.organisation)
    verdict = may_contact(person, channel, purpose, at=at, settings=settings)
    points = person.contact_points.filter(kind=ADDRESS_KIND[channel], is_primary=True)
    case = Case(person, channel, purpose, at, settings, points.first())
    return Explanation(verdict, [EXPLAIN[reason](case) for reason in verdict.reasons])


def _left(case: Case) -> list[str]:
    return [_("%(name)s was deleted.") % {"name": case.name}]


def _no_number(case: Case) -> list[str]:
    if case.point is None:
        none = (
            _("We do not have an e-mail address of %(name)s.")
            if case.channel == Channel.EMAIL
            else _("We do not have a number of %(name)s.")
        )
        return [none % {"name": case.name}]
    if case.point.status == ContactPoint.Status.INVALID:
        return [_("The number we have is wrong: a text or call told us so.")]
    return [_("The number we have is a landline, which takes no texts.")]


def _opted_out(case: Case) -> list[str]:
    stop = Suppression.objects.filter(
        organisation_id=case.person.organisation_id,
        channel=case.channel,
        match_key=case.match_key,
        lifted_at=None,
    ).first()
    return [*_stopped(case, stop), *_shared(case)] if stop else _withdrew(case)


def _stopped(case: Case, stop: Suppression) -> list[str]:
    said = {
        "name": case.name,
        "words": stop.evidence,
        "day": _day(stop.suppressed_at),
        "who": stop.recorded_by or _("Somebody"),
    }
    if stop.is_their_own:
        told = (
            _("%(name)s texted “%(words)s” on %(day)s.")
            if stop.source == Suppression.Source.OWN_WORDS and stop.evidence
            else _("%(name)s opted out on %(day)s, by their own act.")
        )
        return [told % said, _("Only %(name)s can undo this, for instance by texting START.") % said]
    noted = (
        _("The number was on an imported list of opt-outs on %(day)s.")
        if stop.source == Suppression.Source.IMPORT
        else _("%(who)s stopped all contact on %(day)s.")
    )
    reason = [_("The reason given: “%(words)s”.") % said] if stop.evidence else []
    return [noted % said, *reason, _("An organiser can undo this on their page, with a reason.")]


def _shared(case: Case) -> list[str]:
    others = len(holders_of(case.person.organisation_id, case.match_key) - {case.person.pk})
    if not others:
        return []
    words = ngettext(
        "%(count)d other person has the same number; the stop counts for all of them.",
        "%(count)d other people have the same number; the stop counts for all of them.",
        others,
    )
    return [words % {"count": others}]


def _withdrew(case: Case) -> list[str]:
    state = _state(case)
    if state is None:
        return []
    said = {
        "name": case.name,
        "day": _day(state.event.effective_at),
        "words": state.event.evidence,
        "what": case.purpose.label,
    }
    told = [_("%(name)s said no on %(day)s to contact about: %(what)s.") % said]
    evidence = [_("How we know: “%(words)s”.") % said] if state.event.evidence else []
    return [*told, *evidence, _("Only a new yes of %(name)s can change that.") % said]


def _on_hold(case: Case) -> list[str]:
    hold = Hold.objects.filter(
        organisation_id=case.person.organisation_id,
        channel=case.channel,
        match_key=case.match_key,
        decided_at=None,
    ).first()
    if hold is None:
        return []
    return [
        _("On %(day)s %(name)s wrote something that sounds like a stop.")
        % {"day": _day(hold.held_at), "name": case.name},
        _("Nothing is sent until somebody reads it and decides, on their page or in the conversation."),
    ]


def _no_consent(case: Case) -> list[str]:
    state, said = _state(case), {"name": case.name, "what": case.purpose.label}
    told = [_("We have nothing that says we may contact %(name)s about: %(what)s.") % said]
    if state is not None:
        noted = {"day": _day(state.event.effective_at), "words": state.event.evidence or _("no evidence")}
        told.append(_("Noted on %(day)s as unknown (%(words)s).") % noted)
    return [*told, _("When %(name)s agrees, note it on their page with how you know.") % said]


def _fatigue(case: Case) -> list[str]:
    window = timedelta(days=case.settings.fatigue_days)
    touches = tiring_touches(since=case.at - window, until=case.at).filter(person=case.person)
    days = [_day(touch.touched_at) for touch in touches.order_by("touched_at")[:20]]
    limit = {"limit": case.settings.fatigue_contacts, "days": case.settings.fatigue_days}
    most = ngettext(
        "The most contacts in one day: %(limit)d.",
        "The most contacts in %(days)d days: %(limit)d.",
        limit["days"],
    )
    told = [most % limit]
    if days:
        told.append(_("%(name)s was contacted on %(days)s.") % {"name": case.name, "days": ", ".join(days)})
    return [*told, _("Answering in an open conversation is always possible.")]


def _paused(case: Case) -> list[str]:
    return [_("An owner has paused all sending of the organisation.")]


def _quiet_hours(case: Case) -> list[str]:
    local = case.at.astimezone(ZoneInfo(case.person.time_zone))
    said = {
        "time": time_format(local, "TIME_FORMAT"),
        "zone": case.person.time_zone,
        "name": case.name,
        "from": time_format(case.settings.texts_from, "TIME_FORMAT"),
        "until": time_format(case.settings.texts_until, "TIME_FORMAT"),
    }
    return [
        _("It is %(time)s where %(name)s is (%(zone)s).") % said,
        _("People are contacted between %(from)s and %(until)s on their own clock.") % said,
    ]


def _state(case: Case) -> ConsentState | None:
    states = ConsentState.objects.filter(person=case.person, channel=case.channel, purpose=case.purpose)
    return states.select_related("event").first()


def _day(moment: datetime) -> str:
    return date_format(localtime(moment), "DATE_FORMAT")


EXPLAIN: dict[Reason, Callable[[Case], list[str]]] = {
    Reason.LEFT: _left,
    Reason.NO_NUMBER: _no_number,
    Reason.OPTED_OUT: _opted_out,
    Reason.ON_HOLD: _on_hold,
    Reason.NO_CONSENT: _no_consent,
    Reason.FATIGUE: _fatigue,
    Reason.PAUSED: _paused,
    Reason.QUIET_HOURS: _quiet_hours,
}

from typing import Any

from groundswell.consent.selectors import consent_table, holds_of, numbers_of, stops_of
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.people.models import Person
from groundswell.people.panels import PersonPanel, person_panels


def what_they_allow(viewer: Viewer, person: Person) -> dict[str, Any]:
    keys = numbers_of(person)
    stops = stops_of(person.organisation_id, keys)
    stopped = {stop.channel for stop in stops}
    return {
        "channels": [one for one in consent_table(person) if one.channel not in stopped],
        "stops": stops,
        "holds": holds_of(person.organisation_id, keys),
        "may_stop": bool(keys) and not stops and viewer.may(Right.CHANGE_PEOPLE, person.group_id),
        "may_resume": bool(stops)
        and not any(stop.is_their_own for stop in stops)
        and viewer.may(Right.DECIDE_CONSENT, person.group_id),
        "may_note": viewer.may(Right.DECIDE_CONSENT, person.group_id),
        "may_decide": viewer.may(Right.DECIDE_HOLDS, person.group_id),
    }


person_panels.register("consent", PersonPanel("consent/panel.html", what_they_allow, order=10))

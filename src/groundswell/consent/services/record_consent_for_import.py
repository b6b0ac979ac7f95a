from collections.abc import Mapping
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.history.models import Changeset
from groundswell.kernel import clock
from groundswell.people.models import Person

Bases = Mapping[tuple[Channel, Purpose], Basis]


def record_consent_for_import(
    *, changeset: Changeset, people: QuerySet[Person], bases: Bases, evidence: str
) -> int:
    """The lawful basis an import brings for these people (a chunk of it); returns the lines written.

    It fills what is empty or unknown and touches nothing else: neither a no, nor a yes of earlier, nor
    anybody whose address is suppressed. "Unknown" is written down as unknown and stays blocked.
    Run twice over the same people it changes nothing.
    """
    if not bases:
        return 0
    people_sql, people_params = people.order_by().values("id", "organisation_id").query.sql_with_params()
    offer_sql, offer_params = _offer(bases)
    now = connection.ops.adapt_datetimefield_value(clock.now())
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            EVENTS.format(people=people_sql, offer=offer_sql),
            [evidence[:500], changeset.membership_id, changeset.pk, now, now, *people_params, *offer_params],
        )
        written: int = cursor.rowcount
        cursor.execute(STATES.format(people=people_sql), [changeset.pk, *people_params])
    return written


def _offer(bases: Bases) -> tuple[str, list[Any]]:
    """A little table of what is offered: channel, purpose, status, basis."""
    rows = [
        (channel, purpose, ConsentStatus.UNKNOWN if basis == Basis.UNKNOWN else ConsentStatus.GRANTED, basis)
        for (channel, purpose), basis in bases.items()
    ]
    head = "SELECT %s AS channel, %s AS purpose, %s AS status, %s AS basis"
    sql = " UNION ALL ".join([head, *["SELECT %s, %s, %s, %s"] * (len(rows) - 1)])
    return sql, [str(cell) for row in rows for cell in row]


EVENTS = """
INSERT INTO consent_consentevent (organisation_id, person_id, channel, purpose, status, basis, evidence,
                                  source, match_key, recorded_by_id, changeset_id, received_at, effective_at)
SELECT person.organisation_id, person.id, offer.channel, offer.purpose, offer.status, offer.basis, %s,
       'import', '', %s, %s, %s, %s
FROM ({people}) AS person
CROSS JOIN ({offer}) AS offer
LEFT JOIN consent_consentstate AS state ON state.person_id = person.id
      AND state.channel = offer.channel AND state.purpose = offer.purpose
WHERE (state.id IS NULL OR (state.status = 'unknown' AND offer.status = 'granted'))
  AND NOT EXISTS (
    SELECT 1 FROM people_contactpoint AS point
    JOIN consent_suppression AS stop ON stop.organisation_id = point.organisation_id
     AND stop.match_key = point.match_key AND stop.channel = offer.channel AND stop.lifted_at IS NULL
    WHERE point.person_id = person.id)
"""

STATES = """
INSERT INTO consent_consentstate (person_id, channel, purpose, status, basis, event_id)
SELECT event.person_id, event.channel, event.purpose, event.status, event.basis, event.id
FROM consent_consentevent AS event
WHERE event.changeset_id = %s AND event.person_id IN (SELECT id FROM ({people}) AS person)
ON CONFLICT (person_id, channel, purpose) DO UPDATE
SET status = excluded.status, basis = excluded.basis, event_id = excluded.event_id
WHERE consent_consentstate.status = 'unknown' AND excluded.status = 'granted'
"""

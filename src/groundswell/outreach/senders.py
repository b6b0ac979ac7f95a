"""Which of our numbers somebody sees: shared out by what each can send, then always the same."""

from typing import Any
from zlib import crc32

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from groundswell.kernel.errors import DomainError
from groundswell.outreach.models import Sender, StickySender


class NoSender(DomainError):
    message = _("There is no number to send from yet. Connect a provider in Settings and add a number.")


def healthy_senders(organisation_id: int) -> QuerySet[Sender]:
    """Numbers in use on connections in use, a paused connection included: it comes back."""
    return Sender.objects.filter(
        organisation_id=organisation_id, retired_at=None, connection__disconnected_at=None
    ).select_related("connection")


def keep_senders(organisation_id: int, match_keys: list[str]) -> None:
    rows = " UNION ALL ".join(["SELECT %s AS match_key"] * len(match_keys))
    _keep(organisation_id, rows, match_keys)


def keep_senders_of_query(organisation_id: int, match_keys: QuerySet[Any, Any]) -> None:
    sql, parameters = match_keys.order_by().query.sql_with_params()
    _keep(organisation_id, sql, list(parameters))


def _keep(organisation_id: int, rows: str, parameters: list[Any]) -> None:
    """One statement: everyone gets a number in turn, and only a number out of use is replaced."""
    senders = list(healthy_senders(organisation_id).order_by("id"))
    if not senders:
        raise NoSender
    share, turns = _share_out(senders)
    table = StickySender._meta.db_table
    usable = ", ".join(str(sender.id) for sender in senders)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            INSERT INTO {table} (organisation_id, match_key, sender_id)
            SELECT %s, match_key, {share}
            FROM (SELECT match_key, (ROW_NUMBER() OVER (ORDER BY match_key) + %s) %% {turns} AS turn
                  FROM (SELECT DISTINCT match_key FROM ({rows}) AS wanted) AS numbers) AS turns
            WHERE TRUE
            ON CONFLICT (organisation_id, match_key) DO UPDATE SET sender_id = excluded.sender_id
            WHERE {table}.sender_id NOT IN ({usable})
            """,  # noqa: S608  only table names and our own integers are put in
            [organisation_id, _start(parameters), *parameters],
        )


def _share_out(senders: list[Sender]) -> tuple[str, int]:
    """SQL that gives each turn to a number: as many turns as it sends parts a second."""
    cases, turns = [], 0
    for sender in senders:
        turns += sender.parts_per_second
        cases.append(f"WHEN turn < {turns} THEN {sender.id}")
    return f"CASE {' '.join(cases)} END", turns


def _start(parameters: list[Any]) -> int:
    """Where counting begins, so that people who come one at a time do not all get the first number."""
    return crc32(repr(parameters).encode()) % 1000

"""Chains audit entries: each holds the hash of the one before it, so that a change shows."""

import json
from hashlib import sha256

from django.db import connection, transaction

from groundswell.audit.models import AuditEntry

BATCH = 1000
ONE_SEALER = 7_710_001  # advisory lock: one worker seals at a time
FIRST = "0" * 64


def seal_entries() -> bool:
    """Seals up to a thousand unsealed entries; True when there was anything to do."""
    if not AuditEntry.objects.filter(sequence=None).exists():
        return False
    with transaction.atomic():
        if not _is_only_sealer():
            return False
        last = AuditEntry.objects.exclude(sequence=None).order_by("-sequence").first()
        sequence, previous = (last.sequence or 0, last.hash) if last else (0, FIRST)
        entries = list(AuditEntry.objects.filter(sequence=None).order_by("id")[:BATCH])
        for entry in entries:
            sequence += 1
            entry.sequence, entry.previous_hash = sequence, previous
            entry.hash = previous = hash_of(entry)
        AuditEntry.objects.bulk_update(entries, ["sequence", "previous_hash", "hash"], batch_size=250)
    return len(entries) == BATCH


def find_broken_link() -> int | None:
    """The sequence number at which the chain does not hold any more, or None when it is whole."""
    previous, expected = FIRST, 1
    for entry in AuditEntry.objects.exclude(sequence=None).order_by("sequence").iterator(chunk_size=2000):
        if entry.sequence != expected or entry.previous_hash != previous or entry.hash != hash_of(entry):
            return expected
        previous, expected = entry.hash, expected + 1
    return None


def hash_of(entry: AuditEntry) -> str:
    content = [
        entry.previous_hash,
        entry.sequence,
        entry.organisation_id,
        entry.at.isoformat(),
        entry.actor_kind,
        entry.membership_id,
        entry.user_id,
        entry.verb,
        entry.target_type,
        entry.target_id,
        entry.details,
    ]
    return sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _is_only_sealer() -> bool:
    if connection.vendor == "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ONE_SEALER])
        return bool(cursor.fetchone()[0])

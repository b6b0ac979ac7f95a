"""The machine: address, mail, disk, keys."""

import shutil
import smtplib
import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.mail import get_connection

from groundswell.config.doctor.finding import Finding

FULL_AT = 85  # per cent


def address() -> Iterator[Finding]:
    if settings.SECURE:
        yield Finding.good("address", "HTTPS, so passkeys work and nobody listens in")
    elif settings.PUBLIC_ADDRESS.startswith(("http://127.", "http://localhost")):
        yield Finding.note("address", "this machine only; others need https:// behind a reverse proxy")
    else:
        yield Finding.wrong(
            "address", "not HTTPS: passkeys do not work and anybody on the way can read along"
        )


def mail() -> Iterator[Finding]:
    if not settings.EMAIL_HOST:
        yield Finding.note("mail", "none; invitations work as links")
        return
    try:
        get_connection(timeout=5).open()
    except (OSError, smtplib.SMTPException) as error:
        yield Finding.wrong(
            "mail", f"{settings.EMAIL_HOST} does not take mail from us ({type(error).__name__})"
        )
    else:
        yield Finding.good("mail", f"{settings.EMAIL_HOST} takes mail from us")


def disk() -> Iterator[Finding]:
    usage = shutil.disk_usage(settings.HOME)
    per_cent = round(100 * (usage.total - usage.free) / usage.total)
    words = f"{per_cent} % full, {usage.free / 1e9:.1f} GB free"
    yield Finding.wrong("disk", f"{words}; make room") if per_cent >= FULL_AT else Finding.good("disk", words)


def keys() -> Iterator[Finding]:
    for path in (Path(settings.SECRET_KEY_FILE), Path(settings.DATA_KEY_FILE)):
        if not path.exists():
            yield Finding.note("keys", f"{path.name} is not a file here; the environment provides it")
        elif stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield Finding.wrong("keys", f"others on this machine can read {path}: chmod 600 {path}")
        else:
            yield Finding.good("keys", f"{path.name} can be read by its owner only; keep a copy elsewhere")

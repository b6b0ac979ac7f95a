"""What `./groundswell doctor` looks at: each examination is a function that yields findings in words."""

from collections.abc import Callable, Iterator

from groundswell.config.doctor import database, server, work
from groundswell.config.doctor.finding import Finding

EXAMINATIONS: tuple[Callable[[], Iterator[Finding]], ...] = (
    server.address,
    server.mail,
    server.disk,
    server.keys,
    database.engine,
    database.migrations,
    database.fingerprint,
    database.objects,
    work.jobs,
    work.sending,
)


def examine() -> Iterator[Finding]:
    """All findings; an examination that cannot be made is itself a finding."""
    for examination in EXAMINATIONS:
        try:
            yield from examination()
        except Exception as error:  # noqa: BLE001  # one broken part must not hide the others
            yield Finding.wrong(examination.__name__, f"could not be examined ({type(error).__name__})")

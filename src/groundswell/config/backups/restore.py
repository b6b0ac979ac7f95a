import os
import tempfile
from pathlib import Path

from django.conf import settings

from groundswell.config.backups.archive import Manifest, extract, verify
from groundswell.config.backups.engine import PAUSE_ALL_SENDING, Copies, copies
from groundswell.config.backups.make import FILES, SETTINGS, make_backup
from groundswell.config.terminal import Stopped
from groundswell.kernel.clock import now
from groundswell.kernel.sealed import keyring


def restore_backup(source: Path, *, replace: bool) -> Manifest:
    """Puts a backup in place of the database, all or nothing, with sending paused everywhere.

    What was there before is kept as a backup beside it.
    """
    manifest = verify(source)
    engine = copies()
    refuse_what_cannot_work(manifest, engine, replace=replace)
    home = Path(settings.HOME)
    if not engine.is_empty():
        make_backup(home / f"before-restore-{now():%Y-%m-%d-%H%M%S}.tar.gz")
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=home) as folder:
        extract(source, Path(folder), list(manifest.checksums))
        put_files(Path(folder), home)
        engine.put_back(Path(folder) / manifest.engine, manifest.rows, PAUSE_ALL_SENDING)
    return manifest


def refuse_what_cannot_work(manifest: Manifest, engine: Copies, *, replace: bool) -> None:
    if manifest.engine != engine.file_name:
        raise Stopped(
            "This backup is of the other kind of database (SQLite or PostgreSQL); see DATABASE_URL."
        )
    if manifest.fingerprint != keyring().fingerprint:
        raise Stopped(
            f"This backup was made with another data key than {settings.DATA_KEY_FILE}. "
            "Put the data.key of that time there first. Nothing was restored."
        )
    if not replace and not engine.is_empty():
        raise Stopped("There is a database already. To put the backup in its place, add --replace.")


def put_files(folder: Path, home: Path) -> None:
    """Uploaded files are added, never removed; settings only where there are none."""
    for path in (folder / FILES).rglob("*"):
        if path.is_file():
            target = home / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, target)
    if (folder / SETTINGS).exists() and not (home / SETTINGS).exists():
        os.replace(folder / SETTINGS, home / SETTINGS)
        (home / SETTINGS).chmod(0o600)

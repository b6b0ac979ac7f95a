import tempfile
from pathlib import Path

from django.conf import settings

from groundswell.config.backups.archive import Manifest, write_archive
from groundswell.config.backups.engine import copies
from groundswell.kernel.clock import now
from groundswell.kernel.sealed import keyring

SETTINGS = "settings.env"
FILES = "files"


def make_backup(target: Path) -> Manifest:
    """A consistent copy of database, settings and files, without the keys, while everybody works on."""
    engine = copies()
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=settings.HOME) as folder:
        copy = Path(folder) / engine.file_name
        rows = engine.take(copy)
        manifest = Manifest(
            made_at=now().isoformat(timespec="seconds"),
            engine=engine.file_name,
            fingerprint=keyring().fingerprint,
            rows=rows,
        )
        write_archive(target, manifest, {engine.file_name: copy} | other_members(Path(settings.HOME)))
    return manifest


def other_members(home: Path) -> dict[str, Path]:
    """Settings and uploaded files, by their name in the archive."""
    members = {SETTINGS: home / SETTINGS} if (home / SETTINGS).exists() else {}
    uploads = sorted(path for path in (home / FILES).rglob("*") if path.is_file() and not path.is_symlink())
    return members | {str(path.relative_to(home)): path for path in uploads}

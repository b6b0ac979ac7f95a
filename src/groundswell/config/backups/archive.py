"""The file itself: a gzipped tar with a manifest that says what must be in it."""

import hashlib
import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO

from groundswell.config.terminal import Stopped

FORMAT = 1
MANIFEST = "manifest.json"
CHUNK = 1 << 20


@dataclass
class Manifest:
    """What the archive holds: checksums of its files, rows by table, and whose key it needs."""

    made_at: str
    engine: str
    fingerprint: str
    rows: dict[str, int]
    format: int = FORMAT
    checksums: dict[str, str] = field(default_factory=dict)


def write_archive(target: Path, manifest: Manifest, members: dict[str, Path]) -> None:
    """Writes beside the target, reads it back, then gives it its name: never half a file."""
    if target.exists():
        raise Stopped(f"{target} exists already. Choose another name; nothing was overwritten.")
    unfinished = target.with_name(f".{target.name}.unfinished")
    manifest.checksums = {name: checksum_of(path) for name, path in members.items()}
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            _fill(file, manifest, members)
            file.flush()
            os.fsync(file.fileno())
        verify(unfinished)
        os.link(unfinished, target)  # unlike a rename, it never replaces a file made meanwhile
    finally:
        unfinished.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _fill(file: IO[bytes], manifest: Manifest, members: dict[str, Path]) -> None:
    with tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as archive:
        document = json.dumps(asdict(manifest), indent=1).encode()
        entry = tarfile.TarInfo(MANIFEST)
        entry.size = len(document)
        archive.addfile(entry, BytesIO(document))
        for name, path in members.items():
            archive.add(path, arcname=name, recursive=False)


def verify(path: Path) -> Manifest:
    """Reads everything once; raises Stopped when something is missing, extra or changed."""
    with _opened(path) as archive:
        manifest = _manifest_of(archive)
        found = {}
        for entry in archive.getmembers()[1:]:
            content = archive.extractfile(entry) if entry.isfile() else None
            if content is None:
                raise Stopped(f"{path} holds something that is not a file. Nothing was restored.")
            found[entry.name] = digest(content)
    if found != manifest.checksums:
        raise Stopped(f"{path} is damaged: what it holds is not what was put in. Nothing was restored.")
    return manifest


def extract(path: Path, folder: Path, names: list[str]) -> None:
    """Writes the named files below `folder`, which must not be reachable by anybody else."""
    with _opened(path) as archive:
        for entry in archive:
            content = archive.extractfile(entry) if entry.name in names else None
            if content is None:
                continue
            target = folder / entry.name
            if not target.resolve().is_relative_to(folder.resolve()):
                raise Stopped(f"{path} wants to write outside its folder. Nothing was restored.")
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as file:
                while chunk := content.read(CHUNK):
                    file.write(chunk)


@contextmanager
def _opened(path: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(path, "r:gz") as archive:
            yield archive
    except FileNotFoundError as error:
        raise Stopped(f"There is no file {path}.") from error
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        raise Stopped(f"{path} is damaged or not a backup. Nothing was restored.") from error


def _manifest_of(archive: tarfile.TarFile) -> Manifest:
    entry = archive.next()
    content = archive.extractfile(entry) if entry and entry.name == MANIFEST else None
    if content is None:
        raise tarfile.TarError("no manifest")
    document = json.load(content)
    if document.get("format") != FORMAT:
        raise Stopped("This backup was made by a newer Groundswell. Upgrade first.")
    return Manifest(**document)


def checksum_of(path: Path) -> str:
    with path.open("rb") as file:
        return digest(file)


def digest(file: IO[bytes]) -> str:
    summed = hashlib.sha256()
    while chunk := file.read(CHUNK):
        summed.update(chunk)
    return summed.hexdigest()


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

import tarfile
from pathlib import Path

import pytest

from groundswell.config.backups.archive import Manifest, verify, write_archive
from groundswell.config.terminal import Stopped
from groundswell.kernel.sealed import new_keyring, write_keyring
from tests.installation import OWNER, Installation

SENDING = "SELECT COUNT(*) FROM orgs_organisation WHERE sending_paused_at IS NULL"


@pytest.fixture
def member(tmp_path: Path) -> Path:
    path = tmp_path / "database.sqlite3"
    path.write_bytes(b"all we know" * 1000)
    return path


def a_manifest() -> Manifest:
    return Manifest(made_at="2026-11-21", engine="database.sqlite3", fingerprint="f", rows={})


def test_an_archive_is_read_back_with_its_checksums(tmp_path: Path, member: Path) -> None:
    write_archive(tmp_path / "b.tar.gz", a_manifest(), {member.name: member})
    assert list(verify(tmp_path / "b.tar.gz").checksums) == ["database.sqlite3"]


def test_a_damaged_archive_is_refused(tmp_path: Path, member: Path) -> None:
    target = tmp_path / "b.tar.gz"
    write_archive(target, a_manifest(), {member.name: member})
    target.write_bytes(target.read_bytes()[:-40])
    with pytest.raises(Stopped, match="damaged"):
        verify(target)


def test_an_archive_with_something_added_is_refused(tmp_path: Path, member: Path) -> None:
    manifest = a_manifest()
    manifest.checksums = {}
    target = tmp_path / "b.tar.gz"
    write_archive(target, manifest, {})
    with tarfile.open(target, "r:gz") as before:
        document = before.extractfile("manifest.json")
        assert document
        (tmp_path / "manifest.json").write_bytes(document.read())
    with tarfile.open(target, "w:gz") as changed:
        changed.add(tmp_path / "manifest.json", "manifest.json")
        changed.add(member, "../outside")
    with pytest.raises(Stopped, match="damaged"):
        verify(target)


def test_a_failed_backup_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_archive(tmp_path / "b.tar.gz", a_manifest(), {"missing": tmp_path / "missing"})
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_never_overwritten(tmp_path: Path, member: Path) -> None:
    target = tmp_path / "b.tar.gz"
    target.write_text("last year")
    with pytest.raises(Stopped, match="exists already"):
        write_archive(target, a_manifest(), {member.name: member})
    assert target.read_text() == "last year"


def test_a_restored_installation_is_as_it_was_and_sends_nothing(
    installation: Installation, tmp_path: Path
) -> None:
    installation.run("init", *OWNER)
    backup = str(tmp_path / "backup.tar.gz")
    assert "complete" in installation.run("backup", backup)

    installation.sql("UPDATE accounts_user SET name = 'Frida'")
    assert "--replace" in installation.refusal("restore", backup)
    assert installation.sql("SELECT name FROM accounts_user") == [("Frida",)]

    assert "Sending is paused" in installation.run("restore", backup, "--replace")
    assert installation.sql("SELECT name FROM accounts_user") == [("Amina",)]
    assert installation.sql(SENDING) == [(0,)]

    installation.run("resume", "--yes")
    assert installation.sql(SENDING) == [(1,)]
    kept = next(installation.home.glob("before-restore-*.tar.gz"))
    assert verify(kept).rows["accounts_user"] == 1


def test_another_data_key_is_refused_everywhere(installation: Installation, tmp_path: Path) -> None:
    installation.run("init", *OWNER)
    backup = str(tmp_path / "backup.tar.gz")
    installation.run("backup", backup)
    (installation.home / "data.key").unlink()
    write_keyring(installation.home / "data.key", new_keyring())
    assert "another data key" in installation.refusal("restore", backup, "--replace")
    assert "does not start" in installation.refusal("serve", "--port", "0")

"""Making an installation: its folder, its keys and its settings file."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from groundswell.config.terminal import Stopped
from groundswell.kernel.sealed import new_keyring, write_keyring

SECRET_KEY, DATA_KEY, SETTINGS = "secret.key", "data.key", "settings.env"
DATABASE = "groundswell.sqlite3"
MADE_HERE = (SECRET_KEY, DATA_KEY, SETTINGS, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm")


def refuse_existing(home: Path) -> None:
    """Nothing of an installation is ever overwritten."""
    for name in MADE_HERE:
        if (home / name).exists():
            raise Stopped(
                f"There is an installation in {home} already ({name}). "
                "Set GROUNDSWELL_HOME to make another one somewhere else."
            )


@contextmanager
def all_or_nothing(home: Path) -> Iterator[None]:
    """When it does not succeed, what it made is removed, so that one can simply try again."""
    try:
        yield
    except BaseException:
        for name in MADE_HERE:
            (home / name).unlink(missing_ok=True)
        raise


def make_keys(home: Path) -> None:
    """Writes secret.key and data.key so that only this account can read them."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_private(home / SECRET_KEY, secrets.token_urlsafe(60) + "\n")
    write_keyring(home / DATA_KEY, new_keyring())


def write_settings(home: Path, values: dict[str, str]) -> None:
    lines = ["# Settings of this installation; the environment wins over them. See docs/hosting/."]
    lines += [f"{key}={value}" for key, value in values.items() if value]
    for value in values.values():
        if "\n" in value:
            raise Stopped("A setting cannot have two lines.")
    write_private(home / SETTINGS, "\n".join(lines) + "\n")


def write_private(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)

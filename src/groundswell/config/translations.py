"""Translations: compiled at set-up with Babel, so that no machine needs gettext to run Groundswell."""

import os
import subprocess
import sys
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parents[1] / "locale"


def compile_catalogues(folder: Path = LOCALE) -> list[Path]:
    """Writes each .mo file that is missing or older than its .po; returns those written."""
    stale = [source for source in folder.glob("*/LC_MESSAGES/*.po") if _is_stale(source)]
    return [_compile(source) for source in stale]


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def _compile(source: Path) -> Path:
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parents[1].name)
    target = source.with_suffix(".mo")
    unfinished = target.with_suffix(f".{id(target)}.tmp")
    with unfinished.open("wb") as file:
        write_mo(file, catalogue)
    unfinished.replace(target)
    return target


def extract_words(project: Path, languages: tuple[str, ...] = ("nl",)) -> None:
    """Brings the .po files up to date with the words in code and templates (needs gettext's tools)."""
    options = ["--no-wrap", "--no-obsolete", "--add-location=file", "--ignore=tests/*", "--ignore=*/tests/*"]
    locales = [argument for language in languages for argument in ("--locale", language)]
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", *locales, *options],
        cwd=project / "src" / "groundswell",
        env={"PATH": os.environ["PATH"]},  # without settings it writes to the locale folder it stands in
        check=True,
        stdout=subprocess.DEVNULL,
    )


def untranslated(catalogue: Path) -> list[str]:
    """The messages of a .po file that have no translation, or only a guessed (fuzzy) one."""
    with catalogue.open("rb") as file:
        messages = list(read_po(file))
    return [
        str(message.id) for message in messages if message.id and (message.fuzzy or not _is_complete(message))
    ]


def _is_complete(message: Message) -> bool:
    words = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return all(words)


def report() -> int:
    """Compiles every catalogue and names what is not translated yet; 1 when something is missing."""
    compile_catalogues()
    missing = {source.parts[-3]: untranslated(source) for source in LOCALE.glob("*/LC_MESSAGES/*.po")}
    for language, messages in missing.items():
        for message in messages:
            sys.stdout.write(f"{language}: not translated: {message}\n")
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(report())

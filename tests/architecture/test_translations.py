"""Dutch is complete: every word in code and templates has its translation."""

import os
import shutil
from pathlib import Path

import pytest

from groundswell.config.translations import LOCALE, compile_catalogues, extract_words, untranslated

PROJECT = Path(__file__).resolve().parents[2]
needs_gettext = pytest.mark.skipif(
    shutil.which("xgettext") is None and not os.environ.get("CI"), reason="gettext's tools are not installed"
)


@needs_gettext
def test_every_word_has_a_dutch_translation(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    extract_words(tmp_path)
    catalogue = tmp_path / "src/groundswell/locale/nl/LC_MESSAGES/django.po"
    assert untranslated(catalogue) == []


def test_catalogues_are_compiled_without_gettext(tmp_path: Path) -> None:
    shutil.copytree(LOCALE, tmp_path / "locale", ignore=shutil.ignore_patterns("*.mo"))
    assert compile_catalogues(tmp_path / "locale")
    assert compile_catalogues(tmp_path / "locale") == []

"""What no template and no module may do, so that nobody's words ever become markup."""

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "groundswell"
FORBIDDEN = {
    "an inline style": r"<[^>]*\sstyle\s*=",
    "an inline handler": r"<[^>%]*\son[a-z]+\s*=",
    "an inline script": r"<script(?![^>]*(\bsrc=|application/json))",
    "escaping switched off": r"autoescape\s+off",
    "text taken for markup": r"\|\s*safe(seq)?\b",
}
OUR_OWN_PICTURES = {"orgs/invited.html", "orgs/join_links_made.html"}  # QR codes, drawn from a link of ours
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))
MODULES = sorted(path for path in SOURCE.rglob("static/**/*.js") if "vendor" not in path.parts)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(what: str) -> None:
    found = {name(path) for path in TEMPLATES if re.search(FORBIDDEN[what], path.read_text())}
    assert found - OUR_OWN_PICTURES == set()


def test_no_module_writes_markup() -> None:
    markup = re.compile(
        r"\.(innerHTML|outerHTML)\s*\+?=|insertAdjacentHTML|document\.write|\beval\(|new Function"
    )
    assert [name(path) for path in MODULES if markup.search(path.read_text())] == []


def test_only_icons_are_marked_as_safe() -> None:
    marking = re.compile(r"\b(mark_safe|format_html|SafeString)\(")
    files = [path for path in SOURCE.rglob("*.py") if marking.search(path.read_text())]
    assert [path.relative_to(SOURCE).as_posix() for path in files] == ["ui/templatetags/ui.py"]


def name(path: Path) -> str:
    return path.as_posix().split("/templates/")[-1].split("/static/")[-1]

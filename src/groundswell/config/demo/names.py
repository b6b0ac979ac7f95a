"""Invented people and real towns for the demo, from the word lists in data/."""

from pathlib import Path

DATA = Path(__file__).parent / "data"


def words(name: str) -> list[str]:
    """The comma-separated words of a list."""
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    return [word.strip() for word in text.replace("\n", " ").split(",")]


def branches() -> list[tuple[str, str]]:
    """(region, branch) pairs: 87 of them, Leeds first."""
    lines = (DATA / "branches.txt").read_text(encoding="utf-8").splitlines()
    regions = [line.partition(": ") for line in lines]
    return [(region, branch) for region, _, names in regions for branch in names.split(", ")]

import pytest

from groundswell.ui import navigation
from groundswell.ui.navigation import NavEntry, links_for


class Reader:
    """May see results and nothing else."""

    def may(self, right: str, /) -> bool:
        return right == "see_results"


@pytest.fixture(autouse=True)
def entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_entries", {})
    for key, right, order, foot in (
        ("settings", None, 1, True),
        ("results", "see_results", 20, False),
        ("people", "see_people", 10, False),
    ):
        navigation.register(NavEntry(key, key.title(), "style_guide", "users", right, order, foot))


def test_a_viewer_sees_what_their_rights_open_with_the_foot_last() -> None:
    assert [link.label for link in links_for(Reader(), "/")] == ["Results", "Settings"]


def test_the_page_one_is_on_is_marked_also_from_below() -> None:
    assert all(link.current for link in links_for(Reader(), "/_ui/charts/"))
    assert not any(link.current for link in links_for(Reader(), "/people/"))


def test_nobody_sees_nothing() -> None:
    assert links_for(None, "/") == []

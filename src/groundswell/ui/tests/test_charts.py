from groundswell.ui.charts.bar import bar
from groundswell.ui.charts.bars import BarRow, draw_bars
from groundswell.ui.charts.intervals import IntervalRow, draw_intervals
from groundswell.ui.charts.line import draw_line


def test_a_bar_says_its_share_and_whether_it_is_over_the_threshold() -> None:
    drawn = bar(57, 100, threshold=50)
    assert (drawn.value, drawn.threshold, drawn.over) == ("57.00%", "50.00%", True)
    assert drawn.words == "57%, threshold 50%"


def test_a_branch_without_members_has_an_empty_bar() -> None:
    assert bar(0, 0, threshold=50).value == "0.00%"


def test_more_than_everybody_fills_the_bar_and_no_more() -> None:
    assert bar(120, 100).value == "100.00%"


def test_bars_without_a_whole_are_measured_against_the_longest() -> None:
    drawn = draw_bars([BarRow("Leeds", 10, "10"), BarRow("York", 5, "5")])
    assert [row.bar.value for row in drawn] == ["100.00%", "50.00%"]


def test_intervals_share_one_scale() -> None:
    narrow, wide = draw_intervals([IntervalRow("a", 40, 45, 50), IntervalRow("b", 20, 40, 60)])
    assert float(wide.width.rstrip("%")) > float(narrow.width.rstrip("%"))


def test_a_line_needs_two_points() -> None:
    assert draw_line([3]) is None
    line = draw_line([0, 10], threshold=5)
    assert line is not None
    assert line.trend == "M0.00 100.00 L100.00 0.00"
    assert line.threshold == "50.00%"

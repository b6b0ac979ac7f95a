"""Cells a row was loaded without, as `ImportRow.left_out` keeps them: "3:phone 5:too_long"."""

from collections.abc import Iterable, Iterator, Sequence

from groundswell.imports.reasons import Reason

MOST_NAMED = 10  # of one row; who mends those sees the others at the next dry run


def left_out_as_text(left_out: Iterable[tuple[int, Reason]]) -> str:
    return " ".join([f"{place}:{reason.value}" for place, reason in left_out][:MOST_NAMED])


def left_out_in_words(kept: str, headers: Sequence[str]) -> str:
    """Each cell by the name of its column, with what is wrong with it."""
    return "; ".join(f"{headers[place]}: {reason.label}" for place, reason in _left_out(kept))


def _left_out(kept: str) -> Iterator[tuple[int, Reason]]:
    for each in kept.split():
        place, _colon, reason = each.partition(":")
        yield int(place), Reason(reason)

from datetime import datetime, timedelta


def next_place(*, busy_until: datetime | None, shown_at: datetime, seconds: float) -> datetime:
    """When the next gesture may come at the earliest: one interval after the last, and after the display.

    Time spent offline since a person was displayed counts, so that taps kept on the phone can be handed in
    together; nobody can save up time before they saw whom they text.
    """
    return max(busy_until or shown_at, shown_at) + timedelta(seconds=seconds)

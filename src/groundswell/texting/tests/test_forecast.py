from datetime import UTC, datetime, time

from groundswell.outreach.models import OutreachSettings
from groundswell.texting.forecast import Forecast, forecast

NINE_TO_FIVE = OutreachSettings(texts_from=time(9), texts_until=time(17))
MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def expect(texts: int, volunteers: int, *, per_second: int = 100, at: datetime = MORNING) -> Forecast:
    return forecast(
        texts=texts,
        parts=texts,
        volunteers=volunteers,
        parts_per_second=per_second,
        settings=NINE_TO_FIVE,
        time_zone="Europe/London",
        at=at,
    )


def test_ten_volunteers_text_2400_people_in_an_hour() -> None:
    assert expect(2400, 10).done_at == datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def test_what_does_not_fit_in_the_day_goes_on_the_next_morning() -> None:
    assert expect(2400 * 9, 10).done_at == datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def test_at_night_it_starts_when_texting_opens() -> None:
    night = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)
    assert expect(2400, 10, at=night).done_at == datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def test_a_slow_number_sets_the_pace() -> None:
    assert expect(3600, 100, per_second=1).texts_an_hour == 3600


def test_with_nobody_there_it_is_never_done() -> None:
    assert expect(2400, 0).done_at is None

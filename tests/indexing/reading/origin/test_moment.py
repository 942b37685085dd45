from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.reading.origin.moment import KST, Moment, on_clock_shown, on_korean_clock, parse_moment, written_dates

PST = timezone(timedelta(hours=-8))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-01-21", date(2025, 1, 21)),
        ("2025-01-21 18:35:19", datetime(2025, 1, 21, 18, 35, 19)),
        ("2025-01-21T18:35:19+09:00", datetime(2025, 1, 21, 18, 35, 19, tzinfo=KST)),
        ("2025-01-21T16:35:19Z", datetime(2025, 1, 21, 16, 35, 19, tzinfo=UTC)),
        ("2025.01.21 (18:35)", datetime(2025, 1, 21, 18, 35)),
        ("January 21, 2025 - 18:35:19", datetime(2025, 1, 21, 18, 35, 19)),
        ("18:35 January 21, 2025", datetime(2025, 1, 21, 18, 35)),
        ("6:35 p.m., Jan. 21, 2025", datetime(2025, 1, 21, 18, 35)),
        ("2025.01.21 (화) 18:35", datetime(2025, 1, 21, 18, 35)),
        ("2025. 1. 21. 오후 6:35", datetime(2025, 1, 21, 18, 35)),
        ("2025년 1월 21일 오후 6시 35분", datetime(2025, 1, 21, 18, 35)),
        ("2025년 1월 21일 오전 12시", datetime(2025, 1, 21, 0, 0)),
        ("2025년 1월 21일", date(2025, 1, 21)),
        ("20250121", date(2025, 1, 21)),
        ("20250121183519", datetime(2025, 1, 21, 18, 35, 19)),
        ("Jan. 21, 2025", date(2025, 1, 21)),
        ("January 21, 2025 6:35 p.m.", datetime(2025, 1, 21, 18, 35)),
        ("21 January 2025", date(2025, 1, 21)),
        ("Tue, 21 Jan 2025 18:35:00 +0900", datetime(2025, 1, 21, 18, 35, tzinfo=KST)),
        ("Mon, 20 Jan 2025 23:00:00 GMT", datetime(2025, 1, 20, 23, 0, tzinfo=UTC)),
        ("2025-01-20 23:00 UTC", datetime(2025, 1, 20, 23, 0, tzinfo=UTC)),
        ("Tue Jan 21 2025 18:35:00 GMT+0900", datetime(2025, 1, 21, 18, 35, tzinfo=KST)),
        ("2025-01-21 18:35 UTC+9", datetime(2025, 1, 21, 18, 35, tzinfo=KST)),
        (1737452119, datetime(2025, 1, 21, 9, 35, 19, tzinfo=UTC)),
        (1737452119000, datetime(2025, 1, 21, 9, 35, 19, tzinfo=UTC)),
        ("1737452119", datetime(2025, 1, 21, 9, 35, 19, tzinfo=UTC)),
        ("1737452119000", datetime(2025, 1, 21, 9, 35, 19, tzinfo=UTC)),
        ("1737452119.0", datetime(2025, 1, 21, 9, 35, 19, tzinfo=UTC)),
        ("2025012118", datetime(2025, 1, 21, 18, 0)),
    ],
)
def test_a_written_date_is_read_on_its_own_clock(text: object, moment: object) -> None:
    assert parse_moment(text) == moment
    assert type(parse_moment(text)) is type(moment)
    if isinstance(moment, datetime):
        assert isinstance(read := parse_moment(text), datetime)
        assert read.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(
    "value",
    [
        "3시간 전",
        "어제",
        "2025-02-30",
        "2025-13-01",
        "Fri, 31 Dec 9999 23:59:59 +0000",
        "20250230",
        "250121183519",
        "",
        None,
        True,
        17,
        -20250121,
        20250230,
        float("nan"),
        float("inf"),
        int("9" * 320),
        -int("9" * 320),
        [2025],
    ],
)
def test_what_is_no_date_stays_unknown(value: object) -> None:
    assert parse_moment(value) is None


@pytest.mark.parametrize(
    ("stated", "korean"),
    [
        (datetime(2025, 1, 20, 23, 0, tzinfo=UTC), datetime(2025, 1, 21, 8, 0, tzinfo=KST)),
        (datetime(2025, 1, 20, 23, 0), datetime(2025, 1, 20, 23, 0)),
        (datetime(2025, 1, 20, 23, 0, tzinfo=PST), datetime(2025, 1, 20, 23, 0, tzinfo=PST)),
        (date(2025, 1, 20), date(2025, 1, 20)),
        (None, None),
    ],
)
def test_only_what_is_stated_in_utc_is_put_on_korea_s_clock(stated: Moment | None, korean: Moment | None) -> None:
    read = on_korean_clock(stated)
    assert str(read) == str(korean)


@pytest.mark.parametrize(
    ("shown", "zone"),
    [
        (datetime(2025, 1, 21, 8, 0), None),
        (datetime(2025, 1, 21, 8, 0, tzinfo=KST), KST),
        (datetime(2025, 1, 21, 17, 0), UTC),
        (datetime(2025, 1, 21, 8, 0, tzinfo=UTC), UTC),
        (date(2025, 1, 21), UTC),
        (None, UTC),
    ],
)
def test_a_time_stated_in_utc_that_the_page_shows_as_it_is_was_none(
    shown: Moment | None, zone: timezone | None
) -> None:
    stated = datetime(2025, 1, 21, 8, 0, 12, tzinfo=UTC)
    assert str(on_clock_shown(stated, shown)) == str(stated.replace(tzinfo=zone))


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_from_its_korean_and_english_form(day: date) -> None:
    assert parse_moment(f"{day.year}년 {day.month}월 {day.day}일") == day
    assert parse_moment(f"{day.year}.{day.month:02}.{day.day:02}") == day
    assert parse_moment(f"{day:%B} {day.day}, {day.year}") == day


@given(st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)))
def test_every_minute_is_read_back_from_a_dateline(moment: datetime) -> None:
    minute = moment.replace(second=0, microsecond=0)
    assert parse_moment(f"{minute:%Y-%m-%d %H:%M}") == minute
    assert parse_moment(f"{minute:%Y.%m.%d} {'오후' if minute.hour > 11 else '오전'} {minute:%I:%M}") == minute


@given(st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)), st.sampled_from([int, float, str]))
def test_every_second_is_read_back_from_the_number_that_a_table_made_of_it(
    moment: datetime, kind: type[int | float | str]
) -> None:
    second = moment.replace(microsecond=0)
    assert parse_moment(kind(f"{second:%Y%m%d}")) == second.date()
    assert parse_moment(kind(f"{second:%Y%m%d%H%M}")) == second.replace(second=0)
    assert parse_moment(kind(f"{second:%Y%m%d%H%M%S}")) == second
    assert parse_moment(str(float(f"{second:%Y%m%d%H%M%S}"))) == second


@given(st.integers() | st.floats() | st.integers(0, 10**15))
def test_any_number_is_a_date_or_none(number: float) -> None:
    moment = parse_moment(number)
    assert moment is None or 1900 <= moment.year < 2101


@given(st.text(max_size=140))
def test_dates_of_any_text_lie_inside_it_in_order(text: str) -> None:
    end = 0
    for written in written_dates(text):
        assert end <= written.start < written.end <= len(text)
        end = written.end

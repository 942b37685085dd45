from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.intervals import parse_interval


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-09-29", date(2025, 9, 29), date(2025, 9, 29)),
        ("2025-09", date(2025, 9, 1), date(2025, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-09-29/2025-10-01", date(2025, 9, 29), date(2025, 10, 1)),
        ("2025-09/2025-10", date(2025, 9, 1), date(2025, 10, 31)),
    ],
)
def test_an_iso_expression_is_its_first_and_last_day(text: str, first: date, last: date) -> None:
    assert parse_interval(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "2025/",
        "2025-13",
        "2025-00",
        "2025-02-30",
        "0000",
        "2025-9-1",
        "2025-10-01/2025-09-29",
        "2024/2025/2026",
        "٢٠٢٥",
        "어제",
    ],
)
def test_what_is_no_iso_date_covers_no_days(text: str) -> None:
    assert parse_interval(text) is None


@given(st.dates(), st.dates())
def test_an_interval_of_two_days_is_read_back_exactly(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    assert parse_interval(f"{first.isoformat()}/{last.isoformat()}") == (first, last)


@given(st.text(alphabet="0123456789-/T:Z ", max_size=24))
def test_any_text_is_days_in_order_or_nothing(text: str) -> None:
    interval = parse_interval(text)
    assert interval is None or interval[0] <= interval[1]

import string
from dataclasses import asdict
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.wording import WORDINGS, preferred_wording, wording_in


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7", "ko"),
        ("en-US,en;q=0.9,ko;q=0.8", "en"),
        ("en;q=0.3, ko;q=0.7", "ko"),
        ("ko;q=0, fr", "en"),
        ("fr-FR,fr;q=0.9,ko;q=0.2", "ko"),
        ("KO", "ko"),
        ("ko;q=many,en;q=0.1", "en"),
        ("de", "en"),
        ("*", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_page_speaks_the_best_weighted_language_it_knows(header: str | None, language: str) -> None:
    assert preferred_wording(header).language == language


@given(st.text())
def test_no_language_header_breaks_the_page(header: str) -> None:
    assert preferred_wording(header).language in WORDINGS


def test_a_language_without_texts_is_shown_in_english() -> None:
    assert wording_in("fr") is WORDINGS["en"]


def test_all_languages_fill_in_the_same_fields() -> None:
    def fields(language: str) -> dict[str, set[str | None]]:
        texts = {name: text for name, text in asdict(WORDINGS[language]).items() if isinstance(text, str)}
        return {name: {part[1] for part in string.Formatter().parse(text)} - {None} for name, text in texts.items()}

    assert fields("ko") == fields("en")


@pytest.mark.parametrize(
    ("language", "day", "moment", "period"),
    [
        ("ko", "2025년 9월 3일", "2025년 9월 3일 09:05", "2025년 9월 3일부터 10월 1일까지"),
        ("en", "3 September 2025", "3 September 2025, 09:05", "3 September – 1 October 2025"),
    ],
)
def test_days_and_moments_are_written_as_each_language_does(language: str, day: str, moment: str, period: str) -> None:
    wording = WORDINGS[language]
    assert wording.on(date(2025, 9, 3)) == day
    assert wording.on(datetime(2025, 9, 3, 9, 5)) == moment
    assert wording.on(datetime(2025, 9, 3, 9, 5), day_only=True) == day
    assert wording.period(date(2025, 9, 3), date(2025, 10, 1)) == period
    assert wording.period(date(2025, 9, 3), date(2025, 9, 3)) == day

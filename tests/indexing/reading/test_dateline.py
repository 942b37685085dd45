from datetime import date, datetime

import pytest

from indexing.reading.dateline import Role, StatedDate, find_dateline, stated_dates


@pytest.mark.parametrize(
    "line",
    [
        "최하나 기자 / 기사승인 : 2025-01-21 18:35",
        "입력 2025.01.21 18:35",
        "등록 2025-01-21 18:35 | 사회부",
        "송고시간 2025-01-21 18:35",
        "기사입력 2025.01.21. 오후 6:35",
        "By Jane Doe | Published Jan. 21, 2025, 6:35 p.m.",
    ],
)
def test_a_label_makes_a_date_the_publication(line: str) -> None:
    assert [(stated.moment, stated.role) for stated in stated_dates(line)] == [
        (datetime(2025, 1, 21, 18, 35), Role.PUBLISHED)
    ]


@pytest.mark.parametrize(
    "line", ["2025.01.21", "2025년 1월 21일 (화)", "2025년 1월 21일 · 최하나 기자", "하루뉴스 | 2025-01-21"]
)
def test_a_line_of_nothing_but_a_date_is_a_dateline(line: str) -> None:
    assert [(stated.moment, stated.role) for stated in stated_dates(line)] == [(date(2025, 1, 21), Role.BARE)]


@pytest.mark.parametrize(
    "line",
    [
        "04.23 장종료",
        "등록일자 : 1966.03.08",
        "등록(발행)일자 : 2009.11.30",
        "인터넷신문 등록번호 서울 아00001 2009.11.30",
        "제 1234호 2025-01-21",
        "2025년 1월 21일 물빛축제 개최 안내",
        "참가 등록 2025년 3월 1일부터 접수",
        "시는 2025년 1월 21일 문을 연다고 밝혔다.",
        "Copyright 2025 Haru News",
        "3시간 전",
        "비트코인 24.04.23",
    ],
)
def test_other_dates_do_not_date_the_article(line: str) -> None:
    assert stated_dates(line) == ()


def test_publication_and_modification_stand_in_one_line() -> None:
    dateline = find_dateline(["제목", "입력 2025.05.15 20:00   수정 2025.05.15 20:57"], bare_before=2)
    assert dateline is not None
    assert dateline.index == 1
    assert dateline.published == datetime(2025, 5, 15, 20, 0)
    assert dateline.updated == datetime(2025, 5, 15, 20, 57)


@pytest.mark.parametrize(
    "line",
    [
        "2025-01-21 08:10 입력 | 2025-01-22 15:00 수정",
        "2025.01.21 08:10 입력 2025.01.22 15:00 수정",
        "2025-01-22 15:00 수정 | 2025-01-21 08:10 등록",
        "2025.01.21. 오전 8:10 (입력) 2025.01.22. 오후 3:00 (최종수정)",
        "Jan. 21, 2025, 8:10 a.m. (posted), Jan. 22, 2025, 3:00 p.m. (updated)",
        "입력 | 2025-01-21 08:10 수정 | 2025-01-22 15:00",
        "2025-01-21 08:10 | 수정 2025-01-22 15:00",
    ],
)
def test_a_label_may_stand_behind_its_date(line: str) -> None:
    dateline = find_dateline([line], bare_before=1)
    assert dateline is not None
    assert dateline.published == datetime(2025, 1, 21, 8, 10)
    assert dateline.updated == datetime(2025, 1, 22, 15, 0)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("2025/01/21 08:10 송고", Role.PUBLISHED),
        ("(2025-01-21 08:10 송고)", Role.PUBLISHED),
        ("2025-01-21 08:10 등록 | 사회부", Role.PUBLISHED),
        ("2025-01-21 08:10 입력 / 지면 2025-01-22 A1면", Role.PUBLISHED),
        ("2025-01-21 08:10 수정", Role.UPDATED),
        ("2025-01-21 08:10 수정 | 최하나 기자", Role.UPDATED),
    ],
)
def test_one_date_with_its_label_behind_it(line: str, role: Role) -> None:
    assert stated_dates(line)[0] == StatedDate(datetime(2025, 1, 21, 8, 10), role)


@pytest.mark.parametrize("line", ["2025년 1월 21일 축제 개최안 승인", "재건축 조합 2025년 1월 21일 승인"])
def test_a_headline_that_ends_in_a_word_for_labels_is_no_dateline(line: str) -> None:
    assert stated_dates(line) == ()


def test_a_labelled_date_beats_an_earlier_bare_one() -> None:
    dateline = find_dateline(["2025.05.20", "입력 2025.05.15"], bare_before=2)
    assert dateline is not None
    assert dateline.published == date(2025, 5, 15)


def test_a_modification_alone_is_better_than_nothing() -> None:
    dateline = find_dateline(["수정 2025.05.15"], bare_before=1)
    assert dateline is not None
    assert (dateline.published, dateline.updated) == (date(2025, 5, 15), None)


def test_bare_dates_further_down_belong_to_other_articles() -> None:
    assert find_dateline(["제목", "본문", "2025.05.15"], bare_before=1) is None


def test_a_year_of_two_digits_needs_a_label() -> None:
    assert stated_dates("25.01.21 18:35") == ()
    assert stated_dates("입력 25.01.21 18:35")[0].moment == datetime(2025, 1, 21, 18, 35)

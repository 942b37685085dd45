from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.reading.origin.date_labels import Role
from indexing.reading.origin.dateline import StatedDate, find_dateline, stated_dates


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
    "line",
    [
        "2025.01.21",
        "2025년 1월 21일 (화)",
        "2025년 1월 21일 · 최하나 기자",
        "하루뉴스 | 2025-01-21",
        "Haru Courier | Culture | 21 January 2025 | By Choi Ha-na",
        "By Choi Ha-na, staff reporter — Jan. 21, 2025",
        "By Choi Ha-na — Jan. 21, 2025",
        "By Choi Ha-na and Han Ma-ru, Senior Staff Writers | January 21, 2025",
        "Choi Ha-na, Staff Writer · Jan. 21, 2025",
        "Jan. 21, 2025 | By Choi Ha-na (baseball correspondent)",
        *("2025.01.21", "2025년 1월 21일 (화)", "2025년 1월 21일 · 최하나 기자", "하루뉴스 | 2025-01-21"),
        *("2025.01.21.화", "댓글 0 | 조회 231 | 2025-01-21", "2025-01-21 | 최하나 기자 | 댓글 3개"),
        *("하루일보 2025년 1월 21일자 3면", "Jan 21,2025", "제 412호 2025년 1월 21일 / 글 사진 최하나 기자"),
        *("하루뉴스 2025/01/21 최하나 기자", "하루신보 2025.01.21 (화) 02면", "2025-01-21 하루매일 지면 A12"),
        *("하루뉴스 | 2025년 1월 21일 | 최하나 기자", "2025-01-21 | 최하나 기자 | 하루뉴스"),
    ],
)
def test_a_line_of_nothing_but_a_date_is_a_dateline(line: str) -> None:
    assert [(stated.moment, stated.role) for stated in stated_dates(line)] == [(date(2025, 1, 21), Role.BARE)]


def test_a_board_s_short_year_is_believed_with_a_label() -> None:
    assert stated_dates("작성일 25-01-21 18:35") == (StatedDate(datetime(2025, 1, 21, 18, 35), Role.PUBLISHED),)
    assert stated_dates("25-01-21") == ()
    assert stated_dates("Update: 2025-01-21") == (StatedDate(date(2025, 1, 21), Role.UPDATED),)


@pytest.mark.parametrize(
    "line",
    [
        "[스포츠] 2025.01.21 18:35",
        "[월드컵] 2025-01-21 18:35 | 도쿄=최하나 기자",
        "2025-01-21 18:35 도쿄=최하나 기자",
        "2025-01-21 18:35 최하나 한마루 기자",
        "2025-01-21 18:35 [정치·사회]",
    ],
)
def test_section_town_and_colleagues_may_stand_beside_a_date(line: str) -> None:
    assert stated_dates(line) == (StatedDate(datetime(2025, 1, 21, 18, 35), Role.BARE),)


@pytest.mark.parametrize(
    "line",
    [
        "[행사] 2025.01.21 18:35",
        "하루마당 2025.01.21",
        "하루뉴스 2025.01.21 개막",
        "[접수 마감] 2025-01-21",
        "접수 | 2025년 1월 21일 | 시청 | 3명",
        "[단독] 2025-01-21 18:35 축제장에 무슨 일이",
        "2025-01-21 해담과 도쿄를 잇는 최하나 기자",
        "By the river and the old Harbour Bridge, Jan. 21, 2025",
        "Harbour Bridge Reopening Set for Jan. 21, 2025",
        "Book by Choi Ha-na, out on Jan. 21, 2025",
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
        "Concert 19:30 Jan. 21, 2025",
    ],
)
def test_other_dates_do_not_date_the_article(line: str) -> None:
    assert stated_dates(line) == ()


def test_outlet_date_and_reporter_may_stand_in_brackets() -> None:
    stated = (StatedDate(datetime(2025, 1, 21, 9, 10), Role.BARE),)
    assert stated_dates("(하루일보, 2025.1.21. 09:10, 최하나 기자)") == stated
    assert stated_dates("[하루일보 | 2025.1.21. 09:10]") == stated


@pytest.mark.parametrize(
    "line",
    [
        "하루타임즈 2025-01-21 09:10 최하나 기자",
        "2025.01.21 09:10 남포투데이",
        "2025-01-21 09:10  최하나 기자  글자크기 가 가",
        "하루타임즈 2025-01-21 09:10 글자 크기 조절",
    ],
)
def test_an_outlet_and_the_size_of_letters_may_stand_beside_a_date(line: str) -> None:
    assert stated_dates(line) == (StatedDate(datetime(2025, 1, 21, 9, 10), Role.BARE),)


def test_an_agency_s_page_and_a_broadcaster_s_brackets_hold_the_time() -> None:
    assert stated_dates("All News 09:12 January 21, 2025") == (StatedDate(datetime(2025, 1, 21, 9, 12), Role.BARE),)
    assert stated_dates("입력 2025.01.21 (21:08) 수정 2025.01.21 (21:44)뉴스 9") == (
        StatedDate(datetime(2025, 1, 21, 21, 8), Role.PUBLISHED),
        StatedDate(datetime(2025, 1, 21, 21, 44), Role.UPDATED),
    )


@pytest.mark.parametrize(("clock", "hour"), [("오후 2:05", 14), ("2:05 PM", 14), ("02:05", 2)])
def test_the_time_of_day_may_stand_below_the_day(clock: str, hour: int) -> None:
    dateline = find_dateline(["제목", "2025년 1월 21일 (화)", clock], bare_before=3)
    assert dateline is not None
    assert dateline.published == datetime(2025, 1, 21, hour, 5)


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


@pytest.mark.parametrize(
    "line",
    [
        "배포일시: 2025. 1. 21.(화)",
        "배포일시 2025. 1. 21.(화)",
        "배 포 일 : 2025. 1. 21.",
        "배포 2025. 1. 21.(화)",
        "홍보담당관 031-000-2114 | 배포 2025. 1. 21.(화) | 보도 2025. 1. 22.(수) 조간부터",
        "2025년 1월 21일(화) 배포",
        "2025.1.21.(화) 배포 | 문의 감염병관리과 031-000-7720 (담당 주무관 한마루)",
        "보도자료 배포일 2025.1.21",
        "제공일자 : 2025. 1. 21.",
        "게시일 2025-01-21",
        "게시일 2025-01-21 조회수 1,284",
        "For Immediate Release: January 21, 2025",
    ],
)
def test_an_office_says_when_it_gave_out_its_release(line: str) -> None:
    assert stated_dates(line)[0] == StatedDate(date(2025, 1, 21), Role.PUBLISHED)


@pytest.mark.parametrize(
    "line",
    [
        "2025. 1. 21.(화) 관광진흥과 031-000-2316",
        "보도자료 / 2025.1.21. / 청년정책과 오나래 031-000-4410",
        "해담시 보도자료 (2025. 1. 21.)",
        "공원녹지과 | 2025-01-21 | 조회 : 2911",
        "2025.1.21 조회 352",
        "Writer: Haedam Global Center Date: 2025.1.21 Hits: 88",
        "Date: 2025.1.21",
        "Release date: Jan. 21, 2025",
    ],
)
def test_office_telephone_and_views_beside_a_date_say_nothing_else(line: str) -> None:
    assert stated_dates(line) == (StatedDate(date(2025, 1, 21), Role.BARE),)


@pytest.mark.parametrize(
    "line",
    [
        "2025년 4월 7일 배포된 자료 가운데 개막식 시간",
        "백신 2025년 1월 21일 배포",
        "마스크 배포 2025년 1월 21일부터",
        "일시 : 2025. 1. 21.",
        "일시: 2025. 1. 21.(화) 10:00 / 문의: 체육과(031-000-3120)",
        "공고기간 2025-01-21 ~ 2025-04-21",
        "접수 2025. 1. 21. 관광진흥과 방문 031-000-2316",
        "Due date: Jan. 21, 2025",
        "2025년 1월 21일 선거 결과",
    ],
)
def test_what_offices_write_of_other_days_dates_no_article(line: str) -> None:
    assert stated_dates(line) == ()


@pytest.mark.parametrize("lines", [["보도시점 2025. 1. 22.(수) 12:00", "배포 2025. 1. 21."], ["배포 2025. 1. 21."]])
def test_the_day_a_release_was_given_out_beats_that_of_its_embargo(lines: list[str]) -> None:
    dateline = find_dateline(lines, bare_before=2)
    assert dateline is not None
    assert dateline.published == date(2025, 1, 21)


def test_an_embargo_dates_a_release_that_states_nothing_else() -> None:
    dateline = find_dateline(["보도시점: 2025. 1. 22.(수) 12:00 이후 사용"], bare_before=1)
    assert dateline is not None
    assert dateline.published == datetime(2025, 1, 22, 12, 0)


@given(
    st.sampled_from(["배포일시", "배포일", "배 포 일 시", "배포", "제공일", "게시일", "보도자료 배포일"]),
    st.sampled_from([": ", " : ", " ", "："]),
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    st.sampled_from(["%Y. %m. %d.", "%Y.%m.%d", "%Y-%m-%d", "%Y년 %m월 %d일"]),
)
def test_a_release_is_dated_whatever_the_day_and_the_spacing(label: str, sign: str, day: date, form: str) -> None:
    assert stated_dates(label + sign + day.strftime(form)) == (StatedDate(day, Role.PUBLISHED),)


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

"""Lists below the last sentence of a text dump; every name in them is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.article import Article
from indexing.reading.dumps.foot_list import foot_lists
from indexing.reading.dumps.text_dump import read_text
from indexing.reading.text.lines import typed_lines

BODY = (
    "해담 등대가 담내 고래를 86-79로 꺾고 챔피언결정전에서 먼저 세 판을 이겼다고 리그가 2일 밝혔다.",
    "한마루 감독은 경기가 끝난 뒤 “여섯째 경기에서 끝내겠다”고 말했다. 관중은 5천412명이 들어 올해 가장 많았다.",
    "두 팀의 여섯째 경기는 4일 오후 7시 담내체육관에서 열리며 입장권은 하루 만에 모두 팔렸다.",
)
HEAD = ["해담 등대, 담내 고래 꺾고 3승", "입력 2025-05-02 21:42"]
COPYRIGHT = "[저작권자ⓒ 하루뉴스. 무단전재-재배포 금지]"


def read(*below: str) -> Article:
    return read_text("\n".join([*HEAD, *BODY, *below]), "dump.txt").articles[0]


LISTS = [
    ["▲ 2일 전적(해담체육관)", "해담(3승 2패) 86(18-21 20-19 23-23 25-16)79 담내(2승 3패)"],
    ["◇ 2일 전적(해담)", "해담 86-79 담내"],
    [
        "▶ 제46회 해담영화상 수상자(작)",
        "△ 작품상 = 파도의 집",
        "△ 감독상 = 한마루(파도의 집)",
        "△ 신인상 = 최두리(막차)",
    ],
    ["<수상자 명단>", "- 작품상: 파도의 집", "- 감독상: 한마루"],
    ["△작품상 파도의 집 △감독상 한마루 △신인상 최두리"],
    ["▲ 작품상 파도의 집", "▲ 감독상 한마루"],
    ["■ 공연 정보", "일시: 3월 1일~5월 25일", "장소: 푸른홀", "티켓: 등대석 14만원", "문의: 02-000-4567"],
    ["◇ 2라운드 순위", "1. 최두리 -16(66)", "2. 브룩 모건(캐나다) -14(68)"],
    ["오늘의 경기(2일)", "▲프로농구= 해담-담내(19시·해담)", "▲프로배구= 온내-달무리(19시·온내)"],
    ["빈소 해담병원 장례식장 3호실, 발인 13일 오전 7시. 02-000-0000"],
    ["▲최하나씨 별세, 한마루씨 모친상=10일 해담병원 장례식장 3호실, 발인 13일 오전 7시"],
    ["Dates: March 1–May 25", "Venue: Blue Hall", "Tickets: from 140,000 won"],
]
ENDS = [[COPYRIGHT], ["오나래 기자 narae@haru.example", COPYRIGHT], []]


@pytest.mark.parametrize("end", ENDS, ids=["copyright", "reporter", "end of file"])
@pytest.mark.parametrize("lines", LISTS, ids=lambda lines: lines[0])
def test_a_list_at_the_foot_is_part_of_the_article(lines: list[str], end: list[str]) -> None:
    article = read(*lines, *end, "최신뉴스", "달무리군 케이블카, 석 달 만에 탑승객 9만명")
    assert article.body == "\n\n".join([*BODY, *(line.lstrip("▲△◇▶■- ") for line in lines)])
    assert article.captions == ()


def test_a_list_below_the_reporters_address_is_part_of_the_article() -> None:
    article = read("오나래 기자 narae@haru.example", *LISTS[0], COPYRIGHT)
    assert article.body.endswith("담내(2승 3패)")
    assert (article.authors, article.publisher) == (("오나래",), "하루뉴스")


def test_the_caption_of_a_picture_above_the_list_stays_one() -> None:
    article = read("▲ 2일 해담체육관에서 기뻐하는 선수들. 하루뉴스 제공", *LISTS[3], COPYRIGHT)
    assert article.captions == ("2일 해담체육관에서 기뻐하는 선수들. 하루뉴스 제공",)
    assert article.body.endswith("감독상: 한마루")


def test_a_list_with_signs_in_the_middle_keeps_its_place() -> None:
    article = read(*LISTS[2], "시상식은 오는 9일 오후 7시 해담문화회관에서 열리고 표는 누구나 살 수 있다.")
    assert "신인상 = 최두리(막차)\n\n시상식은" in article.body


@pytest.mark.parametrize(
    "below",
    [
        ["▶ 온내군, 사과 따기 체험 예약 시작", "▶ 달무리군 케이블카 탑승객 9만명", COPYRIGHT],
        ["▲ 2일 해담체육관에서 기뻐하는 선수들. 사진=하루뉴스", COPYRIGHT],
        ["▲ 기뻐하는 해담 선수들", COPYRIGHT],
        [COPYRIGHT, *LISTS[7]],
        ["많이 본 뉴스", *LISTS[7], COPYRIGHT],
        ["사진=하루뉴스", "영상편집: 최두리", COPYRIGHT],
        ["주소: 해담시 바다로 1", "발행·편집인: 한마루", "전화: 02-000-0000", COPYRIGHT],
        ["문의 : 광고국 031-000-2000", "전화 : 031-000-2001"],
        ["대회 일정: 4일부터 사흘 동안", COPYRIGHT],
        ["1. 온내군, 사과 따기 체험 예약 시작", "2. 달무리군 케이블카 탑승객 9만명", COPYRIGHT],
        ["Explainer: How the lighthouse won", "Opinion: Why the whale lost", COPYRIGHT],
        ["해담 수상자 명단", "“결혼합니다” 배우 최두리 3-1로…", COPYRIGHT],
    ],
    ids=lambda below: below[0],
)
def test_links_captions_credits_and_imprints_are_no_list(below: list[str]) -> None:
    assert read(*below).body == "\n\n".join(BODY)


@given(
    st.lists(st.sampled_from([line for lines in (*LISTS, *ENDS) for line in lines] + ["인쇄", "최신뉴스"]), max_size=12)
)
def test_lists_stand_below_the_text_in_order(below: list[str]) -> None:
    lines = typed_lines("\n".join([*BODY, *below]))
    end = next(n for n, line in enumerate(lines) if line.text == BODY[-1]) + 1
    found = foot_lists(lines, end)
    assert list(found) == sorted(set(found))
    assert all(end <= index < len(lines) for index in found)

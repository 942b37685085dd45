import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.reading.dumps.sieve import sift
from indexing.reading.dumps.text_dump import read_text
from indexing.reading.text.facts import with_facts
from indexing.reading.text.line import Kind, typed

TITLE = "해담시민 걷기대회 14일 열린다"
DATELINE = "입력 2025-11-02 09:00"
LEAD = "해담시는 오는 14일 시청 앞 광장에서 걷기대회를 연다고 2일 밝혔다."
CLOSING = "최하나 시장은 “많은 참여를 바란다”고 말했다."
FACTS = (
    "일시: 2025. 11. 14.(금) 10:00 ~ 15:00",
    "장소: 시청 앞 광장",
    "대상: 시민 누구나",
    "사회: 오나래",
    "신청방법: 11. 3. ~ 11. 10. 누리집",
    "문의: 체육과(055-000-3120)",
    "이메일: walk@haedam.example",
)


def body(*lines: str) -> list[str]:
    return read_text("\n".join([TITLE, DATELINE, *lines]), "dump.txt").articles[0].body.split("\n\n")


def kinds(*lines: str) -> list[Kind]:
    return [line.kind for line in with_facts([typed(line) for line in lines])]


@pytest.mark.parametrize("bullet", ["- ", "▷ ", "○ ", ""])
def test_a_list_of_facts_stays_where_it_stands(bullet: str) -> None:
    facts = [bullet + fact for fact in FACTS if bullet or not fact.startswith("사회")]
    stated = [fact.removeprefix(bullet) for fact in facts]
    assert body(LEAD, *facts, CLOSING) == [LEAD, *stated, CLOSING]
    assert body(LEAD, CLOSING, *facts) == [LEAD, CLOSING, *stated]
    assert body(*facts, LEAD, CLOSING) == [*stated, LEAD, CLOSING]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("ㅇ 문의: 체육과 주무관 도하람 (055-000-3120)", True),
        ("문의처 : 콜센터 1566-0000", True),
        ("○ 신청·문의: 체육과(☎ 02-120-0000)", True),
        ("문의: 체육과", False),
        ("광고문의: 02-000-0000", False),
        ("문의: 해담일보 편집국 055-000-0000", False),
        ("기사 제보 및 문의 : 055-000-0000 해담뉴스", False),
        ("걷기대회 문의 폭주…회선 055-000-3120", False),
    ],
)
def test_whom_to_ask_stays_though_it_stands_alone(line: str, stays: bool) -> None:
    kept = body(LEAD, CLOSING, line)
    assert kept[:2] == [LEAD, CLOSING]
    assert (len(kept) == 3) is stays
    assert body(line, LEAD, CLOSING)[-2:] == [LEAD, CLOSING]


def test_the_headings_of_a_list_and_of_the_text_below_it_stay() -> None:
    facts = ["◈ (지원금액) 첫째 200만 원", "◈ (신청기한) 출생일로부터 12개월 이내", "◈ (재원) 시비 18억 원"]
    assert body("< 주요 내용 >", *facts, LEAD, CLOSING) == ["< 주요 내용 >", *facts, LEAD, CLOSING]
    assert body("□ 개요", "○ 공사기간: 9. 1. ~ 10. 31.", "○ 사 업 비: 18억 원", "□ 배경", LEAD, CLOSING) == [
        *("개요", "공사기간: 9. 1. ~ 10. 31.", "사 업 비: 18억 원", "배경", LEAD, CLOSING)
    ]


def test_facts_in_english() -> None:
    assert kinds("- When: Nov. 14, 10 a.m.", "- Where: City Hall plaza", "- Admission: free") == [Kind.FACT] * 3


def test_a_page_keeps_the_facts_above_its_first_sentence() -> None:
    sifted = sift(["정치", *(f"- {fact}" for fact in FACTS), LEAD], TITLE, from_page=True)
    assert sifted.paragraphs == (*FACTS, LEAD)
    assert sift(["정치", "전화: 055-000-3120", LEAD], TITLE, from_page=True).paragraphs == (LEAD,)


@pytest.mark.parametrize(
    "lines",
    [
        ("온내군 사과 따기 예약 시작", "달무리군 케이블카: 석 달 만에 9만명", "시장 선거: 후보 5명"),
        ("입력 : 2025-11-02", "글자크기 : 크게", "조회수 : 120"),
        ("대표전화 : 055-000-0000", "등록번호 : 해담아1234", "발행인 : 오나래", "주소 : 시청로 1"),
        ("담당부서: 관광과", "담당자: 한마루 주무관 (055-000-2314)", "배포일시: 2025. 4. 7.(월)"),
        ("코스피: 2,500.12", "원/달러: 1,380원", "나스닥: 17,000"),
        ("제보하기", "▷ 카카오톡 : 하루뉴스 검색", "▷ 전화 : 02-000-0000", "▷ 메일 : news@haru.example"),
        ("일시: 11월 14일", "정치", "문의: 체육과"),
        ("오나래: “시험은 없다”", "한마루: “시간은 있다”"),
    ],
    ids=["headlines", "buttons", "imprint", "head of a release", "ticker", "tip-offs", "one alone", "speakers"],
)
def test_other_lines_with_a_colon_state_no_facts(lines: tuple[str, ...]) -> None:
    assert Kind.FACT not in kinds(*lines)


def test_lists_of_other_articles_below_the_facts_stay_out() -> None:
    others = ["관련기사", "• 온내군 사과 따기 예약 시작", "• 달무리군 케이블카 탑승 9만명", "대표전화 : 055-000-0000"]
    assert body(LEAD, CLOSING, *FACTS[:3], *others) == [LEAD, CLOSING, *FACTS[:3]]


def test_a_period_of_registration_does_not_date_the_article() -> None:
    (article,) = read_text(
        "\n".join([TITLE, LEAD, "- 장소: 시청 앞", "- 등록: 2024. 11. 3. ~ 11. 10.", "- 대상: 시민", CLOSING]),
        "dump.txt",
    ).articles
    assert article.published_at is None
    assert "등록: 2024. 11. 3. ~ 11. 10." in article.body


@given(st.lists(st.text(alphabet="일시장소: ()[]-○1.~가나\u3000", max_size=20), max_size=12))
def test_marking_changes_no_text(texts: list[str]) -> None:
    lines = [typed(text) for text in texts]
    assert [line.text for line in with_facts(lines)] == [line.text for line in lines]

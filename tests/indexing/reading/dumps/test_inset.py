import pytest

from indexing.reading.dumps.inset import with_insets
from indexing.reading.text.line import Kind
from indexing.reading.text.lines import typed_lines

ABOVE = (
    "해담시는 오는 17일부터 사흘 동안 담내천과 항구에서 물빛축제를 연다고 밝혔다.",
    "첫날 밤에는 드론 500대가 항구 위로 떠올라 고래와 등대를 그린다.",
)
BOX = ("[관련기사]", "온내군, 사과 따기 체험 예약 시작", "• 달무리군 케이블카, 석 달 만에 9만명")
BELOW = (
    "축제 입장은 무료다. 시는 셔틀버스를 12분마다 보내고, 막차는 밤 11시에 항구를 떠난다.",
    "최하나 기자 hana@haru.example",
)


def boxed(*lines: str) -> list[str]:
    return [line.text for line in with_insets(typed_lines("\n\n".join(lines))) if line.kind is Kind.INSET]


def test_a_box_of_links_stands_between_two_paragraphs() -> None:
    assert boxed(*ABOVE, *BOX, *BELOW) == [*BOX[:2], BOX[2].removeprefix("• ")]


def test_an_article_may_have_several() -> None:
    other = ("주요뉴스", "배우 한별 결혼")
    assert len(boxed(ABOVE[0], *BOX, ABOVE[1], *other, *BELOW)) == len(BOX) + len(other)


@pytest.mark.parametrize(
    "lines",
    [
        (*ABOVE, *BOX),
        (*ABOVE, BELOW[1], *BOX, *BELOW),
        (*ABOVE, *BOX, "온내군은 다음 달 사과 따기 체험을 연다고 밝혔다. 군은 바구니도 준다고 했다.", BELOW[1]),
        (*ABOVE, *BOX, *BELOW[:1]),
        (*BOX, *ABOVE, *BELOW),
        (*ABOVE, BOX[0], *BELOW),
        (*ABOVE, *BOX, BELOW[0].removesuffix("떠난다."), BELOW[1]),
    ],
    ids=[
        "at the end",
        "below a byline",
        "over a teaser",
        "nothing ends it",
        "on top",
        "without links",
        "over a cut text",
    ],
)
def test_other_lists_of_links_are_no_box(lines: tuple[str, ...]) -> None:
    assert boxed(*lines) == []

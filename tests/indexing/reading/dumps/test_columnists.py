import pytest

from indexing.reading.dumps.columnists import columnist
from indexing.reading.readers import read_file

TEXT = (
    "밤 아홉 시, 해담시 구도심에 서면 불 켜진 가게를 손에 꼽을 수 있다. 10년 전 이 거리에는 서점이 다섯 곳 있었다.",
    "시는 해마다 도시재생에 수백억원을 쏟아붓는다. 도시는 불빛이 아니라 사람으로 밝아진다.",
)


@pytest.mark.parametrize(
    "line",
    ["최하나 해담대 도시공학과 교수", "시인 최하나", "최하나(소설가)", "/최하나 변호사", "최하나 전 해담도서관장"],
)
def test_whoever_signs_says_what_they_are(line: str) -> None:
    assert columnist(line) == "최하나"


@pytest.mark.parametrize(
    "line", ["최하나 감독 새 영화 개봉", "의대 교수 집단 사직", "온내군 사과 농부", "해담대 총장 선거 4파전"]
)
def test_a_headline_signs_nothing(line: str) -> None:
    assert columnist(line) is None


@pytest.mark.parametrize(
    "lines",
    [
        (
            "하루일보 2025.09.26",
            "",
            *TEXT,
            "최하나 해담대 교수",
            "",
            "※ 외부 필자의 글은 본지의 편집 방향과 다를 수 있습니다.",
        ),
        ("최하나 해담대 교수", "하루일보 2025.09.26", "", *TEXT),
    ],
    ids=["below", "above"],
)
def test_who_wrote_a_column_stays_in_it(lines: tuple[str, ...]) -> None:
    (article,) = read_file("\n".join(["[기고] 밤이 어두운 도시", *lines]).encode(), "column.txt").articles
    assert article.body == "\n\n".join([*TEXT, "최하나 해담대 교수"])
    assert (article.title, article.authors) == ("[기고] 밤이 어두운 도시", ("최하나",))

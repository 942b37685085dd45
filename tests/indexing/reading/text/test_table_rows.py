from hypothesis import given
from hypothesis import strategies as st

from indexing.reading.text.table_rows import MAX_HEAD, row_lines


def test_a_row_says_what_each_of_its_cells_is() -> None:
    assert row_lines([["20ℓ", "480원", "560원"]], ["용량", "현행", "인상"]) == ["20ℓ: 현행 480원, 인상 560원"]
    assert row_lines([["어른", "4,000원"]], ["구분", "관람료"]) == ["어른: 관람료 4,000원"]


def test_a_time_is_no_label() -> None:
    heads = ["일시", "행사", "관람료"]
    assert row_lines([["12. 5.(토) 17:00", "뮤지컬", "R석 6만 원, S석 4만 원"]], heads) == [
        "일시 12. 5.(토) 17:00; 행사 뮤지컬; 관람료 R석 6만 원, S석 4만 원"
    ]
    assert row_lines([["12월 5일", "뮤지컬", ""]], heads) == ["12월 5일: 행사 뮤지컬"]
    assert row_lines([["10:00~10:30", "개회"]]) == ["10:00~10:30, 개회"]


def test_labels_and_values_need_no_heads() -> None:
    assert row_lines([["장소", "시청 광장"], ["", ""], ["-", "–"]]) == ["장소: 시청 광장"]
    assert row_lines([["장소", "시청 광장"]], ["구분", "세부 내용"]) == ["장소: 시청 광장"]
    assert row_lines([["김가람", "축제팀", "과장"]]) == ["김가람, 축제팀, 과장"]


def test_what_spans_a_row_stands_alone() -> None:
    assert row_lines([["어린이"], ["첫째", "1만 원"], ["", "2만 원"]], ["구분", "금액"]) == [
        "어린이",
        "첫째: 금액 1만 원",
        "금액 2만 원",
    ]


def test_a_long_head_is_not_repeated_in_each_row() -> None:
    assert row_lines([["가", "나"]] * 2, ["구분", "머리" * MAX_HEAD]) == ["가: 나"] * 2


@given(st.lists(st.lists(st.text(max_size=6), max_size=5), max_size=5), st.lists(st.text(max_size=6), max_size=5))
def test_a_row_is_one_line_that_holds_its_cells(rows: list[list[str]], heads: list[str]) -> None:
    lines = row_lines(rows, heads)
    assert len(lines) <= len(rows)
    filled = [cell.strip() for row in rows for cell in row if any(map(str.isalnum, cell))]
    assert all(cell in "\n".join(lines) for cell in filled)

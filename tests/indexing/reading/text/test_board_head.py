import pytest

from indexing.reading.readers import read_file
from indexing.reading.text.board_head import stated_contact

BODY = (
    "해담시는 올해 말까지 공영주차장 32곳에 전기차 충전기 240기를 설치한다고 2일 밝혔다.",
    "이번 사업에는 국비 24억 원, 시비 16억 원이 들며 충전 요금은 2년간 동결한다.",
)
CONTACT = "담당부서: 기후환경과, 연락처: 031-123-4567"


@pytest.mark.parametrize(
    "lines",
    [
        ["담당부서", "기후환경과", "작성일", "2025-09-02", "연락처", "031-123-4567", "조회수", "87"],
        ["담당부서 기후환경과", "연락처 031-123-4567"],
        ["담당부서 : 기후환경과", "연락처 | 031-123-4567"],
    ],
)
def test_office_and_telephone_are_found_in_cells_and_in_lines(lines: list[str]) -> None:
    assert stated_contact(lines, "") == CONTACT


@pytest.mark.parametrize(
    "lines",
    [["담당부서", "기후환경과"], ["연락처", "031-123-4567"], ["담당 부서가 어디인지 031-123-4567로 물었다"], []],
)
def test_an_office_without_a_telephone_is_no_contact_nor_is_one_without_an_office(lines: list[str]) -> None:
    assert stated_contact(lines, "") == ""


def test_what_the_text_says_is_not_said_again() -> None:
    assert stated_contact(["담당부서", "기후환경과", "연락처", "031-123-4567"], "문의 031-123-4567") == ""


@pytest.mark.parametrize("form", ["page", "text"])
def test_whom_to_call_on_an_office_s_board_is_part_of_its_release(form: str) -> None:
    title = "해담시, 전기차 충전기 240기 새로 설치"
    cells = [("제목", title), ("담당부서", "기후환경과"), ("작성일", "2025-09-02"), ("연락처", "031-123-4567")]
    table = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in cells)
    text = "\n".join(f"{label}\n{value}" for label, value in cells)
    source = {
        "page": f"<html><body><table>{table}<tr><td colspan=2>{'<br>'.join(BODY)}</td></tr></table></body></html>",
        "text": "\n".join([text, *BODY]),
    }[form]
    (article,) = read_file(source.encode(), f"board.{form}").articles
    assert article.body == "\n\n".join([*BODY, CONTACT])

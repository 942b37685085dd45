import pytest

from app.answering.close_reading.office_holders import OfficeHolders
from indexing.language.people import People


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("후임은 목재 보존과학자 이서로(51) 씨다.", 1),
        ("윤가람 신임 관장이 3일 취임했다.", 1),
        ("The city appointed Lee Seo-ro its new director.", 1),
        ("구하람 초대 관장이 지난달 30일 물러나면서 두고 간 것이다.", -1),
        ("구 전 관장은 자리를 옮긴다.", -1),
        ("김 전 총리는 말을 아꼈다.", -1),
        ("이 전 대통령은 고향으로 간다.", -1),
        ("새 총리는 아직 모른다.", 1),
        ("새 지사가 인사했다.", 1),
        ("새 교육감은 교사 출신이다.", 1),
        ("The new prime minister spoke.", 1),
        ("The former mayor was replaced in May.", -1),
        ("지난달 물러난 구하람 관장의 후임으로 이서로 씨가 왔다.", 0),
        ("관장은 새 전시를 소개했다.", 0),
        ("The museum opens on Friday.", 0),
        ("3년 전 시장은 이곳에 나무를 심었다.", 0),
        ("이날 오전 시장은 부두를 찾았다.", 0),
        ("시장은 두 달 전 총리를 만났다.", 0),
        ("전 주민이 대피했다.", 0),
        ("전 선수가 검사를 받았다.", 0),
        ("도서관이 새 단장을 마쳤다.", 0),
        ("용의자는 새 통장을 만들었다.", 0),
        ("두 회사가 어느새 회장을 바꿨다.", 0),
    ],
)
def test_a_sentence_tells_who_comes_or_who_goes(text: str, expected: int) -> None:
    assert OfficeHolders(People.load()).change(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("전임 오준택 부시장은 이달 31일 퇴직한다.", "오준택", True),
        ("오준택 전 부시장이 왔다.", "오준택", True),
        ("오준택(58) 전 부시장이 왔다.", "오준택", True),
        ("The former deputy mayor Oh Jun-taek left.", "Oh Jun-taek", True),
        ("류경수 부시장의 전임 오준택 부시장은 떠났다.", "류경수", False),
        ("류경수 전 안전관리실장이 부시장에 취임한다.", "류경수", False),
        ("류경수(56) 전 경기도 안전관리실장이 부시장에 취임한다.", "류경수", False),
        ("Ryu Kyung-su, the new deputy mayor, met the former mayor.", "Ryu Kyung-su", False),
    ],
)
def test_a_former_holder_is_told_by_what_stands_beside_the_name(text: str, name: str, expected: bool) -> None:
    start = text.index(name)
    assert OfficeHolders(People.load()).is_former(text, start, start + len(name)) is expected

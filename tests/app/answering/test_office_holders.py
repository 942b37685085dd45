import pytest

from app.answering.office_holders import change_of_office


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("후임은 목재 보존과학자 이서로(51) 씨다.", 1),
        ("윤가람 신임 관장이 3일 취임했다.", 1),
        ("The city appointed Lee Seo-ro its new director.", 1),
        ("구하람 초대 관장이 지난달 30일 물러나면서 두고 간 것이다.", -1),
        ("구 전 관장은 자리를 옮긴다.", -1),
        ("The former mayor was replaced in May.", -1),
        ("지난달 물러난 구하람 관장의 후임으로 이서로 씨가 왔다.", 0),
        ("관장은 새 전시를 소개했다.", 0),
        ("The museum opens on Friday.", 0),
    ],
)
def test_a_sentence_tells_who_comes_or_who_goes(text: str, expected: int) -> None:
    assert change_of_office(text) == expected

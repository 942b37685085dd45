import pytest

from app.answering.close_reading.entries import is_of_another_entry

ROWS = "시는 관사를 판다.\n\n토지: 면적 842㎡, 감정가 13억원\n\n건물: 면적 264㎡, 감정가 3억원\n\n시는 3일 밝혔다."
FUNERALS = "최하나씨 별세, 한마루씨 모친상 = 해담의료원, 발인 7일\n\n오나래(전 시장)씨 별세 = 온내병원, 발인 8일"
EVENT = "축제: 물빛축제\n\n일시: 5월 17일\n\n요금: 3천원"


@pytest.mark.parametrize(
    ("question", "body", "sentence", "another"),
    [
        ("관사 건물 면적은?", ROWS, "토지", True),
        ("관사 건물 면적은?", ROWS, "건물", False),
        ("관사 면적은?", ROWS, "토지", False),
        ("토지와 건물 면적은?", ROWS, "토지", False),
        ("관사 건물을 판다고 밝힌 날은?", ROWS, "시는 3일", False),
        ("오나래씨 발인은 언제야?", FUNERALS, "최하나씨", True),
        ("오나래 전 시장 빈소는?", FUNERALS, "오나래", False),
        ("축제 언제 열려?", EVENT, "일시", False),
        ("축제 요금은?", EVENT, "일시", True),
    ],
)
def test_an_entry_that_the_question_names_is_told_from_the_others(
    question: str, body: str, sentence: str, another: bool
) -> None:
    assert is_of_another_entry(question, body, body.index(sentence)) is another

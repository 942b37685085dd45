import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.language.detection import detect_language, question_language

GERMAN = (
    "Der Stadtrat hat am Dienstag beschlossen, dass die neue Brücke über den Fluss noch in diesem Jahr gebaut wird. "
)
ENGLISH = "The city council decided on Tuesday that the new bridge across the river will be built this year. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("도서관은 언제 다시 문을 여나요?", "ko"),
        ("삼성전자 SDS NVIDIA AMD HBM4 공급 계약 체결", "ko"),
        ("When does the library reopen?", "en"),
        (ENGLISH * 5, "en"),
        (ENGLISH * 5 + "한강", "en"),
        (GERMAN * 5, None),
        ("図書館は来月再開します。", None),
        ("12,000 (3.5%)", None),
        ("", None),
    ],
)
def test_language_follows_the_script_and_the_function_words(text: str, language: str | None) -> None:
    assert detect_language(text) == language


def test_hangul_typed_as_single_letters_counts_as_korean() -> None:
    assert detect_language("\u1112\u1161\u11ab\u1100\u116e\u11a8") == "ko"


@given(st.text())
def test_language_of_any_text_is_a_known_code_or_unsure(text: str) -> None:
    assert detect_language(text) in ("ko", "en", None)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("도서관은 언제 문을 여나요?", "ko"),
        ("BTS 콘서트?", "ko"),
        ("When does 도서관 open?", "en"),
        ("How much did 물빛축제 cost in 2024?", "en"),
        ("What's 디딤돌소득?", "en"),
        ("Who is 김하은?", "en"),
        ("What is 디딤돌소득 뭐예요?", "ko"),
        ("How To 책 저자는?", "ko"),
        ("library 언제 open?", "ko"),
        ("How Do You Feel 공연 언제야?", "ko"),
        ("When does the library open?", "en"),
        ("ㅇㄷ?", "ko"),
        ("where is it ㅋㅋ", "en"),
        ("1997?", "en"),
        ("図書館?", "en"),
        (f"  {'open ' * 79}도서관", "ko"),
        (f"{'open ' * 80}도서관", "en"),
        ("", "en"),
    ],
)
def test_a_question_with_hangul_is_korean_unless_it_asks_in_english_however_it_is_composed(
    question: str, language: str
) -> None:
    assert question_language(question) == language
    assert question_language(unicodedata.normalize("NFD", question)) == language

import time

import pytest

from app.question.remarks import Remark, Wish, remark_in


@pytest.mark.parametrize(
    ("text", "wish", "language"),
    [
        *(
            (text, Wish.NOTHING, "ko")
            for text in ("고마워", "네, 정말 감사합니다!", "ㅇㅋ 감사", "아 그렇구나", "알겠어요 ㅋㅋ")
        ),
        *((text, Wish.NOTHING, "en") for text in ("thanks", "Thank you so much!", "ok, got it, bye", "great, thanks")),
        *((text, Wish.INTRODUCTION, "ko") for text in ("안녕하세요", "너 누구야?", "뭐 할 수 있어?")),
        *((text, Wish.INTRODUCTION, "en") for text in ("Hi!", "Who are you?", "What can you do?")),
        *(
            (text, Wish.AGAIN, "ko")
            for text in ("다시 말해줘", "한 번 더", "진짜?", "그거 확실해?", "사실이야?", "맞아?")
        ),
        *((text, Wish.AGAIN, "ko") for text in ("출처가 어디야?", "출처는요?", "어느 기사야?", "어디서 나온 얘기야?")),
        *(
            (text, Wish.AGAIN, "en")
            for text in ("say that again", "Really?", "is that sure?", "Are you sure about that?")
        ),
        *((text, Wish.AGAIN, "en") for text in ("source?", "What’s the source?", "where did you get that from?")),
        *((text, Wish.AGAIN, "en") for text in ("영어로 말해줘", "고마워, 그럼 영어로", "In English, please")),
        *((text, Wish.AGAIN, "ko") for text in ("한국어로 다시 말해줘", "can you say that in Korean?")),
        *((text, Wish.MORE, "ko") for text in ("더 자세히", "좀 더 알려줘", "또?")),
        *((text, Wish.MORE, "en") for text in ("tell me more", "any more details?", "what else?")),
    ],
)
def test_what_is_said_to_an_answer(text: str, wish: Wish, language: str) -> None:
    assert remark_in(text) == Remark(wish, language)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "왜?",
            "누가 그래?",
            "그게 뭐야?",
            "거기 어디야?",
            "언제 다시 열려?",
            "감사 결과는?",
            "좋은 점은?",
            "더 비싼 건?",
        ),
        *(
            "영어 시험은 언제야?",
            "출처 불명 자금은 얼마야?",
            "진짜 왔어?",
            "확실한 증거는?",
            "네 번째 역은?",
            "근거는 뭐야?",
        ),
        *(
            "what is it?",
            "who said that?",
            "Is it good?",
            "How much more?",
            "what else did he say?",
            "is that all?",
            "",
            "ㅋㅋ",
        ),
        "고마워 " * 40,
    ],
)
def test_what_asks_something_new_is_no_remark(text: str) -> None:
    assert remark_in(text) is None


def test_a_long_text_is_read_in_no_time() -> None:
    started = time.perf_counter()
    for text in ("그거" * 30, "더더더 " * 15, "that that " * 6, "한 번 더 " * 12):
        remark_in(text)
    assert time.perf_counter() - started < 0.5

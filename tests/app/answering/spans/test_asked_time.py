"""Which part of a period a question asks for."""

from datetime import date

import pytest

from app.answering.spans.asked_time import asked_value
from indexing.language.temporal import find_temporal_expressions

FESTIVAL = "오는 9월 29일부터 10월 1일까지"


@pytest.mark.parametrize(
    ("question", "words", "value"),
    [
        ("축제는 언제 끝나?", FESTIVAL, "2025-10-01"),
        ("축제는 며칠까지야?", FESTIVAL, "2025-10-01"),
        ("축제는 언제 시작해?", FESTIVAL, "2025-09-29"),
        ("when does the festival begin?", FESTIVAL, "2025-09-29"),
        ("when does the festival end?", FESTIVAL, "2025-10-01"),
        ("by when must i apply?", FESTIVAL, "2025-10-01"),
        ("when does the fair open and until when?", FESTIVAL, "2025-09-29/2025-10-01"),
        ("until when does the fair run?", FESTIVAL, "2025-10-01"),
        ("축제는 언제 열려?", FESTIVAL, "2025-09-29/2025-10-01"),
        ("제2차 세계 대전은 언제 발생했나요?", "1939년 9월 1일부터 1945년 9월 2일까지", "1939-09-01"),
        ("전쟁은 몇 년도에 일어났는가?", "1939년 9월 1일부터 1945년 9월 2일까지", "1939"),
        ("이 땅에서 일어난 전쟁은 언제 끝났나?", "1939년 9월 1일부터 1945년 9월 2일까지", "1945-09-02"),
        ("그가 죽은 해는 언제인가?", "1945년 4월 30일", "1945"),
        ("언제 시작해서 언제 끝나?", FESTIVAL, "2025-09-29/2025-10-01"),
        ("베토벤은 언제 태어났나요?", "1770년 12월 17일 ~ 1827년 3월 26일", "1770-12-17"),
        ("베토벤은 몇 년도에 죽었어?", "1770년 12월 17일 ~ 1827년 3월 26일", "1827"),
        ("몇 년도에 세워졌는가?", "1945년 4월 30일", "1945"),
        ("what year was it built?", "May 2009", "2009"),
        ("2026학년도 수능은 언제야?", "오는 11월 13일", "2025-11-13"),
        ("2025년도 예산안은 언제 통과됐어?", "지난해 12월 10일", "2024-12-10"),
        ("2025 회계연도는 언제부터야?", "4월 1일", "2025-04-01"),
        ("개편된 수능은 몇 학년도부터야?", "2028년", "2028"),
        ("개교 연도는?", "1954년 3월 2일", "1954"),
        ("전시는 언제 끝나?", "9월부터 12월까지", "2025-12"),
        ("언제까지 만든 제품이야?", "2023년 7월 1일부터 2024년 11월 30일까지", "2024-11-30"),
        ("when does it end?", "from July 1, 2023 to November 30, 2024", "2024-11-30"),
        ("접수는 언제부터야?", "9월 한 달간", "2025-09"),
        ("축제는 언제까지야?", "오는 29일부터 사흘간", "2025-01-31"),
        ("축제는 언제부터야?", "오는 29일부터 사흘간", "2025-01-29"),
        ("축제는 언제야?", "오는 29일부터 사흘간", "2025-01-29/2025-01-31"),
        ("when does it end?", "held for three days from Jan. 29", "2025-01-31"),
        ("when does it begin?", "from Jan. 29 for three days", "2025-01-29"),
        ("when will the port be closed?", "for two weeks from Jan. 29", "2025-01-29/2025-02-11"),
        ("when does the exhibition close?", "for two weeks from Jan. 29", "2025-02-11"),
        ("from when does the boat run?", "from Jan. 29 for ten days", "2025-01-29"),
        ("접수는 몇 시부터야?", "오는 29일 오전 9시부터 2주간", "2025-01-29"),
        ("지원은 언제까지야?", "내년부터 3년간", "2028"),
        ("지원은 언제부터야?", "내년 1월부터 2028년 12월까지", "2026-01"),
        ("공사는 언제 시작해?", "내년 봄", "2026-03-01/2026-05-31"),
        ("공사는 언제 시작해?", "다음 달 하순", "2025-02-21/2025-02-28"),
        ("몇 년 동안 했어?", "2022년부터 2026년까지", "2022-01-01/2026-12-31"),
    ],
)
def test_a_question_for_one_end_or_the_year_gets_only_that(question: str, words: str, value: str) -> None:
    (found,) = find_temporal_expressions(words, date(2025, 1, 22))
    assert asked_value(question, found) == value

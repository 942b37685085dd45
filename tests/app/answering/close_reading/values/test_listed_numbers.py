import pytest

from app.answering.close_reading.values.listed_numbers import of_label_asked_for
from app.answering.spans.quantities import find_quantities
from app.answering.spans.span import SentenceContext
from app.question.question import Question

AGES = "구하람 후보는 30대(41.9%)와 40대(46.2%)에서 앞섰다."
SEATS = "새별당은 지역구 16석과 비례대표 3석 등 19석을 얻었다."
BUDGET = "교통 2,870억 원, 환경 2,140억 원, 농업은 640억 원이다."
TURNOUT = "투표율 58.4%로 4년 전(52.9%)보다 높고, 북구(61.0%)가 가장 높다."

TRADERS = "외국인은 6천218억원, 기관은 1천904억원어치를 순매수했고 개인은 8천73억원어치를 순매도했다."
SHARES = "외국인이 3,120억원, 기관이 870억원을 사들였다."


@pytest.mark.parametrize(
    ("text", "sentence", "marked", "expected"),
    [
        ("외국인은 얼마를 순매수했어?", TRADERS, "1천904억원", "6천218억원"),
        ("외국인이 얼마나 샀어?", SHARES, "870억원", "3,120억원"),
        ("외국인과 기관은 얼마를 순매수했어?", TRADERS, "1천904억원", "1천904억원"),
        ("순매수는 얼마야?", TRADERS, "6천218억원", "6천218억원"),
        ("40대에서 구하람 지지율은?", AGES, "41.9%", "46.2%"),
        ("20대에서 구하람 지지율은?", AGES, "41.9%", "41.9%"),
        ("30대와 40대에서 지지율은?", AGES, "41.9%", "41.9%"),
        ("새별당 비례대표는 몇 석이야?", SEATS, "19석", "3석"),
        ("새별당은 몇 석이야?", SEATS, "19석", "19석"),
        ("환경 예산은 얼마야?", BUDGET, "2,870억 원", "2,140억 원"),
        ("농업 예산은 얼마야?", BUDGET, "640억 원", "640억 원"),
        ("교통 말고 농사에는 얼마야?", BUDGET, "640억 원", "640억 원"),  # beside its number stands 농업은
        ("지난해 몇 명이 다쳤어?", "지난해 3명이 숨지고 5명이 다쳤다.", "5명", "5명"),
        ("4년 전 투표율은 얼마야?", TURNOUT, "52.9%", "52.9%"),
    ],
)
def test_of_a_list_the_number_beside_what_is_asked_for_answers(
    text: str, sentence: str, marked: str, expected: str
) -> None:
    spans = find_quantities(SentenceContext(sentence, Question(text, "ko", ("how_many",), ()), ()))
    span = next(one for one in spans if one.text == marked)
    assert of_label_asked_for(text, sentence, spans, span).text == expected

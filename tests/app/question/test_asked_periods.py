import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.question.asked_periods import stated_periods
from app.question.question import QuestionAnalyser
from app.retrieval.keyword_query import keyword_query


@pytest.mark.parametrize(
    ("question", "text", "iso"),
    [
        ("2025서울국제도서전 입장료는?", "2025", "2025"),
        ("2025설 연휴에 여는 곳은?", "2025설 연휴", "2025-01-28/2025-01-30"),
        ("2025설연휴에 여는 곳은?", "2025설연휴", "2025-01-28/2025-01-30"),
        ("2024시즌 우승팀은?", "2024", "2024"),
        ("2024학년도 수능은 언제야?", "2024", "2024"),
        ("2028대입 개편안은?", "2028", "2028"),
        ("1988서울올림픽 개막일은?", "1988", "1988"),
        ("24년도 예산은 얼마야?", "24년도", "2024"),
        ("25학년도 정원은?", "25", "2025"),
        ("'24년 예산은?", "'24년", "2024"),
        ("25년 예산은?", "25년", "2025"),
        ("25년 전기요금은 올라?", "25년", "2025"),
        ("25년 국정감사는 언제야?", "25년", "2025"),
        ("24년 3월 5일 행사는?", "24년 3월 5일", "2024-03-05"),
        ("20년 4월 총선은?", "20년 4월", "2020-04"),
        ("98년 외환위기는 왜 왔어?", "98년", "1998"),
        ("2024-25시즌 우승팀은?", "2024-25", "2024-01-01/2025-12-31"),
        ("24-25 시즌 우승팀은?", "24-25", "2024-01-01/2025-12-31"),
        ("2011-12 시즌 우승팀은?", "2011-12", "2011-01-01/2012-12-31"),
        ("2011-12 물가는?", "2011-12", "2011-12"),
        ("Who won the 2024-25 season?", "2024-25", "2024-01-01/2025-12-31"),
        ("FY2025 매출은?", "FY2025", "2025"),
        ("What is the budget for FY25?", "FY25", "2025"),
        ("festival 2024 dates", "2024", "2024"),
        ("2025.3 물가는?", "2025.3", "2025-03"),
        ("2025.03월 물가는?", "2025.03월", "2025-03"),
        ("2025-03 물가는?", "2025-03", "2025-03"),
        ("2025. 3. 5. 행사는?", "2025. 3. 5.", "2025-03-05"),
        ("2025 3월 물가는?", "2025 3월", "2025-03"),
        # as news writes it
        ("2024년 8월 축제는?", "2024년 8월", "2024-08"),
        ("the festival in August 2024", "August 2024", "2024-08"),
    ],
)
def test_a_year_is_a_period_however_it_is_typed(question: str, text: str, iso: str) -> None:
    (period,) = stated_periods(question)
    assert (period.text, period.iso) == (text, iso)
    assert question[period.start : period.end] == text


@pytest.mark.parametrize(
    "question",
    [
        *("2030세대 표심은?", "2030여성 고용률은?", "2000가구가 정전됐어?", "2025명이 왔어?", "2,025대 팔렸어?"),
        *("1·2심 결과는?", "20대 대선 당선자는?", "제2025호 공고", "2025억 원 예산", "2000여 명 대피", "2000만원 지원"),
        *("25년 만에 열린 축제", "25년 동안 운영한 곳", "25년간 일한 사람", "25년 전 문을 연 곳", "25년째 이어진 행사"),
        *("징역 25년을 선고", "20년 형을 받은 사람", "지난 25년 변화", "개관 25년 전시", "25년 된 아파트", "12년 독재"),
        *("10년도 더 된 건물", "18년 숙원사업", "11년 연속 우승", "21년생 선수", "25년형 모델"),
        *("20년 예산은?", "12년제 학교", "1만 2025명", "코스피 2025.3 돌파", "금값 2025.3달러", "2025.31 마감"),
        *("Were 2000 houses burned?", "A2025 code", "1-25 room"),
    ],
)
def test_a_number_or_a_length_of_time_is_none(question: str) -> None:
    assert stated_periods(question) == ()


def test_a_year_that_is_cut_short_is_searched_for_as_articles_write_it(analyser: QuestionAnalyser) -> None:
    assert "2024" in keyword_query(analyser.analyse("24년도 예산은?")).terms


@given(st.text(alphabet="0124589년도월일.-/'~ 설시즌학만FYa가서울", max_size=60) | st.text(max_size=300))
def test_periods_lie_in_the_question_in_order_and_apart(question: str) -> None:
    end = 0
    for period in stated_periods(question):
        assert end <= period.start < period.end <= len(question)
        assert period.text == question[period.start : period.end]
        end = period.end

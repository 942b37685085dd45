import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from app.answering.answer import RetrievedPassage
from app.answering.close_reading.marked_spans import spans_with_marked
from app.answering.close_reading.marked_text import trimmed
from app.answering.close_reading.model import CloseReadingModel, close_features
from app.answering.close_reading.office_holders import OfficeHolders
from app.answering.close_reading.reader import CloseReader
from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.model import Extract
from app.answering.comprehension.reading import Reading
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.marked import Marked
from app.answering.evidence.model import NAMES
from app.answering.spans.span import OfficeHeld, Span
from app.question.concept import Concept
from app.question.question import Question
from indexing.article import Article, Passage
from indexing.language.people import People
from indexing.language.temporal import find_temporal_expressions

SENTENCES = ("총회는 9월 29일 서울에서 열린다.", "참가 도시는 141곳이다.", "지난 총회는 2023년에 열렸다.")


class FindsWord:
    """A reader that marks one word wherever it stands, and less surely a second one; what it is asked is kept."""

    def __init__(self, word: str, kinds: Mapping[Kind, float] | None = None, second: str = "") -> None:
        self._word = word
        self._second = second
        self._kinds = kinds or {Kind.SPAN: 0.9, Kind.YES: 0.0, Kind.NO: 0.0, Kind.NONE: 0.1}
        self.asked: list[tuple[str, tuple[Extract, ...]]] = []

    def read(self, question: str, extracts: Sequence[Extract]) -> list[Reading]:
        self.asked.append((question, tuple(extracts)))
        return [self._reading(one.text) for one in extracts]

    def _reading(self, text: str) -> Reading:
        offsets = np.array([(place, place + 1) for place in range(len(text))], np.int64)
        start = text.find(self._word)
        nothing = {Kind.SPAN: 0.01, Kind.YES: 0.0, Kind.NO: 0.0, Kind.NONE: 0.99}
        starts, ends = (np.full(len(text), math.log(1e-6), np.float32) for _ in range(2))
        if start >= 0:
            starts[start] = ends[start + len(self._word) - 1] = math.log(0.9)
        if self._second and (second := text.find(self._second)) >= 0:
            starts[second] = ends[second + len(self._second) - 1] = math.log(0.2)
        return Reading(offsets, starts, ends, self._kinds if start >= 0 else nothing, 3.0 if start >= 0 else -3.0)


HOLDERS = OfficeHolders(People.load())


def question(kind: str = "how_many", leans_on: str = "") -> Question:
    return Question("참가 도시는 몇 곳이야?", "ko", (kind,), (), leans_on=leans_on)


def evidence(
    score: float,
    sentence: int = 0,
    alternatives: Mapping[str, Sequence[Span]] | None = None,
    behind: float = 0.0,
    of_period: float = 1.0,
) -> Evidence:
    body = " ".join(SENTENCES)
    start = body.index(SENTENCES[sentence])
    article = Article("a", "a.txt", "총회 9월 서울에서", body)
    passage = Passage("p", "a", 0, 0, len(body), body)
    return Evidence(
        article=article,
        passage=RetrievedPassage.of(passage, article, 0.5),
        start=start,
        end=start + len(SENTENCES[sentence]),
        text=SENTENCES[sentence],
        support=1.0,
        dates=(),
        spans={kind: found[0] for kind, found in (alternatives or {}).items()},
        alternatives=alternatives or {},
        features=(behind, *(0.0 for _ in NAMES[1:])),
        score=score,
        of_period=of_period,
    )


def test_the_sentence_in_which_the_answer_is_marked_comes_first_and_its_offsets_count_from_its_beginning() -> None:
    reader = FindsWord("141곳")
    model = CloseReadingModel({"evidence": 1.0, "marked": 2.0})
    found = CloseReader(reader, model, HOLDERS).read(question(), [evidence(2.0, 0), evidence(1.0, 1), evidence(0.0, 2)])

    assert [one.text for one in found] == [SENTENCES[1], SENTENCES[0], SENTENCES[2]]
    assert found[0].marked is not None
    assert SENTENCES[1][found[0].marked.start : found[0].marked.end] == "141곳"
    assert found[0].spans["how_many"].text == "141곳"
    assert found[0].close[:2] == (2.0, 1.0)  # its extract's evidence, and its own
    assert found[0].score == pytest.approx(1.0 + 2 * found[0].close[2])


def test_articles_are_read_under_their_headline_for_the_last_question_with_the_one_before_behind_it() -> None:
    reader = FindsWord("없음")
    CloseReader(reader, CloseReadingModel({}), HOLDERS).read(question(leans_on="총회는 언제야?"), [evidence(1.0)])
    ((asked, (extract,)),) = reader.asked
    assert asked == "참가 도시는 몇 곳이야? (총회는)"
    assert extract == Extract("총회 9월 서울에서", SENTENCES[0])


@pytest.mark.parametrize(
    ("text", "kind", "before", "expected"),
    [
        ("어디에 지어?", "where", "새 청사는 몇 층이야?", "어디에 지어? (새 청사는)"),
        ("반대는?", "what", "조례안에 몇 명이 찬성했어?", "반대는? (조례안에 몇 명이 찬성했어?)"),
        ("언제?", "when", "어디야?", "언제?"),
    ],
)
def test_a_question_is_read_without_what_the_one_before_asked_for_unless_it_is_half_a_question(
    text: str, kind: str, before: str, expected: str
) -> None:
    reader = FindsWord("없음")
    asked = replace(question(kind, before), text=text)
    CloseReader(reader, CloseReadingModel({}), HOLDERS).read(asked, [evidence(1.0)])
    assert reader.asked[0][0] == expected


def test_each_article_is_read_for_the_question_in_its_own_names() -> None:
    bodies = ("하천도시협의회(Riverlink)는 크다. 하천도시협의회는 1985년 생겼다.", "Riverlink began in 1985.")
    found = [
        replace(evidence(score), article=Article(body, body, "총회", body), start=0, end=len(body), text=body)
        for score, body in zip((2.0, 1.0), bodies, strict=True)
    ]
    reader = FindsWord("1985")
    name = Concept("Riverlink", ("riverlink",), is_name=True)
    asked = replace(question("when"), text="When did Riverlink begin?", concepts=(name,))

    read = CloseReader(reader, CloseReadingModel({"evidence": 1.0}), HOLDERS).read(asked, found)

    assert [(text, len(extracts)) for text, extracts in reader.asked] == [
        ("When did 하천도시협의회 begin?", 1),
        ("When did Riverlink begin?", 1),
    ]
    assert all(one.marked and one.text[one.marked.start : one.marked.end] == "1985" for one in read)


def test_without_evidence_there_is_nothing_to_read() -> None:
    assert CloseReader(FindsWord("x"), CloseReadingModel({}), HOLDERS).read(question(), []) == []


def test_a_sentence_that_was_not_read_counts_like_one_in_which_nothing_is_marked() -> None:
    nothing = Marked(0, 1, share=0.0, extract_answers=0.0, extract_evidence=3.0)
    found = evidence(3.0)
    assert close_features(found, None) == close_features(found, nothing)
    sure = Marked(0, 1, share=0.9, extract_answers=0.9, extract_evidence=3.0)
    marked, unread = close_features(found, sure)[2:4], close_features(found, None)[2:4]
    assert all(more > less for more, less in zip(marked, unread, strict=True))


def test_a_sentence_of_the_article_that_was_found_first_is_preferred_up_to_a_bound() -> None:
    model = CloseReadingModel({"evidence": 1.0, "article": 5.0})
    behind, first = evidence(2.0, 0, behind=-0.4), evidence(1.0, 1)

    assert [one.text for one in CloseReader(FindsWord("없음"), model, HOLDERS).read(question(), [behind, first])] == [
        SENTENCES[1],
        SENTENCES[0],
    ]
    far, further, near = (close_features(evidence(1.0, behind=by), None) for by in (-3.0, -9.0, -0.4))
    assert far == further < near


def test_a_sentence_of_the_time_asked_for_is_preferred() -> None:
    model = CloseReadingModel({"evidence": 1.0, "period": 2.0})
    of_another_year, of_the_year = evidence(2.0, 0, of_period=0.0), evidence(1.0, 1, of_period=0.6)
    found = CloseReader(FindsWord("없음"), model, HOLDERS).read(question(), [of_another_year, of_the_year])
    assert [one.text for one in found] == [SENTENCES[1], SENTENCES[0]]


def test_the_well_formed_span_under_the_mark_answers_and_not_the_one_that_looked_best() -> None:
    day, other = Span(4, 10, "9월 29일", 0.5, "2025-09-29"), Span(0, 3, "총회는", 0.9)
    found = evidence(1.0, 0, {"when": [other, day]})
    inside = Marked(7, 10, share=0.9, extract_answers=0.9, extract_evidence=3.0)
    assert spans_with_marked(question("when"), found, inside)["when"] == day
    elsewhere = Marked(4, 6, share=0.9, extract_answers=0.9, extract_evidence=3.0)
    assert spans_with_marked(question("when"), evidence(1.0, 0, {"when": [other]}), elsewhere)["when"].text == "9월"
    guess = Marked(4, 6, share=0.1, extract_answers=0.1, extract_evidence=3.0)
    assert spans_with_marked(question("when"), evidence(1.0, 0, {"when": [other]}), guess)["when"] == other


def test_who_holds_the_office_asked_for_answers_although_the_other_person_is_marked() -> None:
    holder, other = Span(20, 26, "조르디 바쿼", 1.6), Span(0, 3, "오세훈", 0.2)
    marked = Marked(0, 3, share=0.9, extract_answers=0.9, extract_evidence=3.0)
    assert spans_with_marked(question("who"), evidence(1.0, 0, {"who": [holder, other]}), marked)["who"] == holder
    near = replace(holder, score=1.0)
    assert spans_with_marked(question("who"), evidence(1.0, 0, {"who": [near, other]}), marked)["who"] == other


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("수색에 몇 명이 동원됐나?", "5마리", "540여 명"),
        ("How many people joined the search?", "5마리", "540여 명"),
        ("수색견은 몇 마리야?", "540여 명", "5마리"),
        ("드론은 몇 대야?", "8대", "8대"),
        ("수색에 얼마나 동원됐나?", "5마리", "5마리"),
        ("드론은 몇 척이야?", "8대", "8대"),
    ],
)
def test_a_number_of_what_is_counted_answers_and_not_one_of_other_things(text: str, marked: str, expected: str) -> None:
    sentence = "경찰은 인력 540여 명과 드론 8대, 수색견 5마리를 보냈다."
    found = ("5마리", "8대", "540여 명")
    spans = [Span(sentence.index(one), sentence.index(one) + len(one), one, 0.5) for one in found]
    start = sentence.index(marked)
    sure = Marked(start, start + len(marked), share=0.9, extract_answers=0.9, extract_evidence=3.0)
    asked = replace(question("how_many"), text=text)
    holder = replace(evidence(1.0, 0, {"how_many": spans}), text=sentence)
    assert spans_with_marked(asked, holder, sure)["how_many"].text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("탈삼진 몇 개 잡았어?", "9탈삼진"), ("탈삼진은 몇 개야?", "9탈삼진"), ("공은 몇 개 던졌어?", "101개")],
)
def test_a_number_right_before_what_is_asked_for_answers(text: str, expected: str) -> None:
    sentence = "그는 공 101개를 던져 9탈삼진을 올렸다."
    spans = [Span(sentence.index(one), sentence.index(one) + len(one), one, 1.0) for one in ("9탈삼진", "101개")]
    sure = Marked(5, 9, share=0.9, extract_answers=0.9, extract_evidence=3.0)
    holder = replace(evidence(1.0, 0, {"how_many": spans}), text=sentence)
    asked = replace(question("how_many"), text=text)
    assert spans_with_marked(asked, holder, sure)["how_many"].text == expected


@pytest.mark.parametrize(
    ("sentence", "marked", "expected"),
    [
        ("현무진·구슬기·나도담 재판관은 반대했다.", "현무진", "현무진·구슬기·나도담"),
        ("현무진·구슬기·나도담 재판관은 반대했다.", "나도담", "현무진·구슬기·나도담"),
        ("현무진 재판관과 구슬기·나도담 재판관은 반대했다.", "현무진", "현무진 재판관과 구슬기·나도담 재판관"),
        ("구하람 관장·이서로 학예사가 맞았다.", "이서로", "구하람 관장·이서로 학예사"),
        ("연출·음악을 맡은 구하람 감독이 왔다.", "구하람", "구하람"),
    ],
)
def test_people_listed_with_one_office_answer_together(sentence: str, marked: str, expected: str) -> None:
    start = sentence.index(marked)
    sure = Marked(start, start + len(marked), share=0.9, extract_answers=0.9, extract_evidence=3.0)
    found = spans_with_marked(question("who"), replace(evidence(1.0, 0), text=sentence), sure)["who"]
    assert found.text == expected == sentence[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "kind", "sentence", "marked", "expected"),
    [
        ("당첨자 명단은?", "who", "시는 입주자 120명을 모집한다.", "120명을", None),
        ("누가 뽑혔어?", "who", "배우 한여름이 뽑혔다.", "한여름", "한여름"),
        ("가장 붐비는 도서관은?", "what", "시내 9곳 가운데 이용자가 가장 많다.", "시내 9곳", None),
        ("어디를 조사했어?", "where", "시내 9곳 가운데 3곳이 붐빈다.", "시내 9곳", "시내 9곳"),
    ],
)
def test_neither_how_many_they_are_nor_all_to_choose_from_says_who_or_which(
    text: str, kind: str, sentence: str, marked: str, expected: str | None
) -> None:
    start = sentence.index(marked)
    sure = Marked(start, start + len(marked), share=0.9, extract_answers=0.9, extract_evidence=3.0)
    asked = replace(question(kind), text=text)
    found = spans_with_marked(asked, replace(evidence(1.0, 0), text=sentence), sure).get(kind)
    assert (found.text if found else None) == expected


def test_a_question_of_yes_or_no_is_answered_by_the_clause_that_shows_it_and_never_by_the_whole_sentence() -> None:
    text = "참가비가 5만원인데도 기념 셔츠가 빠졌다."
    asked, found = question("yes_no"), replace(evidence(1.0, 0), text=text)
    clause = Marked(12, len(text) - 1, share=0.9, extract_answers=0.1, extract_evidence=3.0)

    assert spans_with_marked(asked, found, clause)["yes_no"].text == "기념 셔츠가 빠졌다"
    assert spans_with_marked(asked, found, replace(clause, start=0)) == {}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("눈길 탓이라는 말도 돌았지만 공사는 부인했다.", "눈길 탓이라는 말도 돌았지만"),
        ("Although fares rise, passes stay as they are.", "Although fares rise"),
    ],
)
def test_what_the_rest_of_the_sentence_takes_back_is_no_verdict(text: str, marked: str) -> None:
    clause = Marked(0, len(marked), share=0.9, extract_answers=0.9, extract_evidence=3.0)
    assert spans_with_marked(question("yes_no"), replace(evidence(1.0, 0), text=text), clause) == {}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("310명이", "310명"),
        ("1,240억 원을", "1,240억 원"),
        ("3만 명이", "3만 명"),
        ("5억원이", "5억원"),
        ("48억 달러가", "48억 달러"),
        ("보증금을", "보증금"),
        ("1월 1일에", "1월 1일"),
        ("1901년부터", "1901년"),
        ("‘처음 켠 불", "처음 켠 불"),
        ("“물”과 “불”", "“물”과 “불”"),
        ("176피트(53.6미터)", "176피트(53.6미터)"),
        (" half the rent.", "half the rent"),
        ("김나은", "김나은"),
        ("시설부장은", "시설부장"),
        ("알베르트 아인슈타인이", "알베르트 아인슈타인"),
        ("놀이터의 어린이", "놀이터의 어린이"),
        ("오늘날의 그는", "오늘날의 그는"),
        ("무대에는", "무대에"),
        ("네 개의", "네 개"),
        ("9표를", "9표"),
        ("3위에", "3위"),
        ("47골을", "47골"),
        ("두 도의", "두 도"),
        ("30%를", "30%"),
        ("7이닝을", "7이닝"),
        ("(1분57초12)", "1분57초12"),
        ("(가칭) 해담역(북구)", "(가칭) 해담역(북구)"),
        ("(주)해담", "(주)해담"),
        ("up to $850,000, including", "up to $850,000"),
        ("the mayor and the", "the mayor"),
        ("Kim Do-yun and", "Kim Do-yun"),
        ("the house he grew up in", "the house he grew up in"),
        ("12명의", "12명"),
        ("주민 회의", "주민 회의"),
        ("절도 혐의", "절도 혐의"),
        ("시장의 사의", "시장의 사의"),
        ("버들회사의", "버들회사"),
        ("(1분44초56)을 0.25초", "1분44초56"),
        ("한신 타이거스의", "한신 타이거스"),
        ("존 웨슬리가", "존 웨슬리"),
        ("여류 작가", "여류 작가"),
        ("대통령이", "대통령"),
        ("19세기 중엽부터", "19세기 중엽"),
        ("−235 ℃ (38 K", "−235 ℃"),
        ("at 2:35 a.m.", "at 2:35 a.m."),
        ("at 9 p.m., ", "at 9 p.m."),
        ("Washington D.C.", "Washington D.C."),
        ("차를 가진 사람은", "차를 가진 사람"),
        ("혼자 사는 노인들이", "혼자 사는 노인들"),
        ("어린 사슴들은", "어린 사슴들"),
        ("어린이", "어린이"),
    ],
)
def test_what_is_marked_loses_what_hangs_on_it(marked: str, expected: str) -> None:
    assert trimmed(marked) == expected


@pytest.mark.parametrize(
    ("sentence", "marked", "expected"),
    [
        ("배추가 싸졌기 때문이다.", "배추가 싸졌기", "배추가 싸졌기 때문"),
        ("회복이 더디다는 점을 고려했다.", "회복이 더디다는", "회복이 더디다는 점"),
        ("어린이는 점심을 먹는다.", "어린이는", "어린이는"),
        ("She gathered 700 signatures.", "700 signatur", "700 signatures"),
        ("The Hanbit Hall is open.", "nbit Hall", "Hanbit Hall"),
        ("이야기 때문이다.", "이야", "이야"),
        ("It opens every Friday and Saturday at dusk.", "Saturday", "every Friday and Saturday"),
        ("금요일과 토요일에는 밤에도 연다.", "금요일", "금요일과 토요일"),
        ("매주 월요일은 쉰다.", "월요일", "매주 월요일"),
        ("It opened on Friday.", "Friday", "Friday"),
        ("시민단체 ‘열린광장’이 냈다.", "시민단체 ‘열린광장", "시민단체 ‘열린광장’"),
        ("소식지 《물길》은 시민단체가 낸다.", "물길", "물길"),
        ("땅을 가진 사실이 드러난 데 따른 것이다.", "땅을 가진 사실이 드러난", "땅을 가진 사실이 드러난 데 따른 것"),
        ("기름이 쏟아지는 바람에 늦어졌다.", "기름이 쏟아지는 바람", "기름이 쏟아지는 바람에"),
        ("기름이 쏟아지는 바람에 늦어졌다.", "기름이 쏟아지는", "기름이 쏟아지는 바람에"),
        ("소리를 신음으로 알아들은 일이다.", "소리를 신음으로 알아들은", "소리를 신음으로 알아들은"),
        (
            "시즌 초 “건너겠다”고 한 말을 지킨 것이다.",
            "건너겠다”고 한 말을 지킨 것",
            "“건너겠다”고 한 말을 지킨 것",
        ),
    ],
)
def test_what_is_marked_is_made_whole(sentence: str, marked: str, expected: str) -> None:
    start = sentence.index(marked)
    sure = Marked(start, start + len(marked), share=0.9, extract_answers=0.9, extract_evidence=3.0)
    found = spans_with_marked(question("why"), replace(evidence(1.0, 0), text=sentence), sure)["why"]
    assert found.text == expected == sentence[found.start : found.end]


def test_a_reason_does_not_end_in_its_copula() -> None:
    text = "시장과 한 약속을 지킨 것이다."
    sure = Marked(0, len(text) - 1, share=0.9, extract_answers=0.9, extract_evidence=3.0)

    found = spans_with_marked(question("why"), replace(evidence(1.0, 0), text=text), sure)["why"]

    assert found.text == "시장과 한 약속을 지킨 것"


def test_a_reason_begins_where_it_is_marked_behind_who_gives_it() -> None:
    text = "군은 끼니를 거르지 않은 덕으로 풀이했다."
    sure = Marked(3, 17, share=0.9, extract_answers=0.9, extract_evidence=3.0)
    spans = [Span(0, 15, text[:15], 1.1)]

    found = spans_with_marked(question("why"), replace(evidence(1.0, 0, {"why": spans}), text=text), sure)["why"]

    assert found.text == "끼니를 거르지 않은 덕" == text[found.start : found.end]


def test_a_reason_is_told_without_who_gave_it() -> None:
    text = "The site has a farm, a group said."
    sure = Marked(0, len(text) - 1, share=0.9, extract_answers=0.9, extract_evidence=3.0)

    found = spans_with_marked(question("why"), replace(evidence(1.0, 0), text=text), sure)["why"]

    assert found.text == "The site has a farm"


@pytest.mark.parametrize(
    ("sentence", "marked", "expected"),
    [
        ("배탈로 여겼다는 것이 학교의 해명이다.", "배탈로 여겼다는", "배탈로 여겼다"),
        ("배탈로 여겼다는 것이 학교의 해명이다.", "배탈로 여겼다는 것이", "배탈로 여겼다"),
        ("해로운 종류는 아니라는 것이 분석이다.", "해로운 종류는 아니라는 것이", "해로운 종류는 아니라"),
        ("서는 규정을 몰랐다고 인정했다.", "규정을 몰랐다고", "규정을 몰랐다"),
        ("주차장은 없다고 했다.", "주차장은 없다고", "주차장은 없다"),
        ("이웃 나라는 막지 않았다.", "이웃 나라는", "이웃 나라는"),
        ("찾는 여자는 많지 않았다.", "찾는 여자는", "찾는 여자는"),
        ("물을 아끼려고 막았다.", "물을 아끼려고", "물을 아끼려고"),
    ],
)
@pytest.mark.parametrize("kind", ["why", "yes_no"])
def test_a_clause_that_was_reported_is_told_by_itself(kind: str, sentence: str, marked: str, expected: str) -> None:
    start = sentence.index(marked)
    sure = Marked(start, start + len(marked), share=0.9, extract_answers=0.9, extract_evidence=3.0)
    whole = replace(evidence(1.0, 0), text=f"{sentence} 그 뒤로 두 달이 지났다.")
    assert spans_with_marked(question(kind), whole, sure)[kind].text == expected


def test_an_abbreviation_keeps_the_stop_that_was_not_marked() -> None:
    assert (trimmed("2:35 a.m", ". on Friday"), trimmed("2:35 a.m", " on Friday")) == ("2:35 a.m.", "2:35 a.m")


def test_the_head_of_a_column_is_no_part_of_what_stands_in_it() -> None:
    assert trimmed("시간 19:30") == "19:30"
    assert trimmed("일시 10월 3일") == "10월 3일"
    assert trimmed("시간 여유") == "시간 여유"


def test_a_word_that_goes_on_has_no_particle_yet() -> None:
    assert (trimmed("빛고을", "이라 불린다"), trimmed("물고을", " 보았다")) == ("빛고을", "물고")


def test_whom_a_thing_belongs_to_is_named_without_the_의() -> None:
    sure = Marked(0, 4, share=0.9, extract_answers=0.9, extract_evidence=3.0)
    found = spans_with_marked(question("who"), replace(evidence(1.0, 0), text="구하람의 자리를 이서로가 잇는다."), sure)
    assert found["who"].text == "구하람"


@pytest.mark.parametrize(("kind", "shown"), [("when", False), ("how_many", False), ("what", True)])
def test_a_mark_that_cannot_be_an_answer_of_the_kind_is_not_one(kind: str, shown: bool) -> None:
    sure = Marked(11, 13, share=0.9, extract_answers=0.9, extract_evidence=3.0)
    found = spans_with_marked(question(kind), evidence(1.0, 0), sure)
    assert (kind in found) is shown
    assert SENTENCES[0][11:13] == "서울"


@pytest.mark.parametrize(
    ("kind", "asked", "sentence", "marked", "expected"),
    [
        ("who", "감독은 누구야?", "그는 어젯밤 감독에게 말했다.", "어젯밤", None),
        ("how_many", "얼마가 들어?", "착공식은 오는 9월 29일 열린다.", "오는 9월 29일", None),
        ("how_many", "며칠이나 머물러?", "대표단은 29일까지 머문다.", "29일까지", None),
        ("how_many", "얼마나 걸려?", "공사는 3월부터 5월까지 한다.", "3월부터 5월까지", "3월부터 5월까지"),
        ("when", "불은 언제 났어?", "8일 오전 4시 난 불은 8시 10분께 꺼졌다.", "8시 10분께", "8일 오전 4시"),
        ("when", "불은 몇 시에 꺼졌어?", "8일 오전 4시 난 불은 8시 10분께 꺼졌다.", "8시 10분께", "8시 10분께"),
        ("when", "When did it end?", "It began last Tuesday and ended at 11 p.m.", "11 p.m.", "last Tuesday"),
        (
            *(
                "when",
                "통제는 몇 시부터 몇 시까지야?",
                "오전 7시 30분부터 오후 2시까지 12개 도로를 막는다.",
                "오후 2시",
            ),
            "오전 7시 30분부터 오후 2시까지",
        ),
        ("when", "운영 시간은?", "도서관은 오전 9∼11시에 연다.", "11시", "오전 9∼11시"),
        ("when", "영업시간은?", "월요일을 빼고 10:00~18:00 연다.", "10:00", "10:00~18:00"),
        ("when", "What are the opening hours?", "It is open 9 a.m. to 6 p.m. daily.", "9 a.m.", "9 a.m. to 6 p.m."),
        ("when", "통제는 몇 시까지야?", "오전 7시 30분부터 오후 2시까지 12개 도로를 막는다.", "오후 2시", "오후 2시"),
        ("when", "몇 시부터 몇 시까지 해?", "3-5로 진 경기는 오후 2시에 했다.", "오후 2시", "오후 2시"),
        ("where", "포럼은 어디서 열려?", "내년 ‘도시정상회의 포럼’ 개최지를 한빛으로 정했다.", "도시정상회의", None),
        ("where", "어디로 대피했어?", "주민들은 사이렌 예산이 어디로 갔는지 물었다.", "사이렌 예산", None),
        ("where", "어디로 대피했어?", "주민들은 갈무체육관으로 대피했다.", "갈무체육관", "갈무체육관"),
    ],
)
def test_a_mark_that_answers_another_question_is_no_short_answer(
    kind: str, asked: str, sentence: str, marked: str, expected: str | None
) -> None:
    dates = find_temporal_expressions(sentence, date(2025, 11, 3))
    told = [Span(one.start, one.end, one.text, 0.5) for one in dates if kind == "when"]
    here = replace(evidence(1.0, 0, {kind: told} if told else {}), text=sentence, dates=dates)
    start = sentence.index(marked)
    sure = Marked(start, start + len(marked), share=0.9, extract_answers=0.9, extract_evidence=3.0)

    found = spans_with_marked(Question(asked, "ko", (kind,), ()), here, sure).get(kind)

    assert (found.text if found else None) == expected


def test_who_holds_an_office_now_is_not_the_one_who_leaves_it() -> None:
    reader = CloseReader(FindsWord("없음"), CloseReadingModel({"evidence": 1.0}), HOLDERS)
    leaving = replace(evidence(2.0, 0), text="구하람 초대 관장이 지난달 물러났다.", end=21)
    coming = replace(evidence(1.0, 1), text="후임은 이서로 씨다.", start=40, end=51)
    asked = Question("지금 관장은 누구야?", "ko", ("who",), (), about_now=True)

    assert [one.text for one in reader.read(asked, [leaving, coming])] == [coming.text, leaving.text]
    assert next(one.text for one in reader.read(replace(asked, about_now=False), [leaving, coming])) == leaving.text


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("031-520-31", "031-520-3120"),
        ("520", "031-520-3120"),
        ("1,2", "1,200원"),
        ("11. 3", "11. 3"),
        ("10:0", "10:00"),
        ("18:00", "18:00"),
    ],
)
def test_a_figure_is_never_cut(marked: str, expected: str) -> None:
    sentence = "문의는 031-520-3120, 요금은 1,200원, 11. 3. 10:00~18:00에 연다."
    start = sentence.index(marked)
    found = spans_with_marked(
        question("what"),
        replace(evidence(1.0, 0), text=sentence),
        Marked(start, start + len(marked), 0.9, 0.9, 1.0),
    )["what"]
    assert found.text == expected.removesuffix("원")


@pytest.mark.parametrize(("text", "expected"), [("둘째는 얼마야?", "300만 원"), ("둘째는 원래 얼마였어?", "200만 원")])
def test_of_a_change_told_by_an_arrow_what_it_came_to_answers(text: str, expected: str) -> None:
    sentence = "둘째 200만 원 → 300만 원"
    spans = [Span(start, start + 6, sentence[start : start + 6], 0.5) for start in (3, 12)]
    found = replace(evidence(1.0, 0, {"how_many": spans}), text=sentence)
    asked = replace(question("how_many"), text=text)
    answer = spans_with_marked(asked, found, Marked(3, 18, 0.9, 0.9, 1.0))["how_many"]
    assert answer.text == expected


FAIR = "박람회는 오는 26일 오전 10시부터 컨벤션센터 2층 그랜드홀에서 연다."
RECRUITS = "시는 참여자 500명을 다음 달 1일부터 11일까지 모집하고 3개월 뒤 뽑는다."


@pytest.mark.parametrize(
    ("asked", "kinds", "sentence", "marked", "expected"),
    [
        (
            "언제 어디서 열려?",
            ("when", "where"),
            FAIR,
            "컨벤션센터 2층 그랜드홀",
            {"when": "오는 26일", "where": "그랜드홀"},
        ),
        ("언제 어디서 열려?", ("when", "where"), FAIR, "26일 오전 10시", {"when": "오는 26일", "where": "그랜드홀"}),
        ("몇 명 뽑아?", ("how_many",), RECRUITS, "다음 달 1일부터 11일", {"how_many": "500명"}),
        ("몇 개월 뒤에 뽑아?", ("how_many",), RECRUITS, "3개월", {"how_many": "3개월"}),
        (
            "모집은 얼마나 오래 해?",
            ("how_many",),
            RECRUITS,
            "다음 달 1일부터 11일",
            {"how_many": "다음 달 1일부터 11일"},
        ),
    ],
)
def test_a_mark_answers_of_two_things_asked_for_the_one_it_is(
    asked: str, kinds: tuple[str, ...], sentence: str, marked: str, expected: Mapping[str, str]
) -> None:
    dates = find_temporal_expressions(sentence, date(2025, 11, 18))
    words = {"when": "오는 26일", "where": "그랜드홀", "how_many": "500명"}
    told = {kind: [_span(sentence, words[kind])] for kind in kinds}
    here = replace(evidence(1.0, 0, told), text=sentence, dates=dates)
    span = _span(sentence, marked)

    found = spans_with_marked(Question(asked, "ko", kinds, ()), here, Marked(span.start, span.end, 0.9, 0.9, 3.0))

    assert {kind: one.text for kind, one in found.items()} == expected


@pytest.mark.parametrize(
    ("marked", "text", "value"),
    [
        ("12월 2일", "12월 2일", "2025-12-02"),
        ("12월 14일부터 17일", "12월 14일부터 17일까지", "2025-12-14/2025-12-17"),
        ("12월 14일", "12월 14일", None),
        ("정당계약은 12월 14일부터 17일까지", "정당계약은 12월 14일부터 17일까지", None),
        ("2일 발표", "2일 발표", None),
    ],
)
def test_a_day_that_is_marked_says_of_which_year_it_is_whatever_is_asked(
    marked: str, text: str, value: str | None
) -> None:
    sentence = "당첨자는 12월 2일 발표하고 정당계약은 12월 14일부터 17일까지 한다."
    here = replace(evidence(1.0, 0), text=sentence, dates=find_temporal_expressions(sentence, date(2025, 11, 16)))
    span = _span(sentence, marked)
    found = spans_with_marked(question("what"), here, Marked(span.start, span.end, 0.9, 0.9, 3.0))["what"]
    assert (found.text, found.value) == (text, value)


def _span(sentence: str, words: str) -> Span:
    start = sentence.index(words)
    return Span(start, start + len(words), words, 0.5)


def test_who_holds_an_office_is_asked_of_now_though_the_question_does_not_say_so() -> None:
    reader = CloseReader(FindsWord("없음"), CloseReadingModel({"evidence": 1.0}), HOLDERS)
    leaving = replace(evidence(2.0, 0), text="전임 오준택 부시장은 이달 31일 퇴직한다.", end=24)
    holding = replace(evidence(1.0, 1), text="류경수 부시장은 말했다.", start=40, end=53)
    of_another = replace(evidence(0.0, 2), text="강선희 관장이 취임했다.", start=80, end=93)
    asked = Question("부시장은 누구야?", "ko", ("who",), (), for_holder=True)
    found = reader.read(asked, [leaving, holding, of_another])

    assert [one.text for one in found] == [holding.text, of_another.text, leaving.text]
    assert reader.read(replace(asked, for_holder=False), [leaving, holding])[0].text == leaving.text


def test_somebody_of_another_office_is_behind_whoever_holds_the_one_asked_for() -> None:
    sentences = "강훈정 비서실장은 말했다.", "구윤호 장관은 말했다."
    other, holder = (
        replace(evidence(3.0 - at, at, {"who": [Span(0, 3, text[:3], 0.5, office=office)]}), text=text)
        for at, (text, office) in enumerate(zip(sentences, (OfficeHeld.ANOTHER, OfficeHeld.ASKED), strict=True))
    )
    reader = CloseReader(FindsWord(SENTENCES[0][:3]), CloseReadingModel({"evidence": 1.0}), HOLDERS)
    asked = Question("장관은 누구야?", "ko", ("who",), (), for_holder=True)

    assert [one.text for one in reader.read(asked, [other, holder])] == [holder.text, other.text]
    assert reader.read(replace(asked, for_holder=False), [other, holder])[0].text == other.text


def test_a_quotation_that_is_called_what_is_asked_for_answers_whatever_is_marked() -> None:
    sentences = "행사는 기후 위기를 논의한다.", "총회는 ‘물길로 잇다’를 주제로 기후 위기를 논의한다."
    marked, named = (
        replace(
            evidence(3.0 - at, at, {"what": [_span(text, "물길로 잇다")]} if at else {}), text=text, end=at + len(text)
        )
        for at, text in enumerate(sentences)
    )
    found = CloseReader(FindsWord("기후 위기"), CloseReadingModel({"evidence": 1.0}), HOLDERS).read(
        Question("주제가 뭐야?", "ko", ("what",), ()), [marked, named]
    )
    assert found[0].text == named.text
    assert found[0].spans["what"].text == "물길로 잇다"


def test_a_sentence_that_says_what_the_thing_is_answers_though_nothing_is_marked_in_it() -> None:
    sentences = "총회는 물길을 논의한다.", "협의회는 도시들이 만든 국제기구다."
    said = replace(_span(sentences[1], "도시들이 만든 국제기구"), defines=True)
    marked, defining = (
        replace(evidence(3.0 - at, at, {"what": [said]} if at else {}), text=text, end=at + len(text))
        for at, text in enumerate(sentences)
    )
    asked = Question("협의회가 뭐야?", "ko", ("what",), ())
    model = CloseReadingModel({"evidence": 1.0})

    found = CloseReader(FindsWord("물길"), model, HOLDERS).read(asked, [marked, defining])
    assert (found[0].text, found[0].spans["what"].text) == (defining.text, "도시들이 만든 국제기구")
    pith = CloseReader(FindsWord("국제기구"), model, HOLDERS).read(asked, [marked, defining])
    assert pith[0].spans["what"].text == "국제기구"


def test_who_somebody_is_is_told_by_the_whole_office_and_by_no_other_name() -> None:
    sentence = "구하람 위원회 부위원장과 한도겸 시장이 만났다."
    office, other = replace(_span(sentence, "위원회 부위원장"), defines=True), _span(sentence, "한도겸")
    told = replace(evidence(1.0, 0, {"who": [office, other]}), text=sentence, end=len(sentence))
    asked = Question("구하람이 누구야?", "ko", ("who",), ())
    for word in ("부위원장", "한도겸"):
        (found,) = CloseReader(FindsWord(word), CloseReadingModel({"evidence": 1.0}), HOLDERS).read(asked, [told])
        assert found.spans["who"].text == "위원회 부위원장"


def test_another_english_name_does_not_tell_who_somebody_is() -> None:
    sentence = "Han will be joined by Rui Valado."
    told = replace(evidence(1.0, 0), text=sentence, end=len(sentence))
    reader = CloseReader(FindsWord("Rui Valado"), CloseReadingModel({"evidence": 1.0}), HOLDERS)
    (found,) = reader.read(Question("Who is Han Do-gyeom?", "en", ("who",), ()), [told])
    assert "who" not in found.spans
    (found,) = reader.read(Question("Who joins the singer?", "en", ("who",), ()), [told])
    assert found.spans["who"].text == "Rui Valado"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("가람 방주의 별명은 뭐야?", "바다의 섬"),
        ("What is 가람 방주 called?", "바다의 섬"),
        ("가람 방주와 나루 방주 중 어느 게 커?", "가람 방주"),
        ("Which is bigger, 가람 방주 or 나루 방주?", "가람 방주"),
        ("방주의 별명은 뭐야?", "가람 방주"),
    ],
)
def test_a_name_that_the_question_gives_is_no_answer_unless_it_is_one_to_choose(asked: str, expected: str) -> None:
    sentence = "가람 방주는 바다의 섬이라 불린다."
    article = Article("a", "a.txt", "소식", sentence)
    found = replace(
        evidence(1.0), article=article, start=0, end=len(sentence), text=sentence, spans={}, alternatives={}
    )
    reader = CloseReader(FindsWord("가람 방주", second="바다의 섬"), CloseReadingModel({"marked": 1.0}), HOLDERS)

    (read,) = reader.read(replace(question("what"), text=asked), [found])

    assert read.spans["what"].text == expected
    assert read.marked is not None
    assert read.marked.share > 0.8  # of the sentence, which the mark was found in all the same


@pytest.mark.parametrize(
    ("kind", "asked", "sentence", "told", "marked", "expected"),
    [
        (
            *("who", "재무책임자는 누구야?", "한가람 버들정밀 최고재무책임자(CFO·부사장)는 말했다."),
            *(("한가람",), "부사장", "한가람"),
        ),
        ("how_many", "몇 등 했어?", "그는 48초77로 은메달을 땄다.", ("48초77", "은메달"), "48초77", "은메달"),
        ("how_many", "기록은 몇 초야?", "그는 48초77로 은메달을 땄다.", ("48초77",), "48초77", "48초77"),
    ],
)
def test_an_office_alone_is_nobody_and_a_time_no_rank(
    kind: str, asked: str, sentence: str, told: tuple[str, ...], marked: str, expected: str
) -> None:
    spans = [Span(at := sentence.index(one), at + len(one), one, 0.8) for one in told]
    here = replace(evidence(1.0, 0, {kind: spans}), text=sentence, dates=())
    start = sentence.index(marked)
    sure = Marked(start, start + len(marked), share=0.9, extract_answers=0.9, extract_evidence=3.0)
    assert spans_with_marked(Question(asked, "ko", (kind,), ()), here, sure)[kind].text == expected


def test_who_said_something_is_looked_for_outside_the_quotation() -> None:
    text = '민가람 국장은 "버스 회사도 어렵다"고 했다.'
    asked = Question("누가 버스 회사도 어렵다고 했어?", "ko", ("who",), ())
    speaker, start = Span(0, 3, "민가람", 0.9), text.index("버스 회사")
    found = replace(evidence(1.0, 0, {"who": [speaker]}), text=text)
    within = Marked(start, start + len("버스 회사"), share=0.9, extract_answers=0.9, extract_evidence=3.0)

    assert spans_with_marked(asked, found, within)["who"] == speaker

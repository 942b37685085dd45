from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from app.answering.answer import Answer, RetrievedPassage
from app.answering.model_failure import ModelError
from app.answering.wording import WORDINGS
from app.composition.application import Application
from app.conversation import LONGEST_QUESTION, Conversation, Turn
from app.question.question import Question, QuestionAnalyser

ASSEMBLY = (Turn("하천도시협의회 총회는 언제 열려?", "2025년 9월 29일"),)
"""A conversation about something that none of the questions below is about by itself."""


def test_a_follow_up_keeps_the_topic_of_the_question_before(application: Application) -> None:
    history = [Turn("하천도시협의회 총회는 언제 열려?", "2025년 9월 29일")]
    answer = application.conversation.ask("그럼 장소는?", history)
    assert answer.short_answer == "한빛컨벤션센터"
    assert answer.question == "그럼 장소는?"


def test_a_question_with_a_topic_of_its_own_does_not_lean_on_history(application: Application) -> None:
    history = [Turn("하천도시협의회 총회는 언제 열려?", "2025년 9월 29일")]
    answer = application.conversation.ask("새 도서관 관장은 누구인가요?", history)
    assert answer.short_answer == "박서린"


def test_every_answer_says_how_long_it_took(application: Application) -> None:
    timings = application.conversation.ask("총회는 언제야?").timings_ms
    assert set(timings) == {"retrieval", "answering", "total"}
    assert timings["total"] >= timings["retrieval"] >= 0


@pytest.mark.parametrize("question", ["", "   ", "?", "뭐야?", "가" * 5000, "\x00\x1b[31m", "[1](javascript:alert(1))"])
def test_strange_questions_get_an_answer_too(application: Application, question: str) -> None:
    answer = application.conversation.ask(question)
    assert not answer.answered
    assert answer.text
    assert len(answer.question) <= LONGEST_QUESTION


def test_a_chain_of_follow_ups_keeps_the_topic_and_its_year(application: Application) -> None:
    history = [Turn("2025년 하천도시협의회 총회는 언제 열려?", "9월"), Turn("그럼 장소는?", "한빛컨벤션센터")]
    assert application.conversation.ask("그럼 언제?", history).dates == ("2025-09-29/2025-10-01",)
    other_year = [Turn("2019년 하천도시협의회 총회는 언제 열려?", "모름")]
    assert not application.conversation.ask("그럼 장소는?", other_year).answered


@pytest.mark.parametrize(
    "question",
    [
        *("그럼 장소는?", "그건 어디서 열려?", "그게 언제야?", "그때 몇 명이 와?", "거기 몇 개 도시가 와?"),
        *(
            "그 행사에 몇 명이 참가해?",
            "이 총회는 몇 주년이야?",
            "당시 참가자는 몇 명이었어?",
            "장소는?",
            "몇 명이 참가해?",
        ),
        *("When does it open?", "Where will it be held?", "Who will attend that?", "How long is it?", "And where?"),
        *("How many cities are part of it?", "What is its venue?", "Who said that?", "What happened there?"),
        *("How many of those came?", "What about the budget and the venue of the city?", "Did they agree?", "Why?"),
        *("so how many people take part", "Then who is the secretary general of the council?"),
        *(
            "일요일에도 문을 여나요?",
            "평일엔 몇 시까지 열어?",
            "주말에도 하나요?",
            "밤에도 문 여나요?",
            "월요일은 쉬나요?",
        ),
        *("아침 몇 시에 문을 열어?", "Open on Sundays too?", "What about weekday evenings?"),
    ],
)
def test_a_question_that_points_back_or_names_too_little_takes_the_topic_along(
    application: Application, analyser: QuestionAnalyser, question: str
) -> None:
    understood, _ = application.conversation.retrieve(question, ASSEMBLY)
    before = analyser.analyse(ASSEMBLY[0].question)
    own = analyser.analyse(question)
    assert understood.concepts[: len(before.concepts)] == before.concepts
    assert {concept.forms for concept in own.concepts} <= {concept.forms for concept in understood.concepts}
    assert (understood.text, understood.kinds, understood.language) == (own.text, own.kinds, own.language)


@pytest.mark.parametrize(
    "question",
    [
        *("새 도서관 관장은 누구인가요?", "이건희 컬렉션은 어디서 열려?", "포월 냉동창고 화재 당시 몇 명이 있었어?"),
        *("IT 기업은 몇 곳이야?", "그림 전시회는 남구 어디에서 열려?", "거북섬 해수욕장은 언제 열어?"),
        *("그래픽노블 작가 윤가람은 누구야?", "저녁 버스는 남구에서 몇 시까지 다녀?", "밤에 여는 약국은 어디야?"),
        *("연휴에 문 여는 병원은 몇 곳이야?", "Is the library in Hanbit open on Mondays?"),
        *("Is there a new library in Hanbit?", "How many people are there in Haedam?", "Who is Park Seo-rin?"),
        *("When does Hanbit open its new library?", "How many IT companies moved to Hanbit?"),
        *("What happened to the ferry that drifted off Haedam?", "How long does the ferry take from Powol to Mulle?"),
        *("What did the mayor of Hanbit say about those who lost their homes?", "When will the Sand Museum open?"),
        *("Which colleague saved the founder of the Powol museum when she fell ill?", "Andong mask festival dates"),
    ],
)
def test_a_question_with_enough_of_its_own_is_understood_as_if_asked_first(
    application: Application, analyser: QuestionAnalyser, question: str
) -> None:
    understood, passages = application.conversation.retrieve(question, ASSEMBLY)
    assert understood == analyser.analyse(question)
    assert passages == application.conversation.retrieve(question)[1]


@pytest.mark.parametrize("question", ["도서관은 언제 문을 열어?", "Where is the library?"])
def test_a_whole_question_about_one_thing_that_was_not_spoken_of_stands_alone(
    application: Application, analyser: QuestionAnalyser, question: str
) -> None:
    understood, passages = application.conversation.retrieve(question, ASSEMBLY)
    assert understood == analyser.analyse(question)
    assert passages == application.conversation.retrieve(question)[1]
    assert "도서관" in passages[0].title


@pytest.mark.parametrize("question", ["그럼 도서관은 언제 열어?", "예산은 얼마야?", "예산은?"])
def test_a_question_whose_thing_no_article_is_about_lean(application: Application, question: str) -> None:
    understood, _ = application.conversation.retrieve(question, ASSEMBLY)
    assert understood.leans_on == ASSEMBLY[0].question


def test_a_question_without_names_goes_on_where_an_article_tells_of_both(
    application: Application, analyser: QuestionAnalyser
) -> None:
    understood, _ = application.conversation.retrieve("참가 도시는 몇 곳이야?", ASSEMBLY)
    assert understood.leans_on == ASSEMBLY[0].question
    library = [Turn("새 도서관은 언제 문을 열어?", "2025년 3월")]
    understood, _ = application.conversation.retrieve("참가 도시는 몇 곳이야?", library)
    assert understood == analyser.analyse("참가 도시는 몇 곳이야?")


def test_a_question_that_went_on_does_not_begin_another_topic(application: Application) -> None:
    history = [*ASSEMBLY, Turn("참가 도시는 몇 곳이야?", "40개 도시")]
    understood, _ = application.conversation.retrieve("그럼 장소는?", history)
    assert understood.leans_on == ASSEMBLY[0].question


@pytest.mark.parametrize("question", ["그는 뭐라고 했어?", "그분은 몇 살이야?", "지금 뭐 해?", "What did she say?"])
def test_somebody_named_only_in_the_answer_is_who_is_meant(application: Application, question: str) -> None:
    asked = "새 도서관 관장은 누구인가요?"
    for answer, name in (
        ("박서린\n\n한빛일보: “박서린 관장은 …” [1]", " 박서린"),
        ("이 아카이브에는 답이 없습니다.", ""),
    ):
        understood, _ = application.conversation.retrieve(question, [Turn(asked, answer)])
        assert understood.leans_on == asked + name
        assert any("박서린" in concept.forms for concept in understood.concepts) is bool(name)


def test_somebody_of_an_earlier_topic_is_not_meant(application: Application) -> None:
    history = [Turn("새 도서관 관장은 누구인가요?", "박서린"), Turn("하천도시협의회 총회는 언제 열려?", "9월")]
    understood, _ = application.conversation.retrieve("그는 뭐라고 했어?", history)
    assert understood.leans_on == "하천도시협의회 총회는 언제 열려?"


def test_the_topic_is_that_of_the_last_question_that_had_one(
    application: Application, analyser: QuestionAnalyser
) -> None:
    history = [*ASSEMBLY, Turn("새 도서관 관장은 누구인가요?", "박서린"), Turn("그건 어디야?", "남구")]
    understood, _ = application.conversation.retrieve("그럼 언제 열어?", history)
    (library, director) = analyser.analyse("새 도서관 관장은 누구인가요?").concepts
    assert understood.concepts[:2] == (library, director)
    assert not set(analyser.analyse(ASSEMBLY[0].question).concepts) & set(understood.concepts)


def test_a_follow_up_may_change_the_year_and_else_keeps_it(application: Application) -> None:
    history = [Turn("2025년 하천도시협의회 총회는 언제 열려?", "9월")]
    for question, year in (("그럼 장소는?", "2025"), ("그럼 2019년에는?", "2019"), ("And in 2019?", "2019")):
        understood, _ = application.conversation.retrieve(question, history)
        assert [period.iso for period in understood.periods] == [year]


@pytest.mark.parametrize(
    ("question", "history", "short_answer"),
    [
        ("And where will it be held?", ("When is the Riverlink assembly?",), "한빛컨벤션센터"),
        ("How many people take part in it?", ("When is the Riverlink assembly?",), "1,200 people"),
        ("거기에는 몇 명이 참가해?", ("하천도시협의회 총회는 어디서 열려?",), "1,200명"),
        ("When does it open?", ("Who is the director of the new library?",), "March 2025"),
        ("그럼 관장은 누구야?", ("새 도서관은 언제 문을 열어?",), "박서린"),
    ],
)
def test_a_follow_up_is_answered_about_what_was_spoken_of(
    application: Application, question: str, history: tuple[str, ...], short_answer: str
) -> None:
    answer = application.conversation.ask(question, [Turn(earlier, "") for earlier in history])
    assert answer.answered
    assert short_answer in (answer.short_answer or "")


def test_what_was_retrieved_is_what_the_answer_lists(application: Application) -> None:
    _, passages = application.conversation.retrieve("그럼 장소는?", ASSEMBLY)
    answer = application.conversation.ask("그럼 장소는?", ASSEMBLY)
    assert {passage.passage_id for passage in passages} == {passage.passage_id for passage in answer.passages}


def test_a_question_about_nothing_retrieves_nothing_and_a_page_of_text_is_cut(application: Application) -> None:
    assert application.conversation.retrieve("뭐야?")[1] == []
    understood, _ = application.conversation.retrieve("총회 " * LONGEST_QUESTION)
    assert len(understood.text) <= LONGEST_QUESTION


@pytest.mark.parametrize("question", ["장소 알려 주세요", "그럼 장소가 어딘지 아세요?"])
def test_a_polite_follow_up_keeps_the_topic_too(application: Application, question: str) -> None:
    assert application.conversation.ask(question, ASSEMBLY).short_answer == "한빛컨벤션센터"


@pytest.mark.parametrize(
    ("earlier", "question", "same_as"),
    [
        ("2019년 하천도시협의회 총회는 언제 열렸어?", "그럼 2025년에는?", "2025년 하천도시협의회 총회는 언제 열렸어?"),
        ("2019년 하천도시협의회 총회는 언제 열렸어?", "2025년은요?", "2025년 하천도시협의회 총회는 언제 열렸어?"),
        ("When was the Riverlink assembly in 2019?", "And in 2025?", "When was the Riverlink assembly in 2025?"),
        ("When was the Riverlink assembly in 2019?", "What about 2025?", "When was the Riverlink assembly in 2025?"),
        ("When was the Riverlink assembly in 2019?", "How about in 2025?", "When was the Riverlink assembly in 2025?"),
    ],
)
def test_nothing_but_another_year_asks_the_same_of_that_year(
    application: Application, analyser: QuestionAnalyser, earlier: str, question: str, same_as: str
) -> None:
    understood, passages = application.conversation.retrieve(question, [Turn(earlier, "")])
    direct = analyser.analyse(same_as)
    assert (understood.text, understood.kinds, understood.concepts) == (direct.text, direct.kinds, direct.concepts)
    assert [period.iso for period in understood.periods] == ["2025"]
    assert passages == application.conversation.retrieve(same_as)[1]


@pytest.mark.parametrize("later", [[], ["그럼 2019년에는?"]])
def test_a_whole_question_about_one_thing_is_what_is_spoken_of_from_then_on(
    application: Application, later: list[str]
) -> None:
    history = [Turn(asked, "") for asked in ("새 도서관은 언제 문을 열어?", "2019년 총회는 언제 열렸어?", *later)]
    understood, _ = application.conversation.retrieve("그럼 2025년에는?", history)
    assert (understood.text, understood.kinds) == ("2025년 총회는 언제 열렸어?", ("when",))


@pytest.mark.parametrize(
    ("question", "same_as"),
    [
        ("그럼 작년에는?", "작년 하천도시협의회 총회는 언제 열렸어?"),
        ("올해는요?", "올해 하천도시협의회 총회는 언제 열렸어?"),
    ],
)
def test_a_year_may_be_counted_from_this_one(
    application: Application, analyser: QuestionAnalyser, question: str, same_as: str
) -> None:
    earlier = [Turn("2019년 하천도시협의회 총회는 언제 열렸어?", "")]
    understood, _ = application.conversation.retrieve(question, earlier)
    direct = analyser.analyse(same_as)
    assert (understood.text, understood.periods, understood.about_now) == (direct.text, (), direct.about_now)


def test_a_place_is_asked_of_the_year_that_was_spoken_of_last(application: Application) -> None:
    history = [Turn(asked, "") for asked in ("2019년 하천도시협의회 총회는 언제 열렸어?", "그럼 2025년에는?")]
    understood, _ = application.conversation.retrieve("그럼 장소는?", history)
    assert understood.leans_on == "2025년 하천도시협의회 총회는 언제 열렸어?"
    assert [period.iso for period in understood.periods] == ["2025"]


def test_a_question_that_compares_two_years_keeps_its_words(application: Application) -> None:
    earlier = [Turn("2024년 총회 예산은 2023년보다 늘었어?", "")]
    understood, _ = application.conversation.retrieve("그럼 2025년에는?", earlier)
    assert understood.standalone == "그럼 2025년에는? 2024년 총회 예산은 2023년보다 늘었어?"


def test_the_answer_for_another_year_is_under_the_question_as_asked(application: Application) -> None:
    answer = application.conversation.ask("그럼 2025년에는?", [Turn("2019년 하천도시협의회 총회는 언제 열려?", "모름")])
    assert (answer.question, answer.dates) == ("그럼 2025년에는?", ("2025-09-29/2025-10-01",))


def test_another_year_may_be_asked_of_in_the_other_language(application: Application) -> None:
    answer = application.conversation.ask("And in 2025?", [Turn("2019년 하천도시협의회 총회는 언제 열려?", "모름")])
    assert (answer.language, answer.short_answer) == ("en", "29 September – 1 October 2025")


@pytest.mark.parametrize(
    ("question", "leans_on"),
    [
        ("그럼 2025년에는 몇 명이 참가해?", "2025년 하천도시협의회 총회는 어디서 열렸어?"),
        ("그럼 2025년보다 몇 명이 더 왔어?", "2019년 하천도시협의회 총회는 어디서 열렸어?"),
        ("그럼 2025년 예산은 얼마야?", "2025년 하천도시협의회 총회는 어디서 열렸어?"),
        ("그럼 몇 명이 참가했어?", "2019년 하천도시협의회 총회는 어디서 열렸어?"),
    ],
)
def test_another_year_takes_the_place_of_the_earlier_one_unless_it_stands_beside_it(
    application: Application, question: str, leans_on: str
) -> None:
    earlier = [Turn("2019년 하천도시협의회 총회는 어디서 열렸어?", "")]
    understood, _ = application.conversation.retrieve(question, earlier)
    assert (understood.text, understood.leans_on, understood.kinds) == (question, leans_on, ("how_many",))


def test_a_conversation_without_a_year_can_be_asked_of_one(application: Application) -> None:
    understood, _ = application.conversation.retrieve("그럼 2019년에는?", ASSEMBLY)
    assert (understood.kinds, [period.iso for period in understood.periods]) == (("when",), ["2019"])
    assert "2019년" in understood.standalone
    assert not application.conversation.ask("그럼 2019년에는?", ASSEMBLY).answered


class AnswersOf2025:
    """Answers, after a draft, what names the year 2025 or none."""

    def stream(
        self, question: Question, passages: Sequence[RetrievedPassage], failed: ModelError | None = None
    ) -> Iterator[Answer]:
        """Two snapshots."""
        yield Answer(question.text, question.language, "…")
        years = {period.iso for period in question.periods}
        yield Answer(question.text, question.language, question.text, answered=years <= {"2025"})


@pytest.mark.parametrize(
    ("question", "read", "answered"),
    [
        ("작년 총회는 언제 열렸어?", "2025년 총회는 언제 열렸어?", True),
        ("Who opened last year's assembly?", "Who opened the 2025 assembly?", True),
        ("재작년 총회는 언제 열렸어?", "2024년 총회는 언제 열렸어?", False),
    ],
)
def test_last_year_is_the_year_before_the_askers(
    application: Application, analyser: QuestionAnalyser, question: str, read: str, answered: bool
) -> None:
    conversation = Conversation(
        application.retriever, application.archive, analyser, AnswersOf2025(), today=lambda: date(2026, 11, 27)
    )
    *drafts, answer = conversation.stream(question)
    assert (answer.text, answer.answered, answer.question) == (read, answered, question)
    assert {draft.text for draft in drafts} == {"…"}


def test_where_the_archive_does_not_answer_for_next_year_that_of_an_older_article_may_be_meant(
    application: Application,
) -> None:
    answer = application.conversation.ask("새 도서관은 내년 언제 문을 열어?")
    assert (answer.dates, len(answer.notices)) == (("2025-03",), 1)


@pytest.mark.parametrize(("said", "language"), [("고마워!", "ko"), ("thanks, bye", "en"), ("안녕하세요", "ko")])
def test_thanks_and_greetings_are_returned_without_an_article(
    application: Application, said: str, language: str
) -> None:
    answer = application.conversation.ask(said, ASSEMBLY)
    assert (answer.answered, answer.language, answer.citations, answer.passages) == (False, language, (), ())
    assert answer.text in (WORDINGS[language].thanked, WORDINGS[language].introduction)
    assert set(answer.timings_ms) == {"retrieval", "answering", "total"}


@pytest.mark.parametrize(
    ("said", "language", "short_answer"),
    [
        ("출처가 어디야?", "ko", "한빛컨벤션센터"),
        ("다시 말해줘", "ko", "한빛컨벤션센터"),
        ("is that sure?", "en", "한빛컨벤션센터"),
    ],
)
def test_doubt_and_a_wish_to_hear_it_again_repeat_the_last_answer(
    application: Application, said: str, language: str, short_answer: str
) -> None:
    history = [*ASSEMBLY, Turn("그럼 장소는?", "한빛컨벤션센터"), Turn("오케이", "네")]
    answer = application.conversation.ask(said, history)
    assert (answer.question, answer.language, answer.answered) == (said, language, True)
    assert short_answer in (answer.short_answer or "")


def test_an_answer_is_said_in_the_other_language_on_request(application: Application) -> None:
    answer = application.conversation.ask("영어로 말해줘", ASSEMBLY)
    assert (answer.language, answer.short_answer) == ("en", "29 September – 1 October 2025")
    answer = application.conversation.ask("in Korean?", [Turn("When is the Riverlink assembly?", "")])
    assert (answer.language, answer.short_answer) == ("ko", "2025년 9월 29일부터 10월 1일까지")


def test_what_else_an_article_says_is_told_on_request(application: Application) -> None:
    once = application.conversation.ask(ASSEMBLY[0].question)
    answer = application.conversation.ask("더 자세히 알려줘", ASSEMBLY)
    assert answer.short_answer == once.short_answer
    assert answer.text.startswith(once.text)
    added = answer.citations[len(once.citations) :]
    assert added
    assert added[0].quote == "총회에는 40개 도시에서 1,200명이 참가한다."
    for citation in answer.citations:
        assert f"[{citation.marker}]" in answer.text
        body = application.archive.articles([citation.article_id])[citation.article_id].body
        assert body[citation.start : citation.end] == citation.quote
    assert not application.conversation.ask("더 자세히 알려줘", [Turn("2019년 총회는 어디서 열렸어?", "")]).answered


def test_a_remark_is_no_topic(application: Application) -> None:
    history = [*ASSEMBLY, Turn("고마워", "네"), Turn("출처는?", "한빛일보")]
    assert application.conversation.ask("그럼 장소는?", history).short_answer == "한빛컨벤션센터"


def test_thanks_before_a_question_are_no_part_of_it(application: Application) -> None:
    answer = application.conversation.ask("고맙습니다! 그런데 새 도서관 관장은 누구예요?", ASSEMBLY)
    assert answer.short_answer == "박서린"


@pytest.mark.parametrize(
    ("question", "earlier", "same_as"),
    [
        ("도서관은?", "하천도시협의회 총회는 언제 열려?", "도서관은 언제 열려?"),
        ("아니 그거 말고 새 도서관", "하천도시협의회 총회는 언제 열려?", "새 도서관은 언제 열려?"),
        ("The library?", "When does the assembly open?", "When does the library open?"),
        ("그럼 해담시는?", "한빛시 총회는 언제 열려?", "해담시 총회는 언제 열려?"),
    ],
)
def test_half_a_question_asks_the_same_of_another_thing(
    application: Application, question: str, earlier: str, same_as: str
) -> None:
    understood, _ = application.conversation.retrieve(question, [Turn(earlier, "")])
    assert (understood.text, understood.leans_on) == (same_as, "")


def test_a_thing_put_in_the_place_of_another_is_what_is_spoken_of_from_then_on(application: Application) -> None:
    history = [*ASSEMBLY, Turn("도서관은?", "2025년 3월")]
    assert application.conversation.ask("거긴 책이 몇 권이야?", history).short_answer == "8만 권"


def test_nothing_but_a_year_is_asked_of_the_last_question(application: Application) -> None:
    history = [*ASSEMBLY, Turn("예산은 얼마야?", "12억 원")]
    understood, _ = application.conversation.retrieve("작년에는?", history)
    assert understood.standalone == f"작년 예산은 얼마야? {ASSEMBLY[0].question}"
    understood, _ = application.conversation.retrieve("그럼 재작년에는?", [*history, Turn("작년에는?", "")])
    assert understood.standalone == f"재작년 예산은 얼마야? {ASSEMBLY[0].question}"


def test_what_was_asked_last_is_asked_of_the_other_thing(application: Application) -> None:
    history = [*ASSEMBLY, Turn("장소는?", "한빛컨벤션센터")]
    understood, _ = application.conversation.retrieve("도서관은?", history)
    assert (understood.text, understood.leans_on, understood.kinds) == ("장소는?", "도서관은 언제 열려?", ("where",))
    history = [*history, Turn("도서관은?", "옛 우체국 자리")]
    assert application.conversation.ask("그럼 관장은 누구야?", history).short_answer == "박서린"


def test_why_and_who_says_so_are_asked_of_the_last_answer(application: Application) -> None:
    history = [*ASSEMBLY, Turn("예산이 늘어났어?", "예산이 늘어난 것은 …")]
    for question in ("왜?", "누가 그래?", "who said that?"):
        understood, _ = application.conversation.retrieve(question, history)
        assert understood.leans_on == f"예산이 늘어났어? {ASSEMBLY[0].question}"


def test_how_old_somebody_is_is_asked_of_whom_the_answer_named(application: Application) -> None:
    history = [Turn("새 도서관 관장은 누구인가요?", "박서린")]
    for question in ("몇 살이야?", "고향은?", "How old?"):
        understood, _ = application.conversation.retrieve(question, history)
        assert understood.leans_on == "새 도서관 관장은 누구인가요? 박서린"


def test_another_topic_may_begin_with_and(application: Application, analyser: QuestionAnalyser) -> None:
    question = "근데 버들동 도서관 관장은 누구예요?"
    understood, _ = application.conversation.retrieve(question, ASSEMBLY)
    assert understood == analyser.analyse(question)


def test_another_year_counted_from_this_one_is_that_of_the_conversation_from_then_on(application: Application) -> None:
    history = [Turn("작년 하천도시협의회 총회 참가자는?", "")]
    understood, _ = application.conversation.retrieve("올해는 어디서 해?", history)
    assert understood.leans_on == "올해 하천도시협의회 총회 참가자는?"
    assert not any("작년" in concept.forms for concept in understood.concepts)
    understood, _ = application.conversation.retrieve("몇 시에?", [*history, Turn("올해는 어디서 해?", "")])
    assert understood.leans_on == "올해 하천도시협의회 총회 참가자는?"


@pytest.mark.parametrize("question", ["누가 반대해?", "통역사는 몇 명 왔어?", "시장도 와?"])
def test_what_hardly_begins_another_topic_leans_even_where_no_article_tells_of_both(
    application: Application, question: str
) -> None:
    understood, _ = application.conversation.retrieve(question, ASSEMBLY)
    assert understood.leans_on == ASSEMBLY[0].question


def test_there_is_what_half_a_question_named(application: Application) -> None:
    history = [*ASSEMBLY, Turn("한빛컨벤션센터는?", "9월 29일")]
    for question in ("거기 예산은?", "how big is it?"):
        understood, _ = application.conversation.retrieve(question, history)
        assert understood.leans_on == f"한빛컨벤션센터는? {ASSEMBLY[0].question}"
    understood, _ = application.conversation.retrieve("예산은?", history)
    assert understood.leans_on == ASSEMBLY[0].question

"""Notices about versions of a story and corrections."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from app.answering.answer import Citation, DateReading, RetrievedPassage
from app.answering.notices import notices_for, version_notices
from app.question.question import QuestionAnalyser
from app.retrieval.stories import ArticleReference


def version(name: str, title: str, published_at: date | None) -> ArticleReference:
    return ArticleReference(name, f"{name}.txt", title, "한빛일보", published_at, None)


FLASH = version("flash", "[속보] 염산 누출", datetime(2025, 6, 11, 9, 12))
ROUNDUP = version("roundup", "[종합] 염산 누출 11명 다쳐", date(2025, 6, 11))
CORRECTION = version("correction", "[정정] 염산 누출 부상 11명 아닌 9명", date(2025, 6, 12))
UPDATE = version("update", "[종합2보] 염산 누출 사흘 만에 수습", date(2025, 6, 14))
UNMARKED = version("unmarked", "염산 누출", None)


def cited(marker: int, article: ArticleReference, versions: Sequence[ArticleReference] = ()) -> Citation:
    passage = RetrievedPassage(
        passage_id="p",
        article_id=article.article_id,
        path=article.path,
        title=article.title,
        publisher=article.publisher,
        published_at=article.published_at,
        url=article.url,
        text="염산",
        start=0,
        end=2,
        score=1.0,
        versions=tuple(versions),
    )
    return Citation(marker, passage, "염산", 0, 2)


@pytest.mark.parametrize(
    ("article", "versions", "korean", "english"),
    [
        (
            ROUNDUP,
            (FLASH, ROUNDUP),
            "[1] 기사는 2025년 6월 11일에 처음 나온 보도를 고친 것으로, 이 아카이브에 있는 2판 가운데 가장 새롭습니다.",
            "[1] is the latest of the 2 versions in this archive of the story first published on 11 June 2025.",
        ),
        (
            CORRECTION,
            (FLASH, ROUNDUP, CORRECTION),
            "[1] 기사는 2025년 6월 11일에 나온 앞선 보도를 바로잡은 정정 기사입니다.",
            "[1] is a correction: the earlier report of 11 June 2025 was corrected.",
        ),
        (
            CORRECTION,
            (),
            "[1] 기사는 앞선 보도를 바로잡은 정정 기사입니다.",
            "[1] is a correction of an earlier report.",
        ),
        (
            UPDATE,
            (FLASH, CORRECTION, UPDATE),
            "[1] 기사는 2025년 6월 11일에 처음 나온 보도를 고친 것으로, 이 아카이브에 있는 3판 가운데 가장 새롭습니다. "
            "앞선 판은 2025년 6월 12일에 정정되었습니다.",
            "[1] is the latest of the 3 versions in this archive of the story first published on 11 June 2025. "
            "An earlier version was corrected on 12 June 2025.",
        ),
        (
            ROUNDUP,
            (FLASH, ROUNDUP, CORRECTION),
            "[1] 기사는 뒤에 정정되었습니다: “[정정] 염산 누출 부상 11명 아닌 9명” (2025년 6월 12일). "
            "인용한 내용이 바로잡혔을 수 있으니 확인해 주세요.",
            "[1] was corrected later: “[정정] 염산 누출 부상 11명 아닌 9명” (12 June 2025). "
            "What is cited may have been put right; please check.",
        ),
        (
            FLASH,
            (FLASH, ROUNDUP, UPDATE),
            "[1] 기사에는 더 새로운 판이 있습니다: “[종합2보] 염산 누출 사흘 만에 수습” (2025년 6월 14일). "
            "그 사이 바뀐 내용이 있을 수 있습니다.",
            "There is a later version of [1]: “[종합2보] 염산 누출 사흘 만에 수습” (14 June 2025). "
            "Details may have changed.",
        ),
    ],
)
def test_a_reader_is_told_what_became_of_a_cited_report(
    article: ArticleReference, versions: Sequence[ArticleReference], korean: str, english: str
) -> None:
    citations = [cited(1, article, versions)]
    assert version_notices(citations, "ko") == (korean,)
    assert version_notices(citations, "en") == (english,)


def test_an_article_of_one_version_needs_no_notice() -> None:
    assert version_notices([], "ko") == ()
    assert version_notices([cited(1, FLASH), cited(2, UNMARKED)], "ko") == ()


def test_each_article_is_spoken_of_once_in_the_order_of_markers() -> None:
    chain = (FLASH, ROUNDUP)
    citations = [cited(1, ROUNDUP, chain), cited(2, FLASH, chain), cited(3, ROUNDUP, chain)]
    assert [notice[:3] for notice in version_notices(citations, "ko")] == ["[1]", "[2]"]


TODAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("question", "warning"),
    [
        ("현재 염산 공장 대표는 누구야?", "현재를 물으셨지만 가장 새로운 근거가 2025년 6월 14일 기사입니다."),
        ("올해 염산은 몇 번 샜어?", "현재를 물으셨지만"),
        ("요즘 누가 공장을 맡고 있어?", "현재를 물으셨지만"),
        ("금년 염산 사고는 몇 번이야?", "현재를 물으셨지만"),
        ("Who is the most recent head of the plant?", "the newest evidence is of 14 June 2025"),
        ("Who is the current head of the plant?", "the newest evidence is of 14 June 2025"),
        ("Who runs the plant these days?", "the newest evidence is of 14 June 2025"),
    ],
)
def test_a_question_about_now_is_warned_of_evidence_older_than_a_year(
    analyser: QuestionAnalyser, question: str, warning: str
) -> None:
    citations = [cited(1, FLASH), cited(2, UPDATE), cited(3, UNMARKED)]
    (notice,) = notices_for(analyser.analyse(question), citations, TODAY)
    assert warning in notice


@pytest.mark.parametrize(
    ("question", "today"),
    [
        ("현재 염산 공장 대표는 누구야?", date(2026, 6, 14)),
        ("염산은 언제 샜어?", TODAY),
        ("다음 설명회는 언제야?", TODAY),
        ("When is the next hearing?", TODAY),
        ("When did the acid leak?", TODAY),
    ],
)
def test_fresh_evidence_and_questions_about_the_past_need_no_warning(
    analyser: QuestionAnalyser, question: str, today: date
) -> None:
    assert notices_for(analyser.analyse(question), [cited(1, UPDATE)], today) == ()


def test_evidence_without_a_date_is_not_called_old(analyser: QuestionAnalyser) -> None:
    assert notices_for(analyser.analyse("현재 대표는 누구야?"), [cited(1, UNMARKED)], TODAY) == ()


def reading(expression: str, value: str) -> DateReading:
    return DateReading(expression, value, 0, len(expression), relative=True)


OLD = replace(cited(1, version("old", "내년 예산", date(2024, 5, 2))), readings=(reading("내년", "2025"),))
NEW = replace(cited(2, version("new", "개막 앞둬", date(2025, 8, 20))), readings=(reading("10월 3일", "2025-10-03"),))
SAYS_SO_TOO = replace(NEW, readings=(reading("내년", "2026"),))
UNDATED = replace(cited(1, UNMARKED), readings=(reading("내년", "2025"),))


@pytest.mark.parametrize("citations", [(OLD, NEW), (NEW, OLD), (OLD, SAYS_SO_TOO), (UNDATED, OLD, NEW)])
def test_next_year_is_told_of_the_article_that_says_it_first(
    analyser: QuestionAnalyser, citations: Sequence[Citation]
) -> None:
    assert notices_for(analyser.analyse("영화제는 내년 언제 열려?"), citations, TODAY) == (
        "질문의 ‘내년’은 2024년 5월 2일 기사에 나온 말이며, 그 기사에서는 2025년을 뜻합니다.",
    )


def test_an_english_question_is_told_the_article_in_english(analyser: QuestionAnalyser) -> None:
    citations = replace(OLD, readings=(reading("next year", "2025"),)), NEW
    assert notices_for(analyser.analyse("When does the festival open next year?"), citations, TODAY) == (
        "“next year” was found in an article of 2 May 2024, where it means 2025.",
    )


@pytest.mark.parametrize(
    ("question", "said", "value", "expected"),
    [
        (
            "작년 예산은 얼마야?",
            "지난해",
            "2023",
            "질문의 ‘작년’은 2024년 5월 2일 기사의 ‘지난해’에 맞춘 것이며, 그 기사에서는 2023년을 뜻합니다.",
        ),
        (
            "What was last year's budget?",
            "지난해",
            "2023",
            "“last year” was matched to “지난해” in an article of 2 May 2024, where it means 2023.",
        ),
        ("작년 예산은 얼마야?", "내년", "2025", None),
    ],
)
def test_another_word_for_the_same_year_is_told_too(
    analyser: QuestionAnalyser, question: str, said: str, value: str, expected: str | None
) -> None:
    citation = replace(OLD, readings=(reading(said, value),))
    assert notices_for(analyser.analyse(question), (citation,), TODAY) == ((expected,) if expected else ())


@pytest.mark.parametrize("citations", [(NEW,), (replace(OLD, readings=(reading("내년", "2027"),)), OLD), (UNDATED,)])
def test_next_year_that_no_dated_article_means_otherwise_needs_no_notice(
    analyser: QuestionAnalyser, citations: Sequence[Citation]
) -> None:
    assert notices_for(analyser.analyse("영화제는 내년 언제 열려?"), citations, TODAY) == ()

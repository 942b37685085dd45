from collections.abc import Collection, Mapping
from datetime import date

import pytest

from app.answering.abstention.unknown_office import UnknownOffices
from app.answering.answer import RetrievedPassage
from app.answering.evidence.evidence import Evidence
from app.question.question import QuestionAnalyser
from indexing.article import Article
from indexing.language.people import People
from indexing.language.terms import index_terms

CABINET = (
    "이하람 대통령은 부총리 겸 기획재정부 장관에 구윤호 전 실장을 지명했다. 행정안전부 장관은 윤서준 의원이다. "
    "한빛은행 정하늘 총재가 축하했다. 문화체육관광부는 기다린다. 일부 의원은 남구 버들동에 산다."
)


class HeldTerms:
    """The counts of an archive of one passage."""

    def __init__(self, text: str) -> None:
        self._terms = set(index_terms(text))

    def passage_count(self) -> int:
        return 1

    def document_frequencies(self, terms: Collection[str]) -> Mapping[str, int]:
        return {term: int(term in self._terms) for term in terms}

    def sound_frequencies(self, keys: Collection[str]) -> Mapping[str, int]:
        return dict.fromkeys(keys, 0)


def unknown(analyser: QuestionAnalyser, question: str, language: str = "ko") -> str | None:
    article = Article("a", "a.txt", "새 내각", CABINET, date(2025, 6, 29), language=language)
    passage = RetrievedPassage("p", "a", "a.txt", "새 내각", None, article.published_at, None, CABINET, 0, 10, 1.0)
    best = Evidence(article, passage, 0, 10, CABINET[:10], 1.0, (), {}, {}, (), 0.0)
    concept = UnknownOffices(HeldTerms(CABINET), People.load()).find(analyser.analyse(question), best)
    return concept.surface if concept else None


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("국방부 장관은 누구야?", "국방부"),
        ("국방부장관은 누구야?", "국방부장관은"),
        ("통일부 장관은 누구야?", "통일부"),
        ("솔내시 시장은 누구야?", "솔내시"),
        ("Who is the unification minister?", "unification minister"),
        ("Who is the defence minister?", "defence minister"),
    ],
)
def test_an_office_of_a_body_that_stands_nowhere_is_unknown(
    analyser: QuestionAnalyser, question: str, office: str
) -> None:
    assert unknown(analyser, question) == office


@pytest.mark.parametrize(
    "question",
    [
        *("기획재정부 장관은 누구야?", "기재부 장관은 누구야?", "행안부 장관은 누구야?", "행정안전부장관은 누구야?"),
        *("문체부 장관은 누구야?", "한빛은행 부총재는 누구야?", "남구 구청장은 누구야?", "장관은 누구야?"),
        *("새로운 시장은 누구야?", "도대체 시장은 누구야?", "축제를 연 시장은 누구야?", "대통령은 누구야?"),
        *("Who is the finance minister?", "Who is the interior minister?", "Who is the culture minister?"),
        *("Who is the mayor?", "Who is the minister?", "Who is the prime minister?"),
    ],
)
def test_a_body_is_known_by_any_of_its_names_and_no_other_word_is_a_body(
    analyser: QuestionAnalyser, question: str
) -> None:
    assert unknown(analyser, question) is None


def test_an_english_article_has_no_korean_names_of_bodies(analyser: QuestionAnalyser) -> None:
    assert unknown(analyser, "국방부 장관은 누구야?", "en") is None

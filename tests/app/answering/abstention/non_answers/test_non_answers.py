"""An article may say that what is asked is not known, that there was none, or that it did not happen."""

from collections.abc import Sequence

import pytest

from app.answering.abstention.non_answers.non_answers import non_answer
from app.answering.answer import RetrievedPassage
from app.answering.evidence.evidence import Evidence
from app.answering.spans.span import Span
from app.question.question import QuestionAnalyser
from indexing.article import Article, Passage

WAREHOUSE = (
    "버들시 창고에서 난 불로 선반이 무너져 진화가 늦어졌다.",
    "직원 40명이 대피했고 다친 사람은 없었다.",
    "경찰은 정확한 화재 원인을 조사하고 있다.",
)
MUSEUM = (
    "버들미술관 한가람 관장이 2일 물러났다.",
    "후임 관장은 아직 정해지지 않았다.",
    "특별전은 취소하지 않기로 했다.",
    "재개관 시점은 점검 결과를 보고 정한다.",
)
MILL = (
    "It took nine hours to put out the Dalen mill fire because the cotton kept smouldering.",
    "Investigators have yet to determine the cause of the fire.",
    "Two owls died of smoke in April.",
    "The price of the new mill has not been disclosed.",
)


def evidence(sentences: Sequence[str], best: str = "", kind: str = "") -> list[Evidence]:
    """The sentences of one article, the best first, in which the first two words answer where a kind is given."""
    body = " ".join(sentences)
    article = Article("a", "a.txt", "버들시 소식", body)
    passage = RetrievedPassage.of(Passage("p", "a", 0, 0, len(body), body), article, 0.5)
    spans = {kind: Span(0, 2, "답", 1.0)} if kind else {}
    found = [
        Evidence(
            article=article,
            passage=passage,
            start=body.index(text),
            end=body.index(text) + len(text),
            text=text,
            support=1.0,
            dates=(),
            spans=spans,
            alternatives={},
            features=(),
            score=1.0,
        )
        for text in sentences
    ]
    return sorted(found, key=lambda one: one.text != (best or sentences[0]))


@pytest.mark.parametrize(
    ("question", "sentences", "said"),
    [
        ("버들시 창고 화재 원인은?", WAREHOUSE, 2),
        ("버들시 창고에서 불은 왜 났어?", WAREHOUSE, 2),
        ("버들시 창고 불로 몇 명이 다쳤어?", WAREHOUSE, 1),
        ("버들시 창고 불로 죽은 사람은 누구야?", WAREHOUSE, 1),
        ("버들미술관 후임 관장은 누구야?", MUSEUM, 1),
        ("특별전은 왜 취소됐어?", MUSEUM, 2),
        ("버들미술관은 언제 다시 열어?", MUSEUM, 3),
        ("What caused the Dalen mill fire?", MILL, 1),
        ("Why did the Dalen mill burn?", MILL, 1),
        ("What is the price of the new mill at Dalen?", MILL, 3),
    ],
)
def test_what_is_said_instead_of_an_answer_is_found(
    analyser: QuestionAnalyser, question: str, sentences: Sequence[str], said: int
) -> None:
    found = non_answer(analyser.analyse(question), evidence(sentences))
    assert found is not None
    assert found.text == sentences[said]
    assert not found.spans


@pytest.mark.parametrize(
    ("question", "sentences", "best"),
    [
        ("버들시 창고에 왜 사람들이 모였어?", WAREHOUSE, ""),
        ("버들시 창고 불로 몇 명이 대피했어?", WAREHOUSE, WAREHOUSE[1]),
        ("버들미술관은 왜 특별전을 취소하지 않았어?", MUSEUM, ""),
        ("버들미술관 한가람 관장은 누구야?", MUSEUM, ""),
        ("고래시 창고 화재 원인은?", WAREHOUSE, ""),
        ("How many owls died at Dalen?", MILL, MILL[2]),
    ],
)
def test_what_says_nothing_of_it_is_none(
    analyser: QuestionAnalyser, question: str, sentences: Sequence[str], best: str
) -> None:
    kind = analyser.analyse(question).kinds[0]
    assert non_answer(analyser.analyse(question), evidence(sentences, best, kind)) is None


@pytest.mark.parametrize(
    ("question", "told", "said"),
    [
        ("버들 공장 화재 원인은?", "경찰은 누전으로 불이 난 것으로 보고 있다.", "정확한 원인은 확인되지 않았다."),
        ("버들시 정전은 왜 났어?", "강풍에 간판이 떨어지면서 정전이 났다.", "정확한 원인은 확인되지 않았다."),
        ("버들시 불로 몇 명이 다쳤어?", "버들시 불로 3명이 다쳤다.", "직원 가운데 다친 사람은 없었다."),
        ("버들시 축제는 왜 취소했어?", "버들시는 2019년 돼지열병으로 축제를 취소했다.", "올해는 취소하지 않기로 했다."),
    ],
)
def test_an_article_that_tells_it_is_let_answer(
    analyser: QuestionAnalyser, question: str, told: str, said: str
) -> None:
    kind = analyser.analyse(question).kinds[0]
    assert non_answer(analyser.analyse(question), evidence((told, said), kind=kind)) is None


def test_without_evidence_nothing_is_said(analyser: QuestionAnalyser) -> None:
    assert non_answer(analyser.analyse("화재 원인은?"), []) is None

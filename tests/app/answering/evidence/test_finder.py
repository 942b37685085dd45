import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.answer import RetrievedPassage
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.finder import ARTICLES_READ, EvidenceFinder
from app.answering.evidence.model import NAMES, EvidenceModel, log_odds
from app.answering.spans.finders import span_finders
from app.question.question import QuestionAnalyser
from app.retrieval.rarity import Rarity
from indexing.archive.archive import Archive
from indexing.article import Article
from indexing.embedding.bundled import BundledEmbedding
from indexing.embedding.late_interaction import TokenEmbedder
from indexing.language.glossary import Glossary
from indexing.language.people import People

MakeFinder = Callable[..., EvidenceFinder]


@pytest.fixture(scope="module")
def make_finder(archive: Archive) -> MakeFinder:
    finders = span_finders(Glossary.load(), People.load())

    def making(embedder: TokenEmbedder | None, searched: Archive = archive) -> EvidenceFinder:
        model = EvidenceModel.load(token_vectors=embedder is not None)
        return EvidenceFinder(searched, Rarity(searched), finders, model, embedder)

    return making


@pytest.fixture(scope="module")
def finder(make_finder: MakeFinder, embedder: BundledEmbedding) -> EvidenceFinder:
    return make_finder(embedder)


def passages(archive: Archive, *paths: str, scores: Iterator[float] | None = None) -> list[RetrievedPassage]:
    """The first passage of each article, in this order, or of all articles."""
    by_path = {article.path: article for article in archive.every_article()}
    falling = scores or iter([0.9 / 1.2**place for place in range(len(by_path))])
    return [
        RetrievedPassage.of(archive.passages_of(by_path[path].article_id)[0], by_path[path], score)
        for path, score in zip(paths or by_path, falling, strict=False)
    ]


def value(evidence: Evidence, name: str) -> float:
    return evidence.features[NAMES.index(name)]


@pytest.mark.parametrize("has_tokens", [True, False])
@pytest.mark.parametrize(
    ("question", "path", "sentence"),
    [
        ("버들동 시장 화재로 점포 몇 곳이 탔어?", "fire.txt", "점포 12곳이 탔다"),
        ("소방서는 불이 어디서 시작됐다고 봐?", "fire.txt", "전기 난로에서"),
        ("등불축제에 등불이 몇 개 걸렸어?", "lights-2024.txt", "1,200개가 걸렸다"),
        ("버들도서관 새 관장은 누구야?", "library.txt", "윤가람 씨를 임명했다"),
        ("When does the tidal museum open?", "tidal.txt", "on 3 May 2025"),
        ("How many shells does the museum show?", "tidal.txt", "400 shells"),
        ("How much is a ticket to Solseom?", "guide.txt", "9천500원"),
    ],
)
def test_the_sentence_that_answers_is_the_best_evidence(
    make_finder: MakeFinder,
    embedder: BundledEmbedding,
    archive: Archive,
    analyser: QuestionAnalyser,
    has_tokens: bool,
    question: str,
    path: str,
    sentence: str,
) -> None:
    others = [other for other in ("library.txt", "lights-2024.txt", "cranes.txt") if other != path]
    found = make_finder(embedder if has_tokens else None).find(
        analyser.analyse(question), passages(archive, path, *others)
    )
    assert found[0].article.path == path
    assert sentence in found[0].text


def test_evidence_is_every_sentence_of_the_articles_once_and_an_exact_span_of_a_passage(
    finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser
) -> None:
    given = passages(archive, "cranes.txt", "lights-2025.txt", "tidal.txt")
    found = finder.find(analyser.analyse("등불축제에 몇 명이 다녀갔어?"), given)
    assert len({(one.article.path, one.start) for one in found}) == len(found)
    for path, count in (("cranes.txt", 12), ("lights-2025.txt", 3), ("tidal.txt", 3)):
        own = sorted((one for one in found if one.article.path == path), key=lambda one: one.start)
        assert len(own) == count
        assert " ".join(one.text for one in own) == own[0].article.body
    for one in found:
        assert one.article.body[one.start : one.end] == one.text
        assert one.passage.start <= one.start < one.end <= one.passage.end
        assert one.article.body[one.passage.start : one.passage.end] == one.passage.text
        assert archive.passages([one.passage.passage_id])


def test_a_sentence_outside_the_retrieved_passages_stands_in_one_with_the_score_of_its_article(
    finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser
) -> None:
    (given,) = passages(archive, "cranes.txt", scores=iter([0.4]))
    found = finder.find(analyser.analyse("포월항 크레인 12호기는 얼마야?"), [given])
    inside = [one for one in found if one.passage.passage_id == given.passage_id]
    assert inside
    assert all(one.passage is given for one in inside)
    assert len(inside) < len(found)
    assert {one.passage.score for one in found} == {0.4}
    assert "크레인 12호기" in found[0].text


@pytest.mark.parametrize("text", ["등불축제에 몇 명이 다녀갔어?", "When does the tidal museum open?", "현재 관장은?"])
def test_evidence_is_scored_by_the_model_best_first(
    finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser, text: str
) -> None:
    found = finder.find(analyser.analyse(text), passages(archive))
    model = EvidenceModel.load(token_vectors=True)
    assert [one.score for one in found] == [model.score(one.features) for one in found]
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_only_the_first_articles_are_read(
    finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser, articles: tuple[Article, ...]
) -> None:
    given = passages(archive)
    assert len(given) == len(articles) > ARTICLES_READ
    found = finder.find(analyser.analyse("등불축제에 몇 명이 다녀갔어?"), given)
    assert {one.article.path for one in found} == {one.path for one in given[:ARTICLES_READ]}


def test_an_article_counts_by_how_far_its_passage_lies_behind_the_best(
    finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser
) -> None:
    given = passages(archive, "library.txt", "guide.txt", scores=iter([0.8, 0.2]))
    found = finder.find(analyser.analyse("관장은 누구야?"), given)
    shares = {one.article.path: value(one, "article") for one in found}
    assert shares["library.txt"] == 0.0
    assert shares["guide.txt"] == pytest.approx(log_odds(0.2) - log_odds(0.8))


def test_without_token_vectors_nearness_is_zero_and_the_rest_as_before(
    make_finder: MakeFinder, finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser
) -> None:
    question, given = analyser.analyse("등불축제에 몇 명이 다녀갔어?"), passages(archive)
    with_tokens = {(one.article.path, one.start): one for one in finder.find(question, given)}
    without = make_finder(None).find(question, given)
    assert len(without) == len(with_tokens)
    for one in without:
        other = with_tokens[one.article.path, one.start]
        for name in NAMES:
            expected = 0.0 if name in ("cosine", "interaction") else value(other, name)
            assert value(one, name) == expected, name
    assert any(value(one, "interaction") for one in with_tokens.values())


def test_a_sentence_is_supported_by_what_its_neighbours_and_headline_name(
    finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser
) -> None:
    found = finder.find(analyser.analyse("버들동 시장 화재 상인"), passages(archive, "fire.txt", "guide.txt"))
    last = next(one for one in found if one.text.startswith("시는 피해 상인"))
    elsewhere = [one for one in found if one.article.path == "guide.txt"]
    assert value(last, "coverage") < value(last, "support") == last.support < 1
    assert value(last, "before") > 0
    assert all(one.support == value(one, "topic") == 0.0 for one in elsewhere)


def test_what_the_article_lacks_of_names_and_time_is_told(
    finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser
) -> None:
    def told(question: str, path: str) -> tuple[float, float]:
        (found,) = {
            (value(one, "names_missing"), value(one, "period_missing"))
            for one in finder.find(analyser.analyse(question), passages(archive, path))
        }
        return found

    assert told("2024년 등불축제", "lights-2024.txt") == (0.0, 0.0)  # published in it
    assert told("2024년 등불축제", "lights-2025.txt") == (0.0, 0.0)  # says 지난해
    assert told("2023년 등불축제", "lights-2025.txt") == (0.0, 1.0)
    assert told("2023년 등불축제", "guide.txt")[1] == 1.0
    assert told("Who is Clara Olsen?", "tidal.txt") == (0.0, 0.0)
    assert told("Who is Clara Olsen?", "library.txt") == (1.0, 0.0)


def test_a_sentence_is_of_the_time_that_it_names_and_less_of_the_one_in_which_its_article_came_out(
    finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser
) -> None:
    def of_period(question: str, path: str) -> set[float]:
        return {one.of_period for one in finder.find(analyser.analyse(question), passages(archive, path))}

    assert of_period("등불축제는 언제야?", "lights-2024.txt") == {1.0}
    assert of_period("2023년 등불축제는 언제야?", "lights-2024.txt") == {0.0}
    assert of_period("2024년 등불축제는 언제야?", "lights-2024.txt") == {0.6, 1.0}
    assert of_period("2024년 등불축제는 언제야?", "lights-2025.txt") == {0.0, 1.0}  # it says 지난해


def test_a_sentence_of_an_article_without_a_date_is_of_the_times_that_the_article_names(
    make_finder: MakeFinder, make_archive: Callable[[Sequence[Article]], Archive], analyser: QuestionAnalyser
) -> None:
    body = "등불축제는 2024년에 처음 열렸다. 등불은 모두 1,200개가 걸렸다. 시민 3만 명이 다녀갔다."
    undated = make_archive([Article("lights", "lights.txt", "등불축제의 역사", body, language="ko")])
    found = make_finder(None, undated).find(
        analyser.analyse("2024년 등불축제에 등불이 몇 개 걸렸어?"), passages(undated, "lights.txt")
    )
    assert {one.text[:4]: one.of_period for one in found} == {"등불축제": 1.0, "등불은 ": 0.8, "시민 3": 0.55}


def test_the_first_sentence_is_the_lead_and_the_newest_article_counts_for_now(
    finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser
) -> None:
    given = passages(archive, "lights-2024.txt", "lights-2025.txt", "guide.txt")
    now = finder.find(analyser.analyse("최근 등불축제에 몇 명이 다녀갔어?"), given)
    ever = finder.find(analyser.analyse("등불축제에 몇 명이 다녀갔어?"), given)
    assert {(one.start == 0, value(one, "lead")) for one in now} == {(True, 1.0), (False, 0.0)}
    assert {one.article.path: value(one, "newest") for one in now} == {
        "lights-2024.txt": 0.0,
        "lights-2025.txt": 1.0,
        "guide.txt": 0.0,
    }
    assert {value(one, "newest") for one in ever} == {0.0}
    assert now[0].article.path == "lights-2025.txt"


def test_a_sentence_without_the_kind_of_answer_asked_for_is_marked(
    finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser
) -> None:
    found = finder.find(analyser.analyse("등불축제에 몇 명이 다녀갔어?"), passages(archive, "lights-2025.txt"))
    for one in found:
        assert value(one, "span_missing") == float("how_many" not in one.spans)
        assert bool(value(one, "span")) == bool(one.spans)
    assert found[0].spans["how_many"].text == "5만 명"
    why = finder.find(analyser.analyse("등불축제가 왜 끝났어?"), passages(archive, "lights-2025.txt"))
    assert {value(one, "span_missing") for one in why} == {0.0}


@pytest.mark.parametrize("text", ["", "뭐야?", "?"])
def test_a_question_about_nothing_has_no_evidence(
    finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser, text: str
) -> None:
    assert finder.find(analyser.analyse(text), passages(archive)) == []


def test_without_passages_or_with_articles_that_are_gone_there_is_no_evidence(
    finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser
) -> None:
    question = analyser.analyse("등불축제에 몇 명이 다녀갔어?")
    gone = replace(passages(archive, "guide.txt")[0], article_id="gone", passage_id="gone")
    assert finder.find(question, []) == []
    assert finder.find(question, [gone]) == []
    both = finder.find(question, [gone, *passages(archive, "lights-2025.txt")])
    assert {one.article.path for one in both} == {"lights-2025.txt"}


ODD = st.one_of(st.text(max_size=60), st.sampled_from(["현재 2024년 12th Clara Olsen?", "몇 명이 언제 어디서?", "🦀"]))


@given(ODD, st.lists(st.floats(), min_size=1, max_size=8))
def test_whatever_is_asked_and_however_it_was_scored_the_numbers_are_finite_and_in_range(
    finder: EvidenceFinder, archive: Archive, analyser: QuestionAnalyser, text: str, scores: Sequence[float]
) -> None:
    for one in finder.find(analyser.analyse(text), passages(archive, scores=iter(scores))):
        assert len(one.features) == len(NAMES)
        assert all(map(math.isfinite, one.features))
        assert math.isfinite(one.score)
        for name in ("coverage", "before", "support", "topic", "lead", "span_missing", "period_missing", "newest"):
            assert 0 <= value(one, name) <= 1 + 1e-9, name
        assert -1.001 <= value(one, "cosine") <= 1.001

from dataclasses import replace
from datetime import date, datetime

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.question.question import QuestionAnalyser
from app.retrieval.candidates import Candidate, CandidateFinder
from app.retrieval.features import CROSSING, MEANING, NAMES, TIME, WORDING, FeatureExtractor, Features
from app.retrieval.fusion import FusionModel
from app.retrieval.rarity import Rarity
from app.retrieval.similarity import similarities
from indexing.archive.archive import Archive
from indexing.article import Article, Passage
from indexing.embedding.bundled import BundledEmbedding

SHARES = ("keywords_share", "passage_names", "title_names", "article_names", "recency", "newest")
SIMILARITIES = ("cosine", *MEANING)
QUESTIONS = [
    "지난 등불축제에 몇 명이 다녀갔어?",
    "2024년 등불축제에 몇 명이 다녀갔어?",
    "Is admission to the tidal museum of Clara Olsen free?",
    "현재 버들도서관 관장은 누구야?",
    "뭐야?",
    "",
]

Columns = dict[str, np.ndarray]


@pytest.fixture(scope="module")
def extractor(archive: Archive, embedder: BundledEmbedding) -> FeatureExtractor:
    return FeatureExtractor(Rarity(archive), embedder)


@pytest.fixture(scope="module")
def wordless(archive: Archive) -> FeatureExtractor:
    """For an embedder with one vector a text."""
    return FeatureExtractor(Rarity(archive), None)


@pytest.fixture(scope="module")
def candidates(archive: Archive) -> list[Candidate]:
    """The first passage of every article, found by both sides."""
    every = list(archive.every_article())
    return [
        Candidate(archive.passages_of(article.article_id)[0], article, 0.5 + number / 100, 1.0 + number)
        for number, article in enumerate(every)
    ]


def named(features: Features) -> Columns:
    return dict(zip(NAMES, features.T, strict=True))


def made(
    title: str,
    body: str,
    *,
    published: date | datetime | None = None,
    language: str | None = "ko",
    cosine: float | None = 0.5,
    keywords: float = 1.0,
) -> Candidate:
    article = Article(title + body, "a.txt", title, body, published, language=language)
    return Candidate(Passage(title + body, article.article_id, 0, 0, len(body), body), article, cosine, keywords)


def test_there_is_a_row_a_candidate_and_a_column_a_name_in_the_order_of_the_names(
    extractor: FeatureExtractor, analyser: QuestionAnalyser, candidates: list[Candidate], embedder: BundledEmbedding
) -> None:
    question = analyser.analyse(QUESTIONS[0])
    features = extractor.features(question, candidates)
    asked, *tokens = embedder.token_vectors([question.text, *(one.passage.text for one in candidates)])
    near = similarities(asked, [one.passage.text for one in candidates], tokens)
    keywords = np.array([one.keywords for one in candidates])

    assert features.shape == (len(candidates), len(NAMES))
    assert len(set(NAMES)) == len(NAMES)
    assert set(NAMES) == {
        *("cosine", "other_language"),
        *(*MEANING, *WORDING, *TIME),
        *(f"{name}_across_languages" for name in CROSSING),
    }
    for name, expected in (
        ("cosine", near.cosine),
        ("best_sentence", near.best_sentence),
        ("late_interaction", near.late),
        ("late_interaction_rare", near.late_rare),
        ("keywords", np.log1p(keywords)),
        ("keywords_share", keywords / keywords.max()),
        ("other_language", [one.article.language == "en" for one in candidates]),
    ):
        assert features[:, NAMES.index(name)] == pytest.approx(np.array(expected, float), abs=1e-5), name


def test_the_interaction_with_the_headline_is_that_of_each_articles_own_headline(
    extractor: FeatureExtractor, analyser: QuestionAnalyser, archive: Archive, embedder: BundledEmbedding
) -> None:
    question = analyser.analyse("포월항 크레인은 몇 기야?")
    found = CandidateFinder(archive, embedder, FusionModel.load(), each=30, kept=30).find(question)
    assert len({one.article.title for one in found}) < len(found)
    asked, *titles = embedder.token_vectors([question.text, *(one.article.title for one in found)])
    expected = similarities(asked, [one.article.title for one in found], titles).late
    assert named(extractor.features(question, found))["title_interaction"] == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("text", QUESTIONS)
def test_without_token_vectors_the_features_of_meaning_are_zero_and_the_others_as_they_were(
    extractor: FeatureExtractor,
    wordless: FeatureExtractor,
    analyser: QuestionAnalyser,
    candidates: list[Candidate],
    text: str,
) -> None:
    question = analyser.analyse(text)
    one, other = named(extractor.features(question, candidates)), named(wordless.features(question, candidates))
    for name in NAMES:
        plain = name.removesuffix("_across_languages")
        if plain in MEANING:
            assert not other[name].any()
        elif plain == "cosine":
            assert other["cosine"].tolist() == [found.cosine for found in candidates]
        else:
            assert other[name] == pytest.approx(one[name]), name


def test_a_passage_that_only_the_keywords_found_is_as_near_as_the_last_that_the_vectors_found(
    wordless: FeatureExtractor, analyser: QuestionAnalyser
) -> None:
    question = analyser.analyse("등불축제")
    found = [made("가", "등불", cosine=cosine) for cosine in (0.7, None, 0.3)]
    assert named(wordless.features(question, found))["cosine"].tolist() == [0.7, 0.3, 0.3]
    assert named(wordless.features(question, found[1:2]))["cosine"].tolist() == [0.0]


def test_a_feature_across_languages_counts_for_articles_of_the_other_language_only(
    extractor: FeatureExtractor, analyser: QuestionAnalyser, candidates: list[Candidate]
) -> None:
    for text, others in (("등불축제에 몇 명이 다녀갔어?", {"en"}), ("When is the lantern festival?", {"ko"})):
        columns = named(extractor.features(analyser.analyse(text), candidates))
        crosses = np.array([one.article.language in others for one in candidates], float)
        assert 0 < crosses.sum() < len(crosses)
        assert columns["other_language"].tolist() == crosses.tolist()
        for name in CROSSING:
            assert columns[f"{name}_across_languages"].tolist() == (columns[name] * crosses).tolist()


def test_an_article_of_unknown_language_is_not_taken_for_one_of_the_other(
    wordless: FeatureExtractor, analyser: QuestionAnalyser
) -> None:
    found = [made("가", "나", language=None)]
    for text in ("등불축제", "festival"):
        assert named(wordless.features(analyser.analyse(text), found))["other_language"].tolist() == [0.0]


def test_names_that_an_article_holds_nowhere_are_counted_and_other_words_are_not(
    wordless: FeatureExtractor, analyser: QuestionAnalyser
) -> None:
    question = analyser.analyse("Did Clara Olsen visit the 400 bakeries of Viarna?")
    assert {concept.surface for concept in question.concepts if concept.is_name} == {"Clara Olsen", "400", "Viarna"}
    found = [
        made("Clara Olsen", "She met 400 guests in Viarna."),
        made("A visit", "Clara Olsen met guests in Viarna."),
        made("클라라 올센 관장", "관장은 빵집을 찾았다."),
        made("A visit", "Nobody came."),
    ]
    assert named(wordless.features(question, found))["names_missing"].tolist() == [0.0, 1.0, 2.0, 3.0]


def test_what_a_passage_lacks_its_headline_or_article_may_name(
    wordless: FeatureExtractor, analyser: QuestionAnalyser
) -> None:
    question = analyser.analyse("등불축제 입장료는 얼마야?")
    body = "등불축제가 열린다. 입장료는 없다."
    article = replace(made("시 소식", body).article, title="등불축제 열린다")
    first = Candidate(Passage("1", article.article_id, 0, 0, 10, body[:10]), article, 0.5, 1.0)
    last = Candidate(Passage("2", article.article_id, 1, 11, len(body), body[11:]), article, 0.5, 1.0)
    columns = named(wordless.features(question, [first, last, made("날씨", "비가 온다.")]))
    assert columns["passage_names"][2] == columns["title_names"][2] == columns["article_names"][2] == 0.0
    assert columns["article_names"][:2].tolist() == [1.0, 1.0]
    assert 0 < columns["passage_names"][0] < 1
    assert columns["title_names"][0] == columns["passage_names"][0]
    assert 0 < columns["passage_names"][1] < columns["title_names"][1] == 1.0


def test_a_rare_concept_is_a_larger_share_of_the_question_than_a_common_one(
    wordless: FeatureExtractor, analyser: QuestionAnalyser
) -> None:
    # every passage of the archive's longest article speaks of a crane, one passage of it all of a librarian
    question = analyser.analyse("윤가람 크레인")
    rare, common = named(wordless.features(question, [made("가", "윤가람"), made("가", "크레인")]))["passage_names"]
    assert rare > common > 0
    assert rare + common == pytest.approx(1.0)


def test_the_newest_article_leads_where_the_question_is_about_now(
    wordless: FeatureExtractor, analyser: QuestionAnalyser
) -> None:
    days = [date(2024, 1, 1), date(2025, 1, 1), datetime(2025, 1, 1, 18), None, date(2025, 6, 1)]
    found = [made("가", str(number), published=day) for number, day in enumerate(days)]
    for text, weight in (("현재 시장은 누구야?", 1.0), ("Who is the current mayor?", 1.0), ("시장은 누구야?", 0.0)):
        columns = named(wordless.features(analyser.analyse(text), found))
        assert columns["recency"].tolist() == [0.0, 0.5, 0.5, 0.0, 1.0]
        assert columns["newest"].tolist() == [weight * value for value in (0.0, 0.5, 0.5, 0.0, 1.0)]


def test_an_article_of_the_asked_year_is_told_by_what_it_names_and_by_when_it_came_out(
    wordless: FeatureExtractor, analyser: QuestionAnalyser, candidates: list[Candidate]
) -> None:
    columns = named(wordless.features(analyser.analyse("2024년 등불축제"), candidates))
    paths = [one.article.path for one in candidates]
    by_name = {path for path, value in zip(paths, columns["period_named"], strict=True) if value}
    by_day = {path for path, value in zip(paths, columns["period_published"], strict=True) if value}
    assert by_name == {"lights-2025.txt"}  # it says 지난해
    assert by_day == {"lights-2024.txt"}
    undated = named(wordless.features(analyser.analyse("등불축제"), candidates))
    assert undated["period_named"].all()
    assert undated["period_published"].all()


def test_without_candidates_there_are_columns_and_no_rows(
    extractor: FeatureExtractor, analyser: QuestionAnalyser
) -> None:
    assert extractor.features(analyser.analyse("등불축제"), []).shape == (0, len(NAMES))


def test_a_row_does_not_depend_on_where_its_candidate_stands(
    extractor: FeatureExtractor, analyser: QuestionAnalyser, candidates: list[Candidate]
) -> None:
    for text in QUESTIONS:
        question = analyser.analyse(text)
        forwards = extractor.features(question, candidates)
        backwards = extractor.features(question, candidates[::-1])
        assert forwards == pytest.approx(backwards[::-1], abs=1e-5)


ODD = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["", " ", "\u200b", "12회 12th 1,200명", "Clara Olsen 클라라 2024.8.9", "가" * 200, "🦀" * 9, "。?!"]
    ),
)
FOUND = st.lists(
    st.builds(
        made,
        ODD,
        ODD,
        published=st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31))),
        language=st.sampled_from(["ko", "en", None]),
        cosine=st.one_of(st.none(), st.floats(-1, 1)),
        keywords=st.floats(0, 1e6),
    ),
    max_size=4,
)


@given(ODD, FOUND, st.booleans())
@example("현재 2024년 12th Clara Olsen 무엇?", [made("", ""), made("", "", cosine=None, keywords=0.0)], True)
def test_whatever_the_texts_every_number_is_finite_and_in_its_range(
    analyser: QuestionAnalyser,
    extractor: FeatureExtractor,
    wordless: FeatureExtractor,
    text: str,
    found: list[Candidate],
    has_tokens: bool,
) -> None:
    question = analyser.analyse(text)
    features = (extractor if has_tokens else wordless).features(question, found)
    columns = named(features)
    assert features.shape == (len(found), len(NAMES))
    assert np.isfinite(features).all()
    for name in SHARES:
        assert ((columns[name] >= 0) & (columns[name] <= 1 + 1e-9)).all(), name
    for name in SIMILARITIES:
        assert (np.abs(columns[name]) <= 1 + 1e-5).all(), name
    for name in ("period_named", "period_published", "other_language"):
        assert set(columns[name].tolist()) <= {0.0, 1.0}
    assert (columns["passage_names"] <= columns["title_names"] + 1e-9).all()
    assert (columns["title_names"] <= columns["article_names"] + 1e-9).all()
    assert (columns["names_missing"] <= sum(concept.is_name for concept in question.concepts)).all()

from dataclasses import replace

import numpy as np
import pytest

from app.composition.application import Application
from app.retrieval import fusion
from app.retrieval.features import MEANING, NAMES
from app.retrieval.ranking import RankingModel
from eval.fitting.examples import Example, examples, pool_examples
from eval.fitting.fusion import kept_share, learn_fusion
from eval.fitting.ranking import HitRates, hit_rates, learn
from eval.question_set.question import Question, Relevant

WORDS_ONLY = ("keywords", "passage_names", "article_names")


@pytest.fixture(scope="module")
def learnt_from(application: Application, questions: tuple[Question, ...]) -> list[Example]:
    return examples(application, questions)


def example(
    cosines: list[float], articles: str, gold: str, answering: list[int], *, answerable: bool | None = True
) -> Example:
    """Candidates with a cosine each; articles of one letter."""
    features = np.zeros((len(cosines), len(NAMES)))
    features[:, NAMES.index("cosine")] = cosines
    question = Question("q", "?", "ko", qrels=(Relevant(("a.txt",)),), answerable=answerable)
    return Example(
        question,
        features,
        tuple(articles),
        np.array([article in gold for article in articles]),
        np.array([place in answering for place in range(len(articles))]),
    )


def test_an_example_knows_its_gold_articles_and_the_passages_that_answer(
    application: Application, questions: tuple[Question, ...], learnt_from: list[Example]
) -> None:
    assert [one.question for one in learnt_from] == list(questions)
    for one in learnt_from:
        paths = [application.archive.articles([key])[key].path for key in one.articles]
        assert one.features.shape == (len(paths), len(NAMES))
        assert one.gold.tolist() == [path in one.question.articles for path in paths]
        assert one.gold.sum() == bool(one.question.answerable)
        assert not (one.answering & ~one.gold).any()
        assert one.answering.any() == one.gold.any()


def test_a_passage_answers_that_holds_the_gold_quote_or_else_the_gold_answer(
    application: Application, questions: tuple[Question, ...]
) -> None:
    (lantern, *_) = questions
    quoted = replace(lantern, quote="올해 등불축제에는 시민이 만든 등불 1,200개가 걸린다.", answers=("없는 말",))
    neither = replace(lantern, answers=("없는 말",))
    unknown = replace(lantern, answerable=None)
    done: list[tuple[int, int]] = []

    found = examples(application, [quoted, neither, unknown], lambda step, total: done.append((step, total)))

    assert len(found) == 2
    assert found[0].answering.sum() == 1
    assert found[1].answering.tolist() == found[1].gold.tolist()
    assert done == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    "names",
    [NAMES, tuple(name for name in NAMES if name.removesuffix("_across_languages") not in MEANING), WORDS_ONLY],
    ids=["token vectors", "one vector", "words only"],
)
def test_what_was_learnt_ranks_the_gold_articles_first_with_the_features_that_may_be_used(
    learnt_from: list[Example], names: tuple[str, ...]
) -> None:
    model = learn([learnt_from], names)
    assert set(model.weights) == set(names)
    assert hit_rates(model, learnt_from) == HitRates(1.0, 1.0, 6)


def test_what_was_learnt_tells_the_answerable_from_the_others(learnt_from: list[Example]) -> None:
    model = learn([learnt_from])
    chances = {one.question.question: model.answerable(float(model.scores(one.features).max())) for one in learnt_from}
    answerable = [chances[one.question.question] for one in learnt_from if one.question.answerable]
    others = [chances[one.question.question] for one in learnt_from if not one.question.answerable]
    assert len(others) == 2
    assert max(others) < 0.5 < min(answerable)


def test_a_feature_that_speaks_against_gold_gets_a_weight_below_zero() -> None:
    model = learn([[example([0.1, 0.9, 0.8], "abc", "a", [0]), example([0.9, 0.3, 0.8], "abc", "b", [1])]])
    assert model.weights["cosine"] < 0
    assert model.weights["keywords"] == 0.0


def test_other_passages_of_a_gold_article_are_neither_right_nor_wrong() -> None:
    # were the second passage taken for wrong, the cosine, by which it leads, would speak for gold less
    with_second = example([0.5, 0.9, 0.1], "aab", "a", [0])
    without = example([0.5, 0.1], "ab", "a", [0])
    as_wrong = example([0.5, 0.9, 0.1], "acb", "a", [0])
    spread = example([0.9, 0.1], "ab", "a", [0])  # the same spread of the feature in both
    weight = {
        name: learn([[one, spread]]).weights["cosine"]
        for name, one in (("with", with_second), ("without", without), ("wrong", as_wrong))
    }
    assert weight["with"] == pytest.approx(weight["without"])
    assert weight["wrong"] < weight["with"]


def test_questions_without_gold_or_with_nothing_but_gold_teach_no_order_but_the_curve() -> None:
    telling = example([0.9, 0.1], "ab", "a", [0])
    silent = [
        example([0.1, 0.9], "ab", "", []),
        example([0.1, 0.9], "aa", "a", [0]),
        example([0.2, 0.3], "ab", "", [], answerable=False),
    ]
    alone, together = learn([[telling]]), learn([[telling, *silent]])
    assert together.weights == alone.weights
    assert (alone.slope, alone.offset) == (1.0, 0.0)
    assert (together.slope, together.offset) != (1.0, 0.0)


def test_the_curve_is_that_of_the_first_group_and_the_weights_of_all() -> None:
    telling = example([0.9, 0.1], "ab", "a", [0])
    unanswerable = example([0.2, 0.3], "ab", "", [], answerable=False)
    against = example([0.1, 0.9], "ab", "a", [0])
    first, second = [telling, unanswerable], [against]
    assert learn([first, second]).weights["cosine"] == pytest.approx(0.0, abs=1e-3)
    assert learn([second, first]).slope == 1.0


def test_hit_rates_count_articles_and_a_gold_article_that_was_not_found_as_missed() -> None:
    model = RankingModel({"cosine": 1.0})
    first = example([0.9, 0.8, 0.1], "aab", "a", [0])
    second = example([0.9, 0.8, 0.1], "bba", "a", [2])
    eleventh = example([1 - place / 20 for place in range(11)], "bcdefghijka", "a", [10])
    missed = example([0.9], "b", "", [])
    no_gold_known = replace(missed, question=replace(missed.question, qrels=()))
    unanswerable = replace(first, question=replace(first.question, answerable=False))

    rates = hit_rates(model, [first, second, eleventh, missed, no_gold_known, unanswerable])

    assert rates == HitRates(0.25, 0.5, 4)
    assert str(rates) == "hit_rate@1 0.250, hit_rate@10 0.500 of 4"
    assert hit_rates(model, []) == HitRates(0.0, 0.0, 0)


def test_fusion_learns_to_keep_what_answers(application: Application, questions: tuple[Question, ...]) -> None:
    found = pool_examples(application, questions)
    assert [one.question for one in found] == list(questions)
    assert all(one.features.shape == (len(one.articles), len(fusion.NAMES)) for one in found)

    model = learn_fusion([found])

    assert tuple(model.weights) == fusion.NAMES
    assert kept_share(model, found, 2) == 1.0
    turned = fusion.FusionModel({name: -weight for name, weight in model.weights.items()})
    assert kept_share(turned, found, 1) == 0.0

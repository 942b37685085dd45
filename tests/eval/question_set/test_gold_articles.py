import pytest

from eval.question_set.gold_articles import gold_name, gold_names, is_gold

DECOMPOSED, COMPOSED = "\u1112\u1161\u11ab.html", "한.html"


@pytest.mark.parametrize(
    ("path", "gold"),
    [
        ("wire.jsonl#3", "wire.jsonl#3"),
        ("wire.jsonl#3", "wire.jsonl"),
        ("saved.zip#page.html", "saved.zip"),
        ("saved.zip#wire.jsonl#3", "saved.zip#wire.jsonl"),
        ("saved.zip#wire.jsonl#3", "saved.zip"),
        ("2025/saved.tar.gz#inner.ZIP#page.html", "2025/saved.tar.gz"),
        ("2025/saved.tar.gz#inner.ZIP#page.html", "2025/saved.tar.gz#inner.ZIP"),
        ("news/a.html", "./news/a.html"),
        ("news/a.html", "news\\a.html"),
        (DECOMPOSED, COMPOSED),
        (COMPOSED, DECOMPOSED),
    ],
)
def test_a_gold_path_is_recognised_in_each_of_its_forms(path: str, gold: str) -> None:
    assert is_gold(path, ["other.html", gold])
    assert gold_name(gold) in gold_names(path)


@pytest.mark.parametrize(
    ("path", "gold"),
    [
        ("wire.jsonl#3", "wire.jsonl#4"),
        ("wire.jsonl#3", "wire.jsonl#33"),
        ("wire.jsonl", "wire.jsonl#3"),
        ("b/a.html", "a.html"),
        ("a#b.html", "a"),
        ("saved.zip#page.html", "page.html"),
        ("saved.zip#page.html", "saved"),
        ("saved.zip", "saved.zip#page.html"),
    ],
)
def test_another_article_is_not_gold(path: str, gold: str) -> None:
    assert not is_gold(path, [gold])
    assert gold_name(gold) not in gold_names(path)


def test_nothing_is_gold_where_the_set_names_no_article() -> None:
    assert not is_gold("a.html", [])

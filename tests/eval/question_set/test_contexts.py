from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.question_set.contexts import CONTEXTS_IN_A_FILE, write_contexts
from eval.question_set.question import Context, Question, QuestionSet, Relevant
from indexing.article import Article
from indexing.corpus import scan
from indexing.reading.limits import max_bytes_for
from indexing.reading.readers import read_file


def a_set(contexts: Sequence[Context], *questions: Question) -> QuestionSet:
    return QuestionSet(questions, {context.key: context for context in contexts})


def asking(*items: Relevant) -> Question:
    return Question("q", "?", "en", qrels=items)


def read(folder: Path) -> dict[str, Article]:
    """Path to article, as the indexer would read the folder."""
    corpus = scan(folder)
    assert corpus.skipped == ()
    articles: dict[str, Article] = {}
    for file in corpus.files:
        reading = read_file(file.read(max_bytes_for(file.path)).content, file.path)
        assert reading.skipped == ()
        articles |= {article.path: article for article in reading.articles}
    return articles


FAIR = Context("fair", "등불축제", "한빛시는 등불축제를 오는 29일 강변공원에서 연다.")
FERRY = Context("ferry", "", "The ferry fare rises in March. Islanders pay what they paid.")


def test_contexts_are_read_as_the_articles_that_the_qrels_name(tmp_path: Path) -> None:
    questions = (
        asking(Relevant(("ferry",), 2), Relevant(("fair", "ferry"))),
        Question("none", "?", "en", answers=("x",)),
    )
    first, second = write_contexts(a_set([FAIR, FERRY], *questions), tmp_path)
    articles = read(tmp_path)
    fair, ferry = articles.values()
    assert (fair.title, fair.body) == (FAIR.title, FAIR.body)
    assert (ferry.title, ferry.body) == ("The ferry fare rises in March.", FERRY.body)
    assert first.qrels == (Relevant((ferry.path,), 2), Relevant((fair.path, ferry.path)))
    assert second == questions[1]


def test_gold_about_a_corpus_keeps_its_paths(tmp_path: Path) -> None:
    (question,) = write_contexts(a_set([FAIR], asking(Relevant(("news/a.html", "fair")))), tmp_path)
    assert question.qrels == (Relevant(("news/a.html", *read(tmp_path))),)


def test_a_set_without_contexts_writes_nothing(tmp_path: Path) -> None:
    question = asking(Relevant(("news/a.html",)))
    assert write_contexts(a_set([], question), tmp_path) == (question,)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("count", [CONTEXTS_IN_A_FILE, CONTEXTS_IN_A_FILE + 1, 2 * CONTEXTS_IN_A_FILE + 3])
def test_a_large_set_is_written_to_several_files_and_each_path_still_names_its_text(tmp_path: Path, count: int) -> None:
    contexts = [Context(f"key-{number}", "", f"The fair number {number} opens.") for number in range(count)]
    question = asking(*(Relevant((context.key,)) for context in contexts))
    (written,) = write_contexts(a_set(contexts, question), tmp_path)
    articles = read(tmp_path)
    assert len(list(tmp_path.iterdir())) == (count + CONTEXTS_IN_A_FILE - 1) // CONTEXTS_IN_A_FILE
    assert [articles[path].body for path in written.articles] == [context.body for context in contexts]


@pytest.mark.parametrize(
    ("context", "body"),
    [
        (Context("a", "", "첫 문장이다.\u2028둘째 문장이다."), "첫 문장이다. 둘째 문장이다."),
        (Context("a", "", "첫 문장이다.\x85둘째 문장이다."), "첫 문장이다. 둘째 문장이다."),
        (Context("a", "", "One sentence.\r\n\r\nAnother sentence."), "One sentence.\n\nAnother sentence."),
        (Context("a", "", "One \ud800 sentence."), "One \ufffd sentence."),
        (Context("a", "Title \udc00", "A sentence."), "A sentence."),
        (Context("a", "A title alone", "A title alone"), "A title alone"),
        (Context("a", "What is a fair?", "What is a fair"), "What is a fair"),
        (Context("a", "", "<p>A paragraph.</p>" * 12), "\n\n".join(["A paragraph."] * 12)),
        (Context("a", "", "<b>Bold</b> words are words."), "Bold words are words."),
        (Context("a", "", "<기생충>은 영화다."), "<기생충>은 영화다."),
        (Context("a", "", "\x00\x07The bell rang." * 3), "The bell rang.The bell rang.The bell rang."),
        (Context("a", "", "¿Qué? ÀÈÌÒÙ ÀÈÌÒÙ ÀÈÌÒÙ ÀÈÌÒÙ."), "¿Qué? ÀÈÌÒÙ ÀÈÌÒÙ ÀÈÌÒÙ ÀÈÌÒÙ."),
    ],
)
def test_a_text_that_could_break_its_file_is_read_and_so_is_the_one_below_it(
    tmp_path: Path, context: Context, body: str
) -> None:
    question = asking(Relevant((context.key,)), Relevant((FERRY.key,)))
    (written,) = write_contexts(a_set([context, FERRY], question), tmp_path)
    articles = read(tmp_path)
    assert [articles[path].body for path in written.articles] == [body, FERRY.body]


noise = st.text(max_size=20) | st.sampled_from(
    ["\u2028", "\x85", "<p>" * 12, "</div>\n", '"}\n{"', "\\u2028", "\ud800"]
)


@given(st.lists(noise, min_size=1, max_size=5))
def test_any_texts_leave_each_path_with_its_own_text(scratch: Path, texts: list[str]) -> None:
    for file in scratch.iterdir():
        file.unlink()
    contexts = [
        Context(str(number), f"제목 {number}", f"{text}\n이것은 누구나 읽는 글이다.")
        for number, text in enumerate(texts)
    ]
    question = asking(*(Relevant((context.key,)) for context in contexts))
    (written,) = write_contexts(a_set(contexts, question), scratch)
    articles = read(scratch)
    assert [articles[path].title for path in written.articles] == [context.title for context in contexts]
    assert all("이것은 누구나 읽는 글이다." in articles[path].body for path in written.articles)

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.question_set.beir import is_beir
from eval.question_set.loading import load_question_set
from eval.question_set.question import Context, Question, QuestionSet, Relevant

WriteBeir = Callable[..., Path]
Refusal = Callable[..., str]

CORPUS = [
    {"_id": "d1", "title": "등불축제", "text": "등불축제는 29일 열린다.", "metadata": {}},
    {"_id": "d2", "title": "", "text": "The ferry fare rises."},
    {"_id": 3, "title": "A title alone", "text": ""},
]
QUERIES = [
    {"_id": "q1", "text": "축제는 언제 열리나?"},
    {"_id": "q2", "text": " Who pays? "},
    {"_id": 7, "text": "Why?"},
]
QRELS = "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t1\nq2\td2\t1\n7\t3\t1\n"


def test_a_folder_is_read_as_graded_questions_about_its_own_documents(tmp_path: Path, write_beir: WriteBeir) -> None:
    questions = load_question_set([write_beir(tmp_path / "news", CORPUS, QUERIES, QRELS)])
    assert questions.questions == (
        Question(
            "q1", "축제는 언제 열리나?", "ko", qrels=(Relevant(("d1",), 2), Relevant(("d2",), 1)), answerable=True
        ),
        Question("q2", "Who pays?", "en", qrels=(Relevant(("d2",)),), answerable=True),
        Question("7", "Why?", "en", qrels=(Relevant(("3",)),), answerable=True),
    )
    assert questions.questions[1].place == "news/queries.jsonl row 2"
    assert questions.contexts == {
        "d1": Context("d1", "등불축제", "등불축제는 29일 열린다."),
        "d2": Context("d2", "", "The ferry fare rises."),
        "3": Context("3", "A title alone", "A title alone"),
    }


def test_a_query_without_relevant_documents_is_not_asked(tmp_path: Path, write_beir: WriteBeir) -> None:
    folder = write_beir(tmp_path / "news", CORPUS, QUERIES, "q1\td1\t1\nq1\td2\t0\nq2\td2\t0\nq2\tunknown\t-1\n")
    (question,) = load_question_set([folder]).questions
    assert (question.id, question.qrels) == ("q1", (Relevant(("d1",)),))


@pytest.mark.parametrize(
    ("splits", "asked"),
    [
        (("train", "dev", "test"), "test"),
        (("train", "dev", "validation"), "dev"),
        (("train", "validation"), "validation"),
        (("all", "train"), "train"),
        (("fold2", "fold1"), "fold1"),
    ],
)
def test_of_several_splits_the_test_split_is_asked_or_what_comes_nearest(
    tmp_path: Path, write_beir: WriteBeir, splits: tuple[str, ...], asked: str
) -> None:
    queries = [{"_id": split, "text": f"of {split}?"} for split in splits]
    qrels = {split: f"query-id\tcorpus-id\tscore\n{split}\td1\t1\n" for split in splits}
    questions = load_question_set([write_beir(tmp_path / "news", CORPUS, queries, qrels)]).questions
    assert [question.id for question in questions] == [asked]


def test_two_folders_keep_their_ids_and_documents_apart(tmp_path: Path, write_beir: WriteBeir) -> None:
    folders = [
        write_beir(tmp_path / name, [{"_id": "1", "text": text}], [{"_id": "1", "text": f"{name}?"}], "1\t1\t1\n")
        for name, text in (("fair", "The fair opens."), ("ferry", "The ferry sails."))
    ]
    questions = load_question_set(folders)
    assert [question.id for question in questions.questions] == ["fair:1", "ferry:1"]
    found = [questions.contexts[question.articles[0]].body for question in questions.questions]
    assert found == ["The fair opens.", "The ferry sails."]


@pytest.mark.parametrize(
    ("qrels", "fault"),
    [
        ("q1\td9\t1\n", "qrels/test.tsv row 1: names the document 'd9', which corpus.jsonl does not hold"),
        ("q9\td1\t1\n", "news/qrels: names the query 'q9', which queries.jsonl does not hold"),
        (
            "q1\td1\t1\nq1\td2\n",
            "qrels/test.tsv row 2: must be query-id, corpus-id and a whole number, is ['q1', 'd2']",
        ),
        ("q1\t0\td1\t1\n", "qrels/test.tsv row 1: must be query-id"),
        ("q1\td1\t0.5\n", "qrels/test.tsv row 1: must be query-id"),
        ("q1\td1\t²\n", "qrels/test.tsv row 1: must be query-id"),
        ("q1\td1\t--1\n", "qrels/test.tsv row 1: must be query-id"),
        ("q1\td1\t" + "9" * 5000, "qrels/test.tsv row 1: must be query-id"),
        ('q1\t"d1\t1\nq2\td2\t1\n', "qrels/test.tsv row 2: not TSV"),
        ("q1\t" + "d" * 2_000_000 + "\t1\n", "qrels/test.tsv row 1: not TSV"),
    ],
)
def test_unusable_qrels_are_refused_with_their_row_and_reason(
    tmp_path: Path, write_beir: WriteBeir, refusal: Refusal, qrels: str, fault: str
) -> None:
    assert fault in refusal(write_beir(tmp_path / "news", CORPUS, QUERIES, qrels))


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({"title": "a", "text": "b"}, "news/corpus.jsonl row 4: has no _id: {'title': 'a', 'text': 'b'}"),
        ({"_id": "", "text": "b"}, "news/corpus.jsonl row 4: has no _id"),
        ({"_id": ["d4"], "text": "b"}, "news/corpus.jsonl row 4: _id must be text, is ['d4']"),
        (["d4", "b"], "news/corpus.jsonl row 4: has no _id: ['d4', 'b']"),
        ({"_id": "d4", "title": 4, "text": "b"}, "news/corpus.jsonl row 4: title and text must be text"),
        ({"_id": "d4", "text": ["b"]}, "news/corpus.jsonl row 4: title and text must be text"),
        ({"_id": "d1", "text": "other"}, "news/corpus.jsonl row 4: the id 'd1' is taken by another text"),
    ],
)
def test_an_unusable_document_is_refused_with_its_row_and_reason(
    tmp_path: Path, write_beir: WriteBeir, refusal: Refusal, document: object, fault: str
) -> None:
    assert fault in refusal(write_beir(tmp_path / "news", [*CORPUS, document], QUERIES, QRELS))


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ({"_id": "q4"}, "news/queries.jsonl row 4: text is missing"),
        ({"_id": "q4", "text": " "}, "news/queries.jsonl row 4: text is empty"),
        ({"_id": "q4", "text": 4}, "news/queries.jsonl row 4: text must be text, is 4"),
        ({"_id": "q4", "text": "\ud800"}, "news/queries.jsonl row 4: text holds half a character"),
        ({"_id": "q1", "text": "again?"}, "news/queries.jsonl row 4: the id 'q1' is taken by news/queries.jsonl row 1"),
    ],
)
def test_an_unusable_query_is_refused_with_its_row_and_reason(
    tmp_path: Path, write_beir: WriteBeir, refusal: Refusal, query: object, fault: str
) -> None:
    assert fault in refusal(write_beir(tmp_path / "news", CORPUS, [*QUERIES, query], QRELS + "q4\td1\t1\n"))


def test_a_broken_row_is_refused_with_its_number(tmp_path: Path, write_beir: WriteBeir, refusal: Refusal) -> None:
    folder = write_beir(tmp_path / "news", CORPUS, QUERIES, QRELS)
    (folder / "queries.jsonl").write_text('{"_id": "q1", "text": "언제?"}\n\n{"_id": \n', "utf-8")
    assert "news/queries.jsonl row 3: not JSON" in refusal(folder)


def test_a_file_in_another_encoding_is_refused_with_its_row(
    tmp_path: Path, write_beir: WriteBeir, refusal: Refusal
) -> None:
    folder = write_beir(tmp_path / "news", CORPUS, QUERIES, QRELS)
    (folder / "corpus.jsonl").write_bytes('{"_id": "d1",\n "text": "축제"}'.encode("cp949"))
    assert refusal(folder).startswith("corpus.jsonl row 2: not UTF-8")


def test_a_folder_without_qrels_is_refused(tmp_path: Path, write_beir: WriteBeir, refusal: Refusal) -> None:
    folder = write_beir(tmp_path / "news", CORPUS, QUERIES, {})
    assert refusal(folder) == f"{folder} has no qrels/test.tsv, so nothing says which documents are right."
    (folder / "qrels").rmdir()
    assert "has no qrels/test.tsv" in refusal(folder)


@pytest.mark.parametrize("qrels", ["", "query-id\tcorpus-id\tscore\n", "q1\td1\t0\n"])
def test_a_folder_whose_qrels_find_nothing_relevant_is_refused(
    tmp_path: Path, write_beir: WriteBeir, refusal: Refusal, qrels: str
) -> None:
    assert refusal(write_beir(tmp_path / "news", CORPUS, QUERIES, qrels)).startswith("news: no questions.")


def test_only_a_folder_with_corpus_and_queries_is_one_of_beir(tmp_path: Path) -> None:
    for name, expected in (("corpus.jsonl", False), ("queries.jsonl", True)):
        (tmp_path / name).touch()
        assert is_beir(tmp_path) is expected


ids = st.sampled_from(["a", "b", 1, "", None, ["a"], "\ud800"])
texts = st.sampled_from(["축제는 29일 열린다.", "Who?", "", " ", None, 3, ["x"], "\ud800"])
rows = st.lists(
    st.fixed_dictionaries({}, optional={"_id": ids, "title": texts, "text": texts}) | texts | ids, max_size=4
)
judgements = st.lists(
    st.lists(st.sampled_from(["a", "b", "1", "0", "-1", "2", "²", "score", '"', ""]), max_size=4).map("\t".join)
).map("\n".join)


@given(corpus=rows, queries=rows, qrels=judgements | st.text(max_size=30))
def test_any_folder_is_a_set_or_is_refused(
    scratch: Path,
    write_beir: WriteBeir,
    read_or_refused: Callable[[Path], QuestionSet | None],
    corpus: list[object],
    queries: list[object],
    qrels: str,
) -> None:
    questions = read_or_refused(write_beir(scratch / "beir", corpus, queries, qrels))
    if questions:
        assert all(one.qrels and questions.contexts.keys() >= set(one.articles) for one in questions.questions)


sound = st.sampled_from(["a", "b", "c"])


@given(
    texts=st.dictionaries(sound, st.text("가나 .", min_size=1).filter(str.strip), min_size=1),
    queries=st.sets(sound, min_size=1),
    graded=st.dictionaries(st.tuples(sound, sound), st.integers(0, 3)),
)
def test_a_folder_is_read_as_what_its_qrels_say_wherever_they_name_what_is_there(
    scratch: Path,
    write_beir: WriteBeir,
    read_or_refused: Callable[[Path], QuestionSet | None],
    texts: dict[str, str],
    queries: set[str],
    graded: dict[tuple[str, str], int],
) -> None:
    corpus = [{"_id": key, "text": text} for key, text in texts.items()]
    asked = [{"_id": key, "text": f"{key}?"} for key in sorted(queries)]
    qrels = "".join(f"{query}\t{document}\t{grade}\n" for (query, document), grade in graded.items())
    questions = read_or_refused(write_beir(scratch / "sound", corpus, asked, qrels))
    relevant = {pair: grade for pair, grade in graded.items() if grade}
    if not relevant or any(query not in queries or document not in texts for query, document in relevant):
        assert questions is None
        return
    assert questions is not None
    found = {(one.id, *item.paths): item.grade for one in questions.questions for item in one.qrels}
    assert found == relevant

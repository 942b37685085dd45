import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.question_set.loading import load_question_set
from eval.question_set.question import Question, QuestionSet
from eval.question_set.squad import is_squad

Write = Callable[[Path, object], Path]
Refusal = Callable[..., str]
GoldTexts = Callable[[QuestionSet, Question], list[str]]

FAIR = "한빛시는 등불축제를 오는 29일 강변공원에서 연다."
FERRY = "솔섬을 오가는 여객선 요금이 8천 원에서 9천500원으로 오른다."


def squad(*paragraphs: object, title: str = "등불축제") -> dict[str, object]:
    return {"version": "v1.0", "data": [{"title": title, "paragraphs": list(paragraphs)}]}


def test_korquad_is_read_with_each_paragraph_as_the_gold_of_its_questions(
    tmp_path: Path, write_json: Write, gold_texts: GoldTexts
) -> None:
    document = squad(
        {
            "context": FAIR,
            "qas": [
                {"id": "1-0", "question": "언제 열리나?", "answers": [{"text": "오는 29일", "answer_start": 11}]},
                {"id": "1-1", "question": "어디서 열리나?", "answers": [{"text": "강변공원", "answer_start": 17}]},
            ],
        },
        {
            "context": FERRY,
            "qas": [{"id": "2-0", "question": "요금은?", "answers": [{"text": "9천500원", "answer_start": 24}]}],
        },
    )
    questions = load_question_set([write_json(tmp_path / "KorQuAD_v1.0_dev.json", document)])
    assert [(question.id, question.answers, question.answerable) for question in questions.questions] == [
        ("1-0", ("오는 29일",), True),
        ("1-1", ("강변공원",), True),
        ("2-0", ("9천500원",), True),
    ]
    assert [gold_texts(questions, question) for question in questions.questions] == [[FAIR], [FAIR], [FERRY]]
    assert {context.title for context in questions.contexts.values()} == {"등불축제"}
    assert questions.questions[2].place == "KorQuAD_v1.0_dev.json entry 1 paragraph 2 question 1"


def test_klue_is_read_with_its_ids_and_question_types_and_impossible_questions(
    tmp_path: Path, write_json: Write, gold_texts: GoldTexts
) -> None:
    answerable = {
        "question": "언제 열리나?",
        "answers": [{"text": "29일", "answer_start": 14}, {"text": "오는 29일", "answer_start": 11}],
        "question_type": 1,
        "is_impossible": False,
        "guid": "klue-mrc-v1_dev_1",
    }
    impossible = {
        "question": "누가 노래하나?",
        "answers": [],
        "plausible_answers": [{"text": "한빛시", "answer_start": 0}],
        "question_type": 3,
        "is_impossible": True,
        "guid": "klue-mrc-v1_dev_2",
    }
    document = squad({"context": FAIR, "qas": [answerable, impossible]})
    questions = load_question_set([write_json(tmp_path / "klue.json", document)])
    first, second = questions.questions
    assert (first.id, first.type, first.answers) == ("klue-mrc-v1_dev_1", "1", ("29일", "오는 29일"))
    assert gold_texts(questions, first) == [FAIR]
    assert second == Question("klue-mrc-v1_dev_2", "누가 노래하나?", "ko", type="3", answerable=False)


def test_tydiqa_is_read_though_its_entries_have_one_paragraph_each(
    tmp_path: Path, write_json: Write, gold_texts: GoldTexts
) -> None:
    entries = [
        {
            "paragraphs": [
                {
                    "context": context,
                    "qas": [{"id": name, "question": "?", "answers": [{"text": text, "answer_start": 0}]}],
                }
            ]
        }
        for name, context, text in (
            ("korean-1", FERRY, "솔섬"),
            ("english-1", "The fair opens on 29 September.", "29 September"),
        )
    ]
    questions = load_question_set([write_json(tmp_path / "tydiqa.json", {"data": entries, "version": "x"})])
    assert [(one.id, gold_texts(questions, one)) for one in questions.questions] == [
        ("korean-1", [FERRY]),
        ("english-1", ["The fair opens on 29 September."]),
    ]


def test_a_flattened_row_is_read_like_the_nested_one(tmp_path: Path, write_json: Write) -> None:
    answer = {"text": "29일", "answer_start": 14}
    nested = squad({"context": FAIR, "qas": [{"id": "1", "question": "언제?", "answers": [answer]}]})
    flat = {
        "id": "1",
        "title": "등불축제",
        "context": FAIR,
        "question": "언제?",
        "answers": {"text": ["29일"], "answer_start": [14]},
    }
    sets = [
        load_question_set([write_json(tmp_path / name, document)])
        for name, document in (("nested.json", nested), ("flat.json", [flat]), ("flat.jsonl", flat))
    ]
    assert sets[0] == sets[1] == sets[2]
    assert len(sets[0].contexts) == len(sets[0].questions[0].qrels) == 1


def test_a_paragraph_without_questions_is_an_article_all_the_same(tmp_path: Path, write_json: Write) -> None:
    document = squad(
        {"context": FAIR, "qas": [{"question": "언제?"}]}, {"context": FERRY, "qas": []}, {"context": "셋."}
    )
    questions = load_question_set([write_json(tmp_path / "set.json", document)])
    assert [context.body for context in questions.contexts.values()] == [FAIR, FERRY, "셋."]


def test_half_a_character_is_refused_in_a_question_but_not_in_a_paragraph_alone(
    tmp_path: Path, refusal: Refusal
) -> None:
    path = tmp_path / "set.json"
    document = squad({"context": FERRY, "qas": []}, {"context": FAIR, "qas": [{"question": "언제?"}]}, title="\ud800")
    path.write_text(json.dumps(document), "utf-8")
    assert refusal(path).splitlines()[1:] == [
        "  set.json entry 1 paragraph 2 question 1: title holds half a character (a lone surrogate)"
    ]
    document["data"].append({"title": "", "paragraphs": [{"context": FAIR, "qas": [{"question": "언제?"}]}]})
    document["data"][0]["paragraphs"].pop()
    path.write_text(json.dumps(document), "utf-8")
    assert [context.title for context in load_question_set([path]).contexts.values()] == ["\ud800", ""]


def test_a_paragraph_that_stands_twice_is_one_article(tmp_path: Path, write_json: Write) -> None:
    document = squad(*({"context": FAIR, "qas": [{"question": question}]} for question in ("언제?", "어디서?")))
    questions = load_question_set([write_json(tmp_path / "set.json", document)])
    first, second = questions.questions
    assert first.id != second.id
    assert first.qrels == second.qrels
    assert len(questions.contexts) == 1


@pytest.mark.parametrize(
    ("paragraph", "fault"),
    [
        ({"qas": [{"question": "언제?"}]}, "entry 1 paragraph 1: context must be text, is None"),
        ({"context": " ", "qas": []}, "entry 1 paragraph 1: context must be text, is ' '"),
        ({"context": ["x"], "qas": []}, "entry 1 paragraph 1: context must be text, is ['x']"),
        ({"context": FAIR, "qas": {"question": "언제?"}}, "entry 1 paragraph 1: qas must be a list, is {'question'"),
        ({"context": FAIR, "qas": ["언제?"]}, "entry 1 paragraph 1 question 1: not a JSON object but '언제?'"),
        ({"context": FAIR, "qas": [{"id": "1"}]}, "entry 1 paragraph 1 question 1: question is missing"),
        ({"context": FAIR, "qas": [{"question": "a"}, {"question": 1}]}, "question 2: question must be text, is 1"),
        (FAIR, "entry 1 paragraph 1: not an object but '한빛시는"),
    ],
)
def test_an_unusable_paragraph_is_refused_with_its_number_and_reason(
    tmp_path: Path, write_json: Write, refusal: Refusal, paragraph: object, fault: str
) -> None:
    assert fault in refusal(write_json(tmp_path / "set.json", squad(paragraph)))


def test_an_entry_without_paragraphs_is_refused_with_its_number(
    tmp_path: Path, write_json: Write, refusal: Refusal
) -> None:
    document = {"data": [{"title": "a", "paragraphs": []}, {"title": "b"}, "c"]}
    message = refusal(write_json(tmp_path / "set.json", document))
    assert "set.json entry 2: has no list of paragraphs: {'title': 'b'}" in message
    assert "set.json entry 3: has no list of paragraphs: 'c'" in message


def test_the_same_id_in_two_files_names_both_places(tmp_path: Path, write_json: Write, refusal: Refusal) -> None:
    document = squad({"context": FAIR, "qas": [{"id": "1-0", "question": "언제?"}]})
    paths = [write_json(tmp_path / name, document) for name in ("dev.json", "train.json")]
    fault = (
        "train.json entry 1 paragraph 1 question 1: the id '1-0' is taken by dev.json entry 1 paragraph 1 question 1"
    )
    assert fault in refusal(*paths)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["a", "", " ", "언제?", "\ud800"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "context"]), inner),
    max_leaves=3,
)


def objects(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Objects with some of the fields, each of which holds what it should or anything."""
    optional = {name: values | json_values for name, values in fields.items()}
    return st.fixed_dictionaries({}, optional=optional)


texts = st.sampled_from(["축제는 29일 열린다.", "언제?", "Who won?"])
answers = st.lists(objects(text=texts), max_size=2)
qas = st.lists(objects(id=texts, question=texts, answers=answers, is_impossible=st.booleans()), max_size=3)
paragraphs = st.lists(objects(context=texts, qas=qas), max_size=3)
documents = st.builds(lambda data: {"data": data}, st.lists(objects(title=texts, paragraphs=paragraphs), max_size=2))


@given(documents)
def test_any_document_in_squads_nesting_is_a_set_or_is_refused(
    scratch: Path, read_or_refused: Callable[[Path], QuestionSet | None], document: object
) -> None:
    path = scratch / "squad.json"
    path.write_text(json.dumps(document), "utf-8")
    questions = read_or_refused(path)
    if questions and is_squad(document):
        known = questions.contexts.keys()
        assert all(known >= set(one.articles) and (one.qrels or not one.answerable) for one in questions.questions)

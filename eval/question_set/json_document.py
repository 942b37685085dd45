"""A JSON file: an array of rows, an object that wraps one, SQuAD's nesting, or LlamaIndex's retrieval data set."""

import json
from collections.abc import Mapping
from pathlib import Path

from eval.question_set.collector import Collector
from eval.question_set.encoding import read_text
from eval.question_set.question import Context
from eval.question_set.row import excerpt
from eval.question_set.squad import is_squad, read_squad

WRAPPERS = ("examples", "questions", "data", "rows", "samples")
"""Keys under which an object holds its rows: LlamaIndex's LabelledRagDataset, ragas, common exports."""


def read_json(path: Path, prefix: str, collector: Collector) -> None:
    """Whatever of the four forms the file has."""
    try:
        document = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        collector.add_fault(path.name, f"not JSON ({str(error)[:80]}); is it JSONL? Then name it .jsonl")
        return
    if is_squad(document):
        read_squad(document, path.name, collector)
    elif isinstance(document, Mapping) and isinstance(document.get("queries"), Mapping):
        _read_retrieval_set(document, path.name, collector)
    else:
        rows = _rows(document)
        if rows is None:
            collector.add_fault(path.name, f"no list of questions in {excerpt(document)}")
        for number, row in enumerate(rows or [], start=1):
            collector.add_row(f"{path.name} item {number}", f"{prefix}q{number}", row)


def _rows(document: object) -> list[object] | None:
    if isinstance(document, list):
        return document
    if isinstance(document, Mapping):
        found = next((document[key] for key in WRAPPERS if isinstance(document.get(key), list)), None)
        return found if found is not None else ([document] if "question" in document else None)
    return None


def _read_retrieval_set(document: Mapping[str, object], name: str, collector: Collector) -> None:
    """LlamaIndex's EmbeddingQAFinetuneDataset: queries, corpus and relevant_docs, each by id."""
    queries, corpus, relevant = (document.get(key) or {} for key in ("queries", "corpus", "relevant_docs"))
    if not (isinstance(queries, Mapping) and isinstance(corpus, Mapping) and isinstance(relevant, Mapping)):
        collector.add_fault(name, "queries, corpus and relevant_docs must be objects, by id")
        return
    for key, body in corpus.items():
        place = f"{name} corpus {excerpt(key)}"
        if isinstance(body, str) and body.strip():
            collector.add_context(place, Context(str(key).strip(), "", body))
        else:
            collector.add_fault(place, f"must be text, is {excerpt(body)}")
    for key, question in queries.items():
        place = f"{name} query {excerpt(key)}"
        ids = relevant.get(key) or []
        listed = ids if isinstance(ids, list) else [ids]
        unknown = [one for one in listed if corpus and not (isinstance(one, str) and one in corpus)]
        if unknown:
            collector.add_fault(place, f"relevant_docs names {excerpt(unknown[0])}, which the corpus does not hold")
        else:
            collector.add_row(place, place, {"id": str(key), "question": question, "relevant_docs": ids})

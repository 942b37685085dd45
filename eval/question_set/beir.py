"""BEIR's folders: ``corpus.jsonl``, ``queries.jsonl`` and ``qrels/<split>.tsv`` (Thakur et al., NeurIPS 2021)."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from eval.question_set.collector import Collector
from eval.question_set.encoding import read_text
from eval.question_set.question import Context, Question, Relevant
from eval.question_set.row import excerpt, name_fault, text_fault
from indexing.errors import QuestionSetError
from indexing.language.detection import question_language

SPLITS = ("test", "dev", "validation", "train")
"""Which qrels are asked where a folder has several, best first."""

GRADE = re.compile(r"\s*-?\d{1,9}\s*", re.ASCII)


def is_beir(folder: Path) -> bool:
    """Whether the folder holds a corpus and queries."""
    return (folder / "corpus.jsonl").is_file() and (folder / "queries.jsonl").is_file()


def read_beir(folder: Path, prefix: str, collector: Collector) -> None:
    """The queries of one split with their graded documents; a query without qrels is not asked, as in BEIR.

    Raises:
        QuestionSetError: a file is missing or cannot be read.
    """
    documents = set()
    for place, row in _rows(folder / "corpus.jsonl", collector):
        if context := _context(place, prefix, row, collector):
            collector.add_context(place, context)
            documents.add(str(row["_id"]))
    qrels = _qrels(_split(folder), documents, collector)
    asked = set()
    for place, row in _rows(folder / "queries.jsonl", collector):
        key = str(row["_id"])
        if key not in qrels:
            continue
        asked.add(key)
        if fault := text_fault(row.get("text")):
            collector.add_fault(place, f"text {fault}")
            continue
        text = str(row["text"]).strip()
        lang = question_language(text)
        relevant = tuple(Relevant((prefix + document,), grade) for document, grade in qrels[key].items())
        collector.add_question(Question(prefix + key, text, lang, qrels=relevant, answerable=True, place=place))
    for key in sorted(qrels.keys() - asked):
        collector.add_fault(
            f"{folder.name}/qrels", f"names the query {excerpt(key)}, which queries.jsonl does not hold"
        )


def _split(folder: Path) -> Path:
    files = {file.stem: file for file in sorted((folder / "qrels").glob("*.tsv"))}
    chosen = next((files[split] for split in SPLITS if split in files), next(iter(files.values()), None))
    if chosen is None:
        raise QuestionSetError(f"{folder} has no qrels/test.tsv, so nothing says which documents are right.")
    return chosen


def _rows(path: Path, collector: Collector) -> Iterator[tuple[str, Mapping[str, object]]]:
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{path.parent.name}/{path.name} row {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            collector.add_fault(place, f"not JSON ({str(error)[:80]}): {excerpt(line)}")
            continue
        if not isinstance(row, Mapping) or row.get("_id") in (None, ""):
            collector.add_fault(place, f"has no _id: {excerpt(row)}")
        elif fault := name_fault(row["_id"]):
            collector.add_fault(place, f"_id {fault}")
        else:
            yield place, row


def _context(place: str, prefix: str, row: Mapping[str, object], collector: Collector) -> Context | None:
    title, text = row.get("title") or "", row.get("text") or ""
    if not isinstance(title, str) or not isinstance(text, str):
        collector.add_fault(place, "title and text must be text")
        return None
    # BEIR has documents of a title only; the title is then all there is to find
    return Context(f"{prefix}{row['_id']}", title, text.strip() or title) if text.strip() or title.strip() else None


def _qrels(path: Path, documents: Set[str], collector: Collector) -> dict[str, dict[str, int]]:
    """Query to its relevant documents and their grades; a grade of 0 says "not relevant"."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for place, query, document, grade in _judgements(path, collector):
        if grade > 0 and document not in documents:
            collector.add_fault(place, f"names the document {excerpt(document)}, which corpus.jsonl does not hold")
        elif grade > 0:
            found[query][document] = grade
    return dict(found)


def _judgements(path: Path, collector: Collector) -> Iterator[tuple[str, str, str, int]]:
    """Place, query, document and grade of every row that states them."""
    rows = csv.reader(read_text(path).splitlines(), delimiter="\t", strict=True)
    try:
        for cells in rows:
            place = f"qrels/{path.name} row {rows.line_num}"
            if not cells or (rows.line_num == 1 and cells[-1].strip().lower() == "score"):
                continue
            if len(cells) == 3 and GRADE.fullmatch(cells[2]):
                yield place, cells[0], cells[1], int(cells[2])
            else:
                collector.add_fault(place, f"must be query-id, corpus-id and a whole number, is {excerpt(cells)}")
    except csv.Error as error:
        collector.add_fault(f"qrels/{path.name} row {rows.line_num}", f"not TSV ({error})")

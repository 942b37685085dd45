"""SQuAD's format (SQuAD, KorQuAD, KLUE-MRC, TyDiQA-GoldP): paragraphs, which become articles, with questions."""

from collections.abc import Iterator, Mapping

from eval.question_set.collector import Collector
from eval.question_set.row import contexts_of, excerpt


def is_squad(document: object) -> bool:
    """Whether a JSON document is ``{"data": [{"title": …, "paragraphs": [{"context": …, "qas": […]}]}]}``."""
    data = document.get("data") if isinstance(document, Mapping) else None
    return isinstance(data, list) and any(isinstance(entry, Mapping) and "paragraphs" in entry for entry in data)


def read_squad(document: Mapping[str, object], name: str, collector: Collector) -> None:
    """Every question of the document with its paragraph; a paragraph without one is an article all the same."""
    for place, title, paragraph in _paragraphs(document, name, collector):
        context = paragraph.get("context")
        if not isinstance(context, str) or not context.strip():
            collector.add_fault(place, f"context must be text, is {excerpt(context)}")
            continue
        questions = paragraph.get("qas", [])
        if not isinstance(questions, list):
            collector.add_fault(place, f"qas must be a list, is {excerpt(questions)}")
            continue
        for own in contexts_of({"title": title, "context": context}):
            collector.add_context(place, own)
        for number, entry in enumerate(questions, start=1):
            where = f"{place} question {number}"
            row = {**entry, "title": title, "context": context} if isinstance(entry, Mapping) else entry
            collector.add_row(where, where, row)


def _paragraphs(
    document: Mapping[str, object], name: str, collector: Collector
) -> Iterator[tuple[str, str, Mapping[str, object]]]:
    entries = document["data"]
    for entry_number, entry in enumerate(entries if isinstance(entries, list) else [], start=1):
        title = str(entry.get("title") or "") if isinstance(entry, Mapping) else ""
        paragraphs = entry.get("paragraphs") if isinstance(entry, Mapping) else None
        if not isinstance(paragraphs, list):
            collector.add_fault(f"{name} entry {entry_number}", f"has no list of paragraphs: {excerpt(entry)}")
            continue
        for number, paragraph in enumerate(paragraphs, start=1):
            place = f"{name} entry {entry_number} paragraph {number}"
            if isinstance(paragraph, Mapping):
                yield place, title, paragraph
            else:
                collector.add_fault(place, f"not an object but {excerpt(paragraph)}")

"""Whether the cited sentences are the ones that answer the question."""

from app.answering.answer import Answer, Citation
from eval.normalisation import contains
from eval.question_set.gold_articles import is_gold
from eval.question_set.question import Question

NAMES = ("precision", "recall")


def citation_scores(question: Question, answer: Answer) -> dict[str, float]:
    """Precision: share of the citations that support the answer. Recall: 1 if any does. Both in 0..1.

    Empty where the question has neither a gold quote nor gold answers with gold articles. No precision where
    nothing is cited: there is nothing to take a share of, and the failure shows in the recall of 0.
    """
    if not (question.quote or (question.answers and question.articles)):
        return {}
    citations = answer.citations if answer.answered else ()
    supporting = sum(supports(citation, question) for citation in citations)
    recall = {"recall": float(supporting > 0)}
    return {"precision": supporting / len(citations), **recall} if citations else recall


def supports(citation: Citation, question: Question) -> bool:
    """Whether the cited quote is (part of) the gold quote or holds it, or states a gold answer in a gold article."""
    quote = citation.quote
    if not quote.strip():
        return False
    if question.quote and (contains(quote, question.quote) or contains(question.quote, quote)):
        return True
    in_gold_article = is_gold(citation.passage.path, question.articles)
    return in_gold_article and any(contains(quote, gold) for gold in question.answers)

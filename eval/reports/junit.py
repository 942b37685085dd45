"""A run as JUnit XML: one test case a question, so that CI shows which questions are answered wrong."""

import re
from collections.abc import Sequence

from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite

from eval.runs.runner import QuestionResult, Run

CONTROLS = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def junit_xml(run: Run, suite_name: str) -> str:
    """The run as XML text. A question without gold to tell is skipped; the class is the question's type."""
    suite = TestSuite(_plain(suite_name))
    for result in run.results:
        suite.add_testcase(_case(result))
    document = JUnitXml("newschat eval")
    document.add_testsuite(suite)
    document.update_statistics()  # type: ignore[no-untyped-call]
    return bytes(document.tostring()).decode("utf-8")  # type: ignore[no-untyped-call]


def _case(result: QuestionResult) -> TestCase:
    question = result.question
    case = TestCase(
        name=_plain(f"{question.id}: {question.question}"),
        classname=_plain(f"{question.lang}.{question.type or 'question'}"),
        time=(result.latency_ms or 0.0) / 1000,
    )
    if result.failure:
        failure = Failure(_plain(result.failure), "wrong")
        failure.text = _plain(_details(result))
        case.result = [failure]
    elif result.scores.get("verdict.right") is None:
        case.result = [Skipped("no gold tells whether the answer is right")]
    return case


def _details(result: QuestionResult) -> str:
    question, answer = result.question, result.answer
    return "\n".join(
        (
            f"gold: {_listed(question.answers)}" + (f" ({question.date})" if question.date else ""),
            f"gold articles: {_listed(question.articles)}",
            f"answer: {answer.short_answer or ''} | {answer.text}",
            f"cited: {_listed([citation.quote for citation in answer.citations])}",
        )
    )


def _listed(texts: Sequence[str]) -> str:
    return "; ".join(texts) or "none"


def _plain(text: str) -> str:
    return CONTROLS.sub("�", text)

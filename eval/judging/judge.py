"""A language model as judge: how correct an answer is, and whether its citations support what it says.

The two questions of RAGAS (Es et al., EACL 2024) without its decomposition by a model: the claims are the answer's own
sentences, split where the product splits Korean and English, and the model only says which are not supported. A reply
that is not what was asked for is asked for once more, then the judgement has failed: not scored, and counted.
"""

import json
import tomllib
from collections.abc import Callable, Mapping
from importlib import resources
from typing import Any

from llama_index.core.base.llms.types import ChatMessage, MessageRole
from llama_index.core.llms import LLM

from app.answering.answer import Answer
from eval.judging.names import CORRECTNESS, FAITHFULNESS
from eval.normalisation import without_markers
from eval.question_set.question import Question
from indexing.language.sentences import sentence_spans

ATTEMPTS = 2
GRADES = (0, 1, 2)
"""Wrong, partly right, right; divided by the highest."""

LONGEST_TEXT = 4000
"""Characters of any one text that the judge is shown."""


class LanguageModelJudge:
    """Scores answers by asking a model.

    Attributes:
        failed: judgements that came to nothing so far: the endpoint failed, or replied with something else.
    """

    def __init__(self, llm: LLM, templates: Mapping[str, str]) -> None:
        """Take any LlamaIndex language model, and the prompts by name."""
        self._llm = llm
        self._templates = templates
        self.failed = 0

    @classmethod
    def load(cls, llm: LLM) -> "LanguageModelJudge":
        """A judge with the prompts that ship with the project."""
        return cls(llm, tomllib.loads(resources.files("eval.judging").joinpath("prompts.toml").read_text("utf-8")))

    def scores(self, question: Question, answer: Answer) -> dict[str, float | None]:
        """Both measures in 0..1; None where a judgement failed or there is nothing to judge."""
        return {
            f"judge.{FAITHFULNESS}": self._faithfulness(answer) if answer.answered and answer.citations else None,
            f"judge.{CORRECTNESS}": self._correctness(question, answer) if question.answers else None,
        }

    def _faithfulness(self, answer: Answer) -> float | None:
        """The share of the answer's sentences that the cited ones support."""
        text = without_markers("\n".join(part for part in (answer.short_answer, answer.text) if part))[:LONGEST_TEXT]
        claims = [text[start:end] for start, end in sentence_spans(text)]
        quotes = [citation.quote[:LONGEST_TEXT] for citation in answer.citations]
        if not claims:
            return None

        def unsupported(reply: Mapping[str, Any]) -> float:
            numbers = {int(number) for number in reply["unsupported"]}
            if not numbers <= set(range(1, len(claims) + 1)):
                raise ValueError(f"no such sentence: {sorted(numbers)}")
            return 1 - len(numbers) / len(claims)

        return self._judgement("faithfulness", unsupported, sentences=_numbered(claims), sources=_numbered(quotes))

    def _correctness(self, question: Question, answer: Answer) -> float | None:
        """The grade of the answer against the gold answers; declining is wrong, and no model is needed to tell."""
        if not answer.answered:
            return 0.0
        said = without_markers("\n".join(part for part in (answer.short_answer, answer.text) if part))

        def grade(reply: Mapping[str, Any]) -> float:
            return GRADES.index(int(reply["grade"])) / GRADES[-1]

        return self._judgement(
            "correctness",
            grade,
            question=question.question[:LONGEST_TEXT],
            gold=_numbered(list(question.answers)),
            answer=said[:LONGEST_TEXT],
        )

    def _judgement(self, name: str, score: Callable[[Mapping[str, Any]], float], **texts: str) -> float | None:
        # texts go into the message as JSON, so that nothing in an article can pass for the prompt's own words
        message = self._templates[name].strip() + "\n\n" + json.dumps(texts, ensure_ascii=False, indent=1)
        for _ in range(ATTEMPTS):
            try:
                response = self._llm.chat([ChatMessage(role=MessageRole.USER, content=message)])
                return score(_object_in(response.message.content or ""))
            except Exception:  # noqa: S112 - any vendor's error or any nonsense means: no judgement
                continue
        self.failed += 1
        return None


def _numbered(texts: list[str]) -> str:
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))


def _object_in(text: str) -> Mapping[str, Any]:
    """The first JSON object of a reply; models like to put words or a fence around it."""
    found, _ = json.JSONDecoder().raw_decode(text[text.index("{") :])
    if not isinstance(found, dict):
        raise ValueError("no JSON object")
    return found

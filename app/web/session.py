"""What one browser tab has asked so far; immutable, kept by Gradio for that tab alone."""

from dataclasses import dataclass, replace
from typing import Any

from app.answering.answer import Answer
from app.conversation import Turn

KEPT_EXCHANGES = 30
"""Exchanges that stay on the page; with about 8 KB of sources each, a session stays below 500 KB."""

HISTORY_TURNS = 8
"""Earlier turns handed to the conversation; a follow-up question seldom reaches back further."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and its reply, as drawn.

    Attributes:
        number: position in the conversation from 1, never reused after clearing the oldest.
        question: markup of the question.
        reply: markup of the reply: the working line, a draft, the answer or an apology.
        pending: whether the reply is still being written.
        sources: the answer's section of the sources panel, None until there is an answer.
        answer: what it was drawn from, None until there is an answer.
    """

    number: int
    question: str
    reply: str
    pending: bool = False
    sources: str | None = None
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """The exchanges of one conversation, oldest first, at most ``KEPT_EXCHANGES``."""

    exchanges: tuple[Exchange, ...] = ()

    @property
    def next_number(self) -> int:
        """The number of the next exchange."""
        return self.exchanges[-1].number + 1 if self.exchanges else 1

    @property
    def pending(self) -> bool:
        """Whether an answer is being written; the sources panel stays as it is until it is there."""
        return bool(self.exchanges) and self.exchanges[-1].pending

    def history(self) -> tuple[Turn, ...]:
        """The answered turns, oldest first, at most ``HISTORY_TURNS``."""
        return tuple(Turn(answer.question, _spoken(answer)) for answer in self.answers()[-HISTORY_TURNS:])

    def answers(self) -> tuple[Answer, ...]:
        """The answers, oldest first; questions that failed or were stopped have none."""
        return tuple(exchange.answer for exchange in self.exchanges if exchange.answer is not None)

    def sections(self) -> tuple[str, ...]:
        """The answers' sections of the sources panel, oldest first."""
        return tuple(exchange.sources for exchange in self.exchanges if exchange.sources is not None)

    def messages(self) -> list[dict[str, str]]:
        """The conversation in the chat component's form."""
        return [
            message
            for exchange in self.exchanges
            for message in (
                {"role": "user", "content": exchange.question},
                {"role": "assistant", "content": exchange.reply},
            )
        ]

    def begun(self, question: str, reply: str) -> "Session":
        """With one more exchange, its reply pending."""
        exchange = Exchange(self.next_number, question, reply, pending=True)
        return Session((*self.exchanges, exchange)[-KEPT_EXCHANGES:])

    def drafted(self, reply: str) -> "Session":
        """With the newest exchange's reply replaced, still pending."""
        return self._with_newest(reply=reply)

    def replied(self, reply: str, sources: str | None = None, answer: Answer | None = None) -> "Session":
        """With the newest exchange's reply replaced for good."""
        return self._with_newest(reply=reply, pending=False, sources=sources, answer=answer)

    def _with_newest(self, **changes: Any) -> "Session":
        *earlier, newest = self.exchanges
        return Session((*earlier, replace(newest, **changes)))


def _spoken(answer: Answer) -> str:
    return "\n\n".join(part for part in (answer.short_answer, answer.text) if part)

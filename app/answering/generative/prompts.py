"""Prompts for the generative answerer, filled from ``prompts.toml``."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib import resources
from typing import Final

from app.answering.answer import RetrievedPassage
from app.answering.citations import dates_of, published_day
from app.answering.wording import WORDINGS

NO_ANSWER = "NOT_IN_ARCHIVE"
"""What the model is asked to say instead of guessing."""
_BRACKETED_NUMBER: Final = re.compile(r"[\[［【](?P<number>\s*\d[\d\s,;]*)[\]］】]")


class Prompts:
    """Builds the system and user messages of one question."""

    def __init__(self, templates: Mapping[str, Mapping[str, str]], context_characters: int) -> None:
        """Take the templates by language, and the most characters of passages the model is shown."""
        self._templates = templates
        self._context_characters = context_characters

    @classmethod
    def load(cls, context_characters: int) -> "Prompts":
        """The prompts that ship with the project."""
        text = resources.files("app.answering.generative").joinpath("prompts.toml").read_text("utf-8")
        return cls(tomllib.loads(text), context_characters)

    def system(self, language: str, today: date) -> str:
        """The rules, with today's date."""
        return _fill(self._templates[language]["system"], today=today.isoformat(), no_answer=NO_ANSWER).strip()

    def question(self, language: str, question: str, passages: Sequence[RetrievedPassage]) -> str:
        """The passages, numbered from 1, and the question."""
        numbered = [self._passage(language, number, passage) for number, passage in enumerate(passages, start=1)]
        template = self._templates[language]["question"]
        return _fill(template, passages="\n".join(numbered), question=question).strip()

    def condensing_system(self, language: str) -> str:
        """The rules of rewriting a follow-up question."""
        return self._templates[language]["condensing_system"].strip()

    def condensing(self, language: str, question: str, turns: Sequence[tuple[str, str]]) -> str:
        """Earlier questions and answers, and the question to rewrite."""
        templates = self._templates[language]
        told = [
            _fill(templates["condensing_turn"], question=earlier, answer=_quoted(answer)).strip()
            for earlier, answer in turns
        ]
        return _fill(templates["condensing"], history="\n".join(told), question=question).strip()

    def fitting(self, language: str, passages: Sequence[RetrievedPassage]) -> tuple[RetrievedPassage, ...]:
        """The leading passages that fit the model's window with their headlines and dates.

        Always at least one; where that alone is too long, its beginning.
        """
        kept: list[RetrievedPassage] = []
        used = 0
        for number, passage in enumerate(passages, start=1):
            used += len(self._passage(language, number, passage))
            if used > self._context_characters:
                break
            kept.append(passage)
        return tuple(kept) if kept else tuple(_beginning(passage, self._context_characters) for passage in passages[:1])

    def _passage(self, language: str, number: int, passage: RetrievedPassage) -> str:
        wording, templates = WORDINGS[language], self._templates[language]
        day = published_day(passage)
        readings = [f"{found.text} = {found.iso}" for found in dates_of(passage) if found.relative]
        resolved = "\n" + _fill(templates["resolved"], dates="; ".join(readings)) if readings else ""
        return _fill(
            templates["passage"],
            number=str(number),
            title=_harmless(passage.title),
            outlet=_harmless(passage.publisher or wording.unknown_outlet),
            published=day.isoformat() if day else wording.unknown_date,
            text=_quoted(passage.text),
            resolved=resolved,
        ).strip()


def _beginning(passage: RetrievedPassage, characters: int) -> RetrievedPassage:
    text = passage.text[:characters]
    return replace(passage, text=text, end=passage.start + len(text))


def _harmless(text: str) -> str:
    """An article's words on one line, where no number stands in square brackets as a passage's does."""
    return _BRACKETED_NUMBER.sub(r"(\g<number>)", " ".join(text.split()))


def _quoted(text: str) -> str:
    """Lines of an article, each marked as quoted."""
    return "\n".join(f"> {_harmless(line)}" for line in text.splitlines() if line.strip())


def _fill(template: str, **values: str) -> str:
    """Replace ``{name}`` by its value in one pass; text from articles is never read as a template."""
    pieces = [template]
    for name, value in values.items():
        mark = "{" + name + "}"
        pieces = [part for piece in pieces for part in _split(piece, mark, value)]
    return "".join(str(piece) for piece in pieces)


class _Filled(str):
    """Text that came from a value and is not searched for further placeholders."""


def _split(piece: str, mark: str, value: str) -> list[str]:
    if isinstance(piece, _Filled):
        return [piece]
    parts = piece.split(mark)
    filled: list[str] = [parts[0]]
    for part in parts[1:]:
        filled += [_Filled(value), part]
    return filled

"""Prompts for the generative answerer, filled from ``prompts.toml``."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from importlib import resources

from app.answering.answer import RetrievedPassage
from app.answering.citations import dates_of, published_day
from app.answering.wording import WORDINGS

NO_ANSWER = "NOT_IN_ARCHIVE"
"""What the model is asked to say instead of guessing."""


class Prompts:
    """Builds the system and user messages of one question."""

    def __init__(self, templates: Mapping[str, Mapping[str, str]], context_characters: int) -> None:
        """Take the templates by language, and the most characters of passages the model is shown."""
        self._templates = templates
        self._context_characters = context_characters

    @classmethod
    def load(cls, context_characters: int) -> "Prompts":
        """The prompts that ship with the project."""
        text = resources.files("app.answering").joinpath("prompts.toml").read_text("utf-8")
        return cls(tomllib.loads(text), context_characters)

    def system(self, language: str, today: date) -> str:
        """The rules, with today's date."""
        return _fill(self._templates[language]["system"], today=today.isoformat(), no_answer=NO_ANSWER).strip()

    def question(self, language: str, question: str, passages: Sequence[RetrievedPassage]) -> str:
        """The passages, numbered from 1, and the question."""
        numbered = [self._passage(language, number, passage) for number, passage in enumerate(passages, start=1)]
        template = self._templates[language]["question"]
        return _fill(template, passages="\n".join(numbered), question=question).strip()

    def fitting(self, passages: Sequence[RetrievedPassage]) -> tuple[RetrievedPassage, ...]:
        """The leading passages that fit the model's window; always at least one."""
        kept: list[RetrievedPassage] = []
        used = 0
        for passage in passages:
            used += len(passage.text)
            if kept and used > self._context_characters:
                break
            kept.append(passage)
        return tuple(kept)

    def _passage(self, language: str, number: int, passage: RetrievedPassage) -> str:
        wording, templates = WORDINGS[language], self._templates[language]
        day = published_day(passage)
        readings = [f"{found.text} = {found.iso}" for found in dates_of(passage) if found.relative]
        resolved = "\n" + _fill(templates["resolved"], dates="; ".join(readings)) if readings else ""
        return _fill(
            templates["passage"],
            number=str(number),
            title=passage.title,
            outlet=passage.publisher or wording.unknown_outlet,
            published=day.isoformat() if day else wording.unknown_date,
            text=passage.text,
            resolved=resolved,
        ).strip()


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

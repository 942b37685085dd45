"""Synthetic articles: a corpus' sentences shuffled into as many articles as wanted, the same for the same seed."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from eval.bench.article_file import article_file
from eval.bench.sentence_pool import FEWEST, LONGEST, SentencePool

SHORTEST_ARTICLE, LONGEST_ARTICLE = 600, 1_500
"""Characters of a file."""

FILES_A_FOLDER = 1_000
WORDS_A_QUESTION = 8

_SEED = "newschat"
_FIRST_DAY = datetime(2015, 1, 1)
_MINUTES = 10 * 365 * 24 * 60
_LONGEST_PARAGRAPH = 3
_NUMBER = re.compile(r"\d+(?=(월?))")


@dataclass(frozen=True, slots=True)
class SyntheticArticle:
    """An article that nobody wrote.

    Attributes:
        path: relative to the corpus folder.
        language: "ko" or "en".
        title: headline.
        published_at: to the minute.
        paragraphs: of one to three sentences each.
    """

    path: str
    language: str
    title: str
    published_at: datetime
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """What its file holds."""
        return article_file(self.language, self.title, self.published_at, self.paragraphs)


class SyntheticCorpus:
    """Articles by number; number n is the same in a corpus of any size.

    Args:
        pools: what they are made of.
        seed: another seed gives other articles.
    """

    def __init__(self, pools: Sequence[SentencePool], seed: str = _SEED) -> None:
        self._pools = tuple(pools)
        self._sizes = [len(pool.sentences) for pool in pools]
        self._seed = seed

    def article(self, number: int) -> SyntheticArticle:
        """The article of a number, 0 or greater."""
        chance = random.Random(f"{self._seed}:{number}")  # noqa: S311 - articles, no secrets
        (pool,) = chance.choices(self._pools, self._sizes)
        title = _title(pool, chance)
        published_at = _FIRST_DAY + timedelta(minutes=chance.randrange(_MINUTES))
        head = len(article_file(pool.language, title, published_at, ()))
        return SyntheticArticle(
            path=f"{number // FILES_A_FOLDER:03d}/{number:06d}.txt",
            language=pool.language,
            title=title,
            published_at=published_at,
            paragraphs=tuple(_paragraphs(_sentences(pool, chance, head), chance)),
        )

    def write(self, folder: Path, numbers: Iterable[int]) -> None:
        """Writes articles as files into a folder.

        Raises:
            OSError: the folder cannot be written.
        """
        for number in numbers:
            article = self.article(number)
            file = folder / article.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(article.text, "utf-8")

    def questions(self, articles: int, wanted: int) -> tuple[str, ...]:
        """Questions about the first articles: by turns a headline and the beginning of a sentence, spread evenly.

        Args:
            articles: how many there are.
            wanted: how many questions, at most one an article.
        """
        wanted = min(wanted, articles)
        return tuple(self._question(place * articles // wanted, by_title=place % 2 == 0) for place in range(wanted))

    def _question(self, number: int, *, by_title: bool) -> str:
        article = self.article(number)
        if by_title:
            return article.title
        return " ".join(article.paragraphs[-1].split()[:WORDS_A_QUESTION])


def _title(pool: SentencePool, chance: random.Random) -> str:
    """The first half of one headline and the second of another: a few dozen headlines would be the same all over."""
    front, back = chance.choice(pool.titles).split(), chance.choice(pool.titles).split()
    words = front[: (len(front) + 1) // 2] + back[(len(back) + 1) // 2 :]
    return _with_other_numbers(" ".join(words), chance)


def _sentences(pool: SentencePool, chance: random.Random, head: int) -> list[str]:
    """Different sentences until the article, whose head has so many characters, is as long as it happens to be."""
    goal = chance.randint(SHORTEST_ARTICLE, LONGEST_ARTICLE - LONGEST - len("\n\n")) - head
    chosen: list[str] = []
    for sentence in chance.sample(pool.sentences, FEWEST):
        if goal <= 0:
            break
        chosen.append(_with_other_numbers(sentence, chance))
        goal -= len(sentence) + 1
    return chosen


def _paragraphs(sentences: Sequence[str], chance: random.Random) -> Iterator[str]:
    start = 0
    while start < len(sentences):
        end = start + chance.randint(1, _LONGEST_PARAGRAPH)
        yield " ".join(sentences[start:end])
        start = end


def _with_other_numbers(text: str, chance: random.Random) -> str:
    """The text with every number replaced by another of as many digits, so that years and days stay possible."""

    def other(number: re.Match[str]) -> str:
        digits = len(number.group())
        if digits == 1:
            return str(chance.randint(1, 9))
        if digits == 2:
            return str(chance.randint(10, 12 if number.group(1) else 28))
        if digits == 4:
            return str(chance.randint(2015, 2024))
        return str(chance.randrange(10 ** (digits - 1), 10**digits))

    return _NUMBER.sub(other, text)

"""The sentences and headlines of a corpus, by language: what synthetic articles are made of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from eval.bench.article_file import article_file
from indexing.article import Article
from indexing.corpus import CorpusFile, scan
from indexing.errors import CorpusError, ReadingError
from indexing.language.sentences import sentence_spans
from indexing.reading.limits import max_bytes_for
from indexing.reading.readers import read_file

SHORTEST, LONGEST = 25, 240
"""Characters of a sentence that is used."""

FEWEST = 60
"""Sentences a language needs: as many as the longest article could have."""

ENOUGH = 5_000
"""Sentences after which no more files are read: further ones would only take time."""

LONGEST_TITLE = 80

_SURROUNDINGS = {
    "ko": "시는 이번 주 안에 자세한 계획을 확정해 시민에게 알리기로 했다고 밝혔다.",
    "en": "The city said on Monday that it would publish the details of the plan within the week.",
}
"""A plain sentence in each language whose articles are used."""

_BESIDE = {
    "ko": "주민 설명회는 다음 달 구청 대강당에서 두 차례 열린다고 담당자가 전했다.",
    "en": "Residents will be heard twice next month in the great hall of the district office, an official said.",
}
"""Another one: a line that stands in an article three times is no text of its own."""

_TITLES = {"ko": "시민과 함께하는 계획 확정", "en": "City to publish the details of the plan"}
_DAY = datetime(2024, 5, 6, 9, 30)


@dataclass(frozen=True, slots=True)
class SentencePool:
    """What the articles of one language said.

    Attributes:
        language: ISO 639-1 code.
        sentences: distinct, in the corpus' order; each survives being read on its own.
        titles: distinct headlines.
    """

    language: str
    sentences: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass
class _Gathered:
    """The distinct sentences and titles of one language so far; dicts, because these keep their order."""

    sentences: dict[str, None] = field(default_factory=dict)
    titles: dict[str, None] = field(default_factory=dict)


def sentence_pools(corpus: Path) -> tuple[SentencePool, ...]:
    """The pools of a corpus folder, one for each language that has enough; read with newschat's readers.

    A sentence that newschat would not take for an article's text when it stands alone (a caption, a cross-head) is left
    out: synthetic articles time the pipelines, and must hold what they seem to hold.

    Raises:
        CorpusError: the folder cannot be read, or holds too few sentences.
    """
    gathered = {language: _Gathered() for language in _SURROUNDINGS}
    for article in _articles(corpus):
        if article.language in gathered:
            _gather(gathered[article.language], article, article.language)
        if sum(len(one.sentences) for one in gathered.values()) >= ENOUGH:
            break
    pools = tuple(
        SentencePool(language, tuple(one.sentences), tuple(one.titles))
        for language, one in gathered.items()
        if len(one.sentences) >= FEWEST and one.titles
    )
    if not pools:
        found = max(len(one.sentences) for one in gathered.values())
        raise CorpusError(
            f"{corpus} holds {found} sentences to make articles of, fewer than the {FEWEST} that are needed in Korean "
            "or English. Name a larger folder with --corpus."
        )
    return pools


def _articles(corpus: Path) -> Iterator[Article]:
    for file in scan(corpus).files:
        yield from _read(file)


def _read(file: CorpusFile) -> tuple[Article, ...]:
    try:
        return read_file(file.read(max_bytes_for(file.path)).content, file.path).articles
    except (OSError, ReadingError):  # the corpus is only a quarry here; `newschat index` names what cannot be read
        return ()


def _gather(gathered: _Gathered, article: Article, language: str) -> None:
    sentences = (article.body[start:end] for start, end in sentence_spans(article.body))
    for sentence in sentences:
        if SHORTEST <= len(sentence) <= LONGEST and _survives(language, _TITLES[language], sentence):
            gathered.sentences[sentence] = None
    if len(article.title) <= LONGEST_TITLE and _survives(language, article.title, _BESIDE[language]):
        gathered.titles[article.title] = None


def _survives(language: str, title: str, sentence: str) -> bool:
    """Whether the reader finds title and sentence again, the sentence first, amidst and last in its article."""
    plain = _SURROUNDINGS[language]
    paragraphs = (sentence, plain, f"{plain} {sentence}", f"{sentence} {plain}", sentence)
    try:
        (read,) = read_file(article_file(language, title, _DAY, paragraphs).encode(), "trial.txt").articles
    except (ReadingError, ValueError):
        return False
    return read.title == title and read.body == "\n\n".join(paragraphs)

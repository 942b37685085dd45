"""Texts as KorQuAD's evaluation compares them: case, punctuation, brackets, quotation marks, tags, spaces removed.

After Lim et al., "KorQuAD1.0: Korean QA Dataset for Machine Reading Comprehension" (2019), with SQuAD's removal of
English articles. Wider in three ways: compatibility forms are unified (pages mix full-width and plain digits), all of
Unicode's punctuation goes (「」, ·, ∼), and a text of symbols only stays, so that nothing ever equals nothing.
"""

import re
import unicodedata

TAG = re.compile(r"</?(?:a|b|br|div|em|h[1-6]|i|img|li|mark|ol|p|span|strong|su[bp]|table|t[dhr]|u|ul)\b[^<>]{0,200}>")
"""Only names of HTML elements: Korean news writes film titles as <기생충> and <Parasite>."""

ARTICLE = re.compile(r"\b(?:a|an|the)\s+(?=[a-z0-9])")
"""Only before a Latin word or a number: the A of "A 씨" and "grade A" is a name."""

POLAR = frozenset(("yes", "no", "예", "네", "아니요", "아니오", "아뇨"))
"""Answers that are no statement by themselves; 예 begins 예산, and "no" is in "not"."""

MARKER = re.compile(r"\s?\[\d{1,3}\]")
"""A citation marker; without this, a gold "1" would be found in every cited answer."""

NUMBER = re.compile(r"\d+(?:\.\d+){2,}|\d+(?:,\d{3})*(?:\.\d+)?")
"""A number with thousands separators and decimals, or a date written with points (three parts or more)."""


def normalise(text: str) -> str:
    """The letters, digits and combining marks of a text in lower case; symbols alone are kept as they are."""
    folded = unicodedata.normalize("NFKC", text).lower()
    plain = "".join(_kept(character) for character in TAG.sub(" ", folded))
    return "".join(ARTICLE.sub(" ", plain).split()) or "".join(folded.split())


def without_markers(text: str) -> str:
    """The text of an answer without its ``[n]``."""
    return MARKER.sub("", text)


def contains(text: str, phrase: str) -> bool:
    """Whether the normalised text holds the normalised phrase, and the text states every number of the phrase.

    Without the second condition "3명" would be found in "13명", and "5%" in "3.5%", which loses its point. A phrase in
    Latin letters must stand there as words, or "ten" would be found in "often"; a plural s does no harm. A bare "yes"
    or "no", in either language, is contained only in a text that begins with it.
    """
    wanted = normalise(phrase)
    if wanted in POLAR:
        return re.match(rf"\W*{wanted}(?![^\W\d_])", unicodedata.normalize("NFKC", text).lower()) is not None
    if wanted.isascii() and wanted[:1].isalpha() and wanted[-1:].isalpha():
        return _holds_words(text, phrase) and _numbers(phrase) <= _numbers(text)
    return wanted in normalise(text) and _numbers(phrase) <= _numbers(text)


def _holds_words(text: str, phrase: str) -> bool:
    words = re.findall(r"[^\W_]+", ARTICLE.sub(" ", TAG.sub(" ", unicodedata.normalize("NFKC", phrase).lower())))
    pattern = r"[\W_]*".join(map(re.escape, words))
    folded = ARTICLE.sub(" ", TAG.sub(" ", unicodedata.normalize("NFKC", text).lower()))
    return re.search(rf"(?<![a-z0-9]){pattern}(?:e?s)?(?![a-z0-9])", folded) is not None


def _numbers(text: str) -> set[str]:
    found = NUMBER.findall(unicodedata.normalize("NFKC", text))
    return {part for number in found for part in _parts(number.replace(",", ""))}


def _parts(number: str) -> list[str]:
    return number.split(".") if number.count(".") > 1 else [number]


def _kept(character: str) -> str:
    if character.isspace():
        return " "
    return character if unicodedata.category(character)[0] in "LMN" else ""

"""Which line is the headline, and where an outlet's name has been appended to it."""

import re
from collections.abc import Iterable, Sequence, Set

from indexing.language.sentences import sentence_spans
from indexing.reading.origin.byline import outlet_alone, without_lead_tag
from indexing.reading.origin.press_release import is_head_line, is_office, masthead_index, without_telephones
from indexing.reading.text.boilerplate import boilerplate_kind
from indexing.reading.text.characters import squeezed
from indexing.reading.text.line import Kind, Line

MIN_HEADLINE, MAX_HEADLINE = 6, 200
MAX_OUTLET = 20
MAX_TITLE = 300
"""Characters kept of any title; the longest headline of 233 news pages has 175."""

NEAR_BEST = 0.6
"""Share of the best overlap with the body that a line needs. Among those the first is taken: a deck follows its
headline and repeats more of the body's words."""

_LATIN_WORD = re.compile(r"[a-z][\w'’-]{2,}|\d{2,}", re.ASCII)
_WORD = re.compile(r"[가-힣]{2,}|[A-Za-z][\w'’-]{2,}|\d{2,}|[ぁ-ヿ一-鿿]{2,}")
# "[인터뷰] “서점이 살아야 동네가 산다”": headlines have such a tag, decks below them have none.
_GENRE = re.compile(r"[\[【<〈][가-힣A-Za-z ]{2,12}[\]】>〉]\s?\S")
_LABEL = re.compile(r"(?:기사\s?)?제\s?목(?:\s?[:：|]\s?|\s)(?=[^\s:：|])")
_STATEMENT = re.compile(r"(?:[다요죠][.!]|[^.]\.)[\"”’')\]]*$")
_SEPARATOR = r"\s*(?:[|｜ㅣ<≪:：]|\s[-–—·/]|[-–—](?=[가-힣]))\s*"
_APPENDED = re.compile(r"\s*(?:$|[|｜ㅣ<≪:：·–—-])")
_PREFIXED = re.compile(r"(?:^|[|｜ㅣ>≫:：·–—-])\s*$")
_BOXED = re.compile(r"\s*[\[【<](?P<name>[^\[\]【】<>]{2,20})[\]】>]\s*")
_SECTION_BEHIND = re.compile(r"\s?(?:[|｜ㅣ>/]|\s[-–—])\s[A-Za-z가-힣]{2,15}(?:\s(?:&|and)\s[A-Za-z]{2,15})?$")
_OUTLET_WORDS = re.compile(
    r"뉴스|일보|신문|방송|타임[스즈]|경제|투데이|데일리|통신|저널|프레스|미디어|헤럴드|포스트|매일|\bnews\b|times|herald|post|daily|\.com|\.kr|기사본문",
    re.IGNORECASE,
)


def headline_index(
    lines: Sequence[Line], start: int, body: str, dateline: int | None, outlet: str | None = None
) -> int | None:
    """Index of the headline among the lines above the body, None if no line can be one.

    Args:
        lines: all lines of the source.
        start: index of the body's first line.
        body: the body's text, whose words a headline repeats.
        dateline: index of the dateline, which stands below the headline, or None.
        outlet: of the article, whose name alone is no headline.
    """
    labelled = (index for index, line in enumerate(lines[:start]) if unlabelled(line.text) != line.text)
    if (stated := next(labelled, None)) is not None:
        return stated
    able = [
        (index, line.text)
        for index, line in enumerate(lines[:start])
        if _can_be_headline(line) and not _is_outlet(line.text, outlet)
    ]
    # Collections of articles mark headlines as others mark cross-heads: "■ 축제 개막".
    able = able or [(index, line.text) for index, line in enumerate(lines[:start]) if line.section]
    scored = [(overlap(text, body), index) for index, text in able]
    # Between a release's masthead and headline stand particulars alone, below it facts that repeat the body more.
    if (masthead := masthead_index([line.text for line in lines[:start]])) is not None:
        below = [(score, index) for score, index in scored if index > masthead and not is_office(lines[index].text)]
        if below:
            return next((index for score, index in below if score > 0), below[0][1])
    # A single word is a section's or a town's with its weather, unless there is nothing longer.
    longer = [(score, index) for score, index in scored if len(_WORD.findall(lines[index].text)) > 1]
    if any(score > 0 for score, _ in longer):
        scored = longer
    best = max((score for score, _ in scored), default=0.0)
    if best > 0:
        first = next(index for score, index in scored if score >= NEAR_BEST * best)
        tagged = (
            index for score, index in scored if index == first - 1 and score > 0 and _GENRE.match(lines[index].text)
        )
        return next(tagged, first)
    # A headline may play with other words than its article: the line above the dateline, or the only line there is.
    above = [index for _, index in scored if dateline is None or index < dateline]
    return above[-1] if above and (dateline is not None or len(above) == 1) else None


def _can_be_headline(line: Line) -> bool:
    if not MIN_HEADLINE <= len(line.text) <= MAX_HEADLINE or _STATEMENT.search(line.text):
        return False
    return line.kind in (Kind.SHORT, Kind.PROSE) and not is_head_line(line.text)


def _is_outlet(line: str, outlet: str | None) -> bool:
    if outlet_alone(line) is not None:
        return True
    if outlet is None:
        return False
    section = _SECTION_BEHIND.sub("", line)  # "Peninsula Wire - Economy"
    return squeezed(outlet) in (squeezed(line), squeezed(section))


def unlabelled(line: str) -> str:
    """A line without the label that makes it the headline on the boards of offices: "제목  축제 개막"."""
    match = _LABEL.match(line)
    return line[match.end() :] if match and len(line) - match.end() >= MIN_HEADLINE else line


def overlap(title: str, body: str) -> float:
    """Share of a title's words that the start of the body repeats, 0 to 1; Korean endings may differ.

    A telephone number is no word of either: a department's stands above the article and in it.
    """
    start = body[:1_500].lower()
    words = [word.lower() for word in _WORD.findall(without_telephones(title))]
    if not words:
        return 0.0
    # Whole words: "time" of "Times" also stands in "daytime". "Haedam-based" repeats "Haedam", though.
    latin = {part for word in _LATIN_WORD.findall(start) for part in (word, *word.split("-"))}
    return sum(
        _is_repeated(word, latin) if word.isascii() else word in start or (len(word) > 2 and word[:-1] in start)
        for word in words
    ) / len(words)


def _is_repeated(word: str, latin: Set[str]) -> bool:
    """Whether a text with these words has an English one, in the singular or plural, or a number."""
    return word in latin or word.removesuffix("s") in latin or f"{word}s" in latin


def first_sentence(body: str) -> str:
    """The first sentence, to serve as the title of an article without one."""
    first = without_lead_tag(body.split("\n", 1)[0].strip()[: 2 * MAX_HEADLINE])
    end = next((end for _, end in sentence_spans(first) if end >= MIN_HEADLINE), len(first))
    sentence = first[:end]
    return sentence if len(sentence) <= MAX_HEADLINE else sentence[: MAX_HEADLINE - 1].rsplit(" ", 1)[0] + "…"


def as_shown(title: str, lines: Iterable[str]) -> str:
    """The title of a window as the page itself shows it: "하루뉴스 - 예산안 통과" -> "예산안 통과".

    Args:
        title: of the window, to which a site adds its name before or behind.
        lines: of the page; the longest that is the title but for what a separator cuts off is taken.
    """
    shown = {line for line in lines if MIN_HEADLINE <= len(line) < len(title) and line in title}
    whole = [
        line for line in shown if _APPENDED.match(title.partition(line)[2]) and _is_prefix(title.partition(line)[0])
    ]
    return max(whole, key=len, default=title)


def _is_prefix(text: str) -> bool:
    """Whether a site puts this before its titles: "하루뉴스 - ", "[하루뉴스] "; other tags are the headline's."""
    boxed = _BOXED.fullmatch(text)
    return _PREFIXED.search(text) is not None or (boxed is not None and outlet_alone(boxed["name"]) is not None)


def outlet_in_box(title: str) -> tuple[str | None, str]:
    """The outlet that stands in brackets before a title, as messengers share it, and the title without it."""
    boxed = _BOXED.match(title)
    name = outlet_alone(boxed["name"]) if boxed else None
    if boxed is None or name is None or len(rest := title[boxed.end() :].strip()) < MIN_HEADLINE:
        return None, title
    return name, rest


def outlet_in_window(window: str, title: str, home: Iterable[str]) -> str | None:
    """The outlet that a site names in the title of the window, beside that of the article.

    Args:
        window: the window's title.
        title: of the article.
        home: texts that lead to the site's front page: its name, if it has one there.
    """
    before, _, behind = window.partition(title) if title else ("", "", window)
    if not before and not behind:
        return None
    names = {squeezed(text) for text in home}
    pieces = [*reversed(re.split(_SEPARATOR, behind)), *re.split(_SEPARATOR, before)]
    for piece in (piece.strip(" []()<>【】") for piece in pieces):
        is_named = 2 <= len(piece) <= MAX_OUTLET and squeezed(piece) in names and boilerplate_kind(piece) is None
        if is_named or outlet_alone(piece):
            return piece
    return None


def without_outlet(title: str, outlets: Sequence[str] = ()) -> str:
    """A title without the appended name of the site: "예산안 통과 - 하루일보" -> "예산안 통과".

    Args:
        title: as the page states it.
        outlets: names the page gives for itself; a tail that is none of them goes only if it sounds like an outlet.
    """
    title = title.strip()[: 2 * MAX_TITLE]  # each round looks at all of it: a window's title of 30,000 took 12 s
    known = [re.sub(r"\W", "", name).lower() for name in outlets if name]
    while True:
        cut = [match for match in re.finditer(_SEPARATOR, title) if match.start() >= MIN_HEADLINE]
        if not cut:
            return title
        tail = title[cut[-1].end() :].strip()
        plain = re.sub(r"\W", "", tail).lower()
        is_section = cut[-1].group().strip() in "|｜ㅣ<≪" and 0 < len(tail.split()) <= 2 and len(tail) <= 20
        is_known = any(
            name and (plain == name or (len(name) > 3 and name in plain and len(plain) < len(name) + 12))
            for name in known
        )
        if (
            not is_known
            and not is_section
            and not (len(tail) <= 25 and (not tail or (_OUTLET_WORDS.search(tail) and len(tail.split()) <= 4)))
        ):
            return title
        title = title[: cut[-1].start()].strip()

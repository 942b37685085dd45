"""The article inside the scripts of a page that shows nothing until they run: state objects of the usual frameworks.

Whatever the framework, the state is JSON, and the body is either one long text or the texts that stand at the same
place of the elements of a list. Nothing is executed.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from indexing.reading.draft import Draft
from indexing.reading.text.columns import stated_fields
from indexing.reading.text.line import is_prose
from indexing.reading.text.rendering import without_markup

MIN_SCRIPT = 200
"""Characters of the shortest script that can hold an article."""

MAX_SCRIPTS = 20_000_000
MAX_VALUES = 200_000
MAX_ASSIGNMENTS = 20
"""Bounds for one page: characters of script, values looked at, objects tried in one script."""

_STRING = r'"(?:[^"\\]|\\.)*"'
_FLIGHT = re.compile(rf"__next_f\.push\(\[\s*1\s*,\s*({_STRING})\s*\]\)")
_PARSED = re.compile(rf"JSON\.parse\(\s*({_STRING})\s*\)")
_ASSIGNED = re.compile(r"[=(]\s*(?=[{\[])")
_FLIGHT_ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
_ELSEWHERE = re.compile(
    r"relat|recommend|comment|reply|popular|rank|most|latest|teaser|caption|menu|navi", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in a state object: where it stands, list positions left out, and the objects around it, inmost first."""

    place: tuple[str, ...]
    text: str
    objects: tuple[Mapping[str, object], ...]


def payload_draft(page: HtmlElement) -> Draft | None:
    """The article that the page's scripts hold, None if there is none."""
    places: dict[tuple[str, ...], list[_Text]] = defaultdict(list)
    for value in _values(page):
        for found in _texts(value):
            if not any(map(_ELSEWHERE.search, found.place)):
                places[found.place].append(found)
    bodies = [(_paragraphs(texts), texts) for texts in places.values()]
    weight = [sum(len(text) for text in paragraphs if is_prose(text)) for paragraphs, _ in bodies]
    if not bodies or not max(weight):
        return None
    paragraphs, texts = bodies[weight.index(max(weight))]
    for item in texts[0].objects:
        fields = stated_fields(item)
        if fields.published_at:
            return Draft(fields.title, paragraphs, fields.published_at, fields.updated_at, fields.authors)
    return Draft("", paragraphs)


def _paragraphs(texts: list[_Text]) -> tuple[str, ...]:
    lines = (line for found in texts for line in without_markup(found.text).split("\n") if line.strip())
    return tuple(dict.fromkeys(lines))


def _values(page: HtmlElement) -> Iterator[object]:
    """The JSON values in the page's scripts."""
    flight: list[str] = []
    left = MAX_SCRIPTS
    for script in page.iter("script"):
        source, kind = script.text or "", (script.get("type") or "").lower()
        left -= len(source)
        if len(source) < MIN_SCRIPT or left < 0 or "ld+json" in kind:
            continue
        if "json" in kind:
            yield _loaded(source)
            continue
        if "__next_f" in source:
            flight += [text for quoted in _FLIGHT.findall(source) if isinstance(text := _loaded(quoted), str)]
            continue
        yield from (_loaded(text) for quoted in _PARSED.findall(source) if isinstance(text := _loaded(quoted), str))
        yield from _assigned(source)
    yield from _flight_rows("".join(flight).encode("utf-8", "replace"))


def _assigned(source: str) -> Iterator[object]:
    decoder = json.JSONDecoder(strict=False)
    position = 0
    for _ in range(MAX_ASSIGNMENTS):
        match = _ASSIGNED.search(source, position)
        if match is None:
            return
        try:
            value, position = decoder.raw_decode(source, match.end())
        except (ValueError, RecursionError):
            position = match.end()
        else:
            yield value


def _flight_rows(content: bytes) -> Iterator[object]:
    """The rows of a React flight stream: ``id:json`` up to the line's end, or ``id:T<bytes, hex>,text``."""
    position = 0
    while match := _FLIGHT_ROW.match(content, position):
        if match[2] is not None:
            position = match.end() + int(match[2], 16)
            yield [content[match.end() : position].decode("utf-8", "replace")]
        else:
            end = content.find(b"\n", match.end())
            row = content[match.end() : end if end >= 0 else len(content)]
            position = end + 1 if end >= 0 else len(content)
            yield _loaded(row.decode("utf-8", "replace"))


def _loaded(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _texts(value: object) -> Iterator[_Text]:
    stack: list[tuple[tuple[str, ...], object, tuple[Mapping[str, object], ...]]] = [((), value, ())]
    for _ in range(MAX_VALUES):
        if not stack:
            return
        place, item, objects = stack.pop()
        if isinstance(item, dict):
            around = (item, *objects)[:6]
            stack += [((*place, str(key)), child, around) for key, child in reversed(item.items())]
        elif isinstance(item, list):
            stack += [((*place, "*"), child, objects) for child in reversed(item)]
        elif isinstance(item, str) and len(item) > 1:
            yield _Text(place, item, objects)

"""A page saved as plain text -> Article: the body found among menus, counters and teasers of other articles.

General extractors return nothing or everything for such a file. Here every line is typed by its looks, the dateline
found, and the body is the run of lines whose prose outweighs what stands between; whatever is left out is recorded.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from indexing.article import Article, Dropped
from indexing.errors import ReadingError
from indexing.reading.board_head import stated_contact
from indexing.reading.body_run import beyond_notice, body_run, with_last_sentences, with_teasers
from indexing.reading.byline import lead_publisher, lead_reporters, outlet_alone, publisher_in, reporters_in
from indexing.reading.characters import stored
from indexing.reading.clippings import Clipping, clippings
from indexing.reading.columnists import columnist, signature_index
from indexing.reading.cross_heads import with_cross_heads
from indexing.reading.date_labels import Role
from indexing.reading.dateline import Dateline, find_dateline, is_clock, outlet_beside, stated_dates
from indexing.reading.draft import Draft
from indexing.reading.facts import with_facts
from indexing.reading.foot_list import foot_lists
from indexing.reading.headline import MIN_HEADLINE, headline_index, outlet_in_box, unlabelled, without_outlet
from indexing.reading.inset import with_insets
from indexing.reading.labelled_head import labelled_head, with_labelled, without_labels
from indexing.reading.line import Kind, Line, has_statement, is_body_line, is_caption
from indexing.reading.lines import typed_lines
from indexing.reading.outcome import Reading, Skipped
from indexing.reading.press_release import is_head_line, stated_day
from indexing.reading.release_head import contact_lines, release_head
from indexing.reading.rendering import without_references
from indexing.reading.signature import with_signatures
from indexing.reading.text_tables import with_stated_rows

SHORT_NOTE = 2_000
"""Characters up to which a file without a single sentence is a note ([포토], a programme) and not a list of links."""

HEAD_LINES = 3
"""Lines at the top of a page, and above the title, among which the outlet's name may stand alone."""

MIN_NOTE_LETTERS = 10
"""Letters under which such a file says nothing."""


def read_text(text: str, path: str) -> Reading:
    """The article of a text file, or the articles, addressed as ``path#1`` and on, where several were pasted into it.

    Raises:
        ReadingError: no sentence that could be an article's.
    """
    text = stored(without_references(text))  # left by a scraper that took out the tags alone
    parts = clippings(text)
    return _reading_of(parts, path) if parts else Reading((_article(text, path),))


def _reading_of(parts: Sequence[Clipping], path: str) -> Reading:
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for number, part in enumerate(parts, 1):
        try:
            article = _article(part.text, f"{path}#{number}", part.first_line - 1)
            preface = tuple(Dropped(line, "heading of the file", at) for at, line in part.preface)
            articles.append(replace(article, dropped=(*preface, *article.dropped)))
        except ReadingError as error:
            skipped.append(Skipped(f"{path}#{number}", str(error)))
    if not articles:
        raise ReadingError(f"no article text found in any of its {len(parts)} parts; the first: {skipped[0].reason}")
    return Reading(tuple(articles), tuple(skipped))


def _article(text: str, path: str, above: int = 0) -> Article:
    """The article of a text, below so many lines of its file."""
    head = labelled_head(text)
    text, rows = with_stated_rows(without_labels(text, head) if head else text)
    draft = text_draft(text, rows) or note_draft(text)
    if draft is None:
        raise ReadingError(
            "no article text found: the file holds no sentences, only short lines; save the article's own page"
        )
    if head:
        draft = with_labelled(draft, head)
    dropped = tuple(replace(part, line=part.line and part.line + above) for part in draft.dropped)
    return replace(draft, dropped=dropped).article(path)


def text_draft(text: str, facts: Collection[str] = frozenset()) -> Draft | None:
    """What a text dump says, None if it has no prose.

    Args:
        text: of the dump.
        facts: lines of it that are known to state something though they are no sentences: rows of a table.
    """
    lines = with_insets(with_signatures(with_teasers(with_facts(typed_lines(text), facts))))
    first_run = body_run(lines, None)
    if first_run is None:
        return None
    dateline = find_dateline(_datelines(lines), bare_before=_bare_dates_end(lines, first_run))
    run = beyond_notice(lines, body_run(lines, dateline.index if dateline else None) or first_run)
    run = with_cross_heads(lines, *with_last_sentences(lines, run))
    dateline = dateline or _dateline_below(lines, run[1])
    return _Dump(lines, run, dateline, foot_lists(lines, run[1])).draft()


def _datelines(lines: Sequence[Line]) -> list[str]:
    """The texts of the lines that may date the article or time it, empty for the others; "일시: …" may in a release."""
    texts = [line.text if _may_date(line) or is_clock(line.text) else "" for line in lines]
    for index in release_head(lines):
        texts[index] = stated_day(lines[index].text) or texts[index]
    return texts


def _may_date(line: Line) -> bool:
    """Whether a line may date the article: a dateline, or a notice with a time of day ("금지> 2025/01/21 08:10 송고").

    The days in other notices are those of the newspaper's registration.
    """
    if line.kind is not Kind.STOP:
        return line.kind is Kind.DATE
    return any(
        stated.role is Role.PUBLISHED and isinstance(stated.moment, datetime) for stated in stated_dates(line.text)
    )


def _bare_dates_end(lines: Sequence[Line], run: tuple[int, int]) -> int:
    """Index from which an unlabelled date is text: the first paragraph, or the second below a deck of one sentence.

    Several unlabelled dates in the run head the parts of a chronology.
    """
    prose = [index for index in range(*run) if lines[index].kind is Kind.PROSE]
    dates = sum(line.kind is Kind.DATE for line in lines[slice(*run)])
    return prose[1] if dates == 1 and len(prose) > 1 else prose[0]


def _dateline_below(lines: Sequence[Line], end: int) -> Dateline | None:
    """The unlabelled date right below the last paragraph, or below who wrote it, in a text that is dated nowhere else.

    Further down dates belong to other articles.
    """
    while end < len(lines) and lines[end].kind is Kind.BYLINE:
        end += 1
    stated = stated_dates(lines[end].text) if end < len(lines) and lines[end].kind is Kind.DATE else ()
    return Dateline(end, stated[0].moment, None) if stated else None


def note_draft(text: str) -> Draft | None:
    """A short text without a paragraph, all of whose lines are the article but for buttons and the like.

    What stands behind ▲ is no caption of a picture there but what it says: "▲ 18일 …에 첫눈이 내리고 있다."
    """
    lines = typed_lines(text) if len(text) <= SHORT_NOTE else ()
    told = [line for line in lines if _tells(line)]
    kept = [line for line in lines if line.kind in (Kind.SHORT, Kind.ITEM) or line in told]
    if sum(map(str.isalpha, "".join(line.text for line in kept))) < MIN_NOTE_LETTERS:
        return None
    title = next((line for line in kept if not is_head_line(line.text)), kept[0])
    dated = (n for n, line in enumerate(lines) if line.kind is Kind.DATE and (told or outlet_beside(line.text)))
    dateline = find_dateline(_datelines(lines), bare_before=max(lines.index(title), next(dated, -1) + 1))
    publishers = (outlet_beside(lines[dateline.index].text) if dateline else None, *map(_outlet_of, lines))
    body = told or kept
    return Draft(
        title=title.text,
        paragraphs=tuple(line.text for line in body),
        published_at=dateline.published if dateline else None,
        updated_at=dateline.updated if dateline else None,
        authors=tuple(
            name for line in lines if line.kind in (Kind.DATE, Kind.BYLINE) for name in reporters_in(line.text)
        ),
        publisher=next(filter(None, publishers), None),
        captions=tuple(line.text for line in lines if line.kind is Kind.CAPTION and line not in body),
        dropped=tuple(
            Dropped(line.text, line.reason or "page remainder", line.number)
            for line in lines
            if line is not title and line not in body and line.kind is not Kind.CAPTION
        ),
    )


def _tells(line: Line) -> bool:
    """Whether a line may be all that a note says: a sentence, or an entry behind ▲, of a list of appointments."""
    if line.kind not in (Kind.CAPTION, Kind.PROSE):
        return False
    return has_statement(line.text) or (line.arrow and not is_caption(line.text, arrow=True))


def _outlet_of(line: Line) -> str | None:
    return publisher_in(line.text) if line.kind is Kind.STOP else outlet_alone(line.text)


_REMAINDERS = {
    Kind.PROSE: "teaser of another article",
    Kind.SHORT: "headline of another article",
    Kind.ITEM: "headline of another article",
}


@dataclass(frozen=True, slots=True)
class _Dump:
    """The typed lines of a dump and where the article stands in them."""

    lines: Sequence[Line]
    run: tuple[int, int]
    dateline: Dateline | None
    foot: Sequence[int]

    def draft(self) -> Draft:
        dateline = self.dateline.index if self.dateline else None
        body = [self.lines[i] for i in range(*self.run) if i != dateline and is_body_line(self.lines[i])]
        body += [self.lines[i] for i in self.foot]
        paragraphs = _paragraphs(body)
        publisher = self._publisher(paragraphs[0])
        title = headline_index(self.lines, self.run[0], "\n".join(paragraphs), dateline, publisher)
        outlet, headline = outlet_in_box(unlabelled(self.lines[title].text)) if title is not None else (None, "")
        publisher = publisher or outlet or self._outlet_in_head(title)
        captions = self._captions(title)
        contacts = contact_lines(self.lines, (self.run[0], self._end), paragraphs)
        above = [line.text for line in self.lines[: self.run[0]]]
        signature = signature_index(self.lines, title, self.run)
        signed = () if signature is None else (self.lines[signature],)
        used = {id(line) for line in (*body, *signed)} | {id(line) for line in captions}
        used |= {id(self.lines[index]) for index in contacts if index != dateline}
        if title is not None:
            used.add(id(self.lines[title]))
        return Draft(
            title=without_outlet(headline, [publisher or ""]),
            paragraphs=(
                *paragraphs,
                *(line.text for line in signed),
                *filter(None, [", ".join(contacts.values()) or stated_contact(above, "\n".join(paragraphs))]),
            ),
            published_at=self.dateline.published if self.dateline else None,
            updated_at=self.dateline.updated if self.dateline else None,
            authors=(*self._authors(paragraphs), *(name for line in signed if (name := columnist(line.text)))),
            publisher=publisher,
            captions=tuple(line.text for line in captions),
            dropped=tuple(
                Dropped(line.text, self._reason(index, line, title), line.number)
                for index, line in enumerate(self.lines)
                if id(line) not in used
            )
            + ((Dropped(f"[{outlet}]", "outlet", self.lines[title].number),) if outlet and title is not None else ()),
        )

    @property
    def _end(self) -> int:
        """Index after the article's last line, its lists included."""
        return max((index + 1 for index in self.foot), default=self.run[1])

    def _captions(self, title: int | None) -> list[Line]:
        start, end = self.run[0], self._end
        top = start if title is None else title + 1
        if self.dateline and self.dateline.index < start:
            top = min(top, self.dateline.index)
        return [
            line
            for index, line in enumerate(self.lines[:end])
            if index >= top and line.kind is Kind.CAPTION and index not in self.foot
        ]

    def _authors(self, paragraphs: Sequence[str]) -> tuple[str, ...]:
        start, end = self.run[0], self._end
        near = [line for line in self.lines[:start] if line.kind in (Kind.DATE, Kind.BYLINE)]
        signed = self.dateline.index if self.dateline else None  # "2025-01-21 18:35 최하나 기자" below the text
        after = [
            line
            for index, line in enumerate(self.lines[start : end + 3], start)
            if line.kind is Kind.BYLINE or (index == signed and line.kind is Kind.DATE)
        ]
        names = lead_reporters(paragraphs[0])
        for line in near + after:
            names += reporters_in(line.text)
        return tuple(dict.fromkeys(names))

    def _publisher(self, lead: str) -> str | None:
        end = self._end
        # The article's own copyright line is the first below it; above it stand those of other articles.
        for line in [*self.lines[end:], *self.lines[:end]]:
            if line.kind is Kind.STOP and (name := publisher_in(line.text)):
                return name
        tags = (line.text for line in self.lines[: self.run[0]] if line.kind is Kind.SHORT and line.text[-1] in ")]")
        return lead_publisher(lead) or next((name for tag in tags if (name := lead_publisher(tag))), None)

    def _outlet_in_head(self, title: int | None) -> str | None:
        """The outlet beside the date, in the first lines of a page or above the title: "남포일보 2025-02-27 07:00"."""
        above = self.lines[max(0, title - HEAD_LINES) : title] if title is not None else ()
        shown = (*self.lines[:HEAD_LINES], *above)
        head = [line.text for line in shown if line.kind is Kind.SHORT and line.gap is None]
        beside = outlet_beside(self.lines[self.dateline.index].text) if self.dateline else None
        return beside or next((name for text in head if (name := outlet_alone(text))), None)

    def _reason(self, index: int, line: Line, title: int | None) -> str:
        if self.dateline and index == self.dateline.index:
            return "dateline"
        if line.reason:
            return line.reason
        start, end = self.run[0], self._end
        if index >= end:
            return _REMAINDERS.get(line.kind, "page remainder") if len(line.text) >= MIN_HEADLINE else "page remainder"
        if title is not None and title < index < start:
            return "deck"
        return "teaser of another article" if line.kind is Kind.PROSE else "menu"


def _paragraphs(lines: Sequence[Line]) -> tuple[str, ...]:
    """The texts of lines; pieces of one source line that still stand side by side become one paragraph again."""
    paragraphs: list[list[str]] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None and line.gap is not None and line.number == previous.number:
            paragraphs[-1] += [line.gap, line.text]
        else:
            paragraphs.append([line.text])
        previous = line
    return tuple("".join(parts) for parts in paragraphs)

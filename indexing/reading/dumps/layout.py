"""Where an article stands among the lines of a dump -> its draft: who signed it, its captions, what is left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexing.article import Dropped
from indexing.reading.draft import Draft
from indexing.reading.dumps.release_head import contact_lines
from indexing.reading.origin.byline import lead_publisher, lead_reporters, outlet_alone, publisher_in, reporters_in
from indexing.reading.origin.dateline import Dateline, outlet_beside
from indexing.reading.text.headline import MIN_HEADLINE, headline_index, outlet_in_box, unlabelled, without_outlet
from indexing.reading.text.line import Kind, Line, is_body_line

HEAD_LINES = 3
"""Lines at the top of a page, and above the title, among which the outlet's name may stand alone."""

_REMAINDERS = {
    Kind.PROSE: "teaser of another article",
    Kind.SHORT: "headline of another article",
    Kind.ITEM: "headline of another article",
}


@dataclass(frozen=True, slots=True)
class DumpLayout:
    """The typed lines of a dump and where the article stands in them.

    Attributes:
        lines: all of them, in order.
        run: the first line of the article and the one after its last.
        dateline: what dates it.
        foot: places of the lines of lists below it that belong to it.
    """

    lines: Sequence[Line]
    run: tuple[int, int]
    dateline: Dateline | None
    foot: Sequence[int]

    def draft(self) -> Draft:
        """The article; every line that is no part of it is dropped with a reason."""
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
        used = {id(line) for line in body} | {id(line) for line in captions}
        used |= {id(self.lines[index]) for index in contacts if index != dateline}
        if title is not None:
            used.add(id(self.lines[title]))
        return Draft(
            title=without_outlet(headline, [publisher or ""]),
            paragraphs=(*paragraphs, ", ".join(contacts.values())) if contacts else paragraphs,
            published_at=self.dateline.published if self.dateline else None,
            updated_at=self.dateline.updated if self.dateline else None,
            authors=self._authors(paragraphs),
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

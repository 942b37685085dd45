"""Which line of a text dump dates the article, among the days in its text, its notices and other articles."""

from collections.abc import Sequence
from datetime import datetime

from indexing.reading.dumps.release_head import release_head
from indexing.reading.origin.date_labels import Role
from indexing.reading.origin.dateline import Dateline, find_dateline, is_clock, stated_dates
from indexing.reading.origin.press_release import stated_day
from indexing.reading.text.line import Kind, Line


def dateline_of(lines: Sequence[Line], run: tuple[int, int]) -> Dateline | None:
    """The line that dates an article; unlabelled dates may do so down to its first paragraph.

    Args:
        lines: of the dump.
        run: the lines of the article as far as they are known, without the dateline.
    """
    return find_dateline(_datelines(lines), bare_before=_bare_dates_end(lines, run))


def dateline_above(lines: Sequence[Line], end: int) -> Dateline | None:
    """The line that dates a note without prose; unlabelled dates may do so above ``end``."""
    return find_dateline(_datelines(lines), bare_before=end)


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


def dateline_below(lines: Sequence[Line], end: int) -> Dateline | None:
    """The unlabelled date right below the last paragraph, or below who wrote it, in a text that is dated nowhere else.

    Further down dates belong to other articles.
    """
    while end < len(lines) and lines[end].kind is Kind.BYLINE:
        end += 1
    stated = stated_dates(lines[end].text) if end < len(lines) and lines[end].kind is Kind.DATE else ()
    return Dateline(end, stated[0].moment, None) if stated else None

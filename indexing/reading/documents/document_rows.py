"""A row of a table in a document -> lines. Press offices frame headlines and whole texts in tables of one cell."""

from collections.abc import Sequence


def row_lines(cells: Sequence[Sequence[str]]) -> list[str]:
    """The lines of the one cell that holds text; of several, one line with tabs between the cells.

    Args:
        cells: lines of each cell of the row, in order.
    """
    told = [[line.strip() for line in cell if line.strip()] for cell in cells]
    filled = [cell for cell in told if cell]
    return filled[0] if len(filled) == 1 else ["\t".join(" ".join(cell).replace("\t", " ") for cell in told)]

"""Who signs a column, mostly below its text: "제갈민 한빛대 도시공학과 교수", "시인 최하나". It is said nowhere else.

A reporter is named for the file; of a columnist what they do belongs to what is told, so that the line stays.
"""

import re
from collections.abc import Sequence

from indexing.reading.origin.reporters import is_full_name
from indexing.reading.text.line import Kind, Line

MAX_SIGNATURE = 50
"""Characters of the longest signature: name, institution, department, rank."""

_RANK = (
    r"(?:(?:명예|석좌|초빙|겸임|연구|부|조)?교수|(?:수석|책임|선임|전문)?연구(?:위)?원|(?:전문|운영|자문)위원|논설고문|변호사|변리사|세무사"
    r"|회계사|노무사|건축가|소설가|작가|시인|평론가|번역가|비평가|칼럼니스트|의사|한의사|약사|수의사|원장|소장|관장|대표(?:이사)?|회장"
    r"|이사장|사무(?:국|처)장|센터장|총장|학장|교장|교사|감독|목사|신부|스님|박사|활동가|기획자|농부|전\s장관)"
)
_PLACE = r"(?:[가-힣A-Za-z·&]{1,15}[\s·,]{1,2}){0,4}[가-힣A-Za-z·]{0,12}?"
_SIGNED = re.compile(
    rf"[/|·\s]{{0,3}}(?:(?P<first>[가-힣]{{2,4}})(?:[\s,|/·]{{1,3}}|\s?\()(?:前\s?|전\s)?{_PLACE}{_RANK}\)?"
    rf"|(?:[가-힣A-Za-z·&]{{1,15}}\s){{0,4}}[가-힣A-Za-z·]{{0,12}}?{_RANK}[\s·]{{1,3}}(?P<last>[가-힣]{{2,4}}))\.?"
)


def columnist(line: str) -> str | None:
    """The name of whoever a line signs for with what they are, None where it signs for nobody."""
    match = _SIGNED.fullmatch(line.strip()) if len(line) <= MAX_SIGNATURE else None
    name = (match["first"] or match["last"]) if match else None
    return name if name and is_full_name(name) and name[-1] not in "시군구읍" else None


def signature_index(lines: Sequence[Line], title: int | None, run: tuple[int, int]) -> int | None:
    """Index of the line that signs a column: right below its text, or between headline and text."""
    start, end = run
    places = (end, *range(title + 1, start)) if title is not None else (end,)
    return next(
        (n for n in places if n < len(lines) and lines[n].kind is Kind.SHORT and columnist(lines[n].text)), None
    )

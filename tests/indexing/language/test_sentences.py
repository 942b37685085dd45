from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.language.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("시는 예산을 늘렸다. 의회는 반대했다.", ["시는 예산을 늘렸다.", "의회는 반대했다."]),
        ("언제 열리나요? 내일이에요. 좋죠!", ["언제 열리나요?", "내일이에요.", "좋죠!"]),
        # no space after the full stop: usual in dumps
        ("성황리에 끝났다고 밝혔다.이번 행사는 처음이다.", ["성황리에 끝났다고 밝혔다.", "이번 행사는 처음이다."]),
        # a quotation stays whole, with what reports it
        (
            "그는 “비가 온다. 우산을 챙겨라.”라고 말했다. 회의는 끝났다.",
            ["그는 “비가 온다. 우산을 챙겨라.”라고 말했다.", "회의는 끝났다."],
        ),
        ('시장은 "늘 듣겠다."고 말했다. 박수가 나왔다.', ['시장은 "늘 듣겠다."고 말했다.', "박수가 나왔다."]),
        ("“비가 온다.” 그는 웃었다.", ["“비가 온다.”", "그는 웃었다."]),
        # stops that end nothing
        ("물가는 3.5% 올랐다. 끝", ["물가는 3.5% 올랐다.", "끝"]),
        ("축제는 2024. 8. 3. 열렸다. 비가 왔다.", ["축제는 2024. 8. 3. 열렸다.", "비가 왔다."]),
        ("The forum opens on Sept. 29. Mr. Kim spoke.", ["The forum opens on Sept. 29.", "Mr. Kim spoke."]),
        ("It ended at 11 p.m. The minutes are online.", ["It ended at 11 p.m.", "The minutes are online."]),
        ("Doors open at 7 p.m. Sunday. Bring a hat.", ["Doors open at 7 p.m. Sunday.", "Bring a hat."]),
        ("The U.S. team won. It left.", ["The U.S. team won.", "It left."]),
        ('"It rains." he said. She left.', ['"It rains." he said.', "She left."]),
        # line breaks always end
        ("제목\n본문이다", ["제목", "본문이다"]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_a_text_splits_into_whole_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_an_unclosed_quotation_mark_does_not_swallow_the_paragraph() -> None:
    assert sentences("그는 “좋다고 했다. 모두 웃었다. 끝났다.") == ["그는 “좋다고 했다.", "모두 웃었다.", "끝났다."]


PIECES = st.sampled_from(
    ["했다. ", "“", "”", '"', "3.5", "요? ", "Sept. ", "\n", " ", "가나", "A", "…", ")", "다.", "라고 "]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_spans_are_ordered_and_cover_every_visible_character(text: str) -> None:
    spans = sentence_spans(text)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)

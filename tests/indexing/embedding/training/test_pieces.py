from collections.abc import Iterable, Sequence

import pytest

from indexing.embedding.training.pieces import Piece, build_vocabulary, make_tokenizer
from indexing.embedding.training.units import Morpheme, Unit

PARTICLES = frozenset({"에서", "는", "이"})


class Marked:
    """An analyser for texts that mark their morphemes with a bar: 서울|에서."""

    def __init__(self, marked: Sequence[str], lexicon: Sequence[str] = ()) -> None:
        self.texts = [text.replace("|", "") for text in marked]
        self._cuts = dict(zip(self.texts, marked, strict=True))
        self._lexicon = lexicon

    def nouns(self) -> Iterable[Unit]:
        return [Unit(word, "NNG") for word in self._lexicon]

    def morphemes(self, texts: Sequence[str]) -> Iterable[list[Morpheme]]:
        for text in texts:
            found, position = [], 0
            for word in self._cuts[text].split(" "):
                for form in word.split("|"):
                    tag = "JKB" if form in PARTICLES else "NNG"
                    found.append(Morpheme(Unit(form, tag), position, position := position + len(form)))
                position += 1
            yield found


class NoEnglish:
    def vocabulary(self) -> Sequence[str]:
        return ["city", "##s", "?", "。", "漢"]

    def pieces(self, texts: Sequence[str]) -> Iterable[list[str]]:
        return [text.split() for text in texts]


def vocabulary(*marked: str, lexicon: Sequence[str] = ()) -> dict[str, Piece]:
    analyser = Marked(marked, lexicon)
    return {piece.text: piece for piece in build_vocabulary(analyser.texts, ["city"], analyser, NoEnglish())}


def test_stems_and_runs_of_particles_are_pieces_made_of_their_morphemes() -> None:
    found = vocabulary("도서관|에서|는 열린다", "도서관|에서|는 닫는다")

    assert found["도서관"].units == (Unit("도서관", "NNG"),)
    assert found["##에서는"].units == (Unit("에서", "JKB"), Unit("는", "JKB"))
    assert found["##에서"].count == 2


def test_a_rare_long_piece_is_left_to_its_parts() -> None:
    assert "도서관장" not in vocabulary("도서관장|이 왔다")


def test_every_syllable_is_known_at_the_start_of_a_word_and_inside() -> None:
    found = vocabulary("서울")

    assert {"쀍", "##쀍", "힣", "##힣"} <= set(found)
    tokens = make_tokenizer(list(found.values())).encode("쀍서울쀍").tokens
    assert "[UNK]" not in tokens


def test_letters_digits_and_a_few_symbols_are_english_pieces_and_other_scripts_are_not() -> None:
    found = vocabulary("서울")

    assert {"city", "##s", "?"} <= set(found)
    assert not {"。", "漢"} & set(found)


def test_a_piece_that_misleads_the_greedy_split_is_left_out() -> None:
    texts = ["세계|대|도시|협의회"] * 2 + ["세계|대|도시"] * 2

    found = vocabulary(*(f"{text} {number}" for number, text in enumerate(texts)), lexicon=["대도"])

    tokens = make_tokenizer(list(found.values())).encode("세계대도시협의회").tokens
    assert tokens == ["세계", "##대", "##도시", "##협의회"]
    assert "##대도" not in found


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Citys", ["city", "##s"]),
        ("서울city?", ["서울", "city", "?"]),
        ("서울, (서울)", ["서울", "서울"]),
        ("", []),
    ],
)
def test_the_tokeniser_splits_at_scripts_and_drops_other_marks(text: str, tokens: list[str]) -> None:
    assert make_tokenizer(list(vocabulary("서울").values())).encode(text).tokens == tokens

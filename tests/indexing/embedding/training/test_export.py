import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indexing.embedding.training.export import kept_pieces, rounded
from indexing.embedding.training.pieces import Piece


@given(st.lists(st.lists(st.floats(-100, 100, width=32), min_size=3, max_size=3), min_size=1, max_size=9))
def test_rounding_moves_no_number_by_more_than_half_a_step(rows: list[list[float]]) -> None:
    table = np.array(rows, np.float32)

    whole, scales = rounded(table)

    assert np.abs(whole * scales[:, None] - table).max() <= scales.max() * 0.51 + 1e-6


def test_the_rarest_pieces_make_way_and_single_syllables_stay() -> None:
    pieces = [Piece("도시", (), 5.0), Piece("##도서관", (), 0.2), Piece("##쀍", (), 0.01), Piece("서울", (), 9.0)]

    kept = kept_pieces(pieces, dimensions=16, megabytes=3 * (16 + 4 + 30) / 1e6)

    assert [pieces[number].text for number in kept] == ["도시", "##쀍", "서울"]

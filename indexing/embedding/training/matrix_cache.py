"""Vectors that other models gave, kept between runs: computing them takes most of a first run."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from indexing.embedding.training.units import Matrix


class MatrixCache:
    """One vector a text, by the name of what made it.

    Args:
        folder: where to keep them; None keeps nothing. Half precision: features need no more.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        if folder:
            folder.mkdir(parents=True, exist_ok=True)

    def rows(self, name: str, texts: Sequence[str], compute: Callable[[list[str]], Matrix]) -> Matrix:
        """One row a text, in the order of the texts; only texts not yet kept are computed."""
        kept, known = self._read(name)
        place = {text: row for row, text in enumerate(kept)}
        new = [text for text in dict.fromkeys(texts) if text not in place]
        if new:
            computed = compute(new)
            place.update({text: len(kept) + row for row, text in enumerate(new)})
            known = np.concatenate([known, computed]) if kept else computed
            self._write(name, [*kept, *new], known)
        return known[[place[text] for text in texts]] if texts else known[:0]

    def _read(self, name: str) -> tuple[list[str], Matrix]:
        if not self._folder or not (self._folder / f"{name}.npy").is_file():
            return [], np.zeros((0, 0), np.float32)
        texts: list[str] = json.loads((self._folder / f"{name}.json").read_text("utf-8"))
        return texts, np.load(self._folder / f"{name}.npy").astype(np.float32)

    def _write(self, name: str, texts: list[str], matrix: Matrix) -> None:
        if self._folder:
            (self._folder / f"{name}.json").write_text(json.dumps(texts, ensure_ascii=False), "utf-8")
            np.save(self._folder / f"{name}.npy", matrix.astype(np.float16))

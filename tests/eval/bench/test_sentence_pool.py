from pathlib import Path

import pytest

from eval.bench.sentence_pool import FEWEST, LONGEST, SHORTEST, SentencePool, sentence_pools
from indexing.errors import CorpusError

DUMP = """해담시 도서관, 내달 다시 문 연다

입력 2025-03-11 10:20

{sentences}
"""


def write(folder: Path, sentences: int) -> None:
    text = "\n\n".join(f"해담시는 도서관 {number}곳을 고쳐 내달 다시 연다고 밝혔다." for number in range(sentences))
    (folder / "library.txt").write_text(DUMP.format(sentences=text), "utf-8")


def test_sentences_are_distinct_and_neither_scraps_nor_paragraphs(pools: tuple[SentencePool, ...]) -> None:
    assert pools[0].language == "ko"
    for pool in pools:
        assert len(pool.sentences) == len(set(pool.sentences)) >= FEWEST
        assert all(SHORTEST <= len(sentence) <= LONGEST for sentence in pool.sentences)
        assert pool.titles


def test_other_files_of_the_folder_do_no_harm(tmp_path: Path) -> None:
    write(tmp_path, FEWEST)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    (tmp_path / "empty.txt").write_text("")
    (pool,) = sentence_pools(tmp_path)
    assert len(pool.sentences) == FEWEST
    assert pool.titles == ("해담시 도서관, 내달 다시 문 연다",)


def test_too_few_sentences_say_so(tmp_path: Path) -> None:
    write(tmp_path, FEWEST - 1)
    with pytest.raises(CorpusError, match=rf"holds {FEWEST - 1} sentences .* {FEWEST} .* --corpus"):
        sentence_pools(tmp_path)


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds 0 sentences"):
        sentence_pools(tmp_path)

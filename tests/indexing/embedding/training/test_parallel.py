from pathlib import Path

import pytest

from indexing.embedding.training.curriculum import Curriculum
from indexing.embedding.training.held_out import TRANSLATIONS, HeldOut
from indexing.embedding.training.parallel import OWN_PAIRS, load_sets, read_parallel
from indexing.embedding.training.tables import rows


def write(folder: Path, path: str, text: str) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_a_measured_sentence_is_never_trained_on_however_it_is_written(tmp_path: Path) -> None:
    write(tmp_path, TRANSLATIONS["tatoeba"], "나는 그의 모자가 싫다.\tI hate his hat.\n")
    write(
        tmp_path, "koen_news/dev.tsv", "모자\tI  hate his hat!\n나는 그의 모자가 싫다\tother\n비가 왔다.\tIt rained.\n"
    )

    pairs = read_parallel(tmp_path, HeldOut.of(tmp_path, tmp_path))["news"]

    assert ("비가 왔다.", "It rained.") in pairs
    assert ("모자", "I  hate his hat!") not in pairs
    assert ("나는 그의 모자가 싫다", "other") not in pairs


def test_alternatives_of_a_dictionary_are_pairs_of_their_own(tmp_path: Path) -> None:
    write(tmp_path, "omw_wordnet/words.tsv", "도시; 시\tcity; town\n")

    pairs = read_parallel(tmp_path, HeldOut(()))["dictionary"]

    assert set(pairs) == {("도시", "city"), ("도시", "town"), ("시", "city"), ("시", "town")}


def test_definitions_pair_a_term_with_its_last_column(tmp_path: Path) -> None:
    write(tmp_path, "gov_standard_words/term_definitions_ko.tsv", "주소\taddress\t사람이 사는 곳\n")

    assert read_parallel(tmp_path, HeldOut(()))["definitions"] == [("주소", "사람이 사는 곳")]


def test_without_any_set_there_are_our_own_pairs(tmp_path: Path) -> None:
    found = read_parallel(tmp_path, HeldOut(()))

    assert len(found["news"]) > 2000
    assert len(found["everyday"]) > 4000
    assert ("도시", "city") in found["glossary"] or ("시", "city") in found["glossary"]


def test_every_kind_of_set_is_one_that_the_recipe_trains() -> None:
    assert {row.kind for row in load_sets()} <= Curriculum.KINDS


@pytest.mark.parametrize("file", sorted(OWN_PAIRS.glob("*.tsv")), ids=lambda file: file.name)
def test_our_own_pairs_are_well_formed(file: Path) -> None:
    columns = {"news.tsv": 2, "everyday.tsv": 2, "tydiqa.tsv": 6}.get(file.name, 4)
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]

    assert len(list(rows(file, columns))) == len(lines)
    assert all(line.count("\t") == columns - 1 for line in lines)
    assert len(set(lines)) == len(lines)

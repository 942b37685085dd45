import hashlib
import threading
from pathlib import Path

import pytest

from indexing.archive.derived.keywords import KEYWORDS_VERSION, KeywordIndex, KeywordRow
from indexing.errors import ArchiveError
from indexing.language.romanisation import sound_keys, word_sound_keys
from indexing.language.terms import index_terms

RAIN = KeywordRow("p1", "a1", "부산에 폭우", "부산 해운대에 시간당 80mm의 비가 내렸다.")
FLOOD = KeywordRow("p2", "a1", "부산에 폭우", "도로가 물에 잠겼다.")
SEOUL = KeywordRow("p3", "a2", "서울 축제 개막", "오세훈 시장은 Metropolis 총회에서 축제를 알렸다.")


@pytest.fixture
def index(tmp_path: Path) -> KeywordIndex:
    opened = KeywordIndex(tmp_path / "keywords", create=True)
    opened.replace(["a1", "a2"], [RAIN, FLOOD, SEOUL])
    return opened


def found(index: KeywordIndex, query: str, k: int = 10) -> list[str]:
    return [passage_id for passage_id, _ in index.search(dict.fromkeys(index_terms(query), 1.0), {}, k)]


def test_an_inflected_word_finds_its_passage(index: KeywordIndex) -> None:
    assert found(index, "해운대는")[0] == "p1"


def test_a_latin_word_is_found_in_any_case(index: KeywordIndex) -> None:
    assert found(index, "METROPOLIS") == ["p3"]


def test_the_headline_is_searched_with_every_passage_of_its_article(index: KeywordIndex) -> None:
    assert set(found(index, "폭우")) == {"p1", "p2"}


def test_a_term_in_the_headline_outweighs_one_in_the_text(tmp_path: Path) -> None:
    index = KeywordIndex(tmp_path / "k", create=True)
    index.replace([], [KeywordRow("text", "1", "가나", "다라"), KeywordRow("headline", "2", "다라", "가나")])

    assert found(index, "다라") == ["headline", "text"]


def test_a_heavier_term_decides_the_order(index: KeywordIndex) -> None:
    def best(rain: float, festival: float) -> str:
        return index.search({"부산": rain, "축제": festival}, {}, 1)[0][0]

    assert (best(9.0, 0.1), best(0.1, 9.0)) == ("p1", "p3")


def test_a_romanised_name_finds_the_hangul_name(index: KeywordIndex) -> None:
    sounds = dict.fromkeys(sound_keys("Sehoon"), 1.0) | dict.fromkeys(sound_keys("오세훈"), 1.0)

    assert [passage_id for passage_id, _ in index.search({}, sounds, 5)] == ["p3"]


def test_frequencies_count_passages(index: KeywordIndex) -> None:
    key = sound_keys("오세훈")[-1]

    assert index.document_frequencies(["부산", "없는말"]) == {"부산": 1, "없는말": 0}
    assert index.sound_frequencies([key]) == {key: 1}


def test_no_more_hits_are_given_than_asked_for(index: KeywordIndex) -> None:
    assert len(found(index, "부산 서울 도로", k=2)) == 2
    assert found(index, "부산", k=0) == []


def test_a_query_without_terms_finds_nothing(index: KeywordIndex) -> None:
    assert index.search({}, {}, 10) == []


def test_replacing_an_article_removes_its_former_passages(index: KeywordIndex) -> None:
    index.replace(["a1"], [KeywordRow("p9", "a1", "맑음", "해가 났다.")])

    assert found(index, "부산") == []
    assert found(index, "해가") == ["p9"]
    assert index.count() == 2


def test_the_index_outlives_its_object(index: KeywordIndex, tmp_path: Path) -> None:
    index.close()

    assert found(KeywordIndex(tmp_path / "keywords"), "해운대")[0] == "p1"


def test_a_second_writer_is_told_to_wait(index: KeywordIndex, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"Another process is writing to .*keywords"):
        KeywordIndex(tmp_path / "keywords").replace(["a1"], [])


def test_after_release_another_may_write(index: KeywordIndex, tmp_path: Path) -> None:
    index.release()
    other = KeywordIndex(tmp_path / "keywords")
    other.replace(["a1"], [])
    other.release()

    assert other.count() == 1


def test_a_missing_index_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="newschat index"):
        KeywordIndex(tmp_path / "none").count()

    assert not (tmp_path / "none").exists()


def test_a_damaged_index_names_the_command_that_mends_it(index: KeywordIndex, tmp_path: Path) -> None:
    index.close()
    (tmp_path / "keywords" / "meta.json").write_text("{")

    with pytest.raises(ArchiveError, match=r"keywords is damaged.*newschat index"):
        KeywordIndex(tmp_path / "keywords").count()


def test_threads_search_while_one_writes(index: KeywordIndex) -> None:
    counts: list[int] = []

    def search() -> None:
        counts.extend(len(found(index, "축제")) for _ in range(30))

    readers = [threading.Thread(target=search) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(10):
        index.replace(["x"], [KeywordRow("x1", "x", "맑음", f"{number}번째 날")])
    for reader in readers:
        reader.join()

    assert counts == [1] * 90


def test_a_change_of_the_terms_comes_with_a_new_version() -> None:
    """Where this fails, raise KEYWORDS_VERSION and note the new digest: archives then make their keyword index anew."""
    text = "오세훈 시장은 29일 Metropolis 총회에서 1,200명에게 3.5%를 알렸다. The Mayors’ meeting; 東京 불이 나랑"
    terms = [*index_terms(text), *(key for word in text.split() for key in word_sound_keys(word))]
    digest = hashlib.blake2b(" ".join(terms).encode(), digest_size=8).hexdigest()

    assert (KEYWORDS_VERSION, digest) == ("1", "4595f6daef2ac15c")

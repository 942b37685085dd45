"""The sample archive and its question set agree: every gold answer can be opened and read where it is said to stand."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
QUESTIONS: list[dict[str, Any]] = [
    json.loads(line) for line in (ROOT / "eval" / "sets" / "sample.jsonl").read_text(encoding="utf-8").splitlines()
]
ANSWERABLE = [row for row in QUESTIONS if row["answerable"]]
ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}-\d\d-\d\d)?")


def decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp949")


def visible_text(path: str) -> str:
    """All a reader of the named file or line sees, boilerplate included, on one line."""
    name, _, line = path.partition("#")
    text = decoded(CORPUS / name)
    if line:
        text = json.loads(text.splitlines()[int(line) - 1])["body"]
    if name.endswith(".html"):
        text = BeautifulSoup(text, "html.parser").get_text()
    return " ".join(text.split())


def article_paths() -> Iterator[str]:
    for file in sorted(CORPUS.rglob("*")):
        name = file.relative_to(CORPUS).as_posix()
        if file.suffix == ".jsonl":
            yield from (f"{name}#{number}" for number, _ in enumerate(decoded(file).splitlines(), start=1))
        elif file.is_file() and not file.name.startswith("README"):
            yield name


def test_the_sample_archive_holds_twenty_articles_all_listed_in_its_readme() -> None:
    paths = list(article_paths())
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    assert len(paths) == 20
    assert [path for path in paths if f"`{path.partition('#')[0]}`" not in readme] == []


def test_one_page_needs_cp949_because_it_has_syllables_outside_euc_kr() -> None:
    data = (CORPUS / "pages" / "powol-night-market.html").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        data.decode("euc_kr")
    assert "똠얌꿍" in data.decode("cp949")


def test_thirty_questions_are_half_korean_half_english_with_unique_ids() -> None:
    assert len(QUESTIONS) == 30
    assert Counter(row["lang"] for row in QUESTIONS) == {"ko": 15, "en": 15}
    assert len({row["id"] for row in QUESTIONS}) == 30


@pytest.mark.parametrize("row", ANSWERABLE, ids=lambda row: row["id"])
def test_the_quote_of_an_answerable_question_stands_in_its_first_article(row: dict[str, Any]) -> None:
    assert set(row["articles"]) <= set(article_paths())
    assert row["quote"] in visible_text(row["articles"][0])


@pytest.mark.parametrize("row", ANSWERABLE, ids=lambda row: row["id"])
def test_an_answerable_question_has_an_answer_in_its_quote_and_a_date_only_when_it_asks_for_one(
    row: dict[str, Any],
) -> None:
    assert any(answer in row["quote"] for answer in row["answers"])
    assert ("date" in row) == (row["type"] == "when")
    assert ISO_DATE.fullmatch(row.get("date", "2025"))


def test_six_questions_are_unanswerable_and_carry_no_gold() -> None:
    unanswerable = [row for row in QUESTIONS if not row["answerable"]]
    assert len(unanswerable) == 6
    assert not any({"answers", "articles", "quote", "date"} & row.keys() for row in unanswerable)


@pytest.mark.parametrize("term", ["미술관", "공항", "airport", "배구", "volleyball"])
def test_the_key_term_of_a_near_miss_stands_nowhere_in_the_archive(term: str) -> None:
    assert [path for path in article_paths() if term in visible_text(path).casefold()] == []


@pytest.mark.parametrize("term", ["햇사과 한마당", "두통약", "비트코인"])
def test_a_trap_question_has_bait_in_the_boilerplate_of_one_file(term: str) -> None:
    assert len([path for path in article_paths() if term in visible_text(path)]) == 1

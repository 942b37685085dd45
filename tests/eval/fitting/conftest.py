"""Six articles, and eight questions about them: six that they answer, two that they do not."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.composition.application import Application, open_application
from app.composition.archive import index_corpus
from app.settings import Settings
from eval.question_set.loading import load_question_set
from eval.question_set.question import Question

ARTICLES = {
    "lantern": (
        "등불축제 29일 개막",
        "한빛시는 등불축제를 오는 9월 29일 강변공원에서 연다고 3일 밝혔다. "
        "올해 등불축제에는 시민이 만든 등불 1,200개가 걸린다. 비가 오면 실내 체육관으로 자리를 옮긴다.",
    ),
    "library": (
        "새벽도서관 관장에 윤가람 씨",
        "새벽도서관은 새 관장으로 윤가람 씨를 임명했다고 20일 발표했다. "
        "윤 관장은 어린이 열람실을 두 배로 넓히겠다고 말했다. 도서관은 다음 달부터 밤 10시까지 문을 연다.",
    ),
    "ferry": (
        "솔섬 여객선 요금 인상",
        "솔섬을 오가는 여객선 요금이 8천 원에서 9천500원으로 오른다. "
        "선사는 기름값이 올라 요금을 올릴 수밖에 없었다고 설명했다. 섬 주민은 지금까지의 요금을 그대로 낸다.",
    ),
    "tram": (
        "트램 2호선 착공",
        "트램 2호선 공사가 4일 버들역에서 시작됐다. 노선의 길이는 7.4킬로미터이고 역은 11곳이다. "
        "시는 공사에 3천억 원을 쓴다.",
    ),
    "museum": (
        "Tidal museum opens its doors",
        "The tidal museum of Hanbit opened on Saturday with a show of 400 shells. "
        "Director Clara Olsen expects 90,000 visitors a year. Pupils pay nothing.",
    ),
    "football": (
        "한빛축구단 1부 승격",
        "한빛축구단이 마지막 경기에서 2 대 1로 이겨 1부로 올라갔다. "
        "결승골은 후반 88분에 정노을이 넣었다. 관중 1만4천 명이 경기를 지켜봤다.",
    ),
}

QUESTIONS = (
    ("등불축제는 언제 열려?", "lantern", "9월 29일"),
    ("How many lanterns hang at the lantern festival?", "lantern", "1,200개"),
    ("새벽도서관 새 관장은 누구야?", "library", "윤가람"),
    ("솔섬 여객선 요금은 얼마로 올라?", "ferry", "9천500원"),
    ("트램 2호선의 길이는 얼마야?", "tram", "7.4킬로미터"),
    ("Who is the director of the tidal museum?", "museum", "Clara Olsen"),
    ("Who won the chess olympiad in Budapest?", None, None),
    ("비트코인 시세는 얼마야?", None, None),
)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fitted")
    for day, (name, (title, body)) in enumerate(ARTICLES.items(), start=3):
        text = f"---\ntitle: {title}\ndate: 2025-09-0{day}\npublisher: 한빛일보\n---\n\n{body}\n"
        (folder / f"{name}.md").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def question_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [
        {"question": question, "answerable": False}
        if article is None
        else {"question": question, "articles": [f"{article}.md"], "answers": [answer]}
        for question, article, answer in QUESTIONS
    ]
    file = tmp_path_factory.mktemp("set") / "questions.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return file


@pytest.fixture(scope="session")
def questions(question_set: Path) -> tuple[Question, ...]:
    return load_question_set([question_set]).questions


@pytest.fixture(scope="session")
def application(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    settings = Settings(archive_dir=tmp_path_factory.mktemp("archive") / "archive", corpus_dir=corpus)
    index_corpus(settings, corpus)
    with open_application(settings) as opened:
        yield opened

"""A small archive of two articles, indexed once, an application over it, archives of any articles, a real browser."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.composition.application import Application, open_application
from app.composition.archive import index_corpus
from app.question.question import QuestionAnalyser
from app.settings import Settings
from indexing.archive.archive import Archive
from indexing.archive.catalog.entries import Entry
from indexing.archive.opening import open_archive
from indexing.article import Article, article_id_for
from indexing.embedding.bundled import BundledEmbedding
from indexing.language.glossary import Glossary
from indexing.language.people import People
from indexing.passages import split_passages

ASSEMBLY = """한빛시, 하천도시협의회 총회 유치…“물길로 도시를 잇는다”

김가온 기자 / 기사승인 : 2025-01-21 18:35:19
  • 인쇄

하천도시협의회(Riverlink) 20주년 총회가 오는 9월 29일부터 10월 1일까지 한빛컨벤션센터에서 열린다고 시가 21일 밝혔다.

총회에는 40개 도시에서 1,200명이 참가한다. 협의회의 마르코 벨리니(Marco Bellini) 사무총장은 “강의 도시가 모인다”고 했다.

한빛시는 총회 준비에 12억 원을 쓴다. 예산이 늘어난 것은 회의장을 새로 고치기 때문이다.

[저작권자ⓒ 한빛일보. 무단전재-재배포 금지]
"""

LIBRARY = """---
title: 새 도서관, 내년 3월 문 연다
date: 2024-11-05
author: 이도담
publisher: 한빛일보
---

한빛시 남구에 짓는 새 도서관이 내년 3월 문을 연다. 박서린 관장은 “아이들이 먼저 찾는 곳으로 만들겠다”고 밝혔다.

도서관은 남구 버들동 옛 우체국 자리에 들어선다. 책 8만 권을 갖춘다.
"""


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "assembly.txt").write_text(ASSEMBLY, "utf-8")
    (folder / "library.md").write_text(LIBRARY, "utf-8")
    return folder


@pytest.fixture(scope="session")
def settings(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    chosen = Settings(archive_dir=tmp_path_factory.mktemp("archive") / "archive", corpus_dir=corpus)
    index_corpus(chosen, corpus)
    return chosen


@pytest.fixture(scope="session")
def application(settings: Settings) -> Iterator[Application]:
    with open_application(settings) as opened:
        yield opened


LEAK_STORY = (
    "11일 아침 버들동 도금공장에서 염산이 새어 직원 3명이 병원으로 옮겨졌다. 소방서는 밸브를 잠그고 소석회 12포대를 "
    "뿌려 중화했다. 시는 버들동 주민 200명에게 창문을 닫으라고 알렸다. 소방서는 눈에 닿으면 물에 씻으라고 당부했다."
)
FERRY_STORY = (
    "솔섬 여객선 뱃삯이 다음 달 1일부터 9천500원으로 오른다. 여객선 회사는 기름값이 두 해 동안 40% 올라 "
    "견딜 수 없다고 했다. 섬 주민 310명은 지금처럼 반값만 낸다. 배는 하루 네 번 뜨고, 첫 배는 아침 7시 10분이다. "
    "시는 여름 석 달 동안 저녁 배를 한 번 더 띄우는 방안을 회사와 이야기하고 있다. 어린이와 예순다섯이 넘은 사람은 "
    "6천 원을 내며, 자전거를 실으면 2천 원을 더 낸다. 표는 부두 창구와 누리집에서 사고 하루 전까지 물린다."
)
STORY_OUTLETS = ("누리뉴스", "한빛일보", None, "포구신문", "섬마을방송", "도시경제", "바다타임즈")
STORY_ROWS = (
    ("[속보] 버들동 도금공장서 염산 새어 3명 병원행", "한빛일보", "2025-06-11T09:00:00", None, LEAK_STORY),
    (
        "[정정] 버들동 도금공장 염산 누출 병원행 3명 아닌 2명",
        "한빛일보",
        "2025-06-12T15:00:00",
        "https://hanbit.example/correction",
        "버들동 도금공장 염산 누출로 병원에 옮겨진 직원은 2명입니다. 앞선 기사의 숫자를 바로잡습니다.",
    ),
    *(
        (f"솔섬 뱃삯 오른다 {day}", outlet, f"2025-07-0{day}", f"https://outlet.example/{day}", FERRY_STORY)
        for day, outlet in enumerate(STORY_OUTLETS, 1)
    ),
)
"""Headline, outlet, date, address and text: a flash and its correction, and one story in seven outlets."""


@pytest.fixture(scope="session")
def story_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An indexed archive of STORY_ROWS."""
    corpus = tmp_path_factory.mktemp("stories")
    keys = ("title", "publisher", "published_at", "url", "body")
    rows = [json.dumps(dict(zip(keys, row, strict=True)), ensure_ascii=False) for row in STORY_ROWS]
    (corpus / "wire.jsonl").write_text("\n".join(rows), "utf-8")
    chosen = Settings(archive_dir=tmp_path_factory.mktemp("archive") / "stories", corpus_dir=corpus)
    index_corpus(chosen, corpus)
    return chosen


@pytest.fixture(scope="session")
def embedder() -> BundledEmbedding:
    return BundledEmbedding()


@pytest.fixture(scope="session")
def analyser() -> QuestionAnalyser:
    return QuestionAnalyser(Glossary.load(), People.load())


MakeArchive = Callable[[Sequence[Article]], Archive]

_FIRE = (
    "2일 새벽 버들동 시장에서 불이 나 점포 12곳이 탔다. 불은 두 시간 만에 꺼졌고 다친 사람은 없다. "
    "소방서는 어묵 가게의 전기 난로에서 불이 시작된 것으로 보고 있다. "
    "상인회는 시장을 사흘 동안 닫고 잔해를 치우기로 했다. 시는 피해 상인에게 300만 원씩 빌려준다."
)
_CRANES = " ".join(
    f"포월항 크레인 {number}호기는 컨테이너를 한 시간에 {20 + number}개씩 옮기며 값은 {number}0억 원이다."
    for number in range(1, 13)
)


def _article(path: str, title: str, body: str, published_at: date | None, **fields: Any) -> Article:
    choice = {"language": "ko", "publisher": "한빛일보", **fields}
    return Article(article_id_for(None, path), path, title, body, published_at, **choice)


@pytest.fixture(scope="session")
def articles() -> tuple[Article, ...]:
    """A long one, two copies under different headlines, one story of two years, one in English, one without a date."""
    return (
        _article(
            "cranes.txt", "포월항 크레인 열두 기 들어선다", _CRANES, datetime(2025, 3, 4, 9), url="https://n.test/1"
        ),
        _article("fire.txt", "버들동 시장 화재로 점포 12곳 태워", _FIRE, date(2025, 5, 2)),
        _article("fire-copy.txt", "시장 상인들 하루아침에 일터 잃어", _FIRE, date(2025, 5, 3), publisher="누리뉴스"),
        _article(
            "lights-2024.txt",
            "등불축제 막 내려",
            "한빛시 등불축제가 10일 막을 내렸다. 사흘 동안 시민 3만 명이 다녀갔다. 등불은 모두 1,200개가 걸렸다.",
            date(2024, 8, 10),
        ),
        _article(
            "lights-2025.txt",
            "등불축제 성황리에 끝나",
            "한빛시 등불축제가 9일 끝났다. 사흘 동안 시민 5만 명이 다녀갔다. 지난해보다 2만 명이 많다.",
            date(2025, 8, 9),
        ),
        _article(
            "tidal.txt",
            "Hanbit to open a tidal museum in May",
            "Hanbit will open a tidal museum on 3 May 2025. The museum shows 400 shells from the mud flats. "
            "Director Clara Olsen said admission is free for pupils.",
            date(2025, 2, 11),
            language="en",
        ),
        _article(
            "library.txt",
            "버들도서관 새 관장에 윤가람 씨",
            "버들도서관은 새 관장으로 윤가람 씨를 임명했다. 윤 관장은 어린이 열람실을 두 배로 넓히겠다고 말했다.",
            date(2025, 8, 20),
        ),
        _article(
            "guide.txt", "솔섬 가는 길", "솔섬 여객선은 하루 네 번 뜬다. 배표는 9천500원이다.", None, publisher=None
        ),
    )


@pytest.fixture(scope="session")
def make_archive(tmp_path_factory: pytest.TempPathFactory, embedder: BundledEmbedding) -> Iterator[MakeArchive]:
    """Archives of articles, in passages of at most 120 characters, embedded by the bundled model."""
    with ExitStack() as opened:

        def making(articles: Sequence[Article]) -> Archive:
            folder = tmp_path_factory.mktemp("made")
            archive = opened.enter_context(open_archive(folder, embedder, writable=True))
            archive.add([Entry(one.path, one, split_passages(one, 120)) for one in articles])
            return archive

        yield making


@pytest.fixture(scope="session")
def archive(make_archive: MakeArchive, articles: tuple[Article, ...]) -> Archive:
    return make_archive(articles)


BROWSER_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,800",
)


@pytest.fixture(scope="module")
def open_browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Any]]:
    """One browser a language, with a profile of its own, kept for the module."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("needs chromium and chromedriver on the PATH (Debian: chromium, chromium-driver)")
    opened: dict[str, Any] = {}

    def opening(language: str) -> Any:
        if language not in opened:
            opened[language] = _browser(program, driver, language, tmp_path_factory.mktemp("profile"))
        return opened[language]

    yield opening
    for browser in opened.values():
        browser.quit()


def _browser(program: str, driver: str, language: str, profile: Path) -> Any:
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = program
    for flag in (*BROWSER_FLAGS, f"--user-data-dir={profile}", f"--lang={language}", f"--accept-lang={language}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    return Chrome(options=options, service=Service(driver))

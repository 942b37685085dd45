"""A small archive of two articles, indexed once, an application over it, and a real browser."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.composition import Application, index_corpus, open_application
from app.settings import Settings

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

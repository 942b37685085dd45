"""The whole way: `newschat chat` in its own process, a question in a real browser, the cited sentence open."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.composition.application import open_application
from app.composition.archive import index_corpus
from app.settings import Settings


@pytest.fixture
def folder(corpus: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(corpus, tmp_path / "articles"))


@pytest.fixture
def address(folder: Path, tmp_path: Path) -> Iterator[str]:
    with _chat(folder, tmp_path) as (address, _):
        yield address


@contextmanager
def _chat(folder: Path, home: Path) -> Iterator[tuple[str, str]]:
    """The address of a page in its own process, and what was said before it was served."""
    environment = {**os.environ, "NEWSCHAT_CORPUS_DIR": str(folder), "NEWSCHAT_WATCH": "0.2", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "app.cli", "chat", "--port", "0", "--archive", str(home / "archive")]
    with subprocess.Popen(command, cwd=home, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield _address(process)
        finally:
            process.terminate()


def _address(process: subprocess.Popen[str]) -> tuple[str, str]:
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found.group(), "".join(said)
        said.append(line)
    raise AssertionError(f"newschat chat stopped: {''.join(said)}")


def test_a_corpus_that_is_gone_at_the_start_is_told_and_the_page_served(folder: Path, tmp_path: Path) -> None:
    index_corpus(Settings(archive_dir=tmp_path / "archive", corpus_dir=folder), folder)
    shutil.rmtree(folder)
    with _chat(folder, tmp_path) as (address, said):
        assert address
    assert f"Warning: The corpus folder {folder} does not exist." in said
    assert "The page answers from the archive as it is." in said
    with open_application(Settings(archive_dir=tmp_path / "archive", corpus_dir=folder)) as application:
        assert application.archive.coverage().articles == 2


@pytest.mark.browser
def test_a_question_typed_into_the_page_opens_the_cited_sentence_and_a_new_article_appears(
    address: str, folder: Path, open_browser: Callable[[str], Any]
) -> None:
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.wait import WebDriverWait

    browser = open_browser("en-US")
    browser.get(address)

    def see(css: str, text: str = "") -> Any:
        def found(driver: Any) -> Any:
            return next((one for one in driver.find_elements("css selector", css) if text in one.text), None)

        return WebDriverWait(browser, 60).until(found, f"{css} {text}")

    see(".top-bar")
    see("#question textarea").send_keys("When is the Riverlink assembly?", Keys.ENTER)
    assert see(".short-answer").text == "29 September – 1 October 2025"
    see("a.cite").click()
    assert "오는 9월 29일부터 10월 1일까지" in see("details.is-cited[open] mark").text
    (folder / "bridge.md").write_text(
        "# Silver Bridge opens in May\n\nThe Silver Bridge opens on 3 May 2025.\n", "utf-8"
    )
    see(".top-bar", "(1 added)")
    see("#question textarea").send_keys("When does the Silver Bridge open?", Keys.ENTER)
    see(".short-answer", "3 May 2025")

"""The whole way: `newschat chat` in its own process, a question in a real browser, the cited sentence open."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def address(corpus: Path, tmp_path: Path) -> Iterator[str]:
    environment = {**os.environ, "NEWSCHAT_CORPUS_DIR": str(corpus), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "app.cli", "chat", "--port", "0", "--archive", str(tmp_path / "archive")]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield _address(process)
        finally:
            process.terminate()


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line)
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found.group()
    raise AssertionError(f"newschat chat stopped: {''.join(said)}")


@pytest.mark.browser
def test_a_question_typed_into_the_page_opens_the_cited_sentence(
    address: str, open_browser: Callable[[str], Any]
) -> None:
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.wait import WebDriverWait

    browser = open_browser("en-US")
    browser.get(address)

    def see(css: str) -> Any:
        wait = WebDriverWait(browser, 30)
        return wait.until(lambda driver: next(iter(driver.find_elements("css selector", css)), None), css)

    see(".top-bar")
    see("#question textarea").send_keys("When is the Riverlink assembly?", Keys.ENTER)
    assert see(".short-answer").text == "29 September – 1 October 2025"
    see("a.cite").click()
    assert "오는 9월 29일부터 10월 1일까지" in see("details.is-cited[open] mark").text

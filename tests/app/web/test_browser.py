"""The page in a real browser, as a reader meets it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import gradio
import pytest
from selenium.common.exceptions import ElementClickInterceptedException, StaleElementReferenceException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from app.index_state import CorpusFolder, IndexState
from app.web.page import build_page
from app.web.serving import serve_page
from indexing.archive.catalog.coverage import Coverage
from indexing.errors import CorpusError
from indexing.reading.outcome import Skipped
from indexing.report import Changes, IndexReport

pytestmark = [
    pytest.mark.browser,
    # Gradio's queue counts its events with pandas in ways that pandas 3 is about to drop.
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting' is deprecated"),
    pytest.mark.filterwarnings("ignore:The copy keyword is deprecated"),
]

WITHIN = 30
FESTIVAL = "등불축제는 언제 열리나요?"
FERRY = "Is the ferry free during the festival?"


class Reader:
    """A person before the page: sees elements, presses keys, clicks."""

    def __init__(self, browser: Chrome, address: str) -> None:
        self.browser = browser
        browser.get(f"{address}gradio_api/app_id")  # where the page is not, to keep what is being cleared
        browser.execute_script("sessionStorage.clear()")
        browser.get(address)
        self.see(".top-bar")
        self.see("button.example")

    def see(self, css: str, text: str = "") -> WebElement:
        """The last visible element of that kind holding that text, as soon as there is one."""

        def found(browser: Chrome) -> WebElement | None:
            shown = [found for found in browser.find_elements(By.CSS_SELECTOR, css) if found.is_displayed()]
            return next((element for element in reversed(shown) if text in element.text), None)

        # an element may be drawn anew between its being found and its being read
        wait = WebDriverWait(self.browser, WITHIN, ignored_exceptions=[StaleElementReferenceException])
        return wait.until(found, f"no {css} with {text!r}")

    def click(self, css: str, text: str = "") -> None:
        """Clicks what :meth:`see` finds, once more where it is drawn anew just then, as beside a streaming answer."""

        def clicked(_: Chrome) -> bool:
            self.see(css, text).click()
            return True

        ignored = [StaleElementReferenceException, ElementClickInterceptedException]
        WebDriverWait(self.browser, WITHIN, ignored_exceptions=ignored).until(clicked, f"no click on {css}")

    def count(self, css: str) -> int:
        return len(self.browser.find_elements(By.CSS_SELECTOR, css))

    @property
    def box(self) -> WebElement:
        return self.see("#question textarea")

    def ask(self, question: str) -> None:
        self.box.send_keys(question)
        self.box.send_keys(Keys.ENTER)

    def until(self, script: str) -> Any:
        wait = WebDriverWait(self.browser, WITHIN)
        return wait.until(lambda browser: browser.execute_script(f"return {script}"), script)


@pytest.fixture(scope="module")
def conversation(written: SimpleNamespace) -> Any:
    return written.conversation()


@pytest.fixture(scope="module")
def upkeep(written: SimpleNamespace) -> Any:
    return written.upkeep()


@pytest.fixture(scope="module")
def held(coverage: Callable[[], Coverage]) -> SimpleNamespace:
    return SimpleNamespace(now=coverage())


@pytest.fixture(scope="module")
def built(
    conversation: Any,
    upkeep: Any,
    held: SimpleNamespace,
    examples: Mapping[str, Sequence[str]],
    beside_a_loop: Callable[[Callable[[], Any]], Any],
) -> Callable[[], gradio.Blocks]:
    folder = CorpusFolder(Path("/news/haean"), watched=True)

    def building() -> gradio.Blocks:
        return build_page(conversation, lambda: held.now, upkeep, "해안시 뉴스", examples, folder)

    return lambda: beside_a_loop(building)


@pytest.fixture(scope="module")
def page(built: Callable[[], gradio.Blocks]) -> gradio.Blocks:
    return built()


@pytest.fixture(scope="module")
def address(page: gradio.Blocks, beside_a_loop: Callable[[Callable[[], Any]], Any]) -> Iterator[str]:
    with ExitStack() as opened:
        yield beside_a_loop(lambda: opened.enter_context(serve_page(page, "127.0.0.1", 0)))


@pytest.fixture
def reader(open_browser: Callable[[str], Chrome], address: str) -> Reader:
    return Reader(open_browser("ko-KR"), address)


def requested_hosts(browser: Chrome) -> set[str | None]:
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    urls = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
    return {urlsplit(url).hostname for url in urls if urlsplit(url).scheme in {"http", "https", "ws", "wss"}}


def test_a_citation_opens_and_marks_its_source_and_nothing_is_fetched_from_outside(reader: Reader) -> None:
    reader.click("button.example", FESTIVAL)
    assert reader.see(".short-answer").text == "2025년 9월 29일 – 10월 1일"
    reader.click("a.cite", "[3]")
    source = reader.see("details.is-cited[open]")
    assert source.get_attribute("id") == "src-1-3"
    assert source.find_element(By.TAG_NAME, "mark").text.startswith("The Haean ferry will carry")
    assert reader.browser.switch_to.active_element.text.startswith("3\nFerry free")
    reader.click("a.cite", "[1]")
    reader.until("document.querySelector('.is-cited').id === 'src-1-1'")
    assert requested_hosts(reader.browser) == {"127.0.0.1"}


def test_each_answers_numbers_open_its_own_sources(reader: Reader) -> None:
    reader.ask("축제는 언제?")
    reader.see(".sources h2", "출처 3건")
    reader.ask("ferry?")
    reader.see(".sources h2", "출처 1건")
    assert reader.count(".turn-sources") == 2
    reader.browser.find_elements(By.CSS_SELECTOR, "a.cite")[0].click()
    reader.see(".sources h2", "출처 3건")
    assert reader.see("details.is-cited mark").text.startswith("축제는 오는 9월 29일부터")


def test_a_citation_is_reached_opened_and_left_by_keyboard(reader: Reader) -> None:
    reader.ask("ferry?")
    link = reader.see("a.cite", "[1]")
    reader.browser.execute_script("arguments[0].focus()", link)
    link.send_keys(Keys.ENTER)
    reader.see("details.is-cited[open]")
    reader.browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert reader.browser.switch_to.active_element == link


@pytest.mark.parametrize(
    ("language", "lead", "ask", "articles"),
    [
        ("ko-KR", "무엇을 찾아 드릴까요?", "질문하기", "1,234건"),
        ("en-US", "What would you like to know?", "Ask", "1,234"),
    ],
)
def test_the_page_speaks_the_browsers_language(
    open_browser: Callable[[str], Chrome], address: str, language: str, lead: str, ask: str, articles: str
) -> None:
    reader = Reader(open_browser(language), address)
    assert reader.see(".welcome-lead").text == lead
    assert reader.see("#question button").text == ask
    assert reader.see(".facts dd").text != ""
    assert reader.see(".facts div", articles)
    assert reader.browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == language[:2]


@pytest.mark.parametrize("language", ["ko-KR", "en-US"])
def test_what_is_read_aloud_is_read_in_its_own_language(
    open_browser: Callable[[str], Chrome], address: str, language: str
) -> None:
    reader = Reader(open_browser(language), address)
    spoken = "[...document.querySelectorAll('%s')].map((element) => element.closest('[lang]').lang)"
    assert reader.until(spoken % "#chat .example") == ["ko", "ko", "ko", "en", "en"]
    reader.ask(FESTIVAL)
    reader.see(".short-answer")
    reader.ask(FERRY)
    reader.see(".short-answer", "all three days")
    assert reader.until(spoken % "#chat .question") == ["ko", "en"]
    assert reader.until(spoken % ".source .title") == ["ko", "ko", "en", "en"]
    assert reader.until(spoken % ".source mark") == ["ko", "ko", "en", "en"]


def test_who_cannot_see_tells_questions_from_answers_and_the_box_from_its_button(reader: Reader) -> None:
    def told(css: str) -> list[tuple[str, str]]:
        return [
            (element.aria_role, element.accessible_name)
            for element in reader.browser.find_elements("css selector", css)
        ]

    reader.ask(FESTIVAL)
    reader.see(".short-answer")
    reader.ask(FERRY)
    reader.see(".short-answer", "all three days")
    assert told("#chat .question") == [("heading", FESTIVAL), ("heading", FERRY)]
    assert told("#chat .answer") == [("article", ""), ("article", "")]
    assert told("#question textarea") == [("textbox", "기사에 대해 물어보세요")]
    assert told("#question button") == [("button", "질문하기")]


def test_enter_in_the_middle_of_a_syllable_sends_nothing(reader: Reader, conversation: Any) -> None:
    def compose(text: str) -> None:
        composed = {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        reader.browser.execute_cdp_cmd("Input.imeSetComposition", composed)

    reader.box.send_keys("축제는 언")
    compose("ㅈ")
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
    reader.browser.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyDown", **enter})
    compose("제")
    reader.browser.execute_cdp_cmd("Input.insertText", {"text": "제"})
    reader.box.send_keys(Keys.ENTER)
    reader.see(".short-answer")
    assert reader.see(".question").text == "축제는 언제"
    assert "축제는 언ㅈ" not in conversation.histories


@pytest.mark.parametrize("marks", ["isComposing: true", "keyCode: 229"])
def test_an_enter_that_belongs_to_the_input_method_sends_nothing(reader: Reader, conversation: Any, marks: str) -> None:
    half, whole = f"ferry {marks}", f"ferry {marks}, is it free?"
    reader.box.send_keys(half)
    reader.browser.execute_script(
        "for (const kind of ['keydown', 'keypress', 'keyup']) arguments[0].dispatchEvent("
        "new KeyboardEvent(kind, {key: 'Enter', bubbles: true, cancelable: true, " + marks + "}))",
        reader.box,
    )
    reader.ask(whole.removeprefix(half))
    reader.see(".short-answer")
    assert reader.see(".question").text == whole
    assert half not in conversation.histories


@contextmanager
def screen(reader: Reader, width: int, height: int, *, phone: bool = False) -> Iterator[None]:
    shown = {"width": width, "height": height, "deviceScaleFactor": 2 if phone else 1, "mobile": phone}
    reader.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", shown)
    try:
        yield
    finally:
        reader.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_a_phone_shows_the_sources_below_the_chat_without_sideways_scrolling(reader: Reader) -> None:
    with screen(reader, 390, 844, phone=True):
        reader.ask("축제는 언제?")
        reader.see("details[open] mark")
        assert reader.until("document.documentElement.scrollWidth") == 390
        chat, sources = reader.see("#conversation").rect, reader.see("#sources").rect
        assert sources["y"] >= chat["y"] + chat["height"]


def test_on_a_phone_the_newest_question_and_its_answer_are_in_view_and_the_box_at_the_foot(reader: Reader) -> None:
    with screen(reader, 390, 844, phone=True):
        for turn in range(4):
            reader.ask(f"축제는 언제? {turn}")
            reader.see(".question", str(turn))
            reader.see("#question button", "질문하기")
            for shown in ("question", "short-answer"):
                last = f"[...document.querySelectorAll('#chat .{shown}')].at(-1).getBoundingClientRect()"
                assert reader.until(f"{last}.top >= 0 && {last}.bottom <= innerHeight")
        box = "document.querySelector('#question').getBoundingClientRect()"
        assert reader.until(f"{box}.top > 0 && {box}.bottom <= innerHeight + 1")


def test_on_a_low_window_an_answer_is_shown_from_its_beginning(reader: Reader) -> None:
    with screen(reader, 1280, 480):
        for turn in range(2):
            reader.ask(f"축제는 언제? {turn}")
            reader.see(".question", str(turn))
            reader.see("#question button", "질문하기")
        chat = "document.querySelector('#chat .bubble-wrap').getBoundingClientRect()"
        last = "[...document.querySelectorAll('#chat .short-answer')].at(-1).getBoundingClientRect()"
        assert reader.until(f"{last}.top >= {chat}.top && {last}.bottom <= {chat}.bottom")


def test_a_desktop_shows_everything_on_one_screen(reader: Reader) -> None:
    for turn in range(4):
        reader.ask(f"축제는 언제? {turn}")
        reader.see(".question", str(turn))
        reader.see("#question button", "질문하기")
    assert reader.until("document.documentElement.scrollHeight === innerHeight")
    assert reader.until("document.querySelector('#question').getBoundingClientRect().bottom < innerHeight")


def test_an_error_is_told_in_the_chat_and_the_page_survives(reader: Reader) -> None:
    reader.ask("고장?")
    assert "start it & ask <again>" in reader.see(".failed").text
    reader.ask("ferry?")
    assert reader.see(".short-answer").text == "all three days"


def test_a_press_indexes_with_progress_while_questions_are_answered(reader: Reader, upkeep: Any) -> None:
    reader.click("#reindex", "다시 색인")
    reader.see(".top-bar", "파일 1,200/10,000 읽는 중")
    assert not reader.see("#reindex", "색인 중…").is_enabled()
    reader.ask("ferry?")
    assert reader.see(".short-answer").text == "all three days"
    upkeep.state = IndexState(failure=CorpusError("x", folder="<b>corpus</b>"))
    assert "기사 폴더를 읽을 수 없습니다: <b>corpus</b>." in reader.see(".empty-archive").text
    changes = Changes(added=("a", "b"), moved=(("c", "d"),))
    report = IndexReport(2, 0, 0, (Skipped("e", "empty"),), 9, 0.1, changes, 1)
    upkeep.state = IndexState(report=report)
    reader.see(".top-bar", "(2건 추가, 1건 이동, 1건 건너뜀)")
    assert reader.count(".empty-archive") == 0
    assert reader.see("#reindex", "다시 색인").is_enabled()


def test_nobody_is_invited_to_ask_an_empty_archive_until_it_has_articles(reader: Reader, held: SimpleNamespace) -> None:
    full, held.now = held.now, Coverage(0, 0, None, None, None)
    assert "/news/haean" in reader.see(".empty-archive").text
    assert reader.see(".welcome-lead", "아직 기사가 없습니다")
    assert not [
        example for example in reader.browser.find_elements("css selector", ".example") if example.is_displayed()
    ]
    held.now = full
    assert reader.see(".welcome-lead", "무엇을 찾아 드릴까요?")
    assert reader.see("button.example")
    assert reader.count(".empty-archive") == 0


def test_a_question_that_is_too_long_stays_in_the_box(reader: Reader) -> None:
    reader.browser.execute_script(
        "arguments[0].value = 'x'.repeat(1001); arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
        reader.box,
    )
    reader.box.send_keys(Keys.ENTER)
    assert "1,001자" in reader.see(".failed").text
    assert len(reader.box.get_attribute("value")) == 1001


def test_an_answer_can_be_stopped_while_the_next_question_is_typed(reader: Reader, conversation: Any) -> None:
    reader.ask("천천히 알려 줘")
    reader.see(".working")
    reader.box.send_keys("ferry?")
    reader.click("#question button", "멈추기")
    reader.see(".stopped", "답변을 멈췄습니다.")
    conversation.go_on.set()
    assert reader.box.get_attribute("value") == "ferry?"
    reader.click("#question button", "질문하기")
    reader.see(".short-answer", "all three days")
    assert conversation.histories["ferry?"] == ()


def test_an_answer_that_goes_on_and_on_can_be_stopped_and_the_next_question_asked_at_once(
    reader: Reader, conversation: Any
) -> None:
    conversation.go_on.clear()
    reader.ask("ferry?")
    reader.see(".short-answer")
    for turn in range(3):
        reader.ask(f"끝없이 알려 줘 {turn}")
        assert reader.until("document.querySelector('.draft') !== null")
        reader.click("#question button", "멈추기")
        reader.see("#question button", "질문하기")
        assert reader.until(f"document.querySelectorAll('.stopped').length === {turn + 1}")
        assert reader.count(".draft") == 0
    reader.ask("ferry again?")
    # The button still asks for a question in the moment after Enter, so only the answer tells that there is one.
    assert reader.until("document.querySelectorAll('.short-answer').length === 2")
    assert [question for question, _ in conversation.histories["ferry again?"]] == ["ferry?"]


def test_clearing_while_an_answer_is_written_clears_it_too(reader: Reader, conversation: Any) -> None:
    conversation.go_on.clear()
    reader.ask("끝없이 알려 줘")
    assert reader.until("document.querySelector('.draft') !== null")
    reader.click("#clear", "대화 지우기")
    reader.see("button.example")
    reader.see("#question button", "질문하기")
    assert reader.count(".draft, .stopped, .question") == 0


def test_clearing_starts_a_new_conversation(reader: Reader, conversation: Any) -> None:
    reader.ask("ferry?")
    reader.see(".short-answer")
    reader.click("#clear", "대화 지우기")
    reader.see("button.example")
    assert reader.see(".sources h2").text == "출처"
    reader.ask("ferry again?")
    reader.see(".short-answer")
    assert conversation.histories["ferry again?"] == ()


def test_a_reload_keeps_the_conversation_and_what_stands_in_the_box(reader: Reader, conversation: Any) -> None:
    reader.ask("축제는 언제?")
    reader.see(".short-answer")
    reader.ask("고장?")
    reader.see(".failed")
    reader.box.send_keys("ferry <i>then</i>?")
    reader.browser.refresh()
    assert reader.see(".short-answer").text == "2025년 9월 29일 – 10월 1일"
    assert [question.text for question in reader.browser.find_elements("css selector", ".question")] == ["축제는 언제?"]
    assert reader.box.get_attribute("value") == "ferry <i>then</i>?"
    reader.click("a.cite", "[2]")
    assert reader.see("details.is-cited mark").text.startswith("시는 축제 기간")
    reader.box.send_keys(Keys.ENTER)
    reader.see(".short-answer", "all three days")
    assert [question for question, _ in conversation.histories["ferry <i>then</i>?"]] == ["축제는 언제?"]
    reader.browser.refresh()
    reader.see(".sources h2", "출처 1건")
    assert reader.box.get_attribute("value") == ""
    reader.click("#clear", "대화 지우기")
    reader.see("button.example")
    reader.browser.refresh()
    reader.see("button.example")
    assert reader.count(".question") == 0


def test_a_question_that_a_reload_leaves_unanswered_is_back_in_the_box(reader: Reader, conversation: Any) -> None:
    conversation.go_on.clear()
    reader.ask("ferry?")
    reader.see(".short-answer")
    reader.ask("천천히 알려 줘")
    reader.see(".working")
    reader.browser.refresh()
    reader.see(".short-answer", "all three days")
    assert reader.until("document.querySelector('#question textarea').value") == "천천히 알려 줘"
    assert reader.count(".question") == 1
    conversation.go_on.set()


def test_a_server_that_has_forgotten_a_tab_goes_on_with_its_conversation(
    reader: Reader, conversation: Any, page: gradio.Blocks
) -> None:
    reader.ask("ferry?")
    reader.see(".short-answer")
    page.app.state_holder.session_data.clear()
    reader.ask("and then, ferry?")
    assert reader.until("document.querySelectorAll('.short-answer').length === 2")
    assert [question for question, _ in conversation.histories["and then, ferry?"]] == ["ferry?"]
    assert reader.count(".turn-sources") == 2


@pytest.mark.parametrize(
    ("language", "told"),
    [("ko-KR", "서버와 연결이 끊겼습니다."), ("en-US", "The connection to the server is lost.")],
)
def test_a_server_that_is_gone_is_told_in_the_pages_words_and_its_return_brings_everything_back(
    open_browser: Callable[[str], Chrome],
    built: Callable[[], gradio.Blocks],
    beside_a_loop: Callable[[Callable[[], Any]], Any],
    language: str,
    told: str,
) -> None:
    def serve(opened: ExitStack, port: int) -> str:
        page = built()
        return beside_a_loop(lambda: opened.enter_context(serve_page(page, "127.0.0.1", port)))

    with ExitStack() as opened:
        address = serve(opened, 0)
        reader = Reader(open_browser(language), address)
        reader.ask("ferry?")
        reader.see(".short-answer", "all three days")
    reader.ask("is the ferry back?")
    assert reader.see("#trouble .lost").text.startswith(told)
    assert not [toast for toast in reader.browser.find_elements("css selector", ".toast-wrap") if toast.is_displayed()]
    assert reader.box.get_attribute("value") == "is the ferry back?"
    with ExitStack() as opened:
        serve(opened, urlsplit(address).port or 0)
        assert reader.until("document.querySelector('#trouble .lost')?.checkVisibility() === false")
        assert reader.see(".short-answer", "all three days")
        assert reader.box.get_attribute("value") == "is the ferry back?"
        reader.browser.get("about:blank")


def test_a_slow_answer_is_no_server_that_is_gone(reader: Reader, conversation: Any) -> None:
    conversation.go_on.clear()
    reader.ask("천천히 알려 줘")
    reader.see(".working")
    assert reader.until("performance.now() > 12_000")  # a look or two at what there is
    assert not reader.browser.find_element("css selector", "#trouble").is_displayed()
    conversation.go_on.set()
    reader.see(".not-found")


def test_a_server_that_is_asked_too_much_says_so_and_the_question_stays(reader: Reader, page: Any) -> None:
    asked = page._queue.max_size
    page._queue.max_size = 0
    reader.ask("ferry?")
    assert reader.see("#trouble .not-done").text.startswith("요청을 처리하지 못했습니다.")
    assert reader.box.get_attribute("value") == "ferry?"
    page._queue.max_size = asked
    reader.click("#question button", "질문하기")
    reader.see(".short-answer", "all three days")


@pytest.mark.parametrize("kept", ["<b>", '[{"question": 1}]', '["<img src=x onerror=document.title=1>"]', "[" * 9_000])
def test_what_is_kept_and_no_conversation_of_ours_is_no_conversation(reader: Reader, kept: str) -> None:
    reader.browser.execute_script("newschat.keep('conversation', arguments[0])", kept)
    reader.browser.refresh()
    reader.see("button.example")
    reader.ask("ferry?")
    reader.see(".short-answer", "all three days")
    assert reader.count(".question") == 1


def test_two_tabs_hold_two_conversations(reader: Reader, conversation: Any, address: str) -> None:
    reader.ask("ferry?")
    reader.see(".short-answer")
    first = reader.browser.current_window_handle
    reader.browser.switch_to.new_window("tab")
    try:
        other = Reader(reader.browser, address)
        other.ask("other ferry?")
        other.see(".short-answer")
        assert other.count(".question") == 1
        assert conversation.histories["other ferry?"] == ()
    finally:
        reader.browser.close()
        reader.browser.switch_to.window(first)


def test_what_a_question_holds_is_neither_run_nor_fetched(reader: Reader) -> None:
    reader.ask("<img src=http://outside.example/x.png onerror=document.title='run'> ![x](http://outside.example/y.png)")
    assert "onerror=document.title" in reader.see(".question").text
    reader.see(".not-found")
    assert reader.count("#chat img") == 0
    assert reader.browser.title == "해안시 뉴스"


def test_the_browser_itself_refuses_whatever_lies_outside(reader: Reader) -> None:
    refused = reader.browser.execute_async_script(
        """
        const done = arguments[0];
        document.addEventListener("securitypolicyviolation", (event) => done(event.blockedURI));
        new Image().src = "http://127.0.0.2/outside.png";
        """
    )
    assert refused == "http://127.0.0.2/outside.png"

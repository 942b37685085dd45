"""A conversation over three short articles, with ready answers: everything the page draws, nothing it decides."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from app.answering.answer import Answer, Citation, DateReading, RetrievedPassage
from app.index_state import IndexState
from indexing.archive.catalog.coverage import Coverage
from indexing.errors import AnswerError

FESTIVAL = (
    "해안시가 올해 가을 등불축제의 일정을 확정했다. "
    "축제는 오는 9월 29일부터 10월 1일까지 사흘 동안 해안시 강변공원에서 열린다. "
    "시는 축제 기간 강변도로의 차량 통행을 막고 셔틀버스 서른 대를 운행하기로 했다."
)
FERRY = (
    "The Haean ferry will carry passengers free of charge next month. "
    "Mayor Seo Yun-ha said the offer covers all three days of the lantern festival.\n\n"
    "Cars are not included."
)
LIBRARY = "해안시립도서관이 열람실 공사를 마치고 다시 문을 열었다. 새 열람실에는 이백 명이 앉을 수 있다."


def passage_of(
    text: str,
    *,
    title: str,
    path: str,
    publisher: str | None = "해안일보",
    published_at: date | datetime | None = date(2025, 9, 23),
    url: str | None = None,
) -> RetrievedPassage:
    return RetrievedPassage(
        passage_id=f"p-{path}",
        article_id=f"a-{path}",
        path=path,
        title=title,
        publisher=publisher,
        published_at=published_at,
        url=url,
        text=text,
        start=100,
        end=100 + len(text),
        score=0.9,
    )


def citation_of(marker: int, passage: RetrievedPassage, quote: str, *readings: tuple[str, str]) -> Citation:
    start = passage.start + passage.text.index(quote)
    resolved = []
    for written, value in readings:
        at = start + quote.index(written)
        resolved.append(DateReading(written, value, at, at + len(written), relative=True))
    return Citation(marker, passage, quote, start, start + len(quote), tuple(resolved))


FESTIVAL_PASSAGE = passage_of(
    FESTIVAL,
    title="해안시 가을 등불축제, 강변공원에서 사흘간",
    path="haeanilbo/2025-09-23-festival.html",
    url="https://news.example/articles/41",
    published_at=datetime(2025, 9, 23, 14, 5),
)
FERRY_PASSAGE = passage_of(
    FERRY,
    title="Ferry free for lantern festival",
    path="english/ferry.md",
    publisher="Haean Herald",
    published_at=date(2025, 9, 20),
)
LIBRARY_PASSAGE = passage_of(LIBRARY, title="시립도서관 새 단장", path="haeanilbo/library.txt", published_at=None)


def _festival(question: str) -> Answer:
    dated = citation_of(
        1,
        FESTIVAL_PASSAGE,
        "축제는 오는 9월 29일부터 10월 1일까지 사흘 동안 해안시 강변공원에서 열린다.",
        ("오는 9월 29일부터 10월 1일까지", "2025-09-29/2025-10-01"),
    )
    shuttle = citation_of(
        2, FESTIVAL_PASSAGE, "시는 축제 기간 강변도로의 차량 통행을 막고 셔틀버스 서른 대를 운행하기로 했다."
    )
    ferry = citation_of(
        3,
        FERRY_PASSAGE,
        "The Haean ferry will carry passengers free of charge next month.",
        ("next month", "2025-10"),
    )
    return Answer(
        question=question,
        language="ko",
        text=f"{dated.quote} [1] {shuttle.quote} [2]\n\n축제 동안에는 여객선도 무료로 탈 수 있다. [3]",
        short_answer="2025년 9월 29일 – 10월 1일",
        answered=True,
        citations=(dated, shuttle, ferry),
        as_of=date(2025, 9, 23),
        notices=("두 기사가 여객선 운임을 서로 다르게 전합니다.",),
        passages=(FESTIVAL_PASSAGE, FERRY_PASSAGE, LIBRARY_PASSAGE),
    )


def _ferry(question: str) -> Answer:
    cited = citation_of(
        1,
        FERRY_PASSAGE,
        "Mayor Seo Yun-ha said the offer covers all three days of the lantern festival.",
    )
    return Answer(
        question=question,
        language="en",
        text=f"{cited.quote} [1]",
        short_answer="all three days",
        answered=True,
        citations=(cited,),
        as_of=date(2025, 9, 20),
        passages=(FERRY_PASSAGE,),
    )


def _not_found(question: str) -> Answer:
    return Answer(
        question=question,
        language="ko",
        text="이 보관소의 기사 3건(2025년 9월 20일 – 9월 23일)에서는 답을 찾지 못했습니다.",
        passages=(LIBRARY_PASSAGE, FERRY_PASSAGE, FERRY_PASSAGE),
    )


class ReadyConversation:
    """Answers what it knows, in two snapshots; abstains otherwise.

    It fails on 고장, waits in mid-answer on 천천히, and goes on writing on 끝없이.
    """

    def __init__(self) -> None:
        self.histories: dict[str, tuple[tuple[str, str], ...]] = {}
        self.go_on = Event()

    def stream(self, question: str, history: Sequence[object]) -> Iterator[Answer]:
        self.histories[question] = tuple((turn.question, turn.answer) for turn in history)
        if "고장" in question:
            raise AnswerError("the model at http://127.0.0.1:9 did not answer; start it & ask <again>")
        if "축제" in question:
            answer = _festival(question)
        elif "ferry" in question:
            answer = _ferry(question)
        else:
            answer = _not_found(question)
        yield Answer(question=question, language=answer.language, text=answer.text[:20])
        if "천천히" in question:
            self.go_on.wait(timeout=60)
        for words in range(3_000 if "끝없이" in question else 0):
            yield Answer(question=question, language=answer.language, text=f"{answer.text} {words}")
            if self.go_on.wait(timeout=0.02):
                break
        yield answer


@pytest.fixture(scope="session")
def beside_a_loop() -> Callable[[Callable[[], Any]], Any]:
    """Calls what makes Gradio objects. Without a running event loop, Gradio makes loops that it never closes."""

    def called(make: Callable[[], Any]) -> Any:
        async def made() -> Any:
            return make()

        return asyncio.run(made())

    return called


@pytest.fixture
def conversation() -> ReadyConversation:
    return ReadyConversation()


@pytest.fixture(scope="session")
def coverage() -> Callable[[], Coverage]:
    held = Coverage(
        articles=1234,
        passages=4002,
        first=date(2024, 11, 3),
        last=date(2025, 9, 23),
        indexed_at=datetime(2025, 9, 24, 3, 30, tzinfo=UTC),
    )
    return lambda: held


class SlowUpkeep:
    """Indexes, once it is asked to, for as long as it is left alone, then fails or ends well."""

    def __init__(self) -> None:
        self.state = IndexState()

    def request(self) -> None:
        self.state = IndexState(running=True, done=1_200, total=10_000)


@pytest.fixture
def upkeep() -> SlowUpkeep:
    return SlowUpkeep()


@pytest.fixture(scope="session")
def examples() -> dict[str, tuple[str, ...]]:
    return {
        "ko": ("등불축제는 언제 열리나요?", "시립도서관 열람실에는 몇 명이 앉을 수 있나요?", "강변도로는 왜 막히나요?"),
        "en": ("Is the ferry free during the festival?", "Who announced the ferry offer?"),
    }


@pytest.fixture(scope="session")
def written() -> SimpleNamespace:
    """The makers of passages and citations, and the passages above, for tests that write their own answers."""
    return SimpleNamespace(
        passage=passage_of,
        citation=citation_of,
        festival=_festival,
        ferry=_ferry,
        not_found=_not_found,
        festival_passage=FESTIVAL_PASSAGE,
        ferry_passage=FERRY_PASSAGE,
        conversation=ReadyConversation,
        upkeep=SlowUpkeep,
    )

from collections.abc import Iterator
from typing import Any

import pytest

from app.answering.answer import Answer
from app.composition import Application, open_application
from app.settings import Settings

QUESTION = "When is the Riverlink assembly?"
FIRST = "The assembly runs from 29 September to 1 October 2025 [1]."


@pytest.fixture
def generative(settings: Settings, llm_server: Any) -> Iterator[Application]:
    with open_application(settings.model_copy(update=_endpoint(llm_server, 60))) as opened:
        yield opened


@pytest.fixture
def impatient(settings: Settings, llm_server: Any) -> Iterator[Application]:
    """Gives the endpoint up after half a second: for endpoints that fail, however slow the machine."""
    with open_application(settings.model_copy(update=_endpoint(llm_server, 0.5))) as opened:
        yield opened


def _endpoint(server: Any, timeout: float) -> dict[str, Any]:
    return {"llm_url": server.url, "llm_model": "scripted", "llm_timeout": timeout}


def snapshots(application: Application, question: str = QUESTION) -> list[Answer]:
    return list(application.conversation.stream(question))


def test_the_answer_streams_and_its_markers_become_exact_citations(generative: Application, llm_server: Any) -> None:
    llm_server.pieces = ["The assembly runs from 29 ", "September to 1 October 2025 ", "[1", "]."]
    seen = snapshots(generative)
    assert len(seen) > 2
    assert seen[0].text == "The assembly runs from 29"
    final = seen[-1]
    assert final.text == FIRST
    assert final.answered
    (citation,) = final.citations
    article = generative.archive.articles([citation.article_id])[citation.article_id]
    assert article.body[citation.start : citation.end] == citation.quote
    assert "오는 9월 29일부터 10월 1일까지" in citation.quote
    assert final.dates == ("2025-09-29/2025-10-01",)


def test_the_model_is_told_the_dates_of_today_and_of_the_article_and_what_relative_dates_mean(
    generative: Application, llm_server: Any
) -> None:
    llm_server.pieces = [FIRST]
    snapshots(generative)
    (request,) = llm_server.requests
    system, user = (message["content"] for message in request["messages"])
    assert "Today is 20" in system
    assert "한빛일보, 2025-01-21" in user
    assert "오는 9월 29일부터 10월 1일까지 = 2025-09-29/2025-10-01" in user


def test_markers_of_passages_that_do_not_exist_are_removed_and_reported(
    generative: Application, llm_server: Any
) -> None:
    llm_server.pieces = [FIRST + " It is in Paris [99]."]
    final = snapshots(generative)[-1]
    assert "[99]" not in final.text
    assert any("(1)" in notice for notice in final.notices)


@pytest.mark.parametrize("behaviour", ["error", "stall", "nonsense", "cut"])
def test_a_failing_endpoint_leaves_the_extractive_answer_and_a_notice(
    impatient: Application, llm_server: Any, behaviour: str
) -> None:
    llm_server.behaviour = behaviour
    llm_server.pieces = ["The assembly"]
    final = snapshots(impatient)[-1]
    assert final.short_answer == "29 September – 1 October 2025"
    assert final.citations
    assert "language model could not answer" in final.notices[0]


def test_an_unreachable_endpoint_leaves_the_extractive_answer(settings: Settings) -> None:
    choice = {"llm_url": "http://127.0.0.1:9/v1", "llm_model": "none", "llm_timeout": 0.5}
    with open_application(settings.model_copy(update=choice)) as opened:
        final = snapshots(opened)[-1]
    assert final.short_answer == "29 September – 1 October 2025"
    assert final.notices


def test_a_claim_without_any_citation_is_not_shown_as_an_answer(generative: Application, llm_server: Any) -> None:
    llm_server.pieces = ["It is on 5 May 1999, trust me."]
    final = snapshots(generative)[-1]
    assert "1999" not in final.text
    assert final.citations
    assert "cited no source" in final.notices[0]


def test_a_model_that_finds_no_answer_abstains_in_our_words(generative: Application, llm_server: Any) -> None:
    llm_server.pieces = ["NOT_IN_", "ARCHIVE"]
    seen = snapshots(generative)
    assert all("NOT_IN" not in answer.text for answer in seen)
    assert not seen[-1].answered
    assert "2 articles" in seen[-1].text


def test_an_article_cannot_add_sources_or_placeholders(generative: Application, llm_server: Any) -> None:
    llm_server.pieces = ["See {passages} and http://evil.example [1] [7](http://evil.example)."]
    final = snapshots(generative)[-1]
    assert [citation.marker for citation in final.citations] == [1]
    assert "[7]" not in final.text

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from llama_index.core.agent import ReActAgent
from llama_index.core.llms import CompletionResponse, CompletionResponseGen, CustomLLM, LLMMetadata
from llama_index.core.llms.callbacks import llm_completion_callback

from app.composition.application import Application
from app.query_engine import ArchiveQueryEngine

QUESTION = "When is the Riverlink assembly?"


@pytest.fixture
def engine(application: Application) -> ArchiveQueryEngine:
    return ArchiveQueryEngine(application)


def test_a_query_gives_the_answer_with_its_cited_sentences_as_nodes(
    engine: ArchiveQueryEngine, application: Application
) -> None:
    response = engine.query(QUESTION)
    assert str(response).startswith("29 September – 1 October 2025")
    assert "[1] 한빛시, 하천도시협의회 총회 유치" in str(response)
    assert response.metadata is not None
    assert response.metadata["answered"] is True
    assert response.metadata["as_of"] == "2025-01-21"
    node = response.source_nodes[0].node
    article = application.archive.articles([node.metadata["article_id"]])[node.metadata["article_id"]]
    assert article.body[node.metadata["start"] : node.metadata["end"]] == node.get_content()


def test_beside_a_doubtful_answer_stand_other_sentences_which_are_no_sources(engine: ArchiveQueryEngine) -> None:
    response = engine.query("새 도서관 부관장은 누구야?")
    assert response.metadata is not None
    (other,) = response.metadata["alternatives"]
    assert "다음 문장이 답일 수도 있습니다.\n" in str(response)
    assert other in str(response)
    assert other not in [node.get_content() for node in response.source_nodes]


def test_what_the_archive_does_not_hold_has_no_source_nodes(engine: ArchiveQueryEngine) -> None:
    response = engine.query("Who won the 2019 casino yodelling contest in Antarctica?")
    assert response.source_nodes == []
    assert response.metadata is not None
    assert response.metadata["answered"] is False


def test_the_tool_tells_the_agent_what_the_archive_covers(engine: ArchiveQueryEngine) -> None:
    tool = engine.as_tool()
    assert tool.metadata.name == "news_archive"
    assert "2 news articles, 5 November 2024 – 21 January 2025" in tool.metadata.description
    assert "29 September" in tool.call(QUESTION).content
    assert "29 September" in asyncio.run(tool.acall(QUESTION)).content


class ScriptedModel(CustomLLM):
    """Says its lines one after the other, and keeps what it was told."""

    lines: list[str]
    heard: list[str]

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(context_window=100_000, num_output=1_000)

    @llm_completion_callback()
    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        self.heard.append(prompt)
        return CompletionResponse(text=self.lines.pop(0))

    @llm_completion_callback()
    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponseGen:
        self.heard.append(prompt)
        text = self.lines.pop(0)
        yield CompletionResponse(text=text, delta=text)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # LlamaIndex's agents look at pydantic's old attributes
def test_a_plain_agent_answers_from_the_archive(engine: ArchiveQueryEngine) -> None:
    lines = (
        f'Thought: I need the archive.\nAction: news_archive\nAction Input: {{"input": "{QUESTION}"}}',
        "Thought: I can answer without using any more tools.\nAnswer: It begins on 29 September 2025 [1].",
    )
    model = ScriptedModel(lines=list(lines), heard=[])

    async def asking() -> str:
        return str(await ReActAgent(tools=[engine.as_tool()], llm=model).run(QUESTION))

    assert asyncio.run(asking()) == "It begins on 29 September 2025 [1]."
    assert _mentions(model.heard[1:], "오는 9월 29일부터 10월 1일까지")


def _mentions(prompts: Sequence[str], words: str) -> bool:
    return any(words in prompt for prompt in prompts)

"""The whole as a LlamaIndex query engine, and as a tool that an agent calls."""

import asyncio
from typing import Any

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.response.schema import RESPONSE_TYPE, Response
from llama_index.core.callbacks.base import CallbackManager
from llama_index.core.prompts.mixin import PromptMixinType
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode
from llama_index.core.tools import QueryEngineTool

from app.answering.abstention.refusal import coverage_period
from app.answering.answer import Answer, Citation
from app.answering.citations import published_day
from app.answering.extractive.quotation import reported
from app.answering.wording import WORDINGS, framed_short_answer
from app.composition.application import Application

TOOL_NAME = "news_archive"


class ArchiveQueryEngine(BaseQueryEngine):
    """Answers queries as the conversation does, every query standing alone.

    A response's text is the short answer, the text with its ``[n]`` markers, the warnings, and a line a source. Its
    ``source_nodes`` are the cited sentences in order of their markers, with where they stand in ``metadata``; its
    ``metadata`` holds ``short_answer``, ``answered``, ``as_of``, ``dates``, ``notices`` and ``alternatives``, the
    sentences that may be meant where the answer is doubtful. "Not in this archive" is a response without source nodes.

    Args:
        application: an open application; the engine must not be used after it was closed.
        callback_manager: LlamaIndex callbacks to be told of queries.
    """

    def __init__(self, application: Application, callback_manager: CallbackManager | None = None) -> None:
        super().__init__(callback_manager)
        self._application = application

    def as_tool(self, name: str = TOOL_NAME, description: str | None = None) -> QueryEngineTool:
        """A tool for an agent, which is told what the archive covers.

        Args:
            name: what the agent calls it.
            description: what the agent is told instead.
        """
        return QueryEngineTool.from_defaults(self, name=name, description=description or self._description())

    def _description(self) -> str:
        coverage = self._application.archive.coverage()
        period = coverage_period(coverage, "en")
        held = f"{coverage.dated if period else coverage.articles:,} news articles{f', {period}' if period else ''}"
        if period and coverage.undated:
            held += f", and {coverage.undated:,} without a date"
        return (
            f"Answers one question about {held}, in the question's language, Korean or English. Each statement cites a "
            "numbered sentence of an article. Ask whole questions that name the people, places and events they are "
            "about. It says so when the archive does not hold the answer."
        )

    def _query(self, query_bundle: QueryBundle) -> RESPONSE_TYPE:
        return response_of(self._application.conversation.ask(query_bundle.query_str))

    async def _aquery(self, query_bundle: QueryBundle) -> RESPONSE_TYPE:
        return await asyncio.to_thread(self._query, query_bundle)

    def _get_prompt_modules(self) -> PromptMixinType:
        return {}


def response_of(answer: Answer) -> Response:
    """An answer as a LlamaIndex response."""
    sources = "\n".join(_source_line(citation) for citation in (*answer.citations, *answer.alternatives))
    short = framed_short_answer(answer.short_answer, answer.language) if answer.short_answer else None
    others = [reported(citation, answer.language) for citation in answer.alternatives]
    meant = "\n".join([WORDINGS[answer.language].alternatives, *others]) if others else None
    parts = (short, answer.text, "\n".join(answer.notices), meant, sources)
    return Response(
        response="\n\n".join(part for part in parts if part),
        source_nodes=[_node(citation) for citation in answer.citations],
        metadata={
            "short_answer": answer.short_answer,
            "answered": answer.answered,
            "as_of": answer.as_of.isoformat() if answer.as_of else None,
            "dates": list(answer.dates),
            "notices": list(answer.notices),
            "alternatives": [citation.quote for citation in answer.alternatives],
        },
    )


def _source_line(citation: Citation) -> str:
    passage = citation.passage
    day = published_day(passage)
    facts = (passage.title, passage.publisher, day.isoformat() if day else None, passage.url)
    return f"[{citation.marker}] " + ", ".join(fact for fact in facts if fact)


def _node(citation: Citation) -> NodeWithScore:
    passage = citation.passage
    day = published_day(passage)
    metadata: dict[str, Any] = {
        "marker": citation.marker,
        "article_id": passage.article_id,
        "passage_id": passage.passage_id,
        "path": passage.path,
        "title": passage.title,
        "publisher": passage.publisher,
        "published_at": day.isoformat() if day else None,
        "url": passage.url,
        "start": citation.start,
        "end": citation.end,
    }
    node = TextNode(id_=f"{passage.passage_id}:{citation.start}", text=citation.quote, metadata=metadata)
    return NodeWithScore(node=node, score=passage.score)

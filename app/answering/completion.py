"""What every answer says about its articles beyond the question: copies in other outlets, versions of the story."""

from collections.abc import Iterable
from dataclasses import replace

from app.answering.answer import Answer, Citation, RetrievedPassage
from app.answering.notices import version_notices
from app.retrieval.stories import Story, StoryArchive, stories_of


def with_stories(answer: Answer, archive: StoryArchive, known: dict[str, Story] | None = None) -> Answer:
    """The answer, its passages told which articles are copies and versions of theirs, with notices of corrections.

    It is done to the finished answer, whichever answerer wrote it, because an answer may cite passages that were not
    retrieved.

    Args:
        answer: from any answerer; one without passages stays as it is.
        archive: knows copies and versions.
        known: stories that were looked up before, by article; new ones are added. The many snapshots of a streamed
            answer share one, so that the archive is asked once an article.
    """
    cited = (*answer.citations, *answer.alternatives)
    passages = (*answer.passages, *(citation.passage for citation in cited))
    if not passages:
        return answer
    stories = {} if known is None else known
    missing = {passage.article_id for passage in passages} - stories.keys()
    if missing:
        stories.update(stories_of(archive, missing))

    def told(passage: RetrievedPassage) -> RetrievedPassage:
        story = stories[passage.article_id]
        return replace(passage, also_in=story.also_in, versions=story.versions)

    def retold(citations: Iterable[Citation]) -> tuple[Citation, ...]:
        return tuple(replace(citation, passage=told(citation.passage)) for citation in citations)

    citations = retold(answer.citations)
    return replace(
        answer,
        citations=citations,
        alternatives=retold(answer.alternatives),
        passages=tuple(told(passage) for passage in answer.passages),
        notices=(*answer.notices, *version_notices(citations, answer.language)),
    )

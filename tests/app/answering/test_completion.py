"""A finished answer is told the copies and versions of its articles."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.answering.answer import Answer
from app.answering.completion import with_stories
from app.composition.application import Application, open_application
from app.retrieval.stories import Story
from app.settings import Settings


@pytest.fixture(scope="module")
def stories(story_settings: Settings) -> Iterator[Application]:
    with open_application(story_settings) as opened:
        yield opened


def test_an_answer_names_the_other_outlets_of_its_articles_and_they_can_be_opened(stories: Application) -> None:
    answer = stories.conversation.ask("솔섬 여객선 뱃삯은 얼마로 올라?")
    assert answer.citations
    for passage in (*(citation.passage for citation in answer.citations), answer.passages[0]):
        copies = [copy.article_id for copy in passage.also_in]
        assert len(copies) == 6
        assert passage.article_id not in copies
        assert set(stories.archive.articles(copies)) == set(copies)


def test_an_answer_says_that_what_it_cites_is_a_correction(stories: Application) -> None:
    answer = stories.conversation.ask("버들동 도금공장 염산 누출로 병원에 옮겨진 직원은 몇 명이야?")
    passage = answer.citations[0].passage
    assert passage.title.startswith("[정정]")
    assert [version.title[:4] for version in passage.versions] == ["[속보]", "[정정]"]
    assert passage.earlier_versions == passage.versions[:1]
    assert passage.later_versions == ()
    assert "[1] 기사는 2025년 6월 11일에 나온 앞선 보도를 바로잡은 정정 기사입니다." in answer.notices


def test_an_answer_from_a_report_that_was_corrected_says_so(stories: Application) -> None:
    answer = stories.conversation.ask("버들동 도금공장에 소석회를 몇 포대 뿌려 중화했어?")
    assert answer.citations[0].passage.title.startswith("[속보]")
    (notice,) = [notice for notice in answer.notices if "정정되었습니다" in notice]
    assert "2025년 6월 12일" in notice


def test_no_answer_names_the_other_outlets_of_the_nearest_articles(stories: Application) -> None:
    answer = stories.conversation.ask("비트코인 시세와 솔섬 뱃삯")
    nearest = {len(passage.also_in) for passage in answer.passages if "솔섬" in passage.title}
    assert nearest == {6}


def test_an_answer_without_passages_stays_as_it_is(stories: Application) -> None:
    draft = Answer(question="?", language="ko", text="반쯤 쓴")
    assert with_stories(draft, stories.archive) is draft


def test_an_article_that_has_gone_is_no_error(stories: Application) -> None:
    answer = stories.conversation.ask("솔섬 여객선 뱃삯은 얼마로 올라?")
    gone = replace(answer.passages[0], article_id="gone")
    told = with_stories(replace(answer, passages=(gone,), citations=()), stories.archive)
    assert told.passages == (replace(gone, also_in=(), versions=()),)


def test_stories_that_are_known_are_not_looked_up_again(stories: Application) -> None:
    answer = stories.conversation.ask("버들동 도금공장 염산 누출로 몇 명이 병원에 옮겨졌나?")
    known: dict[str, Story] = {}
    told = with_stories(answer, stories.archive, known)

    assert set(known) == {one.article_id for one in (*answer.passages, *(cited.passage for cited in answer.citations))}
    emptied = dict.fromkeys(known, Story())
    again = with_stories(answer, stories.archive, emptied)
    assert any(one.versions for one in told.passages)
    assert not any(one.versions or one.also_in for one in again.passages)

from threadpoolctl import threadpool_info

from app.composition.application import Application, open_application
from app.settings import Settings


def test_as_many_passages_come_back_as_are_asked_for_whatever_the_settings_rerank(settings: Settings) -> None:
    few = settings.model_copy(update={"candidates": 5, "reranked": 5, "top_k": 1})
    with open_application(few) as opened:
        assert len(opened.retriever.retrieve("한빛시 총회 도서관")) == 1
        assert len(opened.conversation.ask("새 도서관 관장은 누구인가요?").passages) == 1
    with open_application(few, passages=2) as opened:
        assert len(opened.retriever.retrieve("한빛시 총회 도서관")) == 2


def test_the_evidence_is_what_the_answer_stands_on(application: Application) -> None:
    question, passages = application.conversation.retrieve("새 도서관 관장은 누구인가요?")
    best, *_ = application.evidence.find(question, passages)
    answer = application.conversation.ask("새 도서관 관장은 누구인가요?")
    assert (answer.citations[0].article_id, answer.citations[0].quote) == (best.article.article_id, best.text)


def test_questions_are_answered_without_threads_for_small_products(settings: Settings) -> None:
    def threads() -> set[int]:
        return {library["num_threads"] for library in threadpool_info() if library["internal_api"] == "openblas"}

    before = threads()
    with open_application(settings):
        assert threads() <= {1}
    assert threads() == before

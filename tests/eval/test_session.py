from app.settings import Settings
from eval.session import NOT_OF_THE_RUN

OF_THE_RUN = {
    *("embedding_model", "embedding_query_prompt", "embedding_document_prompt", "embedding_max_length"),
    *("embedding_device", "embedding_batch_size", "embedding_offline"),
    *("passage_characters", "common_lines", "candidates", "reranked", "top_k", "reranker_model", "postprocessors"),
    *("llm_url", "llm_model", "llm_api_key", "llm_timeout", "llm_context_characters"),
}
"""Settings that may change an answer, or whether there is one."""


def test_a_broken_off_run_is_continued_whatever_changes_no_answer() -> None:
    assert set(NOT_OF_THE_RUN) == set(Settings.model_fields) - OF_THE_RUN

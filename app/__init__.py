"""From a question to a cited answer.

``question`` understands what is asked, ``retrieval`` finds the passages, ``answering`` answers from them and cites, and
``conversation`` does so turn by turn. ``composition`` puts the parts together by ``settings``, and ``upkeep`` indexes
what is new beside them. ``web``, ``commands`` and ``query_engine`` show answers: on the page, in the shell, to
LlamaIndex.
"""

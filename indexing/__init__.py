"""From files to a searchable archive: a library without settings, language models or user interface.

Follow an article through ``reading`` (bytes -> Article), ``passages`` (Article -> Passages), ``embedding``
(text -> vector) and ``archive`` (catalog, vectors, keywords); ``indexer`` drives the flow over a corpus folder.
``language`` holds what is known about Korean and English: sentences, index terms, dates, names.
"""

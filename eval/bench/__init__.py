"""How fast newschat is, beside the naive LlamaIndex quick start, on the same articles in the same run.

**What is compared.** newschat as ``newschat index`` and the page use it (``app.composition``) and the five lines of the
LlamaIndex quick start (``SimpleDirectoryReader`` -> ``VectorStoreIndex.from_documents`` -> ``persist``; later
``load_index_from_storage`` -> ``as_retriever``). Both read the same files, embed with the same embedder and return the
same number of passages a question; whatever else can be set is at its default on both sides. Every stage of either
side runs in a fresh process of its own, one at a time, newschat first:

=============  ======================================================================================================
index          a new archive of the whole folder
reindex_none   once more, nothing changed; the quick start knows no re-indexing, so it is run again over the folder
reindex_10     once more with ten more files; likewise
cold_start     from the start of the process until passages for a first question are there: imports, opening, search;
               the middle one of three such processes (of one below 1,000 articles)
query          milliseconds a question, of the clock and the processor; 200 questions (of 20 articles 19) after one more
=============  ======================================================================================================

Seconds run from the start of the process, imports included, until its result arrives here; CPU seconds are those of
all its threads and children. Before the first stage both sides index ten articles unmeasured, so that neither pays for
byte-compiling and for reading libraries from the disk.

**What is not compared.** How good the passages are (``newschat eval`` does that; the quick start has no keywords, no
citations and keeps menus and teasers as text), language models, other vector stores under LlamaIndex, and files cold
on the disk: both sides find them in the system's cache.

**The articles** are made from the sentences of a corpus, shuffled, with other numbers, so that hardly two passages are
equal and no cache of embeddings helps. They have no menus or teasers, which would cost the quick start more vectors.
Their words are few and often repeated, which makes keyword search slower, and its index smaller, than real news would.
A stage other than cold_start is measured once: differences of a tenth are noise, and where other programs want the
same cores the CPU seconds tell more than the seconds.
"""

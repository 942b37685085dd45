"""Indexes in processes of its own, to be killed: one for each line of standard input.

A line is a JSON object: ``archive``, a folder; ``corpora``, folders that are indexed one after another; and ``limit``,
bytes beyond which no file can grow, as if the disk were full, or null. The number of the process comes back as a line,
and when it has ended another with its exit status. Everything is imported before the first fork, so that a process
costs little.
"""

import json
import os
import resource
import sys
import traceback
from pathlib import Path

import chromadb  # noqa: F401
import tantivy  # noqa: F401

from indexing.archive.opening import open_archive
from indexing.embedding.bundled import BundledEmbedding
from indexing.indexer import Indexer

GRAPH_EVERY = 40
"""Few enough that a small archive writes its graph again and again."""


def main() -> None:
    embedder = BundledEmbedding()
    embedder.get_text_embedding("뉴스")
    for line in sys.stdin:
        order = json.loads(line)
        process = os.fork()
        if not process:
            os.nice(9)  # so that on a busy machine who kills it is in time
            if order["limit"]:
                resource.setrlimit(resource.RLIMIT_FSIZE, (order["limit"], order["limit"]))
            os._exit(_index(embedder, Path(order["archive"]), [Path(corpus) for corpus in order["corpora"]]))
        _say(process)
        _say(os.waitpid(process, 0)[1])


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _index(embedder: BundledEmbedding, archive: Path, corpora: list[Path]) -> int:
    try:
        with open_archive(archive, embedder, writable=True, graph_every=GRAPH_EVERY) as opened:
            for corpus in corpora:
                Indexer(opened).run(corpus)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    main()

"""Opens an archive to read and answers questions, a JSON string a line, with ids of articles: by vector, by words."""

import json
import sys
from pathlib import Path

from indexing.archive.archive import Archive
from indexing.archive.opening import open_archive
from indexing.embedding.bundled import BundledEmbedding
from indexing.language.terms import index_terms


def main(folder: str, chroma_url: str) -> None:
    embedder = BundledEmbedding()
    with open_archive(Path(folder), embedder, chroma_url=chroma_url or None) as archive:
        for line in sys.stdin:
            question = json.loads(line)
            nearest = archive.nearest(embedder.get_query_embedding(question), 5)
            matching = archive.matching(dict.fromkeys(index_terms(question), 1.0), {}, 5)
            answer = [_articles(archive, [found for found, _ in hits]) for hits in (nearest, matching)]
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()


def _articles(archive: Archive, passage_ids: list[str]) -> list[str]:
    passages = archive.passages(passage_ids)
    return [passages[passage_id].article_id for passage_id in passage_ids if passage_id in passages]


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The catalog's tables. A change here needs a new SCHEMA_VERSION: an older catalog is then rebuilt, not migrated."""

SCHEMA_VERSION = 2

SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- One row a corpus file, as it was when last read. `skipped` is a JSON list of [path, reason].
CREATE TABLE IF NOT EXISTS source (
    path       TEXT PRIMARY KEY,
    size       INTEGER NOT NULL,
    mtime_ns   INTEGER NOT NULL,
    checked_ns INTEGER NOT NULL,
    sha256     TEXT NOT NULL,
    skipped    TEXT NOT NULL
) WITHOUT ROWID;

-- An article that a file holds, but an earlier file (or item) already gave.
CREATE TABLE IF NOT EXISTS duplicate (
    source     TEXT NOT NULL REFERENCES source (path) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    path       TEXT NOT NULL,
    PRIMARY KEY (source, path)
) WITHOUT ROWID;

-- number: the same as long as the article exists; eight bytes in copy_bucket where the id takes twenty.
CREATE TABLE IF NOT EXISTS article (
    number       INTEGER PRIMARY KEY,
    article_id   TEXT NOT NULL UNIQUE,
    source       TEXT NOT NULL,
    digest       TEXT NOT NULL,
    path         TEXT NOT NULL,
    title        TEXT NOT NULL,
    body         TEXT NOT NULL,
    published_at TEXT,
    published_on TEXT,
    updated_at   TEXT,
    authors      TEXT NOT NULL,
    publisher    TEXT,
    url          TEXT,
    language     TEXT,
    captions     TEXT NOT NULL,
    dropped      TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS article_by_day ON article (published_on);

-- state: 'pending' until vectors and keywords hold the passage too, then 'done'. Readers see 'done' only.
CREATE TABLE IF NOT EXISTS passage (
    passage_id  TEXT PRIMARY KEY,
    article_id  TEXT NOT NULL REFERENCES article (article_id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    text        TEXT NOT NULL,
    text_digest TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('pending', 'done'))
);
CREATE INDEX IF NOT EXISTS passage_of_article ON passage (article_id, ordinal);
CREATE INDEX IF NOT EXISTS passage_pending ON passage (state) WHERE state = 'pending';

-- Passages that are gone from the catalog but may still be in vectors and keywords.
CREATE TABLE IF NOT EXISTS tombstone (
    passage_id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tombstone_of_article ON tombstone (article_id);

-- In which buckets each article lies, by the MinHash signature of its body; articles that share one may be copies.
-- merged: 0 for rows that were added lately, 1 for all others.
CREATE TABLE IF NOT EXISTS copy_bucket (
    merged INTEGER NOT NULL CHECK (merged IN (0, 1)),
    bucket INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (merged, bucket, number)
) WITHOUT ROWID;

-- Articles whose headline marks them as versions of a story. headline, lead: terms, joined by spaces.
CREATE TABLE IF NOT EXISTS story_version (
    article_id   TEXT PRIMARY KEY REFERENCES article (article_id) ON DELETE CASCADE,
    publisher    TEXT NOT NULL,
    published_at TEXT NOT NULL,
    day          TEXT NOT NULL,
    rank         INTEGER NOT NULL,
    headline     TEXT NOT NULL,
    lead         TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS story_version_by_day ON story_version (publisher, day);

-- Clusters of copies and chains of versions, of two articles or more; label: the smallest article_id among them.
CREATE TABLE IF NOT EXISTS story_group (
    article_id TEXT NOT NULL REFERENCES article (article_id) ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('copies', 'versions')),
    label      TEXT NOT NULL,
    PRIMARY KEY (article_id, kind)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS story_group_members ON story_group (kind, label);

-- Cache of embeddings: little-endian float16, unit length. A rebuild needs no model.
CREATE TABLE IF NOT EXISTS vector (
    model_key   TEXT NOT NULL,
    text_digest TEXT NOT NULL,
    value       BLOB NOT NULL,
    PRIMARY KEY (model_key, text_digest)
);
"""

"""The catalog's tables. A change here needs a new SCHEMA_VERSION: an older catalog is then rebuilt, not migrated."""

SCHEMA_VERSION = 1

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

CREATE TABLE IF NOT EXISTS article (
    article_id   TEXT PRIMARY KEY,
    source       TEXT NOT NULL,
    digest       TEXT NOT NULL,
    body_digest  TEXT NOT NULL,
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

-- Cache of embeddings: little-endian float16, unit length. A rebuild needs no model.
CREATE TABLE IF NOT EXISTS vector (
    model_key   TEXT NOT NULL,
    text_digest TEXT NOT NULL,
    value       BLOB NOT NULL,
    PRIMARY KEY (model_key, text_digest)
);
"""

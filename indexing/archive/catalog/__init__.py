"""The catalog in SQLite, which decides what exists: articles, passages, files, copies, versions, cached vectors."""

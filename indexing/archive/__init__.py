"""The archive on disk: catalog (SQLite, the truth), vectors (Chroma) and keywords (tantivy), both derived."""

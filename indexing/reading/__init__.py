"""bytes -> Article: decoding, then the reader that fits the content (page, text dump, rows, feed, archive …)."""

from indexing.reading.readers import MAX_FILE_BYTES, READERS, Reading, Skipped, max_bytes_for, read_file

__all__ = ["MAX_FILE_BYTES", "READERS", "Reading", "Skipped", "max_bytes_for", "read_file"]

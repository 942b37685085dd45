"""bytes -> Article: decoding, then the reader that fits the content (page, text dump, rows, feed, archive …)."""

"""Text dumps -> articles: the run of lines that is the article, and what stands around and within it."""

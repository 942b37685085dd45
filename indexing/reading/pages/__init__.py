"""Saved HTML pages -> articles: the elements that hold the article, what the page says of it, what its scripts hold."""

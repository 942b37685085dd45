"""bytes -> articles: decoded, told apart by content, and read by the reader that fits.

``readers`` is the way in; it hands a file to ``containers`` (files that hold files), ``rows`` (JSON lines, tables,
feeds), ``documents`` (Hangul, Word, PDF, Markdown), ``pages`` (saved HTML) or ``dumps`` (a page saved as text). These
stand on ``text``, which knows what kind of line a line is, and on ``origin``: who wrote an article, where and when.
"""

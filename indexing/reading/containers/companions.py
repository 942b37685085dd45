"""What a browser saves beside a page ("기사_files/", "page.files/"): scripts, styles and pictures, which are no news.

A saved page has some dozens of them. Its frames lie there too, and one of those may hold the article, so pages are not
companions; neither is a text file, because a folder of articles may be called ``my_files``.
"""

import re

_FOLDER = re.compile(r"(?:[_.-](?:files|archivos|fichiers|dateien)|_파일)$", re.IGNORECASE)
# Chrome adds a word of its own language to a script's name, so that nobody runs it.
_SUFFIX = re.compile(
    r"\.(?:m?js|css|map|png|jpe?g|jfif|gif|svgz?|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp[34]|webm|swf|wasm)"
    r"(?:\.(?:download|다운로드))?$",
    re.IGNORECASE,
)
CODE_SUFFIXES = (".js", ".mjs", ".css")
"""Names of files whose comments would pass for sentences, wherever they lie."""


def is_companion(path: str) -> bool:
    """Whether a file, by its path with ``/``, belongs to a saved page and is left out without a word."""
    return _SUFFIX.search(path) is not None and any(_FOLDER.search(folder) for folder in path.split("/")[:-1])

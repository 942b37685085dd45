import pytest

from indexing.reading.containers.companions import is_companion


@pytest.mark.parametrize(
    ("path", "companion"),
    [
        ("축제_files/jquery.min.js", True),
        ("2025/축제_files/jquery.js.다운로드", True),
        ("축제.files/photo.JPG", True),
        ("축제_files/fonts/a.woff2", True),
        ("축제_files/frame.html", False),
        ("my_files/article.txt", False),
        ("photo.jpg", False),
        ("files/photo.jpg", False),
    ],
)
def test_only_scripts_styles_and_pictures_beside_a_page_are_its_companions(path: str, companion: bool) -> None:
    assert is_companion(path) is companion

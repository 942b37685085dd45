import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.reading.front_matter import front_matter

LISTS = """
title: "물빛축제: 사흘의 기록"
author:
  - "[[최하나]]"
  - '[[기자/오나래|오나래]]'
editor: [[한마루]]
tags: [축제, "문화"]
captions:
- 사진: 시청 전경
- https://haru.example/1
"""
OBJECTS = """
authors:
  - name: 최하나
    url: https://haru.example/people/1
    beats:
      - 축제
  - email: narae@haru.example
    name: "오나래"
publisher:
  name: 하루뉴스
  url: https://haru.example
  pages:
    - 1
summary: |
  url: https://haru.example/summary
draft:
"""


@pytest.mark.parametrize(
    ("stated", "fields"),
    [
        (
            LISTS,
            {
                "title": "물빛축제: 사흘의 기록",
                "author": ["최하나", "오나래"],
                "editor": "한마루",
                "tags": ["축제", "문화"],
                "captions": ["사진: 시청 전경", "https://haru.example/1"],
            },
        ),
        (
            OBJECTS,
            {
                "authors": [
                    {"name": "최하나", "url": "https://haru.example/people/1", "beats": ""},
                    {"email": "narae@haru.example", "name": "오나래"},
                ],
                "publisher": {"name": "하루뉴스", "url": "https://haru.example", "pages": ""},
                "summary": "|",
                "draft": "",
            },
        ),
        ("  title: 축제\n  authors:\n    - name: 최하나", {"title": "축제", "authors": [{"name": "최하나"}]}),
        ("", {}),
    ],
)
def test_texts_lists_and_objects_are_read(stated: str, fields: dict[str, object]) -> None:
    assert front_matter(f"---\n{stated}\n---\n본문") == (fields, "본문")


def test_a_text_without_front_matter_is_left_whole() -> None:
    assert front_matter("물빛축제\n---\n본문") == ({}, "물빛축제\n---\n본문")


@given(st.text(alphabet=st.sampled_from('-: \n[]|/"가na\t'), max_size=200))
def test_any_text_has_its_end_kept(text: str) -> None:
    whole = f"---\n{text}\n---\n끝"
    stated, rest = front_matter(whole)
    assert whole.endswith(rest)
    assert rest.endswith("끝")
    assert all(isinstance(value, (str, list, dict)) for value in stated.values())

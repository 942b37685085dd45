import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.reading.documents.front_matter import front_matter

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
                    {"name": "최하나", "url": "https://haru.example/people/1", "beats": ["축제"]},
                    {"email": "narae@haru.example", "name": "오나래"},
                ],
                "publisher": {"name": "하루뉴스", "url": "https://haru.example", "pages": ["1"]},
                "summary": "url: https://haru.example/summary",
                "draft": "",
            },
        ),
        ("  title: 축제\n  authors:\n    - name: 최하나", {"title": "축제", "authors": [{"name": "최하나"}]}),
        ("", {}),
    ],
)
def test_texts_lists_and_objects_are_read(stated: str, fields: dict[str, object]) -> None:
    assert front_matter(f"---\n{stated}\n---\n본문") == (fields, "본문")


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        (r'"[인터뷰] 한마루 \"등을 켠다\""', '[인터뷰] 한마루 "등을 켠다"'),
        (r'"Caf\u00e9 \ud83d\ude00"', "Café 😀"),
        ("'한마루 ''등을 켠다'''", "한마루 '등을 켠다'"),
        (">-\n  한마루 감독\n  인터뷰", "한마루 감독 인터뷰"),
        ('"한마루 감독\n  인터뷰"', "한마루 감독 인터뷰"),
        ("한마루 감독\n  인터뷰", "한마루 감독 인터뷰"),
        ('\n  - "최\\"하나\\""\n  - 오나래', ['최"하나"', "오나래"]),
        ("null", ""),
        ("물빛축제: 사흘의 기록", "물빛축제: 사흘의 기록"),
        ("[단독] 물빛축제 개막", "[단독] 물빛축제 개막"),
        ("해담시 #1 도시로", "해담시 #1 도시로"),
        ("'등' 켜고 '물' 붓고", "'등' 켜고 '물' 붓고"),
        ('"등을 켠다" 한마루', '"등을 켠다" 한마루'),
        ("*물빛*", "*물빛*"),
        (r'"\UFFFFFFFF"', r"\UFFFFFFFF"),
        ("&a [물빛]\n  *a", "&a [물빛]"),
    ],
)
def test_what_programs_and_people_write_is_read_as_they_mean_it(stated: str, value: object) -> None:
    assert front_matter(f"---\ntitle: {stated}\ndate: 2025-05-02\n---\n본문") == (
        {"title": value, "date": "2025-05-02"},
        "본문",
    )


@pytest.mark.parametrize("value", ["[" * 10_000, "\n  " + "- " * 9_000, "\n" + "  - &a [*a]\n" * 1_000, '"' * 19_999])
def test_hostile_fields_cost_little(value: str) -> None:
    assert front_matter(f"---\ntitle: {value}\n---\n본문")[1] == "본문"


def test_a_text_without_front_matter_is_left_whole() -> None:
    assert front_matter("물빛축제\n---\n본문") == ({}, "물빛축제\n---\n본문")


@given(st.text(alphabet=st.sampled_from("-: \n[]{}|>&*#!%\\/\"'가na\t"), max_size=200))
def test_any_text_has_its_end_kept(text: str) -> None:
    whole = f"---\n{text}\n---\n끝"
    stated, rest = front_matter(whole)
    assert whole.endswith(rest)
    assert rest.endswith("끝")
    assert all(isinstance(value, (str, list, dict)) for value in stated.values())

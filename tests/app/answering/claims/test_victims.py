"""Whom a number of a report on an accident counts."""

import pytest

from app.answering.claims.victims import KINDS, victims_counted

DEAD, INJURED, MISSING, SICK, EVACUATED = range(len(KINDS))


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("사망 4명, 부상 6명으로 집계됐다.", "4", {DEAD}),
        ("사망 4명, 부상 6명으로 집계됐다.", "6", {INJURED}),
        ("4명이 숨지고 6명이 다쳤다.", "4", {DEAD}),
        ("4명이 숨지고 6명이 다쳤다.", "6", {INJURED}),
        ("주민 40여 명이 대피했다.", "40", {EVACUATED}),
        ("확진자는 모두 12명이다.", "12", {SICK}),
        ("두 명이 실종된 뒤 3명이 더 연락이 끊겼다.", "3", set()),
        ("The fire killed four people and injured six.", "four", {DEAD}),
        ("The fire killed four people and injured six.", "six", {INJURED}),
        ("Six people were reported missing.", "Six", {MISSING}),
        ("The death toll rose to 12 on Friday.", "12", {DEAD}),
        ("소방차 24대가 출동했다.", "24", set()),
    ],
)
def test_a_number_counts_those_named_right_beside_it(text: str, number: str, counted: set[int]) -> None:
    start = text.index(number)
    assert victims_counted(text, start, start + len(number)) == counted

import pytest

from indexing.errors import ReadingError
from indexing.reading.text.line import Kind, typed
from indexing.reading.text.lines import MAX_LINES, typed_lines


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("해담시는 물빛축제를 연다고 밝혔다.", Kind.PROSE),
        ("“비가 와도 좋았다.”", Kind.PROSE),
        ('"바다가 보이는 도서관을 짓겠다고 약속합니다"', Kind.PROSE),
        ("The bridge will be opened in September, the council said.", Kind.PROSE),
        ("해담시, 물빛축제 17일 개막", Kind.SHORT),
        ('물빛축제 17일 개막…시장 "비가 와도 연다"', Kind.SHORT),
        ("• 기침하는 로봇, 병원에 간다", Kind.ITEM),
        ("- 기침하는 로봇, 병원에 간다", Kind.ITEM),
        ("> 기침하는 로봇, 병원에 간다", Kind.ITEM),
        ("▲ 시민들이 담내천에 등을 띄우고 있다.", Kind.CAPTION),
        ("시민들이 등을 띄우는 모습 (사진=해담시)", Kind.CAPTION),
        ("시민들이 등을 띄우고 있다. 뉴시스", Kind.CAPTION),
        ("(해담=하루통신) 최하나 기자 = 2일 시민들이 등을 띄우고 있다. 2025.5.2 hana@haru.example", Kind.CAPTION),
        ("담내천에 뜬 등 [해담시 제공. 재판매 및 DB 금지]", Kind.CAPTION),
        ("담내천 하수처리장 조감도. 해담시 제공", Kind.CAPTION),
        ("시청 앞을 시민들이 지나고 있다. 하루신문 자료사진", Kind.CAPTION),
        ("시는 물을 나눠 줬다. 차도 무료로 제공했다.", Kind.PROSE),
        ("입력 2025-01-21 18:35", Kind.DATE),
        ("최하나 기자 hana@example.com", Kind.BYLINE),
        ("  • 가장작게", Kind.TOOL),
        ("최신뉴스", Kind.HEAD),
        ("[저작권자ⓒ 하루뉴스. 무단전재-재배포 금지]", Kind.STOP),
    ],
)
def test_a_line_is_typed_by_its_looks(line: str, kind: Kind) -> None:
    assert typed(line).kind is kind


def test_a_bullet_that_cp949_cannot_write_is_still_a_bullet() -> None:
    assert typed("? 기침하는 로봇, 병원에 간다").text == "기침하는 로봇, 병원에 간다"


def test_equal_captions_are_kept_once() -> None:
    caption = "▲ 시민들이 등을 띄우고 있다."
    kinds = [(line.kind, line.reason) for line in typed_lines("\n".join([caption, caption, "축제가 시작됐다고 한다."]))]
    assert kinds[:2] == [(Kind.CAPTION, "caption"), (Kind.TOOL, "repeated caption")]


def test_marked_lines_under_a_sentence_are_a_list_and_not_captions() -> None:
    posts = ["▲ 교육국장 한마루", "▲ 복지국장 오나래"]
    lines = ["해담시의 인사는 다음과 같다고 밝혔다.", *posts, "임기는 내년 1월부터라고 한다.", "▲ 시청 앞 분수"]
    assert [line.kind for line in typed_lines("\n".join(lines))][1:] == [
        Kind.SHORT,
        Kind.SHORT,
        Kind.PROSE,
        Kind.CAPTION,
    ]


def test_the_answers_of_an_interview_are_no_captions() -> None:
    lines = [
        *("- 사업비가 늘었다는데.", "▲ 3천억원에서 4천억원으로 늘었다. 자잿값이 올라서다."),
        *("- 개통은 그대로인가.", "▲ 늦추지 않겠다. 차량은 내년에 발주한다."),
        *("시장은 이렇게 답했다고 한다.", "▲ 시장이 담내천을 둘러보고 있다."),
    ]
    kinds = [line.kind for line in typed_lines("\n".join(lines))]
    assert kinds == [*[Kind.PROSE] * 5, Kind.CAPTION]


def test_a_picture_s_title_stands_between_its_button_and_its_caption() -> None:
    caption = "(해담=하루통신) 최하나 기자 = 2일 시민들이 등을 띄우고 있다. 2025.5.2"
    lines = ["이미지 확대", "등 띄우는 시민", "등 띄우는 시민", caption, "물빛축제 개막", "축제가 시작됐다고 한다."]
    kinds = [line.kind for line in typed_lines("\n".join(lines))]
    assert kinds[1:] == [Kind.CAPTION, Kind.TOOL, Kind.CAPTION, Kind.SHORT, Kind.PROSE]


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["◇ 4급 승진", "▲ 복지국장 한마루 ▲ 교육국장 오나래"], [Kind.PROSE] * 2),
        (
            ["◇ 4급", "▲ 복지국장 한마루", "▲ 교육국장 오나래", "◇ 5급", "▲ 해담동장 최하나"],
            [Kind.PROSE] * 5,
        ),
        (["■ 4급", "▲ 자료관리국장 한마루 ▲ 사진관장 오나래", "이번 인사에서 두 명이 옮겼다."], [Kind.PROSE] * 3),
        (
            ["◇ 밤하늘의 고래", "▲ 드론 500대가 그린 고래", "첫날 밤에는 고래가 떴다."],
            [Kind.ITEM, Kind.CAPTION, Kind.PROSE],
        ),
        (["◇ 밤하늘의 고래", "▲ 드론이 날고 있다.", "첫날 밤에는 고래가 떴다."], [Kind.ITEM, Kind.CAPTION, Kind.PROSE]),
        (["• 온내군 사과 축제", "▲ 시청 앞 분수"], [Kind.ITEM, Kind.CAPTION]),
        (["◇해담시 ▲ 복지국장 한마루 ▲ 교육국장 오나래", "◇온내군 △ 부군수 최하나 △ 기획실장 한별"], [Kind.PROSE] * 2),
        (["◇ 축제", "▲ 사진=해담시 ▲ 드론"], [Kind.ITEM, Kind.CAPTION]),
    ],
)
def test_marked_lines_under_the_headings_of_a_notice_are_a_list(lines: list[str], kinds: list[Kind]) -> None:
    above = ["해담시 소식", "시정", "물빛축제"]  # a file of fewer than four lines would be taken apart
    assert [line.kind for line in typed_lines("\n".join([*above, *lines]))][len(above) :] == kinds


def test_names_in_a_price_list_are_known_by_the_numbers_below() -> None:
    lines = typed_lines("달빛코인\n95,881,000\n-0.54%\n은하해운\n1,222\n+1.05")
    assert {line.reason for line in lines} == {"stock ticker"}
    lines = typed_lines("달빛전자\n71,000원\n+1.05%\n은하해운\n1,222원\n-0.54%")
    assert {line.reason for line in lines} == {"stock ticker"}


def test_a_price_is_no_ticker_without_an_exchange_beside_it() -> None:
    lines = typed_lines("20ℓ\n480원\n560원\n입장료\n3,000원\n주차는 무료다.")
    assert "stock ticker" not in {line.reason for line in lines}


def test_a_file_of_endless_lines_is_no_article() -> None:
    with pytest.raises(ReadingError, match="split it"):
        typed_lines("가\n" * (MAX_LINES + 1))

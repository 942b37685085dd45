import pytest

from app.answering.introductions import whole_name

ARTICLE = """도서관 관장 공모
민가람 버들시 교통국장은 버스를 늘리겠다고 했다. 제9대 총장에 공다은(61) 생명과학과 교수가 취임했다.
남궁솔(푸른당) 의원은 반대했다. 김나래 의원과 김도담 의원은 찬성했다.
두부 가게 주인 구하은(74) 씨는 고개를 저었다. 도서관 관장 자리는 비어 있다."""


@pytest.mark.parametrize(
    ("sentence", "marked", "expected"),
    [
        ("민 국장은 막차를 늦추겠다고 했다.", "민 국장은", "민가람"),
        ("민 국장은 막차를 늦추겠다고 했다.", "민", "민가람"),
        ("이날 공 총장이 말했다.", "공 총장", "공다은"),
        ("남궁 의원은 자리를 떴다.", "남궁 의원", "남궁솔"),
        ("구씨는 웃었다.", "구씨", "구하은"),
        ("김 의원은 찬성했다.", "김 의원", None),  # two of them
        ("도 관장은 없다.", "도 관장", None),  # 도서관 is nobody
        ("박 국장은 웃었다.", "박 국장", None),
        ("시민 국장은 웃었다.", "민 국장", None),
        ("민 국장은 막차를 늦추겠다고 했다.", "민 국장은 막차", None),
    ],
)
def test_a_family_name_with_a_title_means_whom_the_article_introduces(
    sentence: str, marked: str, expected: str | None
) -> None:
    start = sentence.index(marked)
    assert whole_name(ARTICLE, sentence, start, start + len(marked)) == expected

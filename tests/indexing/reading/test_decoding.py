import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.errors import ReadingError
from indexing.reading.decoding import decode

SENTENCE = "해담시는 오는 9월 물빛축제를 연다고 21일 밝혔다. 똠얌꿍과 햏 같은 글자도 그대로 읽혀야 한다."
HANGUL = st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=40)


def page(charset: str, text: str = SENTENCE) -> str:
    return f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'


@given(HANGUL, st.sampled_from(["utf-8", "cp949", "utf-8-sig"]))
def test_hangul_survives_every_korean_encoding(text: str, codec: str) -> None:
    # The fixed sentence is there because two or three syllables of CP949 can also be valid UTF-8.
    assert decode((SENTENCE + text).encode(codec)) == SENTENCE + text


@given(HANGUL)
def test_hangul_survives_utf_16_with_its_mark(text: str) -> None:
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le")) == text
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be")) == text


@given(st.binary(max_size=400))
def test_decoding_any_bytes_gives_text_or_a_reading_error(content: bytes) -> None:
    with suppress(ReadingError):
        assert isinstance(decode(content), str)


@pytest.mark.parametrize("charset", ["euc-kr", "ks_c_5601-1987", "KSC5601", "utf-8", "iso-8859-1", "windows-1252"])
def test_a_cp949_page_is_read_whatever_charset_it_declares(charset: str) -> None:
    assert SENTENCE in decode(page(charset).encode("cp949"))


@pytest.mark.parametrize("charset", ["euc-kr", "gb2312", "no-such-charset"])
def test_a_page_saved_again_as_utf_8_is_read_as_utf_8(charset: str) -> None:
    assert SENTENCE in decode(page(charset).encode("utf-8"))


def test_three_broken_bytes_do_not_make_a_korean_page_chinese() -> None:
    content = bytearray(page("euc-kr", SENTENCE * 20).encode("cp949"))
    for position in (200, 500, 800):
        content[position] = 0xFF
    assert decode(bytes(content)).count("물빛축제") >= 17


def test_broken_bytes_in_utf_8_are_tolerated() -> None:
    content = (SENTENCE * 20).encode("utf-8")
    assert decode(content[:-1]).startswith(SENTENCE)


def test_japanese_chinese_and_german_pages_are_told_apart() -> None:
    japanese = "市長は記者会見で、図書館を来月再開すると述べました。"
    chinese = "市长在记者会上说，图书馆下个月重新开放，这是今年的好消息。"
    german = "Der Bürgermeister sagte, die Bücherei öffne im nächsten Monat – „endlich“."
    assert japanese in decode(page("shift_jis", japanese).encode("cp932"))
    assert decode(japanese.encode("euc_jp")) == japanese
    assert decode(chinese.encode("gb18030")) == chinese
    assert decode(german.encode("cp1252")) == german


@pytest.mark.parametrize("codec", ["utf-8", "cp949"])
def test_korean_read_as_latin_when_it_was_saved_is_refused(codec: str) -> None:
    garbled = SENTENCE.encode(codec).decode("latin-1")
    with pytest.raises(ReadingError, match="save it again from the original"):
        decode(garbled.encode("utf-8"))


def test_text_whose_letters_were_lost_is_refused() -> None:
    with pytest.raises(ReadingError, match="already lost"):
        decode(("가나다" + "\ufffd" * 20).encode())


def test_an_english_page_of_a_korean_outlet_is_cp949_for_its_quotes_alone() -> None:
    english = "The mayor said “the bridge opens on May 2” · and left – nobody asked…"
    assert decode(english.replace("–", "―").encode("cp949")) == english.replace("–", "―")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "no-such-charset"])
@pytest.mark.parametrize(
    "text",
    [
        "市長は記者会見で、図書館を来月再開すると述べました。カフェとホールも開きます。",
        "Der Bürgermeister sagte, die Straße öffne im nächsten Jahr – „endlich“. Читайте: λ",
        "The mayor’s office said “yes”, and the city’s council “no”. Read it in 日本語.",
    ],
    ids=["Japanese", "German with links in Russian and Greek", "English with links in Chinese"],
)
def test_a_page_in_another_language_is_cp949_where_only_that_set_has_its_signs(charset: str, text: str) -> None:
    content = page(charset, text).encode("cp949", "xmlcharrefreplace")
    assert decode(content) == content.decode("cp949")


def test_the_same_japanese_in_euc_jp_stays_japanese() -> None:
    text = "市長は記者会見で、図書館を来月再開すると述べました。カフェとホールも開きます。"
    assert text in decode(page("utf-8", text).encode("euc_jp"))


def test_curly_quotes_of_windows_before_letters_do_not_become_syllables() -> None:
    english = "It’s what the city’s council’s been saying; they’re sure we’ll see."
    assert decode(english.encode("cp1252")) == english


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [SENTENCE, "Plain English without any mark at its beginning.\r\n"])
def test_utf_16_without_its_mark_is_read(codec: str, text: str) -> None:
    assert decode(text.encode(codec)) == text


def test_a_few_unreadable_signs_do_not_cost_an_english_page() -> None:
    text = "The mayor said that the bridge opens in May, and left. " * 40
    assert decode(text.encode() + b"\x81\xff\x8d" + text.encode()).count("the bridge opens") == 80

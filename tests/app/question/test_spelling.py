import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.question.spelling import EnglishSpelling, english_as_written, korean_as_written

WORDS = ("festival", "library", "mayor", "museum", "temperature", "bus", "road", "film festival", "café", "Assembly")


@pytest.fixture(scope="module")
def spelling() -> EnglishSpelling:
    return EnglishSpelling(WORDS)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("mayer", "mayor"),
        ("musuem", "museum"),
        ("museums", "museum"),
        ("musem", "museum"),
        ("libary", "library"),
        ("festval", "festival"),
        ("fesitval", "festival"),
        ("temprature", "temperature"),
        ("temparatur", "temperature"),
        ("FESTVAL", "festival"),
        ("asembly", "assembly"),
    ],
)
def test_a_slip_of_one_letter_is_mended_and_two_in_a_long_word(
    spelling: EnglishSpelling, slip: str, meant: str
) -> None:
    assert spelling.nearest(slip) == meant


@pytest.mark.parametrize("word", ["muzeoms", "fetiva", "Oslo", "estival", "xylophone", ""])
def test_a_word_that_is_too_far_from_all_is_left_alone(spelling: EnglishSpelling, word: str) -> None:
    assert spelling.nearest(word) is None


@pytest.mark.parametrize("word", ["bys", "busy", "roar", "roa", "b"])
def test_short_words_have_too_many_neighbours_to_be_mended(spelling: EnglishSpelling, word: str) -> None:
    assert spelling.nearest(word) is None


@pytest.mark.parametrize("word", ["festival", "Festival", "mayor", "assembly"])
def test_a_known_word_is_meant_as_it_is(spelling: EnglishSpelling, word: str) -> None:
    assert spelling.nearest(word) == word.lower()


@given(st.sampled_from([word for word in WORDS if word.isalpha() and word.isascii() and len(word) > 4]), st.data())
def test_any_letter_but_the_first_may_be_missing_doubled_or_swapped(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 2))
    missing = word[:place] + word[place + 1 :]
    doubled = word[:place] + word[place] + word[place:]
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    spelling = EnglishSpelling(WORDS)
    for slip in (missing, doubled, swapped):
        assert spelling.nearest(slip) == (word.lower() if len(slip) > 4 else None)


@pytest.mark.parametrize(
    ("heard", "written"),
    [
        ("주민들이 왜 대피햇나요?", "주민들이 왜 대피했나요?"),
        ("언제 왓나요?", "언제 왔나요?"),
        ("어디로 갓어?", "어디로 갔어?"),
        ("문을 닫게 됫어?", "문을 닫게 됐어?"),
        ("취소됬나요?", "취소됐나요?"),
        ("누가 먹엇니까?", "누가 먹었니까?"),
        ("누가 받앗는지", "누가 받았는지"),
        ("언제 끝낫어", "언제 끝났어"),
        ("곧 열리겟다고", "곧 열리겠다고"),
        ("언제 발표햇", "언제 발표했"),
        ("공사를 시작햇고", "공사를 시작했고"),
        ("몇 톤이엿음?", "몇 톤이였음?"),
        ("크레인이 왜 멈췃어?", "크레인이 왜 멈췄어?"),
        ("가스가 샛을 때", "가스가 샜을 때"),
        ("불이 꺼졋나요?", "불이 꺼졌나요?"),
        ("신청할 수 잇나요?", "신청할 수 있나요?"),
        ("탈수잇어?", "탈수있어?"),
        ("어떻케 가?", "어떻게 가?"),
        ("요금이 얼마에여", "요금이 얼마에요"),
    ],
)
def test_an_ending_written_as_heard_is_mended(heard: str, written: str) -> None:
    assert korean_as_written(heard) == written


@pytest.mark.parametrize(
    "text",
    [
        "무엇을 했나요?",
        "축제의 주제는 무엇?",
        "씨앗을 심은 곳은 어디야?",
        "땅을 빼앗는 법",
        "타겟 고객은 누구야?",
        "갓을 쓴 사람은 누구야?",
        "김삿갓 문학관은 어디야?",
        "쑥갓을 키우는 마을",
        "앙코르왓은 어디야?",
        "갓 태어난 아기",
        "햇빛이 좋은 날",
        "의식은 또렷했나요?",
        "엿새 동안 열려?",
        "엿을 파는 가게",
        "샛길로 가?",
        "두 섬을 잇는 다리",
        "행사에 참여",
        "급여는 얼마야?",
        "버섯을 파는 곳",
        "이웃이 도왔다",
        "낫을 든 사람",
        "주민들이 왜 대피했나요?",
        "How was the 12th festival?",
        "",
    ],
)
def test_a_text_without_slips_stays_as_it_is(text: str) -> None:
    assert korean_as_written(text) == text


@given(st.text(alphabet=st.sampled_from("햇됫됬왓갓엇앗겟낫엿췃샛잇어떻케여수무씨가나다을는요 ?.a1"), max_size=30))
def test_mending_keeps_the_length_and_touches_only_slips(text: str) -> None:
    mended = korean_as_written(text)
    assert len(mended) == len(text)
    changed = [(old, new) for old, new in zip(text, mended, strict=True) if old != new]
    assert set(changed) <= set(zip("햇됫됬왓갓엇앗겟낫엿췃샛잇케여", "했됐됐왔갔었았겠났였췄샜있게요", strict=True))
    assert korean_as_written(mended) == mended


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("wehn dose it open", "when does it open"),
        ("how much dose the tram cost in total?", "how much does the tram cost in total?"),
        ("Waht is teh fare?", "what is the fare?"),
        ("whcih city adn when", "which city and when"),
        ("What dose of iodine is given?", "What dose of iodine is given?"),
        ("How much dose did they get?", "How much dose did they get?"),
        ("the odes of Mayn", "the odes of many"),
        ("데이터 adn", "데이터 and"),
    ],
)
def test_letters_in_the_other_order_are_put_right_in_question_words(typed: str, written: str) -> None:
    assert english_as_written(typed) == written


@given(st.text(alphabet=st.sampled_from("whatendosmucy? "), max_size=30))
def test_putting_letters_right_keeps_the_length(text: str) -> None:
    assert len(english_as_written(text)) == len(text)


@pytest.mark.parametrize(
    ("word", "near"), [("trunk", "truck"), ("heron", "heroin"), ("really", "rally"), ("Straw", "stray")]
)
def test_an_english_word_is_no_slip_of_another_one(word: str, near: str) -> None:
    assert EnglishSpelling([near]).nearest(word) is None
    assert EnglishSpelling([near]).nearest(near + near[-1]) == near


def test_an_english_word_may_be_a_form_of_a_known_one() -> None:
    assert EnglishSpelling(["original"]).nearest("originally") == "original"

import pytest

from indexing.reading.headline import first_sentence, without_outlet


@pytest.mark.parametrize(
    ("title", "outlets", "plain"),
    [
        ("물빛축제 17일 개막 - 하루뉴스", [], "물빛축제 17일 개막"),
        ("물빛축제 17일 개막 | 하루", ["하루"], "물빛축제 17일 개막"),
        ("물빛축제 17일 개막 < 문화 < 기사본문 - 하루일보", [], "물빛축제 17일 개막"),
        ("물빛축제 17일 개막-문화ㅣ하루일보", ["하루일보"], "물빛축제 17일 개막-문화"),
        ("Festival opens in May | Haru Times", [], "Festival opens in May"),
        ("1,500억원 - 그 뒤에 남은 것", [], "1,500억원 - 그 뒤에 남은 것"),
        ("[단독] 물빛축제: 17일의 기록", [], "[단독] 물빛축제: 17일의 기록"),
        ("하루뉴스", ["하루뉴스"], "하루뉴스"),
    ],
)
def test_the_outlet_goes_from_the_title_and_nothing_else(title: str, outlets: list[str], plain: str) -> None:
    assert without_outlet(title, outlets) == plain


def test_the_first_sentence_serves_as_title() -> None:
    assert first_sentence("해담시는 3.5㎞ 길을 열었다. 시민이 몰렸다.\n\n둘째 문단.") == "해담시는 3.5㎞ 길을 열었다."


@pytest.mark.parametrize(
    "sentence",
    [
        "The Metropolis assembly will open on Sept. 29 in Haedam, the city said.",
        "President Lim met U.S. Senator Roe in Haedam on Monday.",
        "“축제를 연다. 비가 와도 연다”고 시장이 말했다.",
        "네. 그렇습니다.",
    ],
)
def test_the_first_sentence_is_whole(sentence: str) -> None:
    assert first_sentence(f"{sentence} A second one follows.") == sentence


def test_an_endless_first_sentence_is_cut_at_a_word() -> None:
    title = first_sentence("가나다 " * 100)
    assert len(title) <= 200
    assert title.endswith("가나다…")


def test_a_title_of_nothing_but_separators_is_cut_short() -> None:
    assert len(without_outlet("하루뉴스 - " * 10_000)) < 1_000

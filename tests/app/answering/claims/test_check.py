import random
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.answer import RetrievedPassage
from app.answering.claims.check import ClaimCheck, ClaimChecker, Unfound
from app.answering.claims.grounds import grounds_of

Check = Callable[..., ClaimCheck]

ASSEMBLY = (
    "하천도시협의회(Riverlink) 20주년 총회가 오는 9월 29일부터 10월 1일까지 "
    "한빛컨벤션센터에서 열린다고 시가 21일 밝혔다."
)
FIRE = "불은 두 시간 만에 꺼졌고 다친 사람은 없다."
HURT = "불은 두 시간 만에 꺼졌고 3명이 다쳤다."
TOLL = "버들동 창고 화재로 사망 4명, 부상 6명의 피해가 났다."
TOLL_TOLD = "창고 화재로 4명이 숨지고 6명이 다쳤으며 주민 40여 명이 대피했다."
TOLL_ENGLISH = "The fire killed four people and injured six."
BUDGET = "한빛시는 총회 준비에 12억 3천만 원을 쓴다."
FUND = "유엔은 섬 나라들에 1억 4000만 달러를 빌려준다."
CHIEF = "협의회의 마르코 벨리니(Marco Bellini) 사무총장은 “강의 도시가 모인다”고 했다."
MAYOR = "오세훈 서울시장은 20일 시청에서 “물길을 잇겠다”고 말했다."
ABSENT = "시장은 이날 기념식에 참석하지 않았다."
PRESENT = "시장은 이날 기념식에 참석했다."
ENGLISH = "The mayor did not attend the ceremony on 3 May 2025, where 1,200 guests in Busan ate 3.5 tonnes of rice."
FESTIVAL = "사흘 동안 열린 축제에는 3만 2,500명이 다녀갔고, 지난해보다 절반 가까이 늘었다."
SHIP = "배는 하루 네 번 뜨고 첫 배는 아침 7시 10분이며 삯은 9천500원이다."
RATE = "한국은행은 기준금리를 연 3.25%에서 3%로 0.25%포인트 내렸다."
ACQUITTED = "항소심 법원은 26일 뇌물 혐의로 기소된 군수에게 1심과 같이 무죄를 선고했다."
GUILTY = "The court found him guilty on two counts and not guilty on one."
STRUCK_DOWN = "헌법재판소는 야간 집회를 금지한 조항을 재판관 6 대 3의 의견으로 위헌이라고 결정했다."
BUILDING = "열두 층 건물은 넓이 2천870㎡에 길이 1.2㎞의 산책로를 갖춘다."


def passage_of(text: str, title: str = "", published: date | None = date(2025, 1, 21)) -> RetrievedPassage:
    return RetrievedPassage("p", "a", "a.txt", title, "한빛일보", published, None, text, 0, len(text), 1.0)


@pytest.fixture(scope="module")
def check(checker: ClaimChecker) -> Check:
    """Checks a claim against the first sentence of an article's text."""

    def checking(claim: str, text: str, published: date | None = date(2025, 1, 21), title: str = "") -> ClaimCheck:
        return checker.check(claim, [grounds_of(passage_of(text, title, published))[0].grounds])

    return checking


TRUE = (
    ("Four people died and six were injured in the fire.", TOLL),
    ("The fire killed four and left six people injured.", TOLL_TOLD),
    ("About 40 residents were evacuated.", TOLL_TOLD),
    ("사망자는 4명, 부상자는 6명이다.", TOLL_TOLD),
    ("4명이 목숨을 잃고 6명이 다쳤다.", TOLL_ENGLISH),
    ("It left 4 dead and 6 hurt.", TOLL),
    ("The assembly runs from 29 September to 1 October 2025.", ASSEMBLY),
    ("The assembly runs from Sept. 29 to Oct. 1.", ASSEMBLY),
    ("It opens on September 29, 2025, in the Hanbit Convention Center.", ASSEMBLY),
    ("It ends on Oct. 1.", ASSEMBLY),
    ("The 20th anniversary assembly of Riverlink takes place in September 2025.", ASSEMBLY),
    ("The city announced it on 21 January 2025.", ASSEMBLY),
    ("In January 2025 the city said that it would host the assembly.", ASSEMBLY),
    ("총회는 2025년 9월 29일에 시작한다.", ASSEMBLY),
    ("하천도시협의회 총회는 9월 29일부터 열린다.", ASSEMBLY),
    ("협의회 총회는 2025년에 열린다.", ASSEMBLY),
    ("The court found him not guilty of bribery.", ACQUITTED),
    ("He was acquitted again.", ACQUITTED),
    ("그는 두 가지에서 유죄, 한 가지에서 무죄를 받았다.", GUILTY),
    ("He was convicted on two counts.", GUILTY),
    ("The Constitutional Court struck down the ban as unconstitutional.", STRUCK_DOWN),
    ("Nobody was hurt in the fire.", FIRE),
    ("The fire was out within two hours and no one was injured.", FIRE),
    ("다친 사람은 없었다.", FIRE),
    ("Three people were hurt.", HURT),
    ("The city spends 1.23 billion won.", BUDGET),
    ("Preparations cost 1,230,000,000 won.", BUDGET),
    ("총회 준비에 12억3천만원이 든다.", BUDGET),
    ("More than 1.2 billion won goes into it.", BUDGET),
    ("The UN lends $140 million.", FUND),
    ("The UN lends the islands 140 million dollars.", FUND),
    ("유엔은 1억4천만 달러를 빌려준다.", FUND),
    ("Secretary general Marco Bellini said so.", CHIEF),
    ("Mr Bellini said that the cities of rivers meet.", CHIEF),
    ("마르코 벨리니 사무총장은 “강의 도시가 모인다”고 말했다.", CHIEF),
    ("Oh Se-hoon, the mayor of Seoul, said so on 20 January.", MAYOR),
    ("Mayor Oh Sehoon spoke at City Hall on Jan. 20, 2025.", MAYOR),
    ("오세훈 시장은 20일 물길을 잇겠다고 말했다.", MAYOR),
    ("The mayor did not attend the ceremony.", ABSENT),
    ("시장은 기념식에 가지 않았다.", ABSENT),
    ("The mayor was absent from the ceremony.", ABSENT),
    ("The article does not say why.", PRESENT),
    ("기사에는 이유가 나와 있지 않다.", PRESENT),
    ("2025년 5월 3일 부산에서 손님 1천200명이 쌀 3.5톤을 먹었다.", ENGLISH),
    ("시장은 2025년 5월 3일 기념식에 참석하지 않았다.", ENGLISH),
    ("The three-day festival drew 32,500 visitors.", FESTIVAL),
    ("About 32,000 people came, nearly half as many again as last year.", FESTIVAL),
    ("축제에는 약 3만 명이 다녀갔다.", FESTIVAL),
    ("The ferry leaves four times a day, first at 7:10 a.m.", SHIP),
    ("A ticket costs 9,500 won.", SHIP),
    ("첫 배는 오전 7시 10분에 뜬다.", SHIP),
    ("The Bank of Korea cut its key rate by 0.25 percentage points to 3 percent.", RATE),
    ("기준금리는 3%가 되었다.", RATE),
    ("The twelve-storey building has 2,870 square metres and a 1.2 km walk.", BUILDING),
    ("건물은 12층이다.", BUILDING),
)
"""Claims in news style that their source holds."""

FALSE = (
    ("Six people died in the fire.", TOLL, "number", "Six"),
    ("The fire killed six.", TOLL_TOLD, "number", "six"),
    ("6명이 숨졌다.", TOLL_ENGLISH, "number", "6"),
    ("부상자는 4명이다.", TOLL_TOLD, "number", "4"),
    ("More than 40 people were injured.", TOLL_TOLD, "number", "40"),
    ("The assembly opens on 30 September 2025.", ASSEMBLY, "date", "30 September 2025"),
    ("The assembly opens on 29 September 2024.", ASSEMBLY, "date", "29 September 2024"),
    ("The UN lends $140 million on 21 January 2025.", FUND, "date", "21 January 2025"),
    ("총회는 9월 28일에 시작한다.", ASSEMBLY, "date", "9월 28일"),
    ("The 25th anniversary assembly is planned.", ASSEMBLY, "number", "25th"),
    ("The assembly will be held in Paris.", ASSEMBLY, "name", "Paris"),
    ("총회는 서울에서 열린다.", ASSEMBLY, "name", "서울"),
    ("No one was hurt.", HURT, "negation", "No"),
    ("Three people were hurt.", FIRE, "number", "Three"),
    ("The fire burned for five hours.", FIRE, "number", "five hours"),
    ("The budget is 12.3 billion won.", BUDGET, "number", "12.3 billion won"),
    ("The budget is $1.23 billion.", BUDGET, "number", "$1.23 billion"),
    ("예산은 12억 원이다.", BUDGET, "number", "12억 원"),
    ("The UN lends 140 million won.", FUND, "number", "140 million won"),
    ("유엔은 1천400만 달러를 빌려준다.", FUND, "number", "1천400만 달러"),
    ("Mayor Park Won-soon said so.", MAYOR, "name", "Park Won-soon"),
    ("박원순 시장은 물길을 잇겠다고 말했다.", MAYOR, "name", "박원순"),
    ("오세훈 시장은 “길을 막겠다”고 말했다.", MAYOR, "name", "길을 막겠다"),
    ("The mayor attended the ceremony.", ABSENT, "negation", "참석하지 않"),
    ("시장은 기념식에 참석했다.", ABSENT, "negation", "참석하지 않"),
    ("The mayor did not attend.", PRESENT, "negation", "not"),
    ("시장은 기념식에 참석하지 않았다.", PRESENT, "negation", "하지 않"),
    ("시장은 기념식에 참석했다.", ENGLISH, "negation", "did not attend"),
    ("손님은 1천300명이었다.", ENGLISH, "number", "1천300"),
    ("인천에서 기념식이 열리지 않았다.", ENGLISH, "name", "인천"),
    ("The festival drew 23,500 visitors.", FESTIVAL, "number", "23,500"),
    ("The festival lasted four days.", FESTIVAL, "number", "four days"),
    ("축제에는 3만 명이 다녀갔다.", FESTIVAL, "number", "3만"),
    ("The first ferry leaves at 7:10 p.m.", SHIP, "number", "7:10 p.m."),
    ("The ferry leaves six times a day.", SHIP, "number", "six"),
    ("The key rate is 3.5 percent.", RATE, "number", "3.5 percent"),
    ("건물은 11층이다.", BUILDING, "number", "11"),
    ("The walk is 1.2 m long.", BUILDING, "number", "1.2 m"),
    ("The court found him guilty of bribery.", ACQUITTED, "negation", "guilty"),
    ("The court convicted him of bribery.", ACQUITTED, "negation", "convicted"),
    ("군수는 유죄를 선고받았다.", ACQUITTED, "negation", "유죄"),
    ("그 조항은 합헌이다.", STRUCK_DOWN, "negation", "합헌"),
    ("The ban is constitutional, the court held.", STRUCK_DOWN, "negation", "constitutional"),
)
"""Claims in news style that say something else than their source: what is not found, and as what."""


@pytest.mark.parametrize(("claim", "text"), TRUE)
def test_what_the_source_says_is_found(check: Check, claim: str, text: str) -> None:
    assert check(claim, text).unfound == ()


@pytest.mark.parametrize(("claim", "text", "aspect", "words"), FALSE)
def test_what_the_source_does_not_say_is_named(check: Check, claim: str, text: str, aspect: str, words: str) -> None:
    found = check(claim, text)
    assert not found.holds
    assert (aspect, words) in [(one.aspect, one.text) for one in found.unfound]


def test_a_relative_date_is_read_from_the_articles_day(check: Check) -> None:
    text = "시장은 오는 29일 섬을 찾는다."
    assert check("The mayor visits on 29 September 2025.", text, published=date(2025, 9, 10)).holds
    assert not check("The mayor visits on 29 September 2025.", text, published=date(2025, 8, 10)).holds


def test_numbers_of_an_undated_article_are_still_compared(check: Check) -> None:
    assert check("It opens on 29 September.", "9월 29일 문을 연다.", published=None).holds
    assert not check("It opens on 28 September.", "9월 29일 문을 연다.", published=None).holds


def test_a_month_of_an_undated_english_article_is_found_by_its_number(check: Check) -> None:
    text = "Its next meeting is on Oct. 16."
    assert check("10월 16일", text, None).holds
    assert check("10월 16일 금요일", "The fair opens Friday, October 16.", None).holds
    assert not check("11월 16일", text, None).holds
    assert not check("10월 17일", text, None).holds


def test_a_name_may_stand_in_the_headline_and_a_number_in_the_next_sentence(check: Check) -> None:
    text = "축제가 끝났다. 관객은 5만 명이었다."
    assert check("The Busan festival drew 50,000 people.", text, title="부산 축제 막 내려").holds
    assert not check("The Busan festival drew 50,000 people.", text).holds


def test_what_one_of_several_sources_says_is_said(checker: ClaimChecker) -> None:
    sources = [grounds_of(passage_of(text))[0].grounds for text in (BUDGET, FUND)]
    claim = "1.23 billion won and $140 million are spent."
    assert not checker.check(claim, sources[:1]).holds
    assert checker.check(claim, sources).holds


def test_a_claim_without_a_source_cannot_be_checked(checker: ClaimChecker) -> None:
    with pytest.raises(ValueError, match="cites nothing"):
        checker.check("Anything.", [])


@given(number=st.integers(2, 99_999_999), other=st.integers(2, 99_999_999))
def test_a_number_is_found_however_it_is_grouped_and_no_other_is(check: Check, number: int, other: int) -> None:
    myriads, rest = divmod(number, 10_000)
    below = f" {rest:,}" if rest >= 1000 else str(rest or "")
    korean = f"{myriads}만{below}" if myriads else str(rest)
    assert check(f"There were {number:,} guests.", f"손님은 {korean}명이었다.").holds
    assert check(f"There were {other:,} guests.", f"손님은 {korean}명이었다.").holds == (number == other)


@given(day=st.dates(date(2025, 1, 22), date(2025, 12, 31)), shift=st.integers(-40, 40))
def test_a_day_is_found_in_both_languages_and_no_other_is(check: Check, day: date, shift: int) -> None:
    claimed = day + timedelta(days=shift)
    said = f"행사는 2025년 {day.month}월 {day.day}일 열린다."
    assert check(f"It takes place on {claimed:%B} {claimed.day}, {claimed.year}.", said).holds == (shift == 0)
    assert check(f"행사는 {claimed.year}년 {claimed.month}월 {claimed.day}일 열린다.", said).holds == (shift == 0)


@given(claim=st.text(max_size=200), text=st.text(min_size=1, max_size=200).filter(lambda one: bool(one.strip())))
def test_no_text_breaks_the_check(check: Check, claim: str, text: str) -> None:
    assert all(isinstance(one, Unfound) for one in check(claim, f"문장. {text}").unfound)


def test_a_sentence_that_quotes_its_source_always_holds(check: Check) -> None:
    for text in {text for _, text in TRUE}:
        assert check(text, text).unfound == ()


def _pairs() -> Iterator[tuple[str, str]]:
    """Sentences and their translations, as the embedding was taught them."""
    table = resources.files("indexing.embedding.training").joinpath("pairs/news.tsv").read_text("utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            korean, english = line.split("\t")[:2]
            yield korean, english
            yield english, korean


def test_translations_hold_and_their_falsified_numbers_do_not(check: Check) -> None:
    """Of the 1,200 true pairs that the rules were tuned on 2.0% were flagged, of 1,000 others 4.7%.

    Of 400 falsified numbers 98% were found, when this was written.
    """
    chosen = random.Random(3).sample(list(_pairs()), 160)
    flagged = sum(not check(claim, text).holds for claim, text in chosen)
    falsified = [(_falsified(claim), text) for claim, text in chosen if re.search(r"\d{2}", claim)]
    caught = sum(not check(claim, text).holds for claim, text in falsified)
    assert flagged <= 0.06 * len(chosen)
    assert caught >= 0.9 * len(falsified)


def _falsified(claim: str) -> str:
    """The first number of several digits with another first digit."""
    return re.sub(r"(?<![\d.,])\d(?=\d)", lambda digit: str(int(digit.group()) % 9 + 1), claim, count=1)

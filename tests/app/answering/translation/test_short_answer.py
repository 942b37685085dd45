from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.answering.answer import RetrievedPassage
from app.answering.claims.check import ClaimChecker
from app.answering.claims.names import NameFinder
from app.answering.evidence.evidence import Evidence
from app.answering.spans.span import Span
from app.answering.translation.short_answer import ShortAnswers
from app.answering.wording import framed_short_answer
from app.question.question import QuestionAnalyser
from indexing.article import Article
from indexing.language.glossary import Glossary
from indexing.language.people import People
from indexing.language.temporal import find_temporal_expressions

Render = Callable[..., str | None]
PUBLISHED = date(2025, 1, 21)


def evidence_of(kind: str, sentence: str, words: str, value: str | None = None) -> Evidence:
    """A sentence in which ``words`` answer."""
    article = Article("a", "a.txt", "제목", sentence, PUBLISHED, language="ko")
    passage = RetrievedPassage("p", "a", "a.txt", "제목", None, PUBLISHED, None, sentence, 0, len(sentence), 1.0)
    start = sentence.index(words)
    span = Span(start, start + len(words), words, 1.0, value)
    dates = find_temporal_expressions(sentence, PUBLISHED)
    return Evidence(article, passage, 0, len(sentence), sentence, 1.0, dates, {kind: span}, {kind: [span]}, (), 0.0)


def short_answers(told: Glossary) -> ShortAnswers:
    """Renders by ``told``; what it renders is checked by the true glossary."""
    glossary, people = Glossary.load(), People.load()
    checker = ClaimChecker(NameFinder(QuestionAnalyser(glossary, people), glossary, people), glossary)
    return ShortAnswers(told, people, checker)


@pytest.mark.parametrize(
    ("kind", "sentence", "words", "value", "english"),
    [
        ("what", "두 도시는 항만, 문화, 청소년을 논한다.", "항만, 문화", None, "port and culture (항만, 문화)"),
        (
            "who",
            "오로라 무늬시장과 휴 림(Hugh Lim) 센터장이 서명했다.",
            "오로라 무늬시장과 휴 림(Hugh Lim) 센터장",
            None,
            "Oh Ro-ra, mayor and Hugh Lim (오로라 무늬시장과 휴 림(Hugh Lim) 센터장)",
        ),
        (
            "how_many",
            "표는 어린이 5만 원, 어른 7만 원이다.",
            "어린이 5만 원, 어른 7만 원",
            None,
            "child 50,000 won, adult 70,000 won",
        ),
        ("how_many", "유엔은 1억 4000만 달러를 빌려준다.", "1억 4000만 달러", None, "$140 million"),
        ("how_many", "최저임금은 1만 630원이다.", "1만 630원", None, "10,630 won"),
        ("what", "법원은 선장에게 징역 5년을 선고했다.", "징역 5년", None, "5 years in prison"),
        ("what", "버들은 시즌 25승 14패를 기록했다.", "시즌 25승 14패", None, "25 wins, 14 losses"),
        ("how_many", "시는 12억 원을 쓴다.", "12억 원", None, "1.2 billion won"),
        ("how_many", "총회에는 40개 도시가 온다.", "40개 도시", None, "40 cities"),
        ("how_many", "현장에는 직원 100여 명이 모였다.", "100여 명", None, "more than 100 people"),
        ("how_many", "도서관은 연간 3만 명이 찾는다.", "연간 3만 명", None, "30,000 people a year"),
        ("how_many", "한나래는 1분57초12로 우승했다.", "1분57초12", None, "1 minute 57.12 seconds"),
        ("how_many", "한나래는 1분57초로 우승했다.", "1분57초", None, "1 minute 57 seconds"),
        ("how_many", "상금 32만7천750호주달러를 받는다.", "32만7천750호주달러", None, "327,750 Australian dollars"),
        ("how_many", "점검은 연 1회 한다.", "연 1회", None, "once a year"),
        ("how_many", "노선은 16.8㎞를 잇는다.", "16.8㎞", None, "16.8 km"),
        ("how_many", "도서관은 9800㎡ 규모다.", "9800㎡", None, "9,800 m²"),
        ("how_many", "임금은 3.2% 오른다.", "3.2%", None, "3.2%"),
        ("how_many", "상담은 1577-0233으로 한다.", "1577-0233", None, "1577-0233"),
        ("how_many", "The line is 16.8-kilometer long.", "16.8-kilometer", None, "16.8-kilometer"),
        ("how_many", "배는 길이 290m다.", "290m", None, "290 m"),
        ("what", "최고 속도는 시속 50㎞로 제한한다.", "시속 50㎞", None, "50 km/h"),
        (
            "what",
            "버스는 밤 11시 30분부터 이튿날 오전 5시까지 다닌다.",
            "밤 11시 30분부터 이튿날 오전 5시까지",
            None,
            "23:30–05:00 (밤 11시 30분부터 이튿날 오전 5시까지)",
        ),
        ("how_many", "두 도시를 주 4회 오간다.", "주 4회", None, "4 times a week"),
        ("how_many", "병원은 지하 4층, 지상 12층이다.", "지하 4층, 지상 12층", None, "12 floors and 4 basement floors"),
        ("how_many", "이용료는 5만~7만원이다.", "5만~7만원", None, "50,000–70,000 won"),
        ("how_many", "불은 두 시간 만에 꺼졌다.", "두 시간", None, "2 hours"),
        ("what", "최저임금은 1만 630원이다.", "1만 630원", None, "10,630 won"),
        ("what", "당첨자는 12월 2일 발표한다.", "12월 2일", "2024-12-02", "2 December 2024"),
        ("what", "주제는 3색 물길이다.", "3색 물길", None, "3색 물길"),
        ("when", "총회는 오는 9월 29일 열린다.", "오는 9월 29일", "2025-09-29", "29 September 2025"),
        (
            "when",
            "수리는 7월 1일부터 31일까지 한다.",
            "7월 1일부터 31일까지",
            "2025-07-01/2025-07-31",
            "1–31 July 2025",
        ),
        ("when", "수리는 7월부터 8월까지 한다.", "7월부터 8월까지", "2025-07-01/2025-08-31", "July – August 2025"),
        (
            "when",
            "대회는 오는 9월 29일과 30일 열린다.",
            "오는 9월 29일과 30일",
            "2025-09-29/2025-09-30",
            "29–30 September 2025",
        ),
        ("when", "다리는 11월 30일 막는다.", "11월 30일", None, "30 November (11월 30일)"),
        ("when", "회의는 첫날 오전 10시에 연다.", "첫날 오전 10시", None, "10:00 (첫날 오전 10시)"),
        ("when", "회의는 첫날 연다.", "첫날", None, "첫날"),
        (
            "what",
            "매일 오후 5시부터 10시까지 연다.",
            "오후 5시부터 10시까지",
            None,
            "17:00–22:00 (오후 5시부터 10시까지)",
        ),
        ("what", "기록은 2시간 8분 41초였다.", "2시간 8분 41초", None, "2 hours 8 minutes 41 seconds"),
        ("what", "진료소는 3층에 있다.", "3층", None, "3층"),
        ("what", "시는 항구 도시 린덴(Linden)과 손잡았다.", "린덴", None, "Linden"),
        ("what", "행사는 7월 개막식이다.", "7월 개막식", None, "7월 개막식"),
        ("how_many", "방문은 18일부터 25일까지다.", "18일부터 25일", None, "18–25 January 2025"),
        ("where", "총회는 서울에서 열린다.", "서울", None, "Seoul"),
        ("where", "총회는 캐나다 몬트리올에서 열린다.", "캐나다 몬트리올", None, "Montreal, Canada"),
        ("where", "도공은 하늬 마을에서 왔다.", "하늬 마을", None, "Hanui Village (하늬 마을)"),
        ("where", "공연은 해담아트홀에서 한다.", "해담아트홀", None, "Haedam Art Hall (해담아트홀)"),
        (
            "where",
            "시계탑은 솔내역 3번 출구 앞에 섰다.",
            "솔내역 3번 출구",
            None,
            "Exit 3, Sollae Station (솔내역 3번 출구)",
        ),
        ("where", "해담시는 총회가 해담에서 열린다고 밝혔다.", "해담", None, "Haedam (해담)"),
        (
            "where",
            "센터는 솔내구 옛 시청 건물 2층에 열었다.",
            "솔내구 옛 시청 건물 2층",
            None,
            "Floor 2, Former City Hall Building, Sollae-gu (솔내구 옛 시청 건물 2층)",
        ),
        ("who", "엘스 판데르베르흐(Els van den Berg)가 말했다.", "엘스 판데르베르흐", None, "Els van den Berg"),
        ("who", "오세훈 시장이 말했다.", "오세훈", None, "Oh Se-hoon (오세훈)"),
        ("who", "한지은 시장이 말했다.", "한지은", None, "Han Ji-eun (한지은)"),
        ("who", "서울시장이 말했다.", "서울시장", None, "mayor of Seoul"),
        ("who", "서울 강남경찰서가 말했다.", "서울 강남경찰서", None, "Gangnam Police Station (서울 강남경찰서)"),
        ("who", "고 노무현이 말했다.", "고 노무현", None, "고 노무현"),
        ("who", "다친 사람은", "다친 사람은", None, "다친 사람은"),
        ("who", "새 신호등은 경찰이 세웠다.", "경찰", None, "police (경찰)"),
        ("who", "허준 교수가 말했다.", "허준", None, "Heo Jun (허준)"),
    ],
)
def test_spans_are_put_into_english(kind: str, sentence: str, words: str, value: str | None, english: str) -> None:
    evidence = evidence_of(kind, sentence, words, value)
    assert short_answers(Glossary.load()).render(kind, evidence, "en") == english


@pytest.mark.parametrize(
    ("kind", "text", "span", "korean", "english"),
    [
        ("how_many", "법원은 최모(43)씨에게 징역 25년을 선고했다.", "43", "43세", "43 years old"),
        ("how_many", "할머니는 배금순(81세) 씨다.", "81세", "81세", "81 years old"),
        ("how_many", "She took up the fiddle at the age of nine.", "nine", "9세", "9 years old"),
        ("how_many", "조항에 6 대 43으로 반대했다.", "43", "43", "43"),
        ("who", "해경은 선장 염모(58)씨를 찾았다.", "염모", "염모씨", "Yeom (염모)"),
        ("who", "해경은 선장 염모 씨를 찾았다.", "염모", "염모씨", "Yeom (염모)"),
        (
            "who",
            "현무진·구슬기 재판관은 반대했다.",
            "현무진·구슬기",
            "현무진·구슬기",
            "Hyun Mu-jin, Koo Seul-gi (현무진·구슬기)",
        ),
        ("who", "해경은 선장 염하나(58)씨를 찾았다.", "염하나", "염하나", "Yeom Ha-na (염하나)"),
    ],
)
def test_ages_and_names_that_are_not_told_read_as_such(
    kind: str, text: str, span: str, korean: str, english: str
) -> None:
    render = short_answers(Glossary.load()).render
    assert render(kind, evidence_of(kind, text, span), "ko") == korean
    assert render(kind, evidence_of(kind, text, span), "en") == english


@pytest.mark.parametrize(
    ("language", "day", "days", "hours"),
    [
        (
            "ko",
            "2025년 9월 29일 오후 2시 30분",
            "2025년 9월 29일부터 30일까지",
            "2025년 9월 29일 오후 2시부터 오후 4시까지",
        ),
        ("en", "29 September 2025, 14:30", "29–30 September 2025", "29 September 2025, 14:00–16:00"),
    ],
)
def test_days_and_times_are_written_as_each_language_does(language: str, day: str, days: str, hours: str) -> None:
    found = evidence_of("when", "총회는 오는 9월 29일 열린다.", "오는 9월 29일", "2025-09-29")
    at = replace(found.spans["when"], time="14:30")
    render = short_answers(Glossary.load()).render
    assert render("when", replace(found, spans={"when": at}), language) == day
    words, value = "9월 29일부터 30일까지", "2025-09-29/2025-09-30"
    during = evidence_of("when", f"총회는 오는 {words} 열린다.", words, value)
    assert render("when", during, language) == days
    words = "29일부터 이틀간"
    told_by_length = evidence_of("when", f"총회는 오는 9월 {words} 열린다.", words, value)
    assert render("when", told_by_length, language) == days
    words = "9월 29일 오후 2시부터 4시까지"
    open_for_hours = evidence_of("when", f"총회는 오는 {words} 열린다.", words, "2025-09-29")
    span = replace(open_for_hours.spans["when"], time="14:00", until="16:00")
    assert render("when", replace(open_for_hours, spans={"when": span}), language) == hours


@pytest.mark.parametrize(
    ("kind", "sentence", "words", "korean"),
    [
        ("how_many", "The program costs 180 million won.", "180 million won", "1억 8,000만 원"),
        ("how_many", "The fair drew 18,500 visitors.", "18,500 visitors", "1만 8,500명"),
        ("how_many", "The ward is on the 9th floor.", "9th floor", "9층"),
        ("how_many", "The pier seats 5,000 people and costs 300 won for students.", "300 won for students", "300원"),
        ("how_many", "Two-thirds of the stalls are full.", "Two-thirds of the stalls", "3분의 2"),
        ("how_many", "A bus leaves every 15 minutes.", "every 15 minutes", "15분마다"),
        ("how_many", "The hall opens twice a week.", "twice a week", "주 2회"),
        ("how_many", "The film lasts two and a half hours.", "two and a half hours", "2시간 반"),
        ("how_many", "She gathered 700 signatures.", "700 signatures", "700 signatures"),
        ("how_many", "참가자는 20 people이다.", "20 people", "20 people"),
        ("what", "The city pays 27.5 billion won of it.", "27.5 billion won", "275억 원"),
        ("when", "The film begins at 8 p.m. on the pier.", "8 p.m.", "오후 8시"),
        ("when", "It is open from 6 p.m. to midnight.", "6 p.m. to midnight", "오후 6시부터 자정까지"),
        ("what", "It is open every Friday and Saturday.", "every Friday and Saturday", "매주 금·토요일"),
        ("where", "The summit opens in Seoul.", "Seoul", "서울"),
        ("where", "They stay in Saesol District.", "Saesol District", "Saesol District"),
        ("who", "Mayor Kang Yi-su spoke.", "Kang Yi-su", "Kang Yi-su"),
    ],
)
def test_amounts_of_english_articles_are_told_in_korean(kind: str, sentence: str, words: str, korean: str) -> None:
    assert short_answers(Glossary.load()).render(kind, evidence_of(kind, sentence, words), "ko") == korean


@pytest.mark.parametrize(
    ("words", "korean", "english"),
    [
        ("대만이", "대만", "Taiwan"),
        ("일본은", "일본", "Japan"),
        ("경기도", "경기도", "Gyeonggi"),
        ("갈대가", "갈대가", "갈대가"),
    ],
)
def test_a_well_known_place_loses_its_particle(words: str, korean: str, english: str) -> None:
    found = evidence_of("where", f"{words} 가장 많았다.", words)
    render = short_answers(Glossary.load()).render
    assert (render("where", found, "ko"), render("where", found, "en")) == (korean, english)


def test_the_day_of_the_week_is_told_where_it_is_asked_for() -> None:
    found = evidence_of("when", "총회는 오는 9월 29일 오후 2시에 열린다.", "오는 9월 29일 오후 2시", "2025-09-29")
    of_week = replace(found, spans={"when": replace(found.spans["when"], of_week=True)})
    render = short_answers(Glossary.load()).render
    assert render("when", of_week, "en") == "Monday, 29 September 2025"
    assert render("when", of_week, "ko") == "2025년 9월 29일 월요일"


def test_an_age_beside_a_name_in_brackets_is_no_part_of_it() -> None:
    sentence = "대니얼 킵로티치(Daniel Kiprotich·33)가 1위로 들어왔다."
    found = evidence_of("who", sentence, "대니얼 킵로티치")
    assert short_answers(Glossary.load()).render("who", found, "en") == "Daniel Kiprotich"


def test_whoever_has_a_family_name_and_a_title_is_told_by_the_name_that_the_article_gives() -> None:
    found = evidence_of("who", "민 국장은 막차를 늦추겠다고 했다.", "민 국장은")
    found = replace(found, article=replace(found.article, body=f"민가람 버들시 교통국장이 나섰다. {found.text}"))
    render = short_answers(Glossary.load()).render
    assert (render("who", found, "ko"), render("who", found, "en")) == ("민가람", "Min Ga-ram (민가람)")


def test_a_word_that_the_article_spells_itself_is_spelt_so_among_others() -> None:
    render = short_answers(Glossary.load()).render
    found = evidence_of("where", "회사는 오폴레(Opole)를 골랐고 공장은 폴란드 오폴레에 선다.", "폴란드 오폴레")
    assert render("where", found, "en") == "Opole, Poland (폴란드 오폴레)"
    found = evidence_of("who", "모빌담(MobilDam)이 만들었고 모빌담 대표가 밝혔다.", "모빌담 대표")
    assert render("who", found, "en") == "head of MobilDam"


@pytest.mark.parametrize(
    ("text", "surname", "name"),
    [
        ("Ambassador Inga Solberg arrived. Solberg praised the fish.", "Solberg", "Inga Solberg"),
        ("Han Do-gyeom won. Han thanked his teacher.", "Han", "Han Do-gyeom"),
        ("Inga Solberg met Nils Solberg. Solberg praised the fish.", "Solberg", "Solberg"),
        ("Ambassador Solberg praised the fish.", "Solberg", "Solberg"),
    ],
)
def test_a_surname_is_completed_where_the_article_gives_the_name(text: str, surname: str, name: str) -> None:
    found = evidence_of("who", text, surname)
    render = short_answers(Glossary.load()).render
    assert (render("who", found, "en"), render("who", found, "ko")) == (name, name)


def test_only_the_name_of_what_stands_in_brackets_is_told() -> None:
    found = evidence_of("where", "도읍은 해담(Haedam, 海潭)에 있다.", "해담")
    assert short_answers(Glossary.load()).render("where", found, "en") == "Haedam"


def test_a_rendering_that_says_something_else_is_dropped() -> None:
    evidence = evidence_of("where", "총회는 서울에서 열린다.", "서울")
    wrong = replace(Glossary.load(), romanised={"서울": "Busan"})
    assert short_answers(wrong).render("where", evidence, "en") is None
    assert short_answers(wrong).render("where", evidence, "ko") == "서울"


def test_a_date_that_its_sentence_does_not_give_is_dropped() -> None:
    evidence = evidence_of("when", "총회는 오는 9월 29일 열린다.", "오는 9월 29일", "2025-08-29")
    assert short_answers(Glossary.load()).render("when", evidence, "en") is None
    assert short_answers(Glossary.load()).render("when", evidence, "ko") is None


@pytest.mark.parametrize(
    ("short_answer", "language", "shown"),
    [
        ("항구를 헤엄쳐 건너겠다", "en", "The article says: “항구를 헤엄쳐 건너겠다”"),
        ("항구를 헤엄쳐 건너겠다", "ko", "항구를 헤엄쳐 건너겠다"),
        ("Oh Se-hoon (오세훈)", "en", "Oh Se-hoon (오세훈)"),
        ("29 September 2025", "en", "29 September 2025"),
        ("17:00 (오후 5시)", "en", "17:00 (오후 5시)"),
        ("1577-0233 상담 전화", "en", "The article says: “1577-0233 상담 전화”"),
    ],
)
def test_korean_words_are_shown_to_english_readers_as_quoted(short_answer: str, language: str, shown: str) -> None:
    assert framed_short_answer(short_answer, language) == shown


@pytest.mark.parametrize(
    ("sentence", "words", "korean", "english"),
    [
        (
            "회담은 8일(현지시간) 오후 6시 7분 시작됐다.",
            "8일(현지시간) 오후 6시 7분",
            "2025년 1월 8일 오후 6시 7분 (현지시간)",
            "8 January 2025, 18:07 (local time)",
        ),
        (
            "회담은 8일 오후 6시 7분(현지시간) 시작됐다.",
            "8일 오후 6시 7분",
            "2025년 1월 8일 오후 6시 7분 (현지시간)",
            "8 January 2025, 18:07 (local time)",
        ),
        (
            "회담은 한국시간으로 8일 오후 6시 7분에 시작됐다.",
            "8일 오후 6시 7분",
            "2025년 1월 8일 오후 6시 7분 (한국시간)",
            "8 January 2025, 18:07 (Korean time)",
        ),
        (
            "회담은 8일 오후 6시 7분(한국시간 9일 오전 2시 7분) 시작됐다.",
            "8일 오후 6시 7분",
            "2025년 1월 8일 오후 6시 7분",
            "8 January 2025, 18:07",
        ),
    ],
)
def test_a_time_says_by_which_clock_it_is(sentence: str, words: str, korean: str, english: str) -> None:
    render = short_answers(Glossary.load()).render
    found = evidence_of("when", sentence, words, "2025-01-08")
    at = replace(found, spans={"when": replace(found.spans["when"], time="18:07")})
    assert (render("when", at, "ko"), render("when", at, "en")) == (korean, english)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.question.concept import TextView
from app.question.question import QuestionAnalyser
from indexing.language.glossary import Glossary
from indexing.language.people import People


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        ("총회는 언제 열려?", "ko", ("when",)),
        ("내년 포럼은 언제 어디서 열려?", "ko", ("when", "where")),
        ("사무총장은 누구야?", "ko", ("who",)),
        ("시세 얼마야?", "ko", ("how_many",)),
        ("몇 명이 참가했어?", "ko", ("how_many",)),
        ("몇 년도에 지었어?", "ko", ("when",)),
        ("왜 늦어졌어?", "ko", ("why",)),
        ("뭐라고 했어?", "ko", ("what",)),
        ("요금이 오르나요?", "ko", ("yes_no",)),
        ("When is the assembly?", "en", ("when",)),
        ("And when is it?", "en", ("when",)),
        ("How late is the museum open on Fridays?", "en", ("when",)),
        ("다음 경기는 무슨 요일이야?", "ko", ("when",)),
        ("What is the opening date of the pool?", "en", ("when",)),
        ("그럼 사망자는?", "ko", ("how_many",)),
        ("물빛축제 입장료", "ko", ("how_many",)),
        ("세림 저수율은?", "ko", ("how_many",)),
        ("사상자 수는?", "ko", ("how_many",)),
        ("새 교수는?", "ko", ("what",)),
        ("축제 먹거리는?", "ko", ("what",)),
        ("공사 행사장은?", "ko", ("where",)),
        ("원서 마감일은?", "ko", ("when",)),
        ("과학상 수상자는?", "ko", ("who",)),
        ("한빛시 교육감은?", "ko", ("who",)),
        ("노조 주장은?", "ko", ("what",)),
        ("수상자 소감은?", "ko", ("what",)),
        ("How hot did it get?", "en", ("how_many",)),
        ("How strong were the winds?", "en", ("how_many",)),
        ("What was the magnitude of the earthquake?", "en", ("how_many",)),
        ("How do strong winds form?", "en", ("how",)),
        ("Will fares rise when routes change?", "en", ("yes_no",)),
        ("When fares rise in 2026, will children pay more, too?", "en", ("yes_no",)),
        ("When the club sacked its coach, did his assistant leave?", "en", ("yes_no",)),
        ("After the fire broke out, how many people fled?", "en", ("how_many",)),
        ("If you miss the ferry, where can you stay?", "en", ("where",)),
        ("When did the fire start, how many came?", "en", ("when",)),
        ("When the mayor spoke, people listened?", "en", ("when",)),
        ("How many people came?", "en", ("how_many",)),
        ("tickets on sale when and how much?", "en", ("when", "how_many")),
        ("Who won the prize and when was it announced?", "en", ("who", "when")),
        ("The parade is when?", "en", ("when",)),
        ("Which city hosts it?", "en", ("where",)),
        ("What did the mayor say?", "en", ("what",)),
        ("Tell me about the library", "en", ("what",)),
    ],
)
def test_a_question_is_known_by_its_language_and_what_it_asks_for(
    analyser: QuestionAnalyser, text: str, language: str, kinds: tuple[str, ...]
) -> None:
    question = analyser.analyse(text)
    assert (question.language, question.kinds) == (language, kinds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("세계대도시협의회 40주년 총회는 어디서 열려?", ["세계대도시협의회", "40", "총회"]),
        ("축제에 몇 명이 왔나요?", ["축제", "왔나"]),
        ("행진은 몇 시부터 몇 시까지야?", ["행진"]),
        ("마라톤은 몇 시에 출발해?", ["마라톤", "출발"]),
        ("서울 기온은 몇 도야?", ["서울", "기온"]),
        ("한빛 FC는 몇 위야?", ["한빛", "fc"]),
        ("배터리는 몇 분 만에 충전돼?", ["배터리", "충전"]),
        ("한빛은 솔내를 몇 대 몇으로 이겼어?", ["한빛", "솔내", "이겼"]),
        ("몇 도시에서 열려?", ["도시"]),
        ("총장은 몇 표를 얻었어?", ["총장", "얻었"]),
        ("에이스는 몇 이닝을 던졌어?", ["에이스", "이닝", "던졌"]),
        ("2025서울국제도서전 입장료", ["서울국제도서전", "입장료"]),
        ("2024시즌 우승팀", ["시즌", "우승팀"]),
        ("71보급단 2부 리그 6시 넘어", ["71", "보급단", "2", "리그", "6", "넘어"]),
        ("시장포럼은 언제 개최되나요?", ["시장포럼", "개최"]),
        ("음식은 뭐야?", ["음식"]),
        ("뭐야?", []),
        ("어떤 나라들이 참가해?", ["나라", "참가"]),
        ("수상자들은 어디어디야?", ["수상자"]),
        ("총회에 누구누구 왔어?", ["총회"]),
        ("큰아들은 누구야?", ["큰아들"]),
        ("WCS 시장포럼", ["wcs", "시장포럼"]),
    ],
)
def test_korean_questions_give_stems_without_question_words(
    analyser: QuestionAnalyser, text: str, expected: list[str]
) -> None:
    assert [concept.forms[0] for concept in analyser.analyse(text).concepts] == expected


def test_english_words_bring_their_korean_and_names_their_sound(analyser: QuestionAnalyser) -> None:
    concepts = {
        concept.surface: concept for concept in analyser.analyse("Did Oh Se-hoon open the Seoul library?").concepts
    }
    assert "도서관" in concepts["library"].forms
    assert "서울" in concepts["Seoul"].forms
    assert concepts["Oh Se-hoon"].is_name
    assert concepts["Oh Se-hoon"].sounds


def test_an_english_question_may_write_names_in_hangul(analyser: QuestionAnalyser) -> None:
    question = analyser.analyse("How many people saw 검은 파도?")
    assert (question.language, question.kinds) == ("en", ("how_many",))
    assert [concept.surface for concept in question.concepts] == ["saw", "검은", "파도"]


def test_a_word_of_one_syllable_is_found_where_it_begins_a_compound(analyser: QuestionAnalyser) -> None:
    water, festival = analyser.analyse("When is the Water Light Festival?").concepts
    assert "물빛축제" in water.forms
    assert "빛축제" in festival.forms
    assert TextView("제11회 해담 물빛축제가 열린다").names(water) == 1
    assert TextView("빛축제가 열린다").names(water) < 1
    apart, *_ = analyser.analyse("Is water at the festival free?").concepts
    assert not [form for form in apart.forms if len(form) > 2 and form.startswith("물")]


def test_surnames_that_are_words_count_as_names_before_a_given_name(analyser: QuestionAnalyser) -> None:
    surfaces = [concept.surface for concept in analyser.analyse("Who is Park Geun-hye of Central Park?").concepts]
    assert "Park Geun-hye" in surfaces


def test_how_an_answer_is_to_be_told_is_hardly_a_topic(analyser: QuestionAnalyser) -> None:
    listed = analyser.analyse("참가국 명단 알려줘").concepts
    assert [(concept.surface, concept.importance < 0.5) for concept in listed] == [("참가국", False), ("명단", True)]
    assert [concept.importance for concept in analyser.analyse("체납자 명단 공개는 언제야?").concepts] == [1, 1, 1]


def test_dates_are_periods_not_words(analyser: QuestionAnalyser) -> None:
    question = analyser.analyse("2024년 8월 축제는 어땠어?")
    assert [period.iso for period in question.periods] == ["2024-08"]
    assert all("2024" not in concept.forms for concept in question.concepts)


@given(st.text(max_size=300))
def test_any_text_is_understood_somehow(text: str) -> None:
    question = QuestionAnalyser(Glossary({}, {}, {}, {}), People({}, {}, {})).analyse(text)
    assert question.kinds
    assert all(concept.forms and concept.forms[0] for concept in question.concepts)


def test_numbers_stay_apart_from_the_words_around_them(analyser: QuestionAnalyser) -> None:
    concepts = analyser.analyse("How many council members were paid 500 dollars?").concepts
    assert "500" in [form for concept in concepts for form in concept.forms]
    assert not any(" 500" in form for concept in concepts for form in concept.forms)


@pytest.mark.parametrize(
    ("text", "surface", "forms"),
    [
        ("When was the 12th Riverlink assembly?", "12th", {"12회", "12번째", "12대", "12차", "12th"}),
        ("Who was the twelfth mayor of Hanbit?", "twelfth", {"12회", "12대", "12th"}),
        ("Where is the 21st festival?", "21st", {"21회", "21st"}),
        ("Where is the 22nd festival?", "22nd", {"22회", "22nd"}),
        ("Where is the 113th festival?", "113th", {"113회", "113th"}),
    ],
)
def test_an_ordinal_is_looked_for_as_articles_write_it(
    analyser: QuestionAnalyser, text: str, surface: str, forms: set[str]
) -> None:
    (concept,) = [concept for concept in analyser.analyse(text).concepts if concept.surface == surface]
    assert forms <= set(concept.forms)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("한빛시 등불축제가 제12회를 맞았다.", 1.0),
        ("올해로 12번째인 등불축제", 1.0),
        ("제12대 한빛시장이 취임했다.", 1.0),
        ("The 12th lantern festival opens.", 1.0),
        ("The twelfth lantern festival opens.", 1.0),
        ("제112회 등불축제", 0.0),
        ("제2회 등불축제에 12명이 왔다.", 0.0),
        ("The 112th lantern festival opens.", 0.0),
    ],
)
def test_an_ordinal_is_met_in_both_languages_and_no_other_number_is_it(
    analyser: QuestionAnalyser, text: str, named: float
) -> None:
    for question in ("When was the 12th one?", "When was the twelfth one?"):
        (concept,) = [found for found in analyser.analyse(question).concepts if "12회" in found.forms]
        assert TextView(text).names(concept) == named


def test_first_and_second_are_no_numbers_of_a_series(analyser: QuestionAnalyser) -> None:
    concepts = analyser.analyse("Who was first at the second attempt?").concepts
    assert not {"1회", "2회"} & {form for concept in concepts for form in concept.forms}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("가람항 매출은 얼마야?", "Garam Port handled 2 million containers"),
        ("솔내역은 언제 열어?", "Sollae Station opens in May"),
        ("누리공항 이용객은?", "passengers of Nuri Airport"),
    ],
)
def test_a_place_is_met_in_english_by_its_name_and_kind(analyser: QuestionAnalyser, text: str, told: str) -> None:
    place = analyser.analyse(text).concepts[0]
    other = "The port, a station and an airport of Hanbit"
    assert (TextView(told).names(place), TextView(other).names(place)) == (1.0, 0.0)


@pytest.mark.parametrize("text", ["한빛전기 3분기 매출은?", "한빛전기 3·4분기 매출은?", "한빛전기 3 분기 매출은?"])
def test_a_quarter_is_no_other_quarter_and_no_other_number(analyser: QuestionAnalyser, text: str) -> None:
    (quarter,) = [concept for concept in analyser.analyse(text).concepts if concept.is_name]
    named = [
        TextView(told).names(quarter) for told in ("올해 3분기 매출", "In the third quarter", "2분기 매출은 3억 원")
    ]
    assert named == [1.0, 1.0, 0.0]


def test_the_number_of_a_line_or_an_edition_keeps_its_unit_in_korean(analyser: QuestionAnalyser) -> None:
    (line,) = [concept for concept in analyser.analyse("트램 2호선은 언제 개통해?").concepts if concept.is_name]
    assert TextView("트램 2호선이 개통한다").names(line) == 1.0
    assert TextView("트램 1호선 역 2곳").names(line) == 0.0


@pytest.mark.parametrize("text", ["선장은 2심에서 몇 년 받았어?", "선장의 2심은 언제야?", "선장 2심 형량은?"])
def test_the_second_court_is_the_appeal_court_and_no_other_number(analyser: QuestionAnalyser, text: str) -> None:
    (court,) = [concept for concept in analyser.analyse(text).concepts if "2심" in concept.surface]
    assert [TextView(told).names(court) for told in ("2심 재판부", "항소심 재판부", "1심은 2년을")] == [1.0, 1.0, 0.0]
    assert "에서" not in [concept.surface for concept in analyser.analyse(text).concepts]


def test_the_noun_that_tells_years_of_a_term_from_a_year_stays_a_topic(analyser: QuestionAnalyser) -> None:
    (term,) = analyser.analyse("임기는 몇 년?").concepts
    assert term.forms[0] == "임기"


@pytest.mark.parametrize("question", ["축제에서 무엇을 팔았어?", "무엇이 문제야?", "축제의 주제는 무엇?"])
def test_the_korean_what_is_no_topic(analyser: QuestionAnalyser, question: str) -> None:
    concepts = analyser.analyse(question).concepts
    assert not any(form.startswith("무") for concept in concepts for form in concept.forms)


def test_a_word_nearly_in_the_glossary_brings_the_korean_of_the_word_meant(analyser: QuestionAnalyser) -> None:
    (library,) = analyser.analyse("where is the libary?").concepts
    assert "도서관" in library.forms
    assert library.importance < 1


def test_a_misspelt_past_tense_asks_for_the_same_as_a_right_one(analyser: QuestionAnalyser) -> None:
    slip, right = analyser.analyse("주민들이 왜 대피햇나요?"), analyser.analyse("주민들이 왜 대피했나요?")
    assert [concept.forms for concept in slip.concepts] == [concept.forms for concept in right.concepts]


@pytest.mark.parametrize(
    ("glued", "apart"),
    [("트램 2호선은 언제개통해?", "트램 2호선은 언제 개통해?"), ("축제는 어디서열리나요?", "축제는 어디서 열리나요?")],
)
def test_a_question_word_glued_to_its_verb_is_taken_off(analyser: QuestionAnalyser, glued: str, apart: str) -> None:
    one, other = analyser.analyse(glued), analyser.analyse(apart)
    assert [concept.forms for concept in one.concepts] == [concept.forms for concept in other.concepts]


@pytest.mark.parametrize(
    ("text", "person", "hangul"),
    [
        ("After Moon Doha gave up, who led the race?", "Moon Doha", "문도하"),
        ("What are official Kook Sung-hyun's words?", "Kook Sung-hyun", "국성현"),
        ("Innkeeper Seomun Kibaek complains of what?", "Seomun Kibaek", "서문기백"),
        ("What post does Moh Eunsol hold?", "Moh Eunsol", "모은솔"),
        ("Mayor Park Seri spoke in the Park Hotel", "Park Seri", "박세리"),
    ],
)
def test_a_korean_person_is_one_name_whatever_stands_around(
    analyser: QuestionAnalyser, text: str, person: str, hangul: str
) -> None:
    (named,) = [one for one in analyser.analyse(text).concepts if one.surface == person]
    assert named.is_name
    assert TextView(f"{hangul} 씨가 말했다").names(named) == 1.0


@pytest.mark.parametrize("text", ["Who won the Moon Festival?", "Is a Moon Jellyfish rare?", "Is Park Street long?"])
def test_a_surname_before_a_common_word_begins_no_person(analyser: QuestionAnalyser, text: str) -> None:
    assert not any(one.is_name and " " in one.surface for one in analyser.analyse(text).concepts if not one.parts)


def test_a_name_ends_where_a_clause_begins(analyser: QuestionAnalyser) -> None:
    assert not any(one.surface == "After" for one in analyser.analyse("After the flood, who came?").concepts)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # inside another word
        ("아이유 콘서트는 언제 열려?", ("when",)),
        ("숲정이유치원은 어디야?", ("where",)),
        ("이유미 선수는 뭐라고 했어?", ("what",)),
        ("시민공원인가요?", ("yes_no",)),
        ("민원인은 뭘 요구했어?", ("what",)),
        ("역사 왜곡 논란이 있던 체험관은 언제 열려?", ("when",)),
        ("왜관에서 열린 축제는 언제야?", ("when",)),
        ("왜관람객이 줄었어?", ("why",)),
        ("시장은 왜구속됐어?", ("why",)),
        ("임진왜란 축제는 어디서 열려?", ("where",)),
        ("다친 왜가리는 몇 마리야?", ("how_many",)),
        ("누가바는 언제 나왔어?", ("when",)),
        ("몇 시간 걸렸어?", ("how_many",)),
        ("몇 년 만에 열렸어?", ("how_many",)),
        ("찬성표가 몇 표 나왔나요?", ("how_many",)),
        ("발전소는 몇 메가와트야?", ("how_many",)),
        ("몇 개월 전에 끝났지?", ("when",)),
        *((text, ("when",)) for text in ("몇 년에 선고받았어?", "임기는 몇 년까지야?", "몇 년도 예산이야?")),
        *((text, ("when",)) for text in ("완공은 몇 년을 목표로 해?", "기간은 몇 년 몇 월까지야?", "몇 년 개통이야?")),
        ("몇몇 의원이 반대한 이유는?", ("why",)),
        ("몇 안 되는 생존자는 누구야?", ("who",)),
        ("어느 해수욕장이 문을 열어?", ("where",)),
        ("어느 구단이 이겼어?", ("what",)),
        ("어느 달리기 대회야?", ("what",)),
        # anybody, somebody, always, recently
        ("누구나 쓸 수 있나요?", ("yes_no",)),
        ("누군가 버린 강아지는 어디서 찾았어?", ("where",)),
        ("언제나 여는 쉼터는 어디야?", ("where",)),
        ("얼마든지 가져가도 되나요?", ("yes_no",)),
        ("얼마 전 열린 축제는 어디서 열렸어?", ("where",)),
        ("며칠 전 문을 닫은 곳은 어디야?", ("where",)),
        ("몇 년 전 문을 닫은 공장은 어디야?", ("where",)),
        # a noun beside a word that asks
        ("시장 화재 원인은 언제 발표됐어?", ("when",)),
        ("늦어진 이유를 설명한 사람은 누구야?", ("who",)),
    ],
)
def test_a_korean_question_word_is_not_found_inside_another_word(
    analyser: QuestionAnalyser, text: str, kinds: tuple[str, ...]
) -> None:
    assert analyser.analyse(text).kinds == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        *(
            (text, ("why",))
            for text in ("왜 관람객이 줄었어?", "크레인이 왜멈췄어?", "무슨 이유로 취소됐어?", "화재 원인은?")
        ),
        *(
            (text, ("why",))
            for text in ("화재원인은 뭐야?", "늦어진 까닭을 뭐라고 해?", "늦어진 이유 알려줘", "사고원인은요?")
        ),
        *((text, ("who",)) for text in ("누가바꿨어?", "대장은 누군가요?", "그 사람은 누군가?", "누구냐?")),
        *(
            (text, ("where",))
            for text in ("장소가 어딘지 아세요?", "그게 어딘가요?", "거기가 어딘데?", "고향은 어딘가?")
        ),
        *((text, ("when",)) for text in ("개막이 언젠지 알아?", "마감이 언젠가요?", "누군가 언젠지 물었어?")),
        *(
            (text, ("how_many",))
            for text in ("요금이 얼만지 알려 줘", "얼만데?", "참가비는 얼만가요", "얼만큼 늘었어?")
        ),
        ("언젠가 다시 연다는 곳이 어디야?", ("where",)),
        ("어딘가에서 열린 축제는 언제야?", ("when",)),
        *(
            (text, ("when",))
            for text in ("어느 해에 열렸어?", "몇 년 전에 지었어?", "며칠 전에 끝났어?", "언제나왔어?")
        ),
        *((text, ("how_many",)) for text in ("징역 몇 년을 선고받았어?", "임기는 몇 년이야?", "몇 년 형을 받았어?")),
        *((text, ("how_many",)) for text in ("검찰은 몇 년을 구형했어?", "집행유예 몇년이야?", "기간은 몇 년이야?")),
        *((text, ("how_many",)) for text in ("공사에 몇 년이 걸렸어?", "몇 년째 열려?", "몇 년이나 살았어?")),
        *((text, ("how_many",)) for text in ("몇 년 구형했어?", "몇 년 더 걸려?", "몇 년 만에 열렸어?")),
        *((text, ("how_many",)) for text in ("2심에서 몇 년 받았어?", "몇 년 계약했어?", "몇 년짜리 계약이야?")),
        ("언제 징역 몇 년을 선고받았어?", ("when", "how_many")),
        ("어느 구에 있어?", ("where",)),
        ("배가 닿기 얼마 전에 알렸어?", ("how_many",)),
        ("얼마나 전에 알렸어?", ("how_many",)),
        ("빵이 얼마나 남을지 잘못 안 까닭은?", ("why",)),
        ("취소된 이유가 뭐고 언제 다시 열려?", ("why", "when")),
    ],
)
def test_question_words_glued_or_bare_are_still_heard(
    analyser: QuestionAnalyser, text: str, kinds: tuple[str, ...]
) -> None:
    assert analyser.analyse(text).kinds == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *(
            (text, "how_many")
            for text in ("10월 실업률은?", "경쟁률은", "3분기 영업이익은?", "첫날 종가는요?", "분양가는?")
        ),
        *(
            (text, "how_many")
            for text in ("대출 한도는?", "배춧값은?", "입장료는?", "과태료?", "사망자 수는?", "수출액은?")
        ),
        *((text, "who") for text in ("난색을 보인 사람은?", "결승골을 넣은 선수는?", "않겠다고 한 사람은?")),
        *((text, "what") for text in ("그 가수는?", "새 사람은?")),
        *((text, "who") for text in ("수상자 명단", "합격자 명단 알려줘", "심사위원 목록 좀", "우승자들은?")),
        *((text, "when") for text in ("공사 일정이 어떻게 되나요?", "개막 날짜 어떻게 돼?", "마감일은 어떻게 되죠?")),
        *(
            (text, "how_many")
            for text in ("버스 요금이 어떻게 되나요?", "입장료 어떻게 되는지 알려줘", "인원은 어떻게 돼요?")
        ),
        *((text, "what") for text in ("신청 자격이 어떻게 되나요?", "담당자 성함이 어떻게 되세요?")),
        *((text, "how") for text in ("비가 오면 공연은 어떻게 되나요?", "축제가 어떻게 돼?", "요금은 어떻게 내?")),
        *((text, "when") for text in ("공사 일정 정보", "개막 날짜 찾아봐 줘", "공연 날짜 좀요")),
        *((text, "when") for text in ("청약일은?", "배당 지급일은?", "접수 마감은?", "상장일 알려 줘", "신청 기한은?")),
        *(
            (text, "what")
            for text in ("적용 법률은?", "새 음료는?", "그 가수는?", "필요한 자료는?", "기념품은?", "대표 선율은?")
        ),
        *((text, "what") for text in ("준비물은?", "다음 과제는?", "휴관 요일은?", "오늘 할 일은?", "축구 국가는?")),
    ],
)
def test_a_bare_noun_asks_for_what_such_a_noun_is_told_by(analyser: QuestionAnalyser, text: str, kind: str) -> None:
    assert analyser.analyse(text).kinds == (kind,)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "총회가 어딘지 알아?",
            "총회는 언젠가요?",
            "총회가 언젠가 열려?",
            "총회가 열리는 곳이 어딘데?",
            "총회는 얼만데?",
        ),
        *("총회는 얼마쯤이야?", "총회 얼마정도임", "총회는 얼마에여", "총회 의장 누구였음?", "총회는 며칠이었나요?"),
        *(
            "총회에 몇 명이나 왔어?",
            "총회는 몇 퍼센트예요?",
            "총회에 몇톤이었음?",
            "총회는 몇 도까지야?",
            "총회는 몇 표로?",
        ),
    ],
)
def test_what_hangs_on_a_question_word_is_no_topic(analyser: QuestionAnalyser, text: str) -> None:
    topics = [concept.forms[0] for concept in analyser.analyse(text).concepts]
    assert topics[0] == "총회"
    assert set(topics) <= {"총회", "의장", "왔어"}


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("청년도 신청할수있나요?", "청년도 신청할 수 있나요?"),
        ("새물동에서 탈수 있어?", "새물동에서 탈 수 있어?"),
        ("불이 났을때 어디로 대피했어?", "불이 났을 때 어디로 대피했어?"),
        ("크레인은 왜멈췄어?", "크레인은 왜 멈췄어?"),
    ],
)
def test_words_written_in_one_are_read_as_two(analyser: QuestionAnalyser, glued: str, apart: str) -> None:
    one, two = analyser.analyse(glued), analyser.analyse(apart)
    assert (one.kinds, one.concepts) == (two.kinds, two.concepts)


def test_counted_things_that_are_no_mere_unit_stay_a_topic(analyser: QuestionAnalyser) -> None:
    assert "도시" in [concept.forms[0] for concept in analyser.analyse("총회에 몇 도시가 참가해?").concepts]


def test_an_ice_cream_is_no_question_for_a_person(analyser: QuestionAnalyser) -> None:
    (bar, *_) = analyser.analyse("누가바는 언제 나왔어?").concepts
    assert bar.forms[0] == "누가바"


@pytest.mark.parametrize(
    ("text", "korean"),
    [
        ("What did Joe Biden say?", "바이든"),
        ("When does Xi Jinping come?", "시진핑"),
        ("Who beat Kamala Harris?", "해리스"),
    ],
)
def test_well_known_people_are_looked_for_as_korean_articles_write_them(
    analyser: QuestionAnalyser, text: str, korean: str
) -> None:
    assert any(korean in concept.forms and concept.is_name for concept in analyser.analyse(text).concepts)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("배금순씨는 어디서 실종됐어?", "경찰은 배금순(81) 씨를 찾고 있다."),
        ("배금순씨는 어디서 실종됐어?", "배금순 할머니가 사라졌다."),
        ("최모씨는 몇 년을 받았어?", "법원은 최모(43)씨에게 25년을 선고했다."),
        ("최모씨는 몇 년을 받았어?", "최씨는 항소했다."),
        ("최씨는 몇 년을 받았어?", "법원은 최모 씨에게 25년을 선고했다."),
    ],
)
def test_somebody_with_씨_is_found_as_articles_write_the_name(
    analyser: QuestionAnalyser, question: str, text: str
) -> None:
    assert TextView(text).names(analyser.analyse(question).concepts[0]) == 1


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("한모씨는 왜 구속됐어?", "착한 모습을 보였다."),
        ("서울날씨는 어때?", "서울에 비가 온다."),
        ("최씨는 몇 년을 받았어?", "김모(43)씨에게 25년을 선고했다."),
    ],
)
def test_somebody_else_is_not_taken_for_a_person_with_씨(analyser: QuestionAnalyser, question: str, text: str) -> None:
    assert TextView(text).names(analyser.analyse(question).concepts[0]) < 1


def test_what_was_decided_is_a_verb_and_no_noun(analyser: QuestionAnalyser) -> None:
    concepts = {
        one.surface: one
        for one in analyser.analyse("주민에게 건네기로 한 위로금은 어느 위기로 한참 늦었나요?").concepts
    }
    assert concepts["건네기로"].forms == ("건네",)
    assert concepts["건네기로"].importance < concepts["위로금은"].importance


def test_a_question_typed_in_haste_asks_for_the_same(analyser: QuestionAnalyser) -> None:
    assert analyser.analyse("wehn dose the tram start").kinds == ("when",)
    hasty = analyser.analyse("how much dose the tram cost?")
    assert hasty.concepts == analyser.analyse("how much does the tram cost?").concepts


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        *((text, ("why",)) for text in ("불은 무엇 때문에 났나요?", "늦은 건 뭐 때문이야?", "누구 탓이야?")),
        *((text, ("why",)) for text in ("진료가 준 건 무엇 덕분인가요?", "어쩌다 넘어졌대요?", "무산된 배경은?")),
        *((text, ("why",)) for text in ("What made the tap water brown?", "What led Garam to wait?", "How come?")),
        *((text, ("why",)) for text in ("What was the main cause of it?", "For what reason did it close?")),
        *((text, ("how",)) for text in ("무슨 수로 막았나?", "어떤 방법으로 골라?", "신청 방법은?", "비결이 뭐야?")),
        *((text, ("how",)) for text in ("In what way was it cleaned?", "What method did they use?")),
        ("무슨 색을 칠했어?", ("what",)),
        ("What car was made there?", ("what",)),
        ("What made up the largest share?", ("what",)),
    ],
)
def test_a_reason_or_a_way_is_asked_for_in_many_words(
    analyser: QuestionAnalyser, text: str, kinds: tuple[str, ...]
) -> None:
    assert analyser.analyse(text).kinds == kinds


def test_what_only_asks_for_a_reason_or_a_way_is_no_topic(analyser: QuestionAnalyser) -> None:
    asked = ("무슨 수로 막았나?", "무엇 때문에 막았나?")
    assert [[one.surface for one in analyser.analyse(text).concepts] for text in asked] == [["막았나"]] * 2

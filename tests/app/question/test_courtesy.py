import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.question.courtesy import courtesies
from app.question.question import QuestionAnalyser
from indexing.language.blanking import blanked

ASKED_FOR = (
    *("좀 찾아봐 주세요", "알아봐줘", "검색해줘", "확인해 봐", "보여줘", "알려주라", "알려줘봐", "확인 부탁드립니다"),
    *("좀요", "아는 사람?", "아시는 분 있나요?", "알고 있어?", "알 수 있을까요?", "알고 싶음", "궁금함", "좀 부탁해요"),
)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Can you tell me when the pool opens?", "when the pool opens?"),
        ("Could you please tell me who runs it?", "who runs it?"),
        ("Would you mind telling me where it is?", "where it is?"),
        ("Please tell me, when is it?", "when is it?"),
        ("Tell me about the library", "about the library"),
        ("Can you explain to me why it closed?", "why it closed?"),
        ("Can you tell who won?", "who won?"),
        ("Hi, do you happen to know where it is?", "where it is?"),
        ("And can you show us when it ends?", "when it ends?"),
        ("Does anyone know why?", "why?"),
        ("Any idea how many came?", "how many came?"),
        ("I’d like to know whether it is open", "whether it is open"),
        ("I was wondering if you could tell me when it opens", "when it opens"),
        ("May I ask who runs it?", "who runs it?"),
        ("총회가 언제인지 알아?", "총회가 언제인지"),
        ("총회가 언제인지 혹시 아세요?", "총회가 언제인지"),
        ("총회 날짜를 좀 알려 주세요.", "총회 날짜를"),
        ("총회 날짜 알려줘", "총회 날짜"),
        ("왜 늦어졌는지 설명해 주실 수 있나요?", "왜 늦어졌는지"),
        ("안녕하세요, 총회 장소가 궁금합니다", "총회 장소가"),
        ("총회가 언제인지 알려주시면 감사하겠습니다.", "총회가 언제인지"),
        *[(f"총회 날짜 {please}", "총회 날짜") for please in ASKED_FOR],
        *[(f"총회가 언제인지 {please}", "총회가 언제인지") for please in ASKED_FOR],
        ("총회가 언제인지 잘 모르겠어요", "총회가 언제인지"),
        ("Find me the date of the assembly", "the date of the assembly"),
        ("I'm looking for the date of the assembly", "the date of the assembly"),
        ("I need the date of the assembly", "the date of the assembly"),
        ("Could you look up who chairs it?", "who chairs it?"),
        ("could u tell me when it starts", "when it starts"),
        ("List all the members", "the members"),
        ("Give me a list of members", "members"),
    ],
)
def test_courtesy_leaves_the_question(text: str, rest: str) -> None:
    assert blanked(text, courtesies(text)).strip() == rest


@pytest.mark.parametrize(
    "text",
    [
        *("Can you tell me?", "Do you know?", "알려 주세요", "아세요?", "?", ""),
        *("Can you swim in the pool?", "Can I know-how be sold?", "Could you lose your home?", "Do you need a ticket?"),
        *("Who knows the mayor?", "Did the mayor tell me the truth?", "Would you say so?", "Hello Kitty museum"),
        *("List price of the car?", "I need help"),
        *("범인을 아는 사람은?", "가방을 찾아봐서 뭐가 나왔어?"),
        *(
            "시장이 언제 알았어?",
            "누가 뽑혔는지 언제 알 수 있어요?",
            "범인을 아는 사람은?",
            "분실물을 찾아봐서 뭐가 나왔어?",
            "시장이 뭐라고 설명해 줬어?",
            "그건 사실이 아니?",
        ),
    ],
)
def test_what_only_looks_like_courtesy_stays_and_nothing_is_left_empty(text: str) -> None:
    assert courtesies(text) == []


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from(["please ", "can you ", "tell me ", "알려 ", "주세요", "? "])).map("".join)
)
def test_courtesy_lies_in_the_text_in_order_and_leaves_something(text: str) -> None:
    spans = courtesies(text)
    assert [end for span in spans for end in span] == sorted(end for span in spans for end in span)
    assert not spans or any(letter.isalnum() or letter == "_" for letter in blanked(text, spans))


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("Can you tell me when the Metropolis assembly is?", "When is the Metropolis assembly?"),
        ("Could you tell me who the mayor of Haedam is?", "Who is the mayor of Haedam?"),
        ("Do you know where the Moon Festival was?", "Where was the Moon Festival?"),
        ("Please tell me when the pool opens", "When is the pool open?"),
        ("Can you explain why the pool closed?", "Why was the pool closed?"),
        ("Could you tell me if the pool is open?", "Is the pool open?"),
        ("Do you know whether the pool is open?", "Is the pool open?"),
        ("총회 날짜를 알려 주세요", "총회 날짜는?"),
        ("총회 장소 아세요?", "총회 장소는?"),
        ("총회가 언제인지 아시나요?", "총회가 언제야?"),
        ("시장이 누군지 알려줘", "시장이 누구야?"),
    ],
)
def test_a_polite_question_is_understood_as_a_plain_one(analyser: QuestionAnalyser, asked: str, plain: str) -> None:
    polite, direct = analyser.analyse(asked), analyser.analyse(plain)
    assert polite.text == asked
    assert polite.kinds == direct.kinds
    assert {concept.forms for concept in polite.concepts} == {concept.forms for concept in direct.concepts}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("요금이 오르는지 알려 주세요", ("yes_no",)),
        ("시장은 이 일을 알아?", ("yes_no",)),
        ("If fares rise, who pays?", ("who",)),
        ("Can people swim in the pool when it rains?", ("yes_no",)),
        ("도서관에 대해 알려줘", ("what",)),
    ],
)
def test_yes_or_no_is_asked_with_courtesy_too(analyser: QuestionAnalyser, text: str, kinds: tuple[str, ...]) -> None:
    assert analyser.analyse(text).kinds == kinds

"""The model that ships reads news that it has never seen, in either language."""

from pathlib import Path

import onnx
import pytest

from app.answering.answer import RetrievedPassage
from app.answering.close_reading.extracts import extracts_to_read
from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.model import BUNDLED_FOLDER, NETWORK_FILE, TOKENIZER_FILE, ComprehensionModel, Extract
from app.answering.comprehension.sequence import SEQUENCE_PIECES, TITLE_PIECES, sequence_of
from app.answering.evidence.evidence import Evidence
from indexing.article import Article, Passage
from indexing.corpus import scan
from indexing.language.sentences import sentence_spans
from indexing.reading.readers import read_file

CORPUS = Path(__file__).parents[4] / "corpus"

BRIDGE = Extract(
    "별내시 새 보행교, 다음 달 개통",
    "별내시는 강 양쪽을 잇는 새 보행교를 다음 달 12일 연다고 4일 밝혔다. "
    "길이 320m인 이 다리를 짓는 데 86억원이 들었다. "
    "설계는 건축가 서하람 씨가 맡았다. 자전거는 다리 위로 지나갈 수 없다. "
    "시는 개통식을 별내나루공원에서 열고 시민 500명을 초대한다.",
)
FERRY = Extract(
    "Ferry to Dolsan island resumes on Friday",
    "The ferry between Port Haneul and Dolsan island will sail again on Friday after repairs that took six weeks. "
    "Captain Mira Seong said the engine had been replaced at a cost of 1.2 million dollars. "
    "Dogs are allowed on the upper deck.",
)
WEATHER = Extract(
    "주말 내내 맑고 선선",
    "이번 주말은 전국이 맑고 선선하겠다. 아침 기온은 9도에서 14도, 낮 기온은 19도에서 23도로 예상된다. "
    "바다의 물결은 1m 안팎으로 잔잔하겠다. 기상 당국은 일교차가 크니 건강에 유의해 달라고 당부했다.",
)


@pytest.fixture(scope="module")
def bundled() -> ComprehensionModel:
    return ComprehensionModel()


def marked(model: ComprehensionModel, question: str, extract: Extract) -> str:
    (reading,) = model.read(question, [extract])
    best = reading.best(0, len(extract.text))
    assert best is not None
    return extract.text[best.start : best.end]


@pytest.mark.parametrize(
    ("question", "extract", "words"),
    [
        ("별내시 새 보행교는 언제 열리나요?", BRIDGE, "12일"),
        ("When does Byeolnae's new footbridge open?", BRIDGE, "12일"),
        ("새 다리를 짓는 데 얼마가 들었어?", BRIDGE, "86억"),
        ("How much did the new footbridge cost?", BRIDGE, "86억"),
        ("보행교를 설계한 사람은 누구인가?", BRIDGE, "서하람"),
        ("Who designed the footbridge?", BRIDGE, "서하람"),
        ("개통식은 어디에서 열리나?", BRIDGE, "별내나루공원"),
        ("when will the ferry sail again?", FERRY, "Friday"),
        ("돌산섬 여객선은 언제 다시 다니나요?", FERRY, "Friday"),
        ("Who is the captain of the ferry?", FERRY, "Mira Seong"),
        ("수리에 얼마나 걸렸나?", FERRY, "six weeks"),
    ],
)
def test_the_answer_is_marked_in_either_language(
    bundled: ComprehensionModel, question: str, extract: Extract, words: str
) -> None:
    found = marked(bundled, question, extract)

    assert words in found
    assert len(found) <= 40


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("별내시 새 보행교는 언제 열리나요?", BRIDGE, WEATHER),
        ("Who designed the footbridge in Byeolnae?", BRIDGE, WEATHER),
        ("Who designed the footbridge in Byeolnae?", BRIDGE, FERRY),
        ("주말 낮 기온은 몇 도로 예상되나?", WEATHER, BRIDGE),
        ("How much did the ferry's new engine cost?", FERRY, WEATHER),
    ],
)
def test_a_passage_about_something_else_answers_less(
    bundled: ComprehensionModel, question: str, right: Extract, wrong: Extract
) -> None:
    about, elsewhere = bundled.read(question, [right, wrong])

    assert about.answers > 0.5
    assert elsewhere.answers < about.answers


def sample_articles() -> list[Article]:
    found = (read_file(Path(one.location).read_bytes(), one.path) for one in scan(CORPUS).files)
    return [article for one in found for article in one.articles]


def evidence_of(article: Article) -> list[Evidence]:
    """Every sentence of an article, the first first."""
    passage = RetrievedPassage.of(Passage("p", article.article_id, 0, 0, 1, article.body[:1]), article, 0.5)
    return [
        Evidence(article, passage, start, end, article.body[start:end], 1.0, (), {}, {}, (), 0.0)
        for start, end in sentence_spans(article.body)
    ]


@pytest.mark.parametrize(
    ("question", "extract"),
    [("자전거를 타고 새 보행교를 건널 수 있나요?", BRIDGE), ("Are dogs allowed on the ferry?", FERRY)],
)
def test_a_question_of_yes_or_no_is_told_from_one_of_who_or_when(
    bundled: ComprehensionModel, question: str, extract: Extract
) -> None:
    asked, other = (bundled.read(text, [extract])[0] for text in (question, "누가 말했나?"))

    assert asked.kinds[Kind.YES] + asked.kinds[Kind.NO] > 0.5
    assert other.kinds[Kind.YES] + other.kinds[Kind.NO] < 0.5


def test_beside_other_extracts_an_extract_is_read_as_it_is_alone(bundled: ComprehensionModel) -> None:
    question = "별내시 새 보행교는 언제 열리나요?"
    together = bundled.read(question, [WEATHER, BRIDGE, FERRY])[1]
    (alone,) = bundled.read(question, [BRIDGE])

    assert together.starts == pytest.approx(alone.starts, abs=1e-2)
    assert together.answers == pytest.approx(alone.answers, abs=1e-2)


def test_extracts_of_the_sample_archive_are_read_to_their_end() -> None:
    """Beside a question of usual length. A sentence whose end is not read may lose its answer."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(BUNDLED_FOLDER / TOKENIZER_FILE))
    question = "별내시 새 보행교를 설계한 사람은 누구인가요?"

    def count(text: str) -> int:
        return len(tokenizer.encode(text, add_special_tokens=False).ids)

    whole = cut = 0
    for article in sample_articles():
        for one in extracts_to_read(evidence_of(article), most=99):
            head = len(sequence_of([5] * count(question), [5] * min(TITLE_PIECES, count(article.title)), []))
            read = tokenizer.encode(one.extract.text, add_special_tokens=False).offsets[: SEQUENCE_PIECES - head]
            ends = [start for _, start in one.sentences[1:]] + [len(one.extract.text)]
            cut += sum(end - 1 > read[-1][1] for end in ends)
            whole += len(ends)

    assert cut < 0.01 * whole


def test_what_ships_is_small_and_complete() -> None:
    files = {file.name: file.stat().st_size for file in BUNDLED_FOLDER.iterdir()}

    assert set(files) == {NETWORK_FILE, TOKENIZER_FILE, "README.md"}
    assert sum(files.values()) < 60e6


def test_the_table_of_places_is_as_long_as_a_sequence_and_words_are_as_many_as_pieces() -> None:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(BUNDLED_FOLDER / TOKENIZER_FILE))
    tables = {
        one.name: list(one.dims)
        for one in onnx.load(BUNDLED_FOLDER / NETWORK_FILE).graph.initializer
        if one.name.endswith("embeddings.weight.int8")
    }

    (words,) = (shape for name, shape in tables.items() if "word_embeddings" in name)
    (positions,) = (shape for name, shape in tables.items() if "position_embeddings" in name)
    assert words[0] == tokenizer.get_vocab_size()
    assert positions[0] >= SEQUENCE_PIECES


def test_the_card_is_filled_in() -> None:
    card = (BUNDLED_FOLDER / "README.md").read_text("utf-8")

    assert "{" not in card
    assert "| Korean questions | 0." in card


def test_the_shipped_network_says_nothing_of_the_machine_it_was_made_on() -> None:
    assert b"stack_trace" not in (BUNDLED_FOLDER / NETWORK_FILE).read_bytes()

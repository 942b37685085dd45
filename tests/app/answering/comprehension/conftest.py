"""A tiny comprehension model that knows eight questions by heart: trained, exported and read as the real one is."""

import random
import re
import warnings
from collections.abc import Sequence
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.model import ComprehensionModel
from app.answering.comprehension.sequence import SEQUENCE_PIECES
from app.answering.comprehension.training.encoding import Encoder
from app.answering.comprehension.training.examples import Example
from app.answering.comprehension.training.export import write_model
from app.answering.comprehension.training.fit import Course, fit
from app.answering.comprehension.training.groups import Beside
from app.answering.comprehension.training.network import SpanNetwork
from app.answering.comprehension.training.vocabulary import tokenizer_of

FESTIVAL = "지난 토요일 서울에서 축제가 열렸다. 시민 300명이 왔다."
FIRE = "소방서는 어제 부산에서 불이 났다고 밝혔다. 다친 사람은 없다."
LIBRARY = "The new library opens in March, the mayor of Hanbit said."


def asked(question: str, title: str, passage: str, answer: str | None, kind: Kind = Kind.SPAN) -> Example:
    spans = () if answer is None else ((passage.index(answer), passage.index(answer) + len(answer)),)
    return Example(question, title, passage, kind, spans)


LEARNT = (
    asked("축제는 어디에서 열렸나?", "서울 축제", FESTIVAL, "서울"),
    asked("how many people came?", "서울 축제", FESTIVAL, "300명"),
    asked("불은 언제 났나?", "부산 화재", FIRE, "어제"),
    asked("where was the fire?", "부산 화재", FIRE, "부산"),
    asked("다친 사람이 있나?", "부산 화재", FIRE, "다친 사람은 없다.", Kind.NO),
    asked("when does it open?", "Library", LIBRARY, "March"),
    asked("is it new?", "Library", LIBRARY, "new", Kind.YES),
    asked("축제는 어디에서 열렸나?", "Library", LIBRARY, None, Kind.NONE),
)


@pytest.fixture(scope="session")
def learnt() -> Sequence[Example]:
    return LEARNT


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    """Knows a few words whole, every letter of the examples, and the space before a word."""
    texts = [text for one in LEARNT for text in (one.question, one.title, one.passage)]
    words = ["▁서울", "▁부산", "에서", "▁축제", "▁어제", "▁the", "▁March", "▁new", "ing"]
    letters = sorted(set(re.sub(r"\s", "", "".join(texts))) | set("0123456789km"))
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁", *words, *letters]
    return tokenizer_of(pieces, [0.0] * 4 + [-4.0] + [-5.0] * len(words) + [-6.0] * len(letters))


@pytest.fixture(scope="session")
def untrained(tokenizer: Tokenizer) -> SpanNetwork:
    """Wide enough that its weights are rounded when they are exported."""
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=128,
        max_position_embeddings=SEQUENCE_PIECES,
        pad_token_id=1,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    return SpanNetwork(BertModel(config, add_pooling_layer=False)).eval()


@pytest.fixture(scope="session")
def trained(untrained: SpanNetwork, tokenizer: Tokenizer) -> SpanNetwork:
    """A copy of the untrained network that has read the examples again and again."""
    network = SpanNetwork(BertModel(untrained.encoder.config, add_pooling_layer=False))
    network.load_state_dict(untrained.state_dict())
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # on a busy machine several wait for each other ten times as long as they count
    course = Course(rate=3e-3, epochs=150, warmup=15, beside=Beside(near=0, unanswered=0))
    nothing_near = [()] * len(LEARNT)
    fit(network, Encoder(tokenizer), LEARNT, nothing_near, course, random.Random(0), lambda line: None)
    torch.set_num_threads(threads)
    return network


@pytest.fixture(scope="session")
def model_folder(trained: SpanNetwork, tokenizer: Tokenizer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The trained network as it would ship."""
    folder = tmp_path_factory.mktemp("comprehension") / "model"
    with warnings.catch_warnings():
        # torch.export's own use of a deprecated class, and that both inputs share the names of their axes.
        warnings.filterwarnings("ignore", r"`isinstance\(treespec, LeafSpec\)` is deprecated", FutureWarning)
        warnings.filterwarnings("ignore", "# The axis name: (batch|length) will not be used", UserWarning)
        write_model(folder, trained, tokenizer)
    return folder


@pytest.fixture(scope="session")
def model(model_folder: Path) -> ComprehensionModel:
    return ComprehensionModel(model_folder)

"""Which version of a story is found."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest
from llama_index.core.schema import NodeWithScore

from app.question.question import QuestionAnalyser
from app.retrieval.candidates import CandidateFinder
from app.retrieval.features import FeatureExtractor
from app.retrieval.fusion import FusionModel
from app.retrieval.ranking import RankingModel
from app.retrieval.rarity import Rarity
from app.retrieval.retriever import HybridRetriever
from indexing.archive.archive import Archive
from indexing.article import Article, article_id_for
from indexing.embedding.bundled import BundledEmbedding

MakeArchive = Callable[[Sequence[Article]], Archive]
MakeRetriever = Callable[..., HybridRetriever]


def article(path: str, title: str, body: str, published_at: date, publisher: str = "한빛일보") -> Article:
    return Article(article_id_for(None, path), path, title, body, published_at, publisher=publisher, language="ko")


FLASH = article(
    "flash.txt",
    "[속보] 버들동 도금공장서 염산 새어 3명 병원행",
    "11일 아침 버들동 도금공장에서 염산이 새어 직원 3명이 병원으로 옮겨졌다.\n\n"
    "공장에는 사이렌이 두 번 울렸다. 이웃 공장 직원들은 옥상으로 몸을 피했다고 구급대원이 전했다.",
    datetime(2025, 6, 11, 9),
)
ROUNDUP = article(
    "roundup.txt",
    "[종합] 버들동 도금공장서 염산 새어 11명 다쳐",
    "11일 버들동 도금공장에서 염산 90리터가 새어 11명이 다쳤다.\n\n"
    "대원들은 쏟아진 염산에 소석회 1.2톤을 부어 중화했다. 담내천의 산도는 평소와 같았다.",
    datetime(2025, 6, 11, 18),
)
CORRECTION = article(
    "correction.txt",
    "[정정] 버들동 도금공장 염산 누출 다친 사람 11명 아닌 9명",
    "버들동 도금공장 염산 누출로 다친 사람을 11명으로 쓴 종합 기사를 9명으로 바로잡습니다.\n\n"
    "두 명이 두 번 세어졌습니다. 여울병원의 간호사가 명단에서 같은 이름을 발견해 시에 알렸습니다.",
    datetime(2025, 6, 12, 15),
)
OTHER = article("other.txt", "솔섬 여객선 뱃삯 오른다", "솔섬 여객선 뱃삯이 9천500원으로 오른다.", date(2025, 1, 3))
FIRE = article(
    "fire.txt", "버들동 시장 화재", "버들동 시장에서 불이 나 점포 12곳이 탔다. 다친 사람은 없다.", date(2025, 5, 2)
)

HURT = ["버들동 도금공장 염산 누출로 다친 사람은 몇 명이야?", "버들동 도금공장에서 염산이 새어 몇 명이 다쳤어?"]


@pytest.fixture(scope="module")
def make_retriever(embedder: BundledEmbedding, analyser: QuestionAnalyser) -> MakeRetriever:
    def making(archive: Archive, *, kept: int = 50, top_k: int = 10) -> HybridRetriever:
        return HybridRetriever(
            CandidateFinder(archive, embedder, FusionModel.load(), each=50, kept=kept),
            FeatureExtractor(Rarity(archive), embedder),
            RankingModel.load(token_vectors=True),
            analyser,
            archive,
            top_k=top_k,
        )

    return making


@pytest.fixture(scope="module")
def archive(make_archive: MakeArchive) -> Archive:
    return make_archive([FLASH, ROUNDUP, CORRECTION, OTHER, FIRE])


@pytest.fixture(scope="module")
def retriever(make_retriever: MakeRetriever, archive: Archive) -> HybridRetriever:
    return make_retriever(archive)


def paths(nodes: Sequence[NodeWithScore]) -> list[str]:
    """Each article's once, best first."""
    return list(dict.fromkeys(node.node.metadata["path"] for node in nodes))


def test_the_three_are_one_story(archive: Archive) -> None:
    chain = tuple(one.article_id for one in (FLASH, ROUNDUP, CORRECTION))
    assert archive.versions_of(chain) == dict.fromkeys(chain, chain)


@pytest.mark.parametrize("question", [*HURT, "How many people were hurt by the leak at the plating works in Beodeul?"])
def test_the_latest_version_is_found_and_no_earlier_one(retriever: HybridRetriever, question: str) -> None:
    found = paths(retriever.retrieve(question))
    assert found[0] == "correction.txt"
    assert not {"flash.txt", "roundup.txt"} & set(found)


def test_it_takes_the_place_and_the_score_of_the_best_of_its_story(retriever: HybridRetriever) -> None:
    examination = retriever.examine(HURT[1])
    best = examination.candidates[next(examination.best_first())]
    assert best.article in (FLASH, ROUNDUP)  # or there would be nothing to put right

    nodes = retriever.retrieve(HURT[1])

    scores = [node.get_score(raise_error=True) for node in nodes]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == RankingModel.load(token_vectors=True).answerable(float(examination.scores.max()))
    ids = [node.node.node_id for node in nodes]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("대원들은 쏟아진 염산을 무엇으로 중화했어?", "roundup.txt"),
        ("도금공장 염산 누출 때 담내천은 어땠어?", "roundup.txt"),
        ("염산 누출 때 이웃 공장 직원들은 어디로 피했어? 옥상?", "flash.txt"),
        ("도금공장 사이렌은 몇 번 울렸어?", "flash.txt"),
    ],
)
def test_what_only_an_earlier_version_tells_is_found_in_it(
    retriever: HybridRetriever, question: str, path: str
) -> None:
    assert paths(retriever.retrieve(question))[0] == path


@pytest.mark.parametrize(
    "question",
    [
        "버들동 염산 누출 첫 보도에서는 몇 명이 다쳤다고 했어?",
        "버들동 염산 누출로 처음에 몇 명이 다쳤다고 보도됐어?",
        "도금공장 염산 누출 속보에서 몇 명이 병원으로 옮겨졌어?",
        "버들동 도금공장 염산 누출 정정 전 기사에는 몇 명이 다쳤다고 나왔어?",
        "종합 기사를 바로잡기 전에는 버들동 염산 누출로 몇 명이 다쳤다고 했어?",
        "How many were hurt in the leak at Beodeul according to the first report?",
        "How many people were initially reported hurt in the Beodeul acid leak?",
        "What did early reports say about the acid leak in Beodeul?",
        "What number was given before the correction about the Beodeul acid leak?",
    ],
)
def test_who_asks_for_an_earlier_report_gets_it(retriever: HybridRetriever, question: str) -> None:
    assert {"flash.txt", "roundup.txt", "correction.txt"} <= set(paths(retriever.retrieve(question)))


@pytest.mark.parametrize(
    ("question", "is_found"),
    [
        ("2025년 6월 11일 버들동 도금공장 염산 누출로 다친 사람은 몇 명이야?", True),
        ("2025년 6월 12일 버들동 도금공장 염산 누출로 다친 사람은 몇 명이야?", False),
        ("2025년 버들동 도금공장 염산 누출로 다친 사람은 몇 명이야?", False),
    ],
)
def test_an_earlier_version_that_alone_is_of_the_time_asked_for_is_found(
    retriever: HybridRetriever, question: str, is_found: bool
) -> None:
    assert ("roundup.txt" in paths(retriever.retrieve(question))) is is_found


def test_a_latest_version_that_names_the_day_is_as_good(
    make_archive: MakeArchive, make_retriever: MakeRetriever
) -> None:
    dated = replace(CORRECTION, body=f"11일 오후 6시에 나온 기사를 고칩니다. {CORRECTION.body}")
    retriever = make_retriever(make_archive([FLASH, ROUNDUP, dated, OTHER]))
    found = paths(retriever.retrieve("2025년 6월 11일 버들동 도금공장 염산 누출로 다친 사람은 몇 명이야?"))
    assert found[0] == "correction.txt"
    assert "roundup.txt" not in found


@pytest.mark.parametrize(
    "question",
    [
        "버들동 도금공장 염산 누출로 몇 명이 병원에 갔어?",
        "염산이 새어 나온 버들동 도금공장에서 다친 사람은 모두 몇 명이야?",
    ],
)
def test_a_latest_version_that_was_not_found_is_looked_up(
    make_retriever: MakeRetriever, archive: Archive, question: str
) -> None:
    retriever = make_retriever(archive, kept=1)
    (only,) = retriever.examine(question).candidates
    assert only.article in (FLASH, ROUNDUP)
    (node,) = retriever.retrieve(question)
    assert node.node.metadata["path"] == "correction.txt"
    assert node.node.get_content().startswith("버들동 도금공장 염산 누출로 다친 사람을 11명으로 쓴")


def test_earlier_versions_do_not_fill_what_is_returned(make_retriever: MakeRetriever, archive: Archive) -> None:
    found = paths(make_retriever(archive, top_k=4).retrieve(HURT[0]))
    assert found[0] == "correction.txt"
    assert "fire.txt" in found


def test_without_its_latest_version_the_one_before_speaks_for_the_story(
    make_archive: MakeArchive, make_retriever: MakeRetriever
) -> None:
    archive = make_archive([FLASH, ROUNDUP, CORRECTION, OTHER])
    archive.remove([CORRECTION.article_id])
    found = paths(make_retriever(archive).retrieve(HURT[0]))
    assert found[0] == "roundup.txt"
    assert "flash.txt" not in found


def test_a_correction_stands_in_for_a_copy_of_what_it_corrects_too(
    make_archive: MakeArchive, make_retriever: MakeRetriever
) -> None:
    long = " ".join(f"대원 {n}명은 {n}번 문 앞에서 밸브를 잠그고 소석회 {n}포대를 뿌렸다." for n in range(2, 9))
    roundup = replace(ROUNDUP, body=f"{ROUNDUP.body} {long}")
    copy = replace(
        roundup, article_id="copy", path="copy.txt", title="버들동 염산 누출 11명 다쳐", publisher="누리뉴스"
    )
    archive = make_archive([FLASH, roundup, copy, CORRECTION, OTHER])
    assert archive.copies_of(["copy"]) == {"copy": (roundup.article_id,)}
    found = paths(make_retriever(archive).retrieve(HURT[0]))
    assert found[0] == "correction.txt"
    assert not {"copy.txt", "roundup.txt"} & set(found)


def test_versions_that_are_copies_of_each_other_give_the_latest(
    make_archive: MakeArchive, make_retriever: MakeRetriever
) -> None:
    body = " ".join(f"도금공장 {number}호 저장고에서 염산이 {number}리터 새어 나왔다." for number in range(2, 14))
    first = replace(ROUNDUP, body=f"버들동 도금공장 염산 누출로 다친 사람은 11명이다. {body}")
    second = replace(
        CORRECTION,
        title="[정정] 버들동 도금공장서 염산 새어 9명 다쳐",
        body=f"버들동 도금공장 염산 누출로 다친 사람은 9명이다. {body}",
    )
    archive = make_archive([first, second, OTHER])
    assert archive.copies_of([first.article_id]) == {first.article_id: (second.article_id,)}
    found = paths(make_retriever(archive).retrieve(HURT[0]))
    assert found[0] == "correction.txt"
    assert "roundup.txt" not in found

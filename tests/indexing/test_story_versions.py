from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import combinations, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.article import Article
from indexing.corpus import scan
from indexing.reading.limits import max_bytes_for
from indexing.reading.readers import read_file
from indexing.story_versions import StoryVersion, in_order, is_correction, story_version, tell_same_story

CORPUS = Path(__file__).parents[2] / "corpus"
LEAK = Article(
    article_id="leak",
    path="leak.txt",
    title="[속보] 여울산단 도금공장서 염화수소 누출…3명 병원 이송",
    body="11일 여울산단의 도금공장에서 염화수소가 누출돼 직원 3명이 병원으로 이송됐다.",
    publisher="누리담뉴스",
    published_at=datetime(2025, 6, 11, 9, 12),
)


def version(article: Article) -> StoryVersion:
    found = story_version(article)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("[속보] 불", "[1보] 불"),
        ("[긴급] 불", "(2보) 불"),
        ("[2보] 불", "불 [3보]"),
        ("[3보] 불", "【상보】 불"),
        ("[상보] 불", "불(종합)"),
        ("[단독·속보] 불", "[단독/종합] 불"),
        ("불(종합)", "불(종합2보)"),
        ("[종합 2보] 불", "[종합3보] 불"),
        ("[종합3보] 불", "[수정] 불"),
        ("[수정] 불", "[정정] 불"),
        ("속보: 불", "정정보도: 불"),
        ("[1보] 불", "[바로잡습니다] 불"),
        ("BREAKING: Fire", "UPDATE 1-Fire"),
        ("UPDATE 1-Fire", "UPDATE 2: Fire"),
        ("(URGENT) Fire", "(LEAD) Fire"),
        ("(LEAD) Fire", "(2nd LD) Fire"),
        ("(3rd LD) Fire", "CORRECTION: Fire"),
        ("Updated: Fire", "Correction - Fire"),
        ("［속보］ 불", "［종합］ 불"),
        ("[종합] 불", "바로잡습니다"),
    ],
)
def test_marks_rank_from_flash_to_correction(earlier: str, later: str) -> None:
    first, second = (version(replace(LEAK, title=title)) for title in (earlier, later))

    assert first.rank < second.rank
    assert first.headline == version(replace(LEAK, title="[속보] 불" if "불" in earlier else "Flash: Fire")).headline


@pytest.mark.parametrize(
    "title",
    [
        "[사설] 무더위 쉼터",
        "[화보] 칠면초",
        "[인터뷰] 관장",
        "[갈무동 사람들] 체육관에서",
        "[긴급진단] 도금공장",
        "[종합병원] 응급실",
        "속보 경쟁의 그늘",
        "종합운동장 새로 짓는다",
        "정정당당 시민구단",
        "2보 전진",
        "Update on the tram",
        "Lead-free pipes",
        "",
    ],
)
def test_other_headlines_mark_no_version(title: str) -> None:
    assert story_version(replace(LEAK, title=title)) is None


def test_without_outlet_or_day_an_article_is_no_version() -> None:
    assert story_version(replace(LEAK, publisher=None)) is None
    assert story_version(replace(LEAK, published_at=None)) is None


def test_in_the_sample_archive_only_the_acid_leak_has_versions() -> None:
    versions = {
        article.path: found
        for file in scan(CORPUS).files
        for article in read_file(file.read(max_bytes_for(file.path)).content, file.path).articles
        if (found := story_version(article))
    }
    leak = ["dumps/gas-leak-breaking.txt", "pages/gas-leak-roundup.html", "pages/gas-leak-correction.html"]

    same = {frozenset(pair) for pair in combinations(versions, 2) if tell_same_story(*(versions[it] for it in pair))}

    assert versions.keys() == {*leak, "dumps/powol-cold-store-fire.txt"}
    assert same == {frozenset(pair) for pair in combinations(leak, 2)}
    assert [found.article_id for found in in_order(versions[path] for path in leak)] == [
        versions[path].article_id for path in leak
    ]


def test_another_event_of_the_same_day_outlet_and_reporter_is_another_story() -> None:
    """The fire of 2023 as if it had broken out on the day of the leak: dateline, reporter and set phrases are equal."""
    fire = (CORPUS / "dumps/powol-cold-store-fire.txt", CORPUS / "dumps/gas-leak-breaking.txt")
    one, other = (read_file(file.read_bytes(), file.name).articles[0] for file in fire)

    assert not tell_same_story(version(replace(one, published_at=other.published_at)), version(other))


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"publisher": "해담일보"}, False),
        ({"published_at": date(2025, 6, 14)}, True),
        ({"published_at": date(2025, 6, 15)}, False),
        ({"published_at": date(2025, 6, 8)}, True),
        ({"title": "[종합] 포월항 냉동창고 불 꺼져", "body": "포월항 냉동창고의 불이 두 시간 만에 꺼졌다."}, False),
        ({"title": "[바로잡습니다]"}, True),
        ({"title": "[바로잡습니다]", "body": "어제 사진의 설명을 바로잡습니다."}, False),
    ],
)
def test_versions_share_outlet_days_and_words(change: dict[str, object], same: bool) -> None:
    roundup = replace(LEAK, title="[종합] 도금공장 염화수소 누출 1시간 45분 만에 차단…병원 11명 이송")
    other = version(replace(roundup, **change))  # type: ignore[arg-type]

    assert tell_same_story(version(LEAK), other) is same
    assert tell_same_story(other, version(LEAK)) is same


@pytest.mark.parametrize(
    ("flash", "lead", "roundup", "later_lead"),
    [
        (
            "[속보] 버들구 빌라서 불…주민 3명 심정지",
            "22일 오후 4시께 담내시 버들구의 한 빌라에서 불이 나 주민 3명이 심정지 상태로 병원에 옮겨졌다.",
            "[종합] 버들구 빌라 화재로 일가족 3명 숨져…경찰, 방화 여부 수사",
            "담내시 버들구의 한 빌라에서 불이 나 일가족 3명이 숨졌다. 경찰은 방화 여부를 수사하고 있다.",
        ),
        (
            "[속보] 여객기 솔내공항 활주로 이탈…승객 175명 탑승",
            "29일 오전 9시 3분께 솔내공항에 내리던 나래항공 여객기가 활주로를 벗어났다. 승객 175명이 타고 있었다.",
            "[종합3보] 솔내 여객기 참사 사망 47명…조류 충돌 추정",
            "29일 오전 9시 3분께 솔내공항에서 나래항공 여객기가 활주로를 벗어나 담장에 부딪혀 47명이 숨졌다.",
        ),
    ],
)
def test_a_roundup_whose_headline_tells_only_what_is_new_is_known_by_its_lead(
    flash: str, lead: str, roundup: str, later_lead: str
) -> None:
    first = version(replace(LEAK, title=flash, body=lead))
    second = version(replace(LEAK, title=roundup, body=later_lead))

    assert tell_same_story(first, second)


def test_english_versions_are_told_apart_by_their_headlines() -> None:
    first = replace(
        LEAK, title="BREAKING: Acid leaks from plating works, three hurt", body="Acid is leaking from works."
    )
    second = replace(LEAK, title="UPDATE 2-Acid leak at plating works stopped", body="An acid leak left three hurt.")
    other = replace(LEAK, title="UPDATE 1-Ferry to Hakata is put off", body="The ferry will not sail this spring.")

    assert tell_same_story(version(first), version(second))
    assert not tell_same_story(version(second), version(other))


def test_order_is_by_time_then_by_mark_whatever_the_zone() -> None:
    seoul = timezone(timedelta(hours=9))
    flash = replace(version(LEAK), article_id="z")
    roundup = replace(flash, article_id="b", rank=20, published_at=datetime(2025, 6, 11, 17, 40, tzinfo=seoul))
    same_minute = replace(flash, article_id="a", rank=1)
    correction = replace(flash, article_id="c", rank=50, published_at=date(2025, 6, 12))

    for shuffled in permutations([flash, roundup, same_minute, correction]):
        assert in_order(shuffled) == (flash, same_minute, roundup, correction)


def test_on_a_day_without_times_the_mark_decides() -> None:
    flash = replace(version(LEAK), published_at=date(2025, 6, 11))
    roundup = replace(flash, article_id="b", rank=20, published_at=datetime(2025, 6, 11, 8))

    assert in_order([roundup, flash]) == (flash, roundup)


MOMENTS = st.one_of(
    st.dates(date(2025, 6, 1), date(2025, 6, 3)), st.datetimes(datetime(2025, 6, 1), datetime(2025, 6, 3))
)


@given(places=st.lists(st.tuples(MOMENTS, st.integers(0, 3)), max_size=6), chance=st.randoms())
def test_order_does_not_depend_on_the_order_before(
    places: list[tuple[date | datetime, int]], chance: "st.RandomType"
) -> None:
    plain = version(LEAK)
    versions = [
        replace(plain, article_id=str(number), published_at=moment, rank=rank)
        for number, (moment, rank) in enumerate(places)
    ]
    ordered = in_order(versions)
    chance.shuffle(versions)

    assert in_order(versions) == ordered
    assert [found.day for found in ordered] == sorted(found.day for found in versions)


@pytest.mark.parametrize(
    "headline",
    [
        *("[정정] 누출 부상 9명", "[정정보도] 누출", "［정정］ 누출", "<바로잡습니다> 누출", "바로잡습니다"),
        *(
            "[정정보도자료] 누출",
            "[종합·정정] 누출",
            "CORRECTION: Leak hurt nine",
            "Corrected - Leak hurt nine",
            "[Clarification] Leak",
        ),
    ],
)
def test_a_headline_marks_a_correction(headline: str) -> None:
    assert is_correction(headline)


@pytest.mark.parametrize(
    "headline",
    [
        *("", "[속보] 누출", "[종합] 누출", "[수정] 누출", "예산안 정정 요구", "정정당당한 승부"),
        *("REFILE: Leak", "Leak", "법원, 정정보도 명령", "Corrections officer hurt in leak"),
    ],
)
def test_other_headlines_do_not(headline: str) -> None:
    assert not is_correction(headline)

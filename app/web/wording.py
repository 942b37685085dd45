"""Every word of the page, in Korean and in English."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from indexing.errors import (
    ArchiveBusyError,
    ArchiveDamagedError,
    ArchiveMismatchError,
    ArchiveMissingError,
    CorpusError,
    CorpusMissingError,
    NewschatError,
    ShrunkenCorpusError,
    UnforeseenError,
)
from indexing.language.temporal import english_date, korean_date

_FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """The page's texts in one language; braces are filled in by whoever draws, ``day`` writes an ISO date.

    ``failures`` are errors' messages in this language, by their kind, the facts of an error filled in.
    """

    language: str
    articles: str
    articles_count: str
    covered: str
    undated: str
    indexed: str
    never_indexed: str
    empty_watched: str
    empty_unwatched: str
    reindex: str
    indexing: str
    index_run: str
    index_begun: str
    index_files: str
    index_failed: str
    added: str
    changed: str
    moved: str
    deleted: str
    skipped: str
    nothing_new: str
    conversation: str
    welcome: str
    welcome_more: str
    welcome_empty: str
    welcome_empty_more: str
    ask: str
    question_hint: str
    stop: str
    clear: str
    working: str
    stopped: str
    too_long: str
    failed: str
    broken: str
    lost: str
    not_done: str
    as_of: str
    sources: str
    sources_count: str
    sources_hint: str
    nearest: str
    nearest_note: str
    alternatives: str
    no_sources: str
    answer_to: str
    open_article: str
    file: str
    undated_article: str
    reading_basis: str
    readings: str
    also_in: str
    also_in_more: str
    unknown_outlet: str
    earlier_versions: str
    later_versions: str
    versions_more: str
    day: Callable[[str], str]
    moment: str
    failures: Mapping[type[NewschatError], str] = field(default_factory=dict)

    def failure(self, error: NewschatError) -> tuple[str, str]:
        """What an error says, and the language it says it in: this one where there are words for it, else English."""
        told = next((self.failures[kind] for kind in type(error).__mro__ if kind in self.failures), None)
        if told is None:
            return str(error), _FALLBACK
        return told.format_map(defaultdict(lambda: "?", error.facts)), self.language

    def on(self, day: date | datetime, *, day_only: bool = False) -> str:
        """A day, or a day and time, as this language writes it; ``day_only`` leaves the time out."""
        shown = self.day(f"{day:%Y-%m-%d}")
        if isinstance(day, datetime) and not day_only:
            return self.moment.format(day=shown, time=f"{day:%H:%M}")
        return shown

    def period(self, first: date, last: date) -> str:
        """From one day to another, or the one day that both are."""
        return self.on(first) if first == last else self.day(f"{first.isoformat()}/{last.isoformat()}")


_KOREAN = Wording(
    language="ko",
    articles="기사",
    articles_count="{n:,}건",
    covered="기간",
    undated="날짜가 적힌 기사 없음",
    indexed="마지막 색인",
    never_indexed="아직 없음",
    empty_watched="기사를 {folder} 폴더에 넣으면 저절로 색인됩니다.",
    empty_unwatched="기사를 {folder} 폴더에 넣고 ‘다시 색인’을 누르세요.",
    reindex="다시 색인",
    indexing="색인 중…",
    index_run="색인",
    index_begun="준비 중…",
    index_files="파일 {done:,}/{total:,} 읽는 중",
    index_failed="색인하지 못했습니다. 지금 있는 기사로 답합니다.",
    added="{n:,}건 추가",
    changed="{n:,}건 변경",
    moved="{n:,}건 이동",
    deleted="{n:,}건 삭제",
    skipped="{n:,}건 건너뜀",
    nothing_new="이후 바뀐 기사 없음",
    conversation="대화",
    welcome="무엇을 찾아 드릴까요?",
    welcome_more="이 아카이브의 기사에서만 답하고, 근거가 된 문장을 함께 보여 드립니다.",
    welcome_empty="아직 기사가 없습니다",
    welcome_empty_more="기사가 색인되면 여기에서 물어볼 수 있습니다.",
    ask="질문하기",
    question_hint="기사에 대해 물어보세요",
    stop="멈추기",
    clear="대화 지우기",
    working="기사를 찾아 읽는 중…",
    stopped="답변을 멈췄습니다.",
    too_long="질문이 {n:,}자입니다. {limit:,}자까지 물을 수 있으니 줄여서 다시 물어봐 주세요.",
    failed="답하지 못했습니다.",
    broken="예상하지 못한 문제로 답하지 못했습니다. 다시 물어봐 주세요. 자세한 내용은 서버 기록에 남았습니다.",
    lost=(
        "서버와 연결이 끊겼습니다. 다시 이어지면 대화와 입력한 질문을 그대로 불러옵니다. "
        "계속 이어지지 않으면 newschat chat을 다시 실행하세요."
    ),
    not_done="요청을 처리하지 못했습니다. 잠시 뒤에 다시 해 보세요.",
    as_of="{day} 기사 기준",
    sources="출처",
    sources_count="출처 {n}건",
    sources_hint="답변 속 번호를 누르면 인용한 문장이 기사와 함께 여기에 펼쳐집니다.",
    nearest="답은 아니지만 가까운 기사",
    nearest_note="이 기사들에서는 답을 찾지 못했습니다. 내용이 가장 가까운 것일 뿐입니다.",
    alternatives="답일 수도 있는 다른 문장",
    no_sources="이 답변에는 인용한 기사가 없습니다.",
    answer_to="질문: {question}",
    open_article="기사 원문 열기",
    file="파일",
    undated_article="날짜 미상",
    reading_basis="{day} 기사 기준",
    readings="날짜 풀이",
    also_in="같은 기사",
    also_in_more="외 {n:,}곳",
    unknown_outlet="매체 미상",
    earlier_versions="앞선 보도",
    later_versions="뒤에 나온 보도",
    versions_more="외 {n:,}건",
    day=korean_date,
    moment="{day} {time}",
    failures={
        CorpusMissingError: "기사 폴더가 없습니다: {folder}. 폴더를 만들어 기사를 넣거나 다른 폴더를 지정하세요.",
        CorpusError: "기사 폴더를 읽을 수 없습니다: {folder}. 폴더가 맞는지, 읽을 권한이 있는지 확인하세요.",
        ShrunkenCorpusError: (
            "아카이브의 기사 {held}건 가운데 {deleted}건이 기사 폴더에서 사라져, 지우지 않고 두었습니다: {folder}. "
            "디스크가 빠졌거나 다른 폴더가 아닌지 확인하세요. 정말 지우려면 newschat index --yes를 실행하세요."
        ),
        ArchiveBusyError: "다른 프로그램이 이 아카이브를 색인하고 있습니다. 끝날 때까지 기다려 주세요.",
        ArchiveMissingError: "아카이브가 없습니다. newschat index를 실행하세요.",
        ArchiveMismatchError: "아카이브가 지금 설정과 맞지 않습니다. newschat index --rebuild를 실행하세요.",
        ArchiveDamagedError: (
            "아카이브의 일부가 손상되었습니다. newschat index를 실행하면 다시 만들어지며, 기사는 없어지지 않습니다."
        ),
        UnforeseenError: "예상하지 못한 문제가 생겼습니다. 자세한 내용은 서버 기록에 남았습니다.",
    },
)

_ENGLISH = Wording(
    language="en",
    articles="Articles",
    articles_count="{n:,}",
    covered="Covering",
    undated="no dated article",
    indexed="Last indexed",
    never_indexed="not yet",
    empty_watched="Put articles into {folder}; they are indexed by themselves.",
    empty_unwatched="Put articles into {folder} and press Re-index.",
    reindex="Re-index",
    indexing="Indexing…",
    index_run="Index run",
    index_begun="starting…",
    index_files="file {done:,} of {total:,}",
    index_failed="Indexing failed; answers come from the articles there are.",
    added="{n:,} added",
    changed="{n:,} changed",
    moved="{n:,} moved",
    deleted="{n:,} deleted",
    skipped="{n:,} skipped",
    nothing_new="nothing new since",
    conversation="Conversation",
    welcome="What would you like to know?",
    welcome_more="Answers come only from the articles in this archive, each with the sentence it stands on.",
    welcome_empty="No articles yet",
    welcome_empty_more="Once there are some, you can ask about them here.",
    ask="Ask",
    question_hint="Ask about the articles",
    stop="Stop",
    clear="Clear conversation",
    working="Reading the articles…",
    stopped="The answer was stopped.",
    too_long="The question has {n:,} characters; the most is {limit:,}. Please shorten it and ask again.",
    failed="No answer this time.",
    broken="Something unexpected went wrong. Please ask again; the details are in the server’s log.",
    lost=(
        "The connection to the server is lost. When it is back, so are the conversation and your question. "
        "If it stays away, start newschat chat again."
    ),
    not_done="The server could not do that. Please try again in a moment.",
    as_of="As of {day}, the newest article cited",
    sources="Sources",
    sources_count="Sources: {n}",
    sources_hint="Press a number in an answer, and the sentence it cites opens here, in its article.",
    nearest="Not an answer: the nearest articles",
    nearest_note="The answer was not found in these articles. They are merely the closest in content.",
    alternatives="Other sentences that may answer",
    no_sources="This answer cites no article.",
    answer_to="Question: {question}",
    open_article="Open the article",
    file="File",
    undated_article="undated",
    reading_basis="from the article’s date, {day}",
    readings="Dates resolved",
    also_in="Also in",
    also_in_more="and {n:,} more",
    unknown_outlet="unknown outlet",
    earlier_versions="Earlier versions",
    later_versions="Later versions",
    versions_more="and {n:,} more",
    day=english_date,
    moment="{day}, {time}",
)

WORDINGS: Mapping[str, Wording] = MappingProxyType({"ko": _KOREAN, "en": _ENGLISH})
"""Language code to texts; a further language is one more row."""


def wording_in(language: str) -> Wording:
    """The texts in a language, in English where there are none."""
    return WORDINGS.get(language, WORDINGS[_FALLBACK])


def preferred_wording(accept_language: str | None) -> Wording:
    """The texts a browser asks for.

    Args:
        accept_language: the ``Accept-Language`` header (RFC 9110 §12.5.4), e.g. "ko-KR,ko;q=0.9,en;q=0.8".

    Returns:
        The best-weighted language there are texts in; English where none matches.
    """
    wishes = [_wish(part) for part in (accept_language or "")[:1000].split(",")]
    known = [(weight, language) for weight, language in wishes if language in WORDINGS and weight > 0]
    best = max(known, key=lambda wish: wish[0], default=(0.0, _FALLBACK))  # max keeps the first of equals
    return WORDINGS[best[1]]


def _wish(part: str) -> tuple[float, str]:
    tag, _, parameter = part.strip().partition(";")
    name, _, weight = parameter.strip().partition("=")
    try:
        value = float(weight) if name.strip() == "q" else 1.0
    except ValueError:
        value = 0.0
    return value, tag.strip().lower().split("-")[0]

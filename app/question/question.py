"""Question analysis: its language, the kind of answer it wants, the period and the concepts it is about."""

import re
import unicodedata
from dataclasses import dataclass

from app.question import question_words
from app.question.asked_periods import stated_periods
from app.question.concept import Concept
from app.question.courtesy import courtesies
from app.question.english_question import EnglishQuestionReader
from app.question.korean_question import KoreanQuestionReader
from app.question.office_questions import OfficeQuestions
from app.question.periods import asks_about_now
from app.question.spelling import english_as_written, korean_as_written
from app.question.yes_no_questions import asks_whether_it_was, begins_with_verb, ends_with_verb, main_clause
from indexing.language.blanking import blanked
from indexing.language.detection import QUESTION_CHARACTERS, question_language
from indexing.language.glossary import Glossary
from indexing.language.people import People
from indexing.language.temporal import TemporalExpression

_WHETHER = re.compile(r"^(?:if|whether)\b|[는은인을할될갈올]지(?:[를도]|는\s?\W*$)?\W*$")
"""What courtesy leaves of a question of yes or no: "(Tell me) whether it is open", "문을 여는지 (알려 주세요)"."""
_INDIRECT = re.compile(r"[는은인을할될갈올]지(?:[는를도]|\s|$)")
_HOW_IT_IS = re.compile(
    r"(?<=[가-힣])[은는이가]?\s?어떻게\s?(?:되|돼|됩|된|될)(?:나요?|니|어요?|요|세요|시나요|시죠|죠|지요?|는지요?|는가요|까요|려나|는데요?|니까|건가요?)?\W*$"
)
"""Politely for "what is": "요금이 |어떻게 되나요?", where "행사는 어떻게 되나요?" asks what becomes of it."""
_TOLD_BY_NAME = re.compile(
    r"(?:자격|조건|대상|이름|성함|제목|번호|연락처|전화|요건|기준|혜택|구성|순위|주제|종류|경쟁률)\s?$"
)
_KOREAN_KINDS = (*question_words.KOREAN_TERM_KINDS, *question_words.KOREAN_KINDS)
_HANGUL = re.compile(r"[가-힣]+(?:\s[가-힣]+)*")
_BESIDE = re.compile(r"\b(?:and|or)\s+(?:(?:on|in|at|to|from|by|for|with)\s+)?$")
_YES_NO_KOREAN = re.compile(r"(?:나요|까요?|니|지|어요?|아요?|습니까|ㅂ니까|나|냐)\s*\?$|(?:나요|까요|습니까)\s*$")


@dataclass(frozen=True)
class Question:
    """A question as understood.

    Attributes:
        text: as asked, trimmed.
        language: "ko" or "en", as ``question_language`` tells; the answer's language.
        kinds: kinds of answer wanted, in the order they are asked for ("언제 어디서" wants "when" and "where");
            never empty.
        concepts: what it is about, in order, without repetitions.
        periods: the dates and years it names outright ("in 2024", "2024년 8월"); relative ones ("올해") are
            concepts, since an article that says "올해" of its own year may be meant.
        about_now: it asks for the newest state of things ("현재", "this year", "next").
        for_holder: it asks who holds an office, and thus who holds it now ("시장은 누구야?").
        leans_on: the earlier question that it goes on about ("그럼 장소는?"), empty where it stands alone.
    """

    text: str
    language: str
    kinds: tuple[str, ...]
    concepts: tuple[Concept, ...]
    periods: tuple[TemporalExpression, ...] = ()
    about_now: bool = False
    for_holder: bool = False
    leans_on: str = ""

    @property
    def standalone(self) -> str:
        """The question with the earlier one that it leans on, as it is searched by."""
        return f"{self.text} {self.leans_on}".rstrip()

    @property
    def is_empty(self) -> bool:
        """True when nothing is left to look for ("뭐야?")."""
        return not self.concepts and not self.periods


class QuestionAnalyser:
    """Turns the text of a question into a :class:`Question`, without a model."""

    def __init__(self, glossary: Glossary, people: People) -> None:
        self._korean = KoreanQuestionReader(glossary)
        self._english = EnglishQuestionReader(glossary, people)
        self._offices = OfficeQuestions(people)

    def analyse(self, text: str) -> Question:
        """Understand one question; never raises, whatever the text."""
        text = unicodedata.normalize("NFC", text).strip()
        language = question_language(text)
        head = (korean_as_written if language == "ko" else english_as_written)(text[:QUESTION_CHARACTERS])
        plain = _without_polite_how(blanked(head, courtesies(head)))
        periods = stated_periods(plain)
        topic = blanked(plain, [(period.start, period.end) for period in periods])
        reader = self._korean if language == "ko" else self._english
        found = [*reader.concepts(topic)]
        if language == "en":  # names that an English question writes in Hangul
            found += self._korean.concepts(" ".join(_HANGUL.findall(topic)))
        concepts = {concept.forms: concept for concept in found}
        about_now = not periods and asks_about_now(head)
        for_holder = not periods and self._offices.asks_for_holder(plain)
        kinds = _kinds(plain.strip(), language) or (
            _kind_without_interrogative(_without_polite_how(head), plain.strip(), language),
        )
        return Question(text, language, kinds, tuple(concepts.values()), periods, about_now, for_holder)


def _without_polite_how(text: str) -> str:
    """A Korean question for something by its name, "날짜가 어떻게 되나요?", as the bare name asks for it."""
    polite = _HOW_IT_IS.search(text)
    if polite is None:
        return text
    named = text[: polite.start()]
    is_told = any(re.search(pattern, named) for _, pattern in question_words.KOREAN_NOMINAL_KINDS)
    return blanked(text, [polite.span()]) if is_told or _TOLD_BY_NAME.search(named) else text


def _korean_kinds(text: str) -> list[str]:
    """The interrogatives' kinds in order, without those of a clause that is asked about: 누가 뽑혔는지 언제 …?"""
    matches = [(kind, re.search(pattern, text)) for kind, pattern in _KOREAN_KINDS]
    found = sorted((match.start(), match.end(), kind) for kind, match in matches if match)
    return [
        kind
        for place, (_, end, kind) in enumerate(found)
        if not any(_INDIRECT.search(text[end:start]) for start, _, _ in found[place + 1 :])
        # 임기는 몇 년 asks for a number, although 몇 년 alone asks when; 어떤 방법 asks how, although 어떤 asks what
        and not any(
            start <= found[place][0] and end <= other_end and (start, other_end) != found[place][:2]
            for start, other_end, _ in found
        )
    ]


def _english_kinds(text: str) -> list[str]:
    """The kind of the first interrogative, and of others that stand beside it ("when and where"), in order.

    Any later one begins a clause of its own: "How did the coach who was fired learn of it?" asks how.
    """
    matches = [
        (match.start(), -match.end(), kind)
        for kind, pattern in question_words.ENGLISH_KINDS
        for match in re.finditer(pattern, text)
    ]
    kinds: dict[int, str] = {}
    for start, _, kind in sorted(matches):  # of those that begin together the longest: "what method" asks how
        if start not in kinds and (not kinds or _BESIDE.search(text[:start])):
            kinds[start] = kind
    return list(kinds.values())


def _kinds(text: str, language: str) -> tuple[str, ...]:
    """The kinds that the interrogatives of a question ask for; none where it has no interrogative."""
    lowered = text.lower()
    if language == "en":
        lowered = main_clause(lowered)
        if begins_with_verb(lowered):
            return ("yes_no",)
    kinds = _korean_kinds(lowered) if language == "ko" else _english_kinds(lowered)
    if not kinds and language == "ko" and asks_whether_it_was(lowered):
        return ("yes_no",)
    # "what" and "how" are also part of "what year" and "how many": the telling kinds win.
    telling = [kind for kind in kinds if kind not in ("what", "how")]
    if not telling and language == "ko":
        telling = [kind for kind, pattern in question_words.KOREAN_NOUN_KINDS if re.search(pattern, lowered)]
    return tuple(dict.fromkeys(telling or kinds))


def _kind_without_interrogative(asked: str, plain: str, language: str) -> str:
    """What a question without interrogative asks for, as it was asked and without courtesy."""
    nominal = [kind for kind, pattern in question_words.KOREAN_NOMINAL_KINDS if re.search(pattern, plain)]
    if nominal:
        return nominal[0]
    is_korean = language == "ko" and (ends_with_verb(plain) or ends_with_verb(asked))
    return "yes_no" if is_korean or (plain != asked and _WHETHER.search(plain)) else "what"

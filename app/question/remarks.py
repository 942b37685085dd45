"""Remarks: what is said to an answer, or before any, and asks nothing new: "고마워", "출처는?", "in English?"."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import Final

from indexing.language.detection import question_language


class Wish(Enum):
    """What a remark wants."""

    NOTHING = "thanks, or a farewell"
    INTRODUCTION = "a greeting, or who it is that answers"
    AGAIN = "the last answer once more: as it was, with its source, or in the other language"
    MORE = "the last answer, and what else its article says"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said that is no question about the news.

    Attributes:
        wish: what it wants.
        language: "ko" or "en": what it is to be answered in; its own language unless it asks for the other.
    """

    wish: Wish
    language: str


_LONGEST: Final = 60
"""Characters; whoever writes more says more than a remark."""
_TELL: Final = (
    r"(?:(?:말|말씀|설명|얘기|이야기|대답|답|번역|정리)?(?:해|알려|가르쳐|보여)(?:줘요?|줄래요?|주세요|주십시오|봐요?|라|요)?"
    r"|부탁(?:해요?|합니다|드려요|드립니다))"
)
_IS: Final = r"(?:이?(?:야|예요|에요|지|죠|니|냐|래요?|라고요?|인가요?|입니까))"
_FILLER: Final = re.compile(
    rf"{_TELL}|그거|그게|그건|그걸|이거|이게|이걸|그|거|걸|그럼|근데|그런데|방금|좀|한|번|한번|정말|진짜|너무|많이|대단히|아주|좋은"
    rf"|아|오|네|넵|예|응|음|(?:말|거|뭐|어디){_IS}|말|뭐라고|뭐|뭔가요|어디|어딘가요|있어요?|있나요"
    r"|is|was|its?|it's|that|that's|this|are|you|u|r|your|i|me|so|very|much|really|quite|a|an|the|lot|any|some|about|of|for|in|into|to"
    r"|from|what|what's|whats|where|where's|does|do|can|could|would|please|say|tell|show|give|translate|answer|oh|well|ok|okay|and|then"
    r"|now|have|help|info|come|on"
)
"""Words that stand beside those that tell the wish."""
_WORDS: Final = {
    Wish.AGAIN: re.compile(
        rf"(?:다시|또다시|더한번|(?:영어|한국어|한국말|우리말|한글)로[는도]?){_TELL}?|(?:출처|원문|소스)(?:[은는]요?|[이가를도]|{_IS})?"
        rf"|확실(?:해요?|한가요?|하니|합니까|한|하지)|사실{_IS}|맞(?:아요?|나요?|는|습니까|지)|믿어도|레알"
        r"|again|repeat|pardon|sure|true|right|correct|certain|serious(?:ly)?|confirmed|reliable|english|korean|sources?"
    ),
    Wish.MORE: re.compile(rf"더|더?(?:자세|상세)(?:히|하게|한){_TELL}?|구체적으로|more|else|details?|elaborate"),
    Wish.NOTHING: re.compile(
        r"고마(?:워요?|웠어요?|움)|고맙(?:습니다|네요?|다)|감사(?:해요?|합니다|드려요|드립니다)?|땡큐|ㄱㅅ|ㄳ|ㅇㅋ|ㅇㅇ|오케이"
        r"|알겠(?:어요?|습니다|네요?)|알았어요?|그렇(?:구나|군요?|네요?)|수고(?:했어요?|하세요|하셨습니다|많으셨습니다)?|좋아요?|좋네요?"
        r"|됐(?:어요?|습니다)|도움이|잘|가요?|있어요?|안녕히|계세요|네|넵|예|응|아하"
        r"|thanks?|thx|ty|cheers|great|perfect|nice|cool|good|helpful|bye|goodbye|see|got|understood"
    ),
}
"""Of a remark at least one word is such a word, and all others stand beside it."""
_DOUBT: Final = re.compile(rf"(?:진짜|정말|참말)(?:로요?|요|{_IS})?|really|for real|no way|are (?:you|u) sure")
_SOURCE: Final = re.compile(
    rf"(?:어디서|어디에서|(?:어느|무슨) 기사에서?) ?나온 ?(?:말|얘기|이야기|정보|내용|거|소리)(?:{_IS}|요)?"
    rf"|(?:어느|무슨|어떤) ?(?:기사|신문)(?:{_IS}|요)?"
    r"|where (?:did|do) (?:you|u) (?:get|find|read|know) (?:that|this|it)(?: from)?"
    r"|(?:which|what) (?:article|paper|newspaper|outlet)(?: (?:is|was) (?:that|this|it))?(?: from| in)?"
    r"|where does it say (?:that|so)|says who"
)
_ONCE_MORE: Final = re.compile(rf"한 ?번 ?더 ?{_TELL}?|(?:say (?:that|it) )?(?:once more|one more time)")
_GO_ON: Final = re.compile(r"(?:그리고 )?또|go on")
_GREETING: Final = re.compile(
    r"안녕(?:하세요|하십니까)?|반가워요?|반갑습니다|하이|(?:너|넌|당신은?) ?(?:누구|뭐)(?:야|예요|에요|세요|니|입니까)"
    r"|(?:너는? |넌 )?(?:뭐|뭘|무엇을) ?(?:할|물어볼) ?수 ?있(?:어요?|니|나요|습니까)|도움말|사용법"
    r"|hi|hello|hey|(?:hi|hello) there|good (?:morning|afternoon|evening)|(?:who|what) (?:are|r) (?:you|u)"
    r"|what can (?:you|u) do|what can i ask(?: you)?|help"
)
_ENGLISH: Final = re.compile(r"영어로|\benglish\b")
_KOREAN: Final = re.compile(r"(?:한국어|한국말|우리말|한글)로|\bkorean\b")
_NO_WORD: Final = re.compile(r"[^\w'’]+|(?<![ㄱ-ㅎ])[ㅎㅋㅠㅜ_]+")


def remark_in(text: str) -> Remark | None:
    """What a text says that is no question about the news; None where it may be one."""
    if len(text) > _LONGEST:
        return None
    said = _NO_WORD.sub(" ", unicodedata.normalize("NFC", text).lower()).replace("’", "'").strip()
    wish = _wish(said)
    if wish is None or (wish is Wish.NOTHING and text.rstrip().endswith("?")):
        return None
    language = "en" if _ENGLISH.search(said) else "ko" if _KOREAN.search(said) else question_language(text)
    return Remark(wish, language)


def _wish(said: str) -> Wish | None:
    if _GREETING.fullmatch(said):
        return Wish.INTRODUCTION
    if any(pattern.fullmatch(said) for pattern in (_DOUBT, _SOURCE, _ONCE_MORE)):
        return Wish.AGAIN
    if _GO_ON.fullmatch(said):
        return Wish.MORE
    words = said.split()
    wishes = {wish for wish, pattern in _WORDS.items() if any(map(pattern.fullmatch, words))}
    if not all(_FILLER.fullmatch(word) or any(one.fullmatch(word) for one in _WORDS.values()) for word in words):
        return None
    return next((wish for wish in _WORDS if wish in wishes), None)

"""Follow-up questions: whether a question goes on about the one before, and to what of it it points."""

import re
from datetime import date

from app.question.carried_topic import CONNECTIVE, SAYS_NOT_WHAT
from app.question.question import Question
from app.question.question_words import ASKING_END, COUNTER, ENGLISH_KINDS, KOREAN_KINDS, KOREAN_PRONOUN
from app.question.things import TIME_PARTICLE, is_counted_year, is_of_something, is_topic, says_when_open, things_of
from indexing.language.blanking import blanked
from indexing.language.temporal import find_temporal_expressions

_FEW = 2
"""A question with fewer concepts of its own may lean on the one before it."""
_SELF_CONTAINED = 3
"""In a question with so many concepts of its own, "it" or "they" points to one of them."""
_GOES_ON = re.compile(
    r"^\W*(?:그때|그날|당시|거기|거긴|그곳|이건(?![가-힣]))|(?<![가-힣])그(?:거|것|건|게|걸)(?![가-힣]{2})"
    r"|(?<![가-힣])(?:그|이|저)\s(?=[가-힣])|(?<![가-힣])(?:그때|그날|거기서?|그곳|그분|그들)(?![가-힣]{2})"
    rf"|^\W*{KOREAN_PRONOUN}(?![가-힣])"
    r"|^\W*(?:what about|how about)\b",
    re.IGNORECASE,
)
"""Words that begin a follow-up or point back to what was spoken of."""
_MAY_POINT_BACK = re.compile(
    r"\b(?:(?-i:[Ii]t)|its|they|them|theirs?|he|him|his|she|hers?|that|those|these|then)\b"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )\bthere\b"
    r"(?!(?:'s| is| are| was| were| will| ha[sd])\b)"
    r"|\bthere(?=\W*$)"
    rf"|(?<![가-힣]){KOREAN_PRONOUN}(?![가-힣])"
    r"|^\W*[비눈][가이]?\s?(?:오면|와도|올\s?때|내리면|내려도)",
    re.IGNORECASE,
)
"""Words that point back, or to a word of the same question: "Hanbit and its library", "the ferry that drifted".

So does what something depends on: "비가 오면 어떻게 돼?"."""
_ELLIPSIS = re.compile(r"(?:[가-힣][은는도]요?|^\W*(?:\S+\s+){0,2}[A-Za-z]+)\W*$")
"""Half a question, "관람객은?", "The venue?": it says of what, and leaves open what about it."""
_SOMEBODY = re.compile(
    rf"(?<![가-힣])(?:{KOREAN_PRONOUN}|[그이]\s?분(?=[은는이가의을를께도]|\s|\W*$)|[그이저]\s사람)|\b(?:he|him|his|she|hers?)\b",
    re.IGNORECASE,
)
"""Words for a person whom the answer may have named."""
_OF_SOMEBODY = re.compile(
    r"몇\s?살|(?:나이|연세|고향|출신|직업|학력|전공|경력)[은는이가]?(?![가-힣]{2})"
    r"|\bhow old\b|\b(?:age|occupation|hometown)\b",
    re.IGNORECASE,
)
"""What only people have, or are seldom asked for of anything else."""
_OF_WHAT_WAS_SAID = re.compile(
    r"(?:누가|누구가)\s(?:그래|그랬|그런|그렇게|그러)"
    r"|\bwho (?:said|says|told you|claims?|claimed) (?:that|so|this|it)\b",
    re.IGNORECASE,
)
_OF_A_TIME = re.compile(
    r"\W*(?:(?:그럼|그러면|그리고|그런데|근데)\s)?(?:지금|현재|요즘|나중|처음|원래|그\s?때|그\s?전|그\s?후)(?:에는|에|은|는|엔)?요?\W*"
    r"|\W*(?:and |but )?(?:now|before|then|later|after that)\W*",
    re.IGNORECASE,
)
"""Half a question that says nothing but a time without a date, "그럼 지금은?"."""
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’()·-]*(?:[ .'’()·-]{1,2}[^\W\d_]+){0,6}\)?")
_LONGEST_NAME = 50
_MARK = re.compile(r"\d+[가-힣]{0,2}|[A-Za-z]")
"""A number with its unit or a letter, as in "2심에서는?" and "S석은?": tells one of several, and not of what."""
_ANY_DAY = date(2025, 1, 1)
"""Whether words are a time does not depend on the day they are read against."""
_INTERROGATIVE = re.compile(
    rf"(?:{'|'.join(pattern for _, pattern in KOREAN_KINDS)})(?:(?:{COUNTER})?{ASKING_END}(?![가-힣])|라고)?"
    rf"|{'|'.join(pattern for _, pattern in ENGLISH_KINDS)}",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    "|".join(pattern for kind, pattern in (*KOREAN_KINDS, *ENGLISH_KINDS) if kind == "how_many"), re.IGNORECASE
)


def leans(question: Question) -> bool:
    """Whether a question goes on about the one before: it says so, points back, or names too little by itself."""
    return _says_so(question) or _names_little(question)


def may_lean(question: Question) -> bool:
    """Whether a question that names enough may yet go on about the one before: it names nothing by its own name."""
    return not leans(question) and bool(things_of(question)) and not any(one.is_name for one in question.concepts)


def may_stand_alone(question: Question) -> bool:
    """Whether a question that leans may also have a topic of its own: a whole question about one thing.

    One that begins as a follow-up, "근데 새 도서관 관장은?", needs two, and in English a name.
    "의사는 몇 명이야?" has none: doctors are some hospital's. Nor has "누가 반대해?": nothing is named that is opposed.
    """
    if CONNECTIVE.search(question.text):
        is_named = question.language == "ko" or any(one.is_name for one in question.concepts)
        return is_named and not points_back(question) and len(things_of(question)) >= _FEW
    things = [one for one in things_of(question) if question.language == "en" or one.importance == 1]
    return not points_back(question) and not _ELLIPSIS.search(question.text) and bool(things)


def hardly_begins(question: Question) -> bool:
    """Whether a whole question is unlikely to begin another topic: it is too short, or asks what else.

    "소방관은 몇 명 갔어?" is of a fire that was spoken of, and so is "셔츠도 줬어?" of some event.
    """
    things = things_of(question)
    asks_what_else = any(one.surface == f"{one.forms[0]}도" for one in things[-1:])
    return question.language == "ko" and (asks_what_else or (len(things) < _FEW and len(question.concepts) <= _FEW))


def shares_a_thing(question: Question, before: Question) -> bool:
    """Whether a question names itself something that the one before was about, and so needs no more from it.

    Unless it names nothing else: "할머니 연세는?" is of the one spoken of.
    """
    named = {form for thing in things_of(before) for form in thing.forms}
    shared = [not named.isdisjoint(thing.forms) for thing in things_of(question)]
    return any(shared) and not all(shared)


def points_back(question: Question) -> bool:
    """Whether a question points to what was spoken of, "거기 군수는?", "how much is it?"."""
    if _GOES_ON.search(question.text) or _is_but_a_time(question):
        return True
    own = [concept for concept in question.concepts if not is_counted_year(concept)]
    return bool(_MAY_POINT_BACK.search(question.text)) and len(own) < _SELF_CONTAINED


def points_to_somebody(question: Question) -> bool:
    """Whether a question is about a person it does not name, "몇 살이야?", or says nothing of what it is about."""
    is_of_person = _SOMEBODY.search(question.text) or (_OF_SOMEBODY.search(question.text) and not things_of(question))
    return bool(is_of_person) or (question.is_empty and question.kinds == ("what",))


def points_to_what_was_said(question: Question) -> bool:
    """Whether a question is about the last answer, and not about the topic at large: "왜?", "Who said that?"."""
    if question.is_empty and (question.kinds == ("why",) or _OF_A_TIME.fullmatch(question.text)):
        return True
    return bool(_OF_WHAT_WAS_SAID.search(question.text))


def person_in(answer: str) -> str:
    """The name that an earlier answer begins with, where it is nothing but one; else empty."""
    first = answer.partition("\n")[0].strip()
    return first if len(first) <= _LONGEST_NAME and _NAME.fullmatch(first) else ""


def without_interrogatives(text: str) -> str:
    """A question without what it asks for: "새 청사는 몇 층이야?" leaves "새 청사는"."""
    return re.sub(r"[\s?]+", " ", _INTERROGATIVE.sub(" ", text)).strip(" !.,")


def asks_by_itself(question: Question) -> bool:
    """Whether a question says what it asks for; half a question, "반대는?", has that from the one before.

    "그럼 준공은?" has it from none but a question of how many: who designed the building is not what is asked of its
    completion.
    """
    is_half = question.kinds == ("what",) and not _INTERROGATIVE.search(question.text)
    if not (is_half or SAYS_NOT_WHAT.search(question.text)):
        return True
    own = [one for one in question.concepts if one.surface in question.text and is_topic(one)]
    return bool(own) and all(map(is_of_something, own)) and not _HOW_MANY.search(question.leans_on)


def _says_so(question: Question) -> bool:
    return bool(CONNECTIVE.search(question.text)) or points_back(question)


def _names_little(question: Question) -> bool:
    own = [one for one in question.concepts if not (says_when_open(one) or is_counted_year(one))]
    if _ELLIPSIS.search(question.text):
        own = [concept for concept in own if not _MARK.fullmatch(concept.surface)]
    if any(concept.is_name for concept in own):
        return False
    nouns = [concept for concept in own if is_topic(concept)]
    return len(own) < _FEW or (bool(nouns) and all(map(is_of_something, nouns)))


def _is_but_a_time(question: Question) -> bool:
    """Whether nothing is said but a time counted from another: "일주일 전에는?", "a week ago?"."""
    times = find_temporal_expressions(question.text, _ANY_DAY)
    rest = blanked(question.text, [(time.start, time.end) for time in times])
    return bool(times) and bool(TIME_PARTICLE.fullmatch(rest.strip(" ?!.,")))

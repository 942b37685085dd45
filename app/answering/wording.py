"""The words an answer is framed in, in Korean and English."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.answering.model_failure import Failure
from app.retrieval.stories import ArticleReference
from indexing.language.hangul import has_hangul
from indexing.language.temporal import english_date, korean_date

_LATIN_WORD: Final = re.compile(r"[A-Za-z]{2}")
_TOLD_IN_DIGITS: Final = re.compile(r"[\d:–, ]+ \(")
"""17:00–22:00 (오후 5시부터 10시까지): the Korean stands beside what was understood of it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences with ``{placeholders}``; one value a language.

    Attributes:
        reported: introduces a quote: {source} (outlet and date), {quote}, {marker}.
        means: a relative date: {expression}, {topic} (its particle), {date}, {published}, {marker}.
        not_found: abstention: {articles}, {period}.
        not_found_partly_dated: abstention over articles some of which have no date: {articles}, {period}, {undated}.
        not_found_undated: abstention over articles without dates: {articles}.
        empty_archive: abstention over nothing.
        nearest: said where the nearest articles follow.
        nothing_asked: the question holds no word to look for.
        thanked: said to thanks and farewells.
        introduction: said to a greeting, and to who asks what this is.
        relative_question: the asker's "next year" met an old article: {expression}, {topic}, {published}, {meaning}, {object}.
        relative_synonym: the same, where the article says it in another word: {said}, too.
        in_korean: a short answer that could not be put into English: {quote}.
        disagree: outlets tell different numbers: {values}.
        reports_disagree: the same, where not every report names its outlet: {values}.
        value: one of them: {source} (outlet and date), {value}, {marker}.
        uncertain: the evidence is weak.
        alternatives: said before sentences that may be meant instead.
        stale: "current" is asked and the newest article is old: {published}.
        fallback: the language model failed: {reason}.
        failures: the reason, by the kind of failure: {told} (the endpoint's own words).
        markers_dropped: the language model cited passages that do not exist: {count}.
        uncited: the language model answered without citing.
        other_language: the language model answered in another language than the question's.
        unverified_mark: stands after a sentence of the language model that its source does not support.
        unverified: what was not found: {mark}, {missing}.
        unfound: names what was not found, by its aspect: {text}; "source" for a sentence that cites nothing.
        corrected_later: the cited report was corrected afterwards: {marker}, and the correction's {title}, {published}.
        newer_version: the cited report has a later version: {marker}, and the latest one's {title}, {published}.
        corrects: the cited article corrects an earlier report: {marker}, and when that was {published}.
        correction: the cited article is a correction of a report that the archive does not hold: {marker}.
        latest_version: the cited article is the latest version: {marker}, {count} of all, the first's {published}.
        corrected_between: said after that, where a version before it was a correction: {published}.
        also_in: copies of an article: {outlets}.
        also_in_more: copies of which only some are named: {outlets}, {count} of the others.
        earlier_version: {title} and {published} of a version before the article.
        later_version: {title} and {published} of a version after it.
        more_versions: {count} of the versions that are not named.
        unknown_outlet: for an outlet the article does not name.
        unknown_date: for an article without a date.
    """

    reported: str
    means: str
    not_found: str
    not_found_partly_dated: str
    not_found_undated: str
    empty_archive: str
    nearest: str
    nothing_asked: str
    thanked: str
    introduction: str
    relative_question: str
    relative_synonym: str
    in_korean: str
    disagree: str
    reports_disagree: str
    value: str
    uncertain: str
    alternatives: str
    stale: str
    fallback: str
    failures: Mapping[Failure, str]
    markers_dropped: str
    uncited: str
    other_language: str
    unverified_mark: str
    unverified: str
    unfound: Mapping[str, str]
    corrected_later: str
    newer_version: str
    corrects: str
    correction: str
    latest_version: str
    corrected_between: str
    also_in: str
    also_in_more: str
    earlier_version: str
    later_version: str
    more_versions: str
    unknown_outlet: str
    unknown_date: str


WORDINGS: Final[Mapping[str, Wording]] = {
    "ko": Wording(
        reported="{source}: “{quote}” [{marker}]",
        means="여기서 ‘{expression}’{topic} 기사 날짜({published})를 기준으로 {date}입니다. [{marker}]",
        not_found="이 아카이브에는 그 질문의 답이 없습니다. {period} 나온 기사 {articles}건을 찾아보았습니다.",
        not_found_partly_dated="이 아카이브에는 그 질문의 답이 없습니다. {period} 나온 기사 {articles}건과 날짜를 알 수 없는 기사 "
        "{undated}건을 찾아보았습니다.",
        not_found_undated="이 아카이브에는 그 질문의 답이 없습니다. 기사 {articles}건을 찾아보았습니다.",
        empty_archive="이 아카이브에는 아직 기사가 없습니다.",
        nearest="함께 보이는 기사는 가장 가까운 것일 뿐, 질문의 답은 아닙니다.",
        nothing_asked="무엇을 찾을지 알 수 없습니다. 사람, 행사, 장소처럼 찾을 말을 넣어 다시 물어봐 주세요.",
        thanked="네, 더 궁금한 것이 있으면 언제든지 물어봐 주세요.",
        introduction="이 아카이브의 기사에서 답을 찾아, 그 답이 나온 문장과 함께 보여 드립니다. 사람, 행사, 장소처럼 궁금한 것을 물어봐 주세요.",
        relative_question="질문의 ‘{expression}’{topic} {published} 기사에 나온 말이며, 그 기사에서는 {meaning}{object} 뜻합니다.",
        relative_synonym="질문의 ‘{expression}’{topic} {published} 기사의 ‘{said}’에 맞춘 것이며, 그 기사에서는 {meaning}{object} 뜻합니다.",
        in_korean="{quote}",
        disagree="매체마다 숫자가 다릅니다: {values}.",
        reports_disagree="보도마다 숫자가 다릅니다: {values}.",
        value="{source} {value} [{marker}]",
        uncertain="근거가 약해 다른 것에 대한 답일 수 있습니다. 인용한 문장을 확인해 주세요.",
        alternatives="다음 문장이 답일 수도 있습니다.",
        stale="현재를 물으셨지만 가장 새로운 근거가 {published} 기사입니다. 그 뒤로 바뀌었을 수 있습니다.",
        fallback="언어 모델이 답하지 못해({reason}) 기사 문장을 그대로 옮겼습니다.",
        failures={
            Failure.SILENT: "제때 응답하지 않음",
            Failure.LATE: "제때 다 쓰지 못함",
            Failure.EMPTY: "아무 말도 쓰지 않음",
            Failure.UNREACHABLE: "연결되지 않거나 연결이 끊어짐",
            Failure.REPORTED: "서버가 알린 오류 {told}",
            Failure.UNREADABLE: "읽을 수 없는 응답을 보냄",
        },
        markers_dropped="언어 모델이 없는 출처를 {count}번 가리켜 지웠습니다.",
        uncited="출처를 대지 않음",
        other_language="다른 언어로 답함",
        unverified_mark="[확인 필요]",
        unverified="{mark}: 인용한 문장에서 확인되지 않은 내용입니다({missing}).",
        unfound={
            "number": "숫자 ‘{text}’",
            "date": "날짜 ‘{text}’",
            "name": "이름 ‘{text}’",
            "negation": "부정 ‘{text}’",
            "script": "다른 문자 ‘{text}’",
            "source": "출처 없는 문장",
        },
        corrected_later="[{marker}] 기사는 뒤에 정정되었습니다: “{title}” ({published}). 인용한 내용이 바로잡혔을 수 있으니 확인해 주세요.",
        newer_version="[{marker}] 기사에는 더 새로운 판이 있습니다: “{title}” ({published}). 그 사이 바뀐 내용이 있을 수 있습니다.",
        corrects="[{marker}] 기사는 {published}에 나온 앞선 보도를 바로잡은 정정 기사입니다.",
        correction="[{marker}] 기사는 앞선 보도를 바로잡은 정정 기사입니다.",
        latest_version="[{marker}] 기사는 {published}에 처음 나온 보도를 고친 것으로, 이 아카이브에 있는 {count}판 가운데 가장 새롭습니다.",
        corrected_between="앞선 판은 {published}에 정정되었습니다.",
        also_in="같은 기사: {outlets}",
        also_in_more="같은 기사: {outlets} 외 {count}곳",
        earlier_version="앞선 보도: {title} ({published})",
        later_version="뒤에 나온 보도: {title} ({published})",
        more_versions="그 밖에 {count}판",
        unknown_outlet="매체 미상",
        unknown_date="날짜 미상",
    ),
    "en": Wording(
        reported="{source}: “{quote}” [{marker}]",
        means="Here “{expression}” means {date}, counted from the article's date ({published}). [{marker}]",
        not_found="This archive does not hold the answer. It was looked for in {articles} articles, {period}.",
        not_found_partly_dated="This archive does not hold the answer. It was looked for in {articles} articles, {period}, "
        "and in {undated} without a date.",
        not_found_undated="This archive does not hold the answer. It was looked for in {articles} articles.",
        empty_archive="This archive holds no articles yet.",
        nearest="The articles listed are merely the nearest; they do not answer the question.",
        nothing_asked="There is nothing to look for in that question. Name a person, an event, a place or a subject.",
        thanked="You are welcome. Ask whenever there is more you would like to know.",
        introduction="Answers are looked for in the articles of this archive, and shown with the sentences they stand on. Ask about a "
        "person, an event, a place or a subject.",
        relative_question="“{expression}” was found in an article of {published}, where it means {meaning}.",
        relative_synonym="“{expression}” was matched to “{said}” in an article of {published}, where it means {meaning}.",
        in_korean="The article says: “{quote}”",
        disagree="Outlets give different numbers: {values}.",
        reports_disagree="Reports give different numbers: {values}.",
        value="{source}: {value} [{marker}]",
        uncertain="The evidence is weak, and may be about something else: please check the cited sentence.",
        alternatives="The answer may be in one of these instead:",
        stale="You asked about the present, but the newest evidence is of {published}; it may have changed since.",
        fallback="The language model could not answer ({reason}), so the articles are quoted as they stand.",
        failures={
            Failure.SILENT: "it did not answer in time",
            Failure.LATE: "it was not done in time",
            Failure.EMPTY: "it wrote nothing",
            Failure.UNREACHABLE: "it could not be reached, or the connection broke",
            Failure.REPORTED: "its server reported error {told}",
            Failure.UNREADABLE: "what it sent could not be read",
        },
        markers_dropped="The language model pointed to sources that do not exist ({count}); those markers were removed.",
        uncited="it cited no source",
        other_language="it answered in another language",
        unverified_mark="[unverified]",
        unverified="{mark}: not found in the cited sentence ({missing}).",
        unfound={
            "number": "the number “{text}”",
            "date": "the date “{text}”",
            "name": "the name “{text}”",
            "negation": "yes or no, “{text}”",
            "script": "another script, “{text}”",
            "source": "a sentence without a source",
        },
        corrected_later="[{marker}] was corrected later: “{title}” ({published}). What is cited may have been put right; please check.",
        newer_version="There is a later version of [{marker}]: “{title}” ({published}). Details may have changed.",
        corrects="[{marker}] is a correction: the earlier report of {published} was corrected.",
        correction="[{marker}] is a correction of an earlier report.",
        latest_version="[{marker}] is the latest of the {count} versions in this archive of the story first published on {published}.",
        corrected_between="An earlier version was corrected on {published}.",
        also_in="Also in: {outlets}",
        also_in_more="Also in: {outlets} and {count} more",
        earlier_version="Earlier version: {title} ({published})",
        later_version="Later version: {title} ({published})",
        more_versions="Other versions: {count}",
        unknown_outlet="unknown outlet",
        unknown_date="undated",
    ),
}


def render_date(value: str, language: str, *, to_the_day: bool = False) -> str:
    """An ISO date or interval in the reader's language; ``to_the_day`` keeps days that are whole months."""
    render = english_date if language == "en" else korean_date
    return render(value, to_the_day=to_the_day)


def framed_short_answer(short_answer: str, language: str) -> str:
    """The short answer as a reader is shown it: for English readers, one in Korean words says that it is quoted."""
    wording = WORDINGS.get(language)
    is_told = _LATIN_WORD.search(short_answer) or _TOLD_IN_DIGITS.match(short_answer)
    if wording is None or not has_hangul(short_answer) or is_told:
        return short_answer
    return wording.in_korean.format(quote=short_answer)


def publication_day(article: ArticleReference, language: str) -> str:
    """When an article came out, in the reader's language."""
    if article.published_at is None:
        return WORDINGS[language].unknown_date
    return render_date(f"{article.published_at:%Y-%m-%d}", language)

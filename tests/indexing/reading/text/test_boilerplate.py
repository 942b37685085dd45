import pytest

from indexing.reading.text.boilerplate import Effect, boilerplate_kind, kinds


@pytest.mark.parametrize(
    ("line", "reason", "effect"),
    [
        ("가장작게", "toolbar", Effect.TOOL),
        ("인쇄", "toolbar", Effect.TOOL),
        ("페이스북 트위터 인쇄 스크랩", "share button", Effect.TOOL),
        ("Korean Chinese Sitemap", "menu", Effect.TOOL),
        ("좋아요12", "reaction counter", Effect.TOOL),
        ("추가취재 원해요 3", "reaction counter", Effect.TOOL),
        ("뉴스댓글 >", "comments", Effect.TOOL),
        ("로그인 후 댓글을 작성할 수 있습니다.", "comments", Effect.TOOL),
        ("최신뉴스", "section head", Effect.HEAD),
        ("많이 본 기사", "section head", Effect.HEAD),
        ("Related articles", "section head", Effect.HEAD),
        ("04.23 장종료", "stock ticker", Effect.HEAD),
        ("-0.54%", "stock ticker", Effect.TOOL),
        ("[저작권자ⓒ 하루뉴스. 무단전재-재배포 금지]", "copyright", Effect.STOP),
        ("본 기사는 무단 전재 및 재배포를 금합니다.", "copyright", Effect.STOP),
        ("제호 : 하루뉴스 발행인 : 한마루 등록일자 : 2009.11.30", "page footer", Effect.TOOL),
        ("정치 경제 사회 문화", "menu", Effect.TOOL),
        ("#물빛축제 #해담시", "tags", Effect.TOOL),
        ("[관련기사]", "section head", Effect.HEAD),
        ("당신만 안 본 뉴스", "section head", Effect.HEAD),
        ("오늘의 핫클릭", "section head", Effect.HEAD),
        ("More in Society", "section head", Effect.HEAD),
        ("최신뉴스더보기", "section head", Effect.HEAD),
        ("(AD)", "advertisement", Effect.TOOL),
        ("함께 읽기: 온내군, 사과 따기 체험 예약 시작", "link to another page", Effect.TOOL),
        ("Also read: Haedam to run night buses until 2 a.m.", "link to another page", Effect.TOOL),
        ("동영상 고정 취소", "toolbar", Effect.TOOL),
        ("브라우저에서만 사용하실 수 있습니다.", "toolbar", Effect.TOOL),
        ("삭제한 댓글은 다시 복구할 수 없습니다.", "comments", Effect.TOOL),
        ("유튜브, 네이버, 카카오에서도 하루뉴스를 구독해주세요!", "subscription", Effect.TOOL),
        ("(끝)", "end mark", Effect.STOP),
        ("이 기사의 카테고리는 언론사의 분류를 따릅니다.", "portal notice", Effect.STOP),
        ("언론사는 개별 기사를 2개 이상 섹션으로 중복 분류할 수 있습니다.", "portal notice", Effect.STOP),
        ("이 기사는 언론사에서 사회 섹션으로 분류했습니다.", "portal notice", Effect.STOP),
        ("붙임 1. 행사 일정표 1부.", "attachment", Effect.TOOL),
        ("2. 행사장 배치도 1부.  끝.", "attachment", Effect.TOOL),
        ("[목록] [글쓰기] [답변]", "toolbar", Effect.TOOL),
        ("[목록]", "toolbar", Effect.TOOL),
        ("목록으로", "toolbar", Effect.TOOL),
        ("콘텐츠 만족도 조사", "survey", Effect.TOOL),
        ("Article View Option", "menu", Effect.TOOL),
        ("본문 바로가기 메뉴", "menu", Effect.TOOL),
        ("더 읽기", "link to another page", Effect.TOOL),
        ("[관련기사] “개 물림 사고 3년 새 두 배”", "link to another page", Effect.TOOL),
        ("이전기사 | 해담시장 개막식 참석", "link to another page", Effect.TOOL),
        ("이전글 해담시, 봄꽃 화분 나눔", "link to another page", Effect.TOOL),
        ("이것을 공유하기:", "share button", Effect.TOOL),
        ("트위터로 공유하기 (새 창에서 열림)", "share button", Effect.TOOL),
        ("The post Fares rise appeared first on Haru News.", "source", Effect.TOOL),
        ("출처: 하루뉴스", "source", Effect.TOOL),
        ("※ 외부 필자의 칼럼은 본지의 편집 방향과 다를 수 있습니다.", "disclaimer", Effect.TOOL),
        ("해담시가 만든 자료는 공공누리 제1유형 조건에 따라 이용할 수 있습니다.", "licence", Effect.TOOL),
        ("구독 및 후원: 농협 000-00-0000 (예금주 하루주간)", "subscription", Effect.TOOL),
    ],
)
def test_a_line_around_the_article_is_known_by_its_kind(line: str, reason: str, effect: Effect) -> None:
    kind = boilerplate_kind(line)
    assert kind is not None
    assert (kind.reason, kind.effect) == (reason, effect)


@pytest.mark.parametrize(
    "line",
    [
        "한 의원은 페이스북에 글을 올려 사과했다.",
        "로그인 기록이 남아 있었다고 경찰은 밝혔다.",
        "회사는 ‘무단전재 및 재배포 금지’ 문구를 지웠다고 밝혔다.",
        "코스피 2,600 돌파…외국인 나흘째 순매수",
        "댓글 조작 사건 2심 오늘 선고",
        "[단독] 해담시장 사퇴",
        "이전글에서 다룬 내용이다.",
        "칼럼은 시의 공식 입장과 다르지 않았다.",
        "시는 자료를 공공누리 조건에 따라 공개한다고 밝혔다.",
        "환율 1,400원 눈앞, 수출 기업 웃지 못하는 까닭",
        "해담시, 물빛축제 17일 개막",
        "◇ 물가 따라잡기",
        "Council votes to print new ballots",
        "화제의 뉴스 앵커, 해담시에 온다",
        "More in the city of Haedam walk to work",
        "관련 기사를 쓴 기자는 해담시를 찾았다.",
        "광고비는 한 달에 3억원이었다고 회사는 밝혔다.",
        "브라우저에서 새 기능을 사용할 수 있다고 회사는 밝혔다.",
        "시민은 유튜브를 구독했다고 말했다.",
    ],
)
def test_news_that_shares_words_with_buttons_stays_news(line: str) -> None:
    assert boilerplate_kind(line) is None


def test_every_row_of_the_table_is_well_formed_and_used() -> None:
    assert len(kinds()) > 15
    assert all(kind.reason and kind.pattern.pattern for kind in kinds())
    assert not any(kind.pattern.fullmatch("") for kind in kinds())

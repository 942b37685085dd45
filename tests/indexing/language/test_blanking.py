from indexing.language.blanking import blanked


def test_what_is_taken_out_leaves_all_else_in_its_place() -> None:
    text = "총회는 9월 29일 서울에서 열린다."
    bare = blanked(text, [(4, 10), (0, 2)])
    assert bare == "  는        서울에서 열린다."
    assert bare.index("서울") == text.index("서울")


def test_nothing_to_take_out_changes_nothing() -> None:
    assert blanked("그대로", []) == "그대로"

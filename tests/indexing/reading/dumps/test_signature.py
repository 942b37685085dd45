from indexing.reading.dumps.signature import with_signatures
from indexing.reading.text.line import Kind
from indexing.reading.text.lines import typed_lines


def test_the_writer_s_name_and_the_note_on_them_sign_an_article() -> None:
    lines = [
        "By Choi Ha-na",
        "Choi Ha-na did not name the official, and the city declined to comment on Monday.",
        "Choi Ha-na",
        "Choi Ha-na covers transport and city hall. She joined The Haru Times in 2017.",
        "Han Byul is the mayor of Haedam and opened the festival on Monday evening.",
    ]
    kinds = [line.kind for line in with_signatures(typed_lines("\n\n".join(lines)))]
    assert kinds == [Kind.BYLINE, Kind.PROSE, Kind.BYLINE, Kind.BYLINE, Kind.PROSE]

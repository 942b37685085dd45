from eval.question_set.question import Context, Question, QuestionSet, Relevant


def test_the_articles_of_a_question_are_the_paths_of_all_its_items_each_once() -> None:
    qrels = (Relevant(("b", "a")), Relevant(("a", "c"), 2))
    assert Question("q", "?", "en", qrels=qrels).articles == ("b", "a", "c")
    assert Question("q", "?", "en").articles == ()


def test_where_a_question_is_written_makes_no_other_question_of_it() -> None:
    assert Question("q", "?", "en", place="row 1") == Question("q", "?", "en", place="row 2")


def test_without_contexts_only_gold_about_the_archive_is_left() -> None:
    questions = QuestionSet(
        (
            Question("own", "?", "en", answers=("x",), qrels=(Relevant(("key",)),), answerable=True),
            Question("archive", "?", "en", qrels=(Relevant(("fair.html",), 2),)),
        ),
        {"key": Context("key", "", "A text.")},
    )
    assert questions.without_contexts() == QuestionSet(
        (
            Question("own", "?", "en", answers=("x",), answerable=True),
            Question("archive", "?", "en", qrels=(Relevant(("fair.html",), 2),)),
        )
    )

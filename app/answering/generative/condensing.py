"""A follow-up question made to stand alone by a language model: "그럼 장소는?" -> "협의회 총회 장소는 어디야?"."""

from collections.abc import Sequence
from typing import Final

from app.answering.generative.language_model import LanguageModel
from app.answering.generative.plain_text import plain_text
from app.answering.generative.prompts import Prompts
from app.answering.model_failure import ModelError
from indexing.language.detection import question_language

TURNS: Final = 3
"""Earlier turns that the model is shown; a follow-up seldom reaches back further."""
_LONGEST_ANSWER: Final = 400
"""Characters of an earlier answer; its topic is named in its beginning."""
_LONGEST_QUESTION: Final = 300


class Condenser:
    """Rewrites follow-up questions.

    Args:
        model: writes.
        prompts: what it is told.
    """

    def __init__(self, model: LanguageModel, prompts: Prompts) -> None:
        self._model = model
        self._prompts = prompts

    def condense(self, question: str, history: Sequence[tuple[str, str]]) -> str | None:
        """The question with the topic it leans on, in its own language.

        Args:
            question: as asked.
            history: earlier questions with what answered them, the newest last; only the last few are read.

        Returns:
            One line, or None where the model fails or writes something that is no such question.

        Raises:
            ModelError: it did not answer in time, so that asking it once more would make the reader wait as long again.
        """
        language = question_language(question)
        turns = [(earlier[:_LONGEST_QUESTION], answer[:_LONGEST_ANSWER]) for earlier, answer in history[-TURNS:]]
        system = self._prompts.condensing_system(language)
        user = self._prompts.condensing(language, question, turns)
        try:
            *_, written = self._model.write(system, user)
        except ModelError as error:
            if error.timed_out:
                raise
            return None  # the carried topic terms serve instead, and the answer itself will say that the model fails
        lines = [line.strip(" \"'“”‘’") for line in plain_text(written).splitlines() if line.strip()]
        if len(lines) != 1 or len(lines[0]) > _LONGEST_QUESTION or question_language(lines[0]) != language:
            return None
        return lines[0]

"""The gate that a run is held to, and the file whose floors move with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.gates.gate import Gate, load_gate
from eval.gates.scope import scorable_figures
from eval.gates.update import FloorChange, floor_changes, write_floors
from eval.question_set.question import Question
from eval.summary import figure_names
from indexing.errors import QuestionSetError


@dataclass(frozen=True, slots=True)
class GateFile:
    """A gate, and where it is written.

    Attributes:
        path: of the file, which need not exist yet.
        gate: what it holds; empty for a new one.
    """

    path: Path
    gate: Gate

    @classmethod
    def opened(cls, path: Path, questions: Sequence[Question], *, new: bool, judged: bool) -> "GateFile":
        """The gate of a file, checked against the questions that it shall judge.

        Args:
            path: of the file.
            questions: of the set.
            new: whether it need not exist yet.
            judged: whether a language model judges the answers.

        Raises:
            QuestionSetError: it cannot be read, or names figures that a run of these questions cannot have.
        """
        if new and not path.exists():
            return cls(path, Gate({}))
        gate = load_gate(path)
        gate.check_names(figure_names(questions))
        gate.require_scored(scorable_figures(questions, judged=judged))
        return cls(path, gate)

    def updated(self, figures: Mapping[str, float | None], *, lower: bool) -> tuple["GateFile", list[FloorChange]]:
        """The gate with its floors moved to what a run reached, written; one that would fall stays unless ``lower``.

        Raises:
            QuestionSetError: the file cannot be written.
        """
        changes = [change for change in floor_changes(self.gate.limits, figures) if lower or not change.lowers]
        try:
            write_floors(self.path, changes)
        except OSError as error:
            raise QuestionSetError(f"The gate {self.path} cannot be written: {error.strerror}.") from error
        return GateFile(self.path, load_gate(self.path)), changes

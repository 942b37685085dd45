"""A stage's process, seen from outside: started, timed, and its result or its failure read."""

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from eval.bench.errors import BenchError
from eval.bench.measurement import Measurement


@dataclass(frozen=True, slots=True)
class StageProcess:
    """What stages of one side have in common.

    Attributes:
        side: "newschat" or "naive".
        archive: folder of its archive.
        corpus: folder of the articles.
        questions: file with a JSON list of questions.
    """

    side: str
    archive: Path
    corpus: Path
    questions: Path

    def run(self, stage: str) -> Measurement:
        """Run a stage in a fresh process and wait for it; an interruption ends the process too.

        Returns:
            What the stage printed, with ``wall_s``, the seconds from starting the process until its result was here.

        Raises:
            BenchError: it failed.
        """
        # -P: no module of the working folder is taken for one of ours
        command = [sys.executable, "-P", "-m", "eval.bench.stage", self.side, stage]
        command += ["--archive", str(self.archive), "--corpus", str(self.corpus), "--questions", str(self.questions)]
        with tempfile.TemporaryFile() as complaints:
            started = time.perf_counter()
            with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints, encoding="utf-8") as process:  # noqa: S603 - our own module
                try:
                    result, wall_s = _result_line(process, started)
                except BaseException:
                    process.kill()
                    raise
            if process.returncode or not result:
                raise BenchError(f"{self.side}, stage {stage}, failed: {_reason(complaints, process.returncode)}")
        values: Measurement = json.loads(result)
        return {"wall_s": wall_s, **values}


def _result_line(process: "subprocess.Popen[str]", started: float) -> tuple[str, float]:
    """The last line of a process' output that is a JSON object, and the seconds until it came; libraries print too."""
    assert process.stdout is not None
    line, seconds = "", 0.0
    for text in process.stdout:
        if text.startswith("{"):
            line, seconds = text, time.perf_counter() - started
    return line, seconds


def _reason(complaints: IO[bytes], code: int) -> str:
    """The last line of a process' stderr, else its exit code; a negative one is the signal that ended it."""
    complaints.seek(0)
    lines = complaints.read().decode("utf-8", "replace").split("\n")
    said = [line.strip() for line in lines if line.strip()]
    return said[-1] if said else f"it ended with exit code {code} and said nothing"

"""A bench: the stages of both sides, in order, over one synthetic corpus."""

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.bench.errors import BenchError
from eval.bench.machine import Machine
from eval.bench.measurement import Measurement, StageResult, rounded
from eval.bench.stage import SIDES, STAGES
from eval.bench.stage_process import StageProcess
from eval.bench.synthetic import SyntheticCorpus

QUESTIONS = 200
MORE_ARTICLES = 10
_REPEATED = {"cold_start": 3}
"""A stage of a few seconds, most of them imports, varies by a quarter; the middle one of several is taken."""

_TRIAL = 1_000
"""Below so many articles a bench only shows that it works, and nothing is repeated."""


@dataclass(frozen=True, slots=True)
class BenchResult:
    """What a bench found.

    Attributes:
        articles: in the corpus at first.
        machine: what it ran on.
        stages: by name, in the order they ran.
    """

    articles: int
    machine: Machine
    stages: Mapping[str, StageResult]

    def as_json(self) -> dict[str, object]:
        """The object of ``--json``."""
        stages = {name: stage.as_json() for name, stage in self.stages.items()}
        return {"articles": self.articles, "machine": self.machine.as_json(), "stages": stages}


class Bench:
    """Runs the stages.

    Args:
        corpus: where articles and questions come from.
        articles: how many.
        folder: an existing, empty folder for the corpus and both archives.
        naive: False leaves the quick start out.
        announce: told what is being done, in a few words.
    """

    def __init__(
        self, corpus: SyntheticCorpus, articles: int, folder: Path, *, naive: bool, announce: Callable[[str], None]
    ) -> None:
        self._corpus = corpus
        self._articles = articles
        self._folder = folder
        self._sides = SIDES if naive else SIDES[:1]
        self._announce = announce

    def run(self) -> dict[str, StageResult]:
        """All stages by name.

        Raises:
            BenchError: a stage failed, or did not index every article.
            OSError: the folder cannot be written.
        """
        self._announce(f"writing {self._articles:,} articles")
        self._corpus.write(self._folder / "corpus", range(self._articles))
        questions = self._corpus.questions(self._articles, QUESTIONS + 1)
        self._questions.write_text(json.dumps(questions, ensure_ascii=False), "utf-8")
        self._warm_up()
        return {stage: self._stage(stage) for stage in STAGES}

    @property
    def _questions(self) -> Path:
        return self._folder / "questions.json"

    def _warm_up(self) -> None:
        """Lets each side byte-compile and load its libraries once: else the first to run would pay for both."""
        folder = self._folder / "warm-up"
        self._corpus.write(folder / "corpus", range(MORE_ARTICLES))
        for side in self._sides:
            self._announce(f"{side}: warming up")
            StageProcess(side, folder / side, folder / "corpus", self._questions).run("index")
        shutil.rmtree(folder)

    def _stage(self, stage: str) -> StageResult:
        if stage == "reindex_10":
            self._corpus.write(self._folder / "corpus", range(self._articles, self._articles + MORE_ARTICLES))
        found = {side: self._measured(side, stage) for side in self._sides}
        return StageResult(found["newschat"], found.get("naive"))

    def _measured(self, side: str, stage: str) -> Measurement:
        archive = self._folder / side
        process = StageProcess(side, archive, self._folder / "corpus", self._questions)
        runs = []
        for _ in range(_REPEATED.get(stage, 1) if self._articles >= _TRIAL else 1):
            self._announce(f"{side}: {stage} of {self._articles:,} articles")
            runs.append(process.run(stage))
        run = sorted(runs, key=lambda one: one["wall_s"])[len(runs) // 2]
        return rounded({**run, **self._about_archive(side, stage, run)})

    def _about_archive(self, side: str, stage: str, run: Measurement) -> Measurement:
        """What an indexing stage left behind; refuses to compare sides that did not index the same articles."""
        if "articles" not in run:
            return {}
        wanted = self._articles + (MORE_ARTICLES if stage == "reindex_10" else 0)
        if run["articles"] != wanted:
            raise BenchError(f"{side}, stage {stage}, indexed {run['articles']:,.0f} of {wanted:,} articles")
        size = {"disk_bytes": sum(file.stat().st_size for file in (self._folder / side).rglob("*") if file.is_file())}
        return {**size, "articles_per_s": wanted / run["wall_s"]} if stage == "index" else size

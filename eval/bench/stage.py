"""One stage of one side, in the process that ``python -m eval.bench.stage SIDE STAGE …`` starts.

Prints one JSON object in the last line of stdout: ``cpu_s``, ``peak_rss_mb`` and what the stage itself found (see
``run_stage``). Exit code 1 and a last line on stderr when it failed.
"""

import argparse
import json
import os
import re
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from eval.bench.errors import BenchError
from eval.bench.pipeline import Pipeline, Retrieve, bench_settings
from eval.metrics.latency import latency_summary
from indexing.errors import NewschatError

SIDES: Final = ("newschat", "naive")
STAGES: Final = ("index", "reindex_none", "reindex_10", "cold_start", "query")

_BYTES_A_MB = 1_000_000


def run_stage(pipeline: Pipeline, stage: str, corpus: Path, questions: Sequence[str]) -> dict[str, float]:
    """Do a stage.

    Args:
        pipeline: the side.
        stage: one of STAGES.
        corpus: folder to index.
        questions: two or more; the first is asked unmeasured.

    Returns:
        Of an indexing stage ``articles`` and ``passages``; of ``query`` the percentiles in milliseconds, ``p50_ms`` and
        ``p95_ms``, and ``cpu_ms``, the mean processor time of a question; of ``cold_start`` nothing.

    Raises:
        NewschatError: it failed, or a question found nothing.
    """
    if stage not in ("cold_start", "query"):
        indexed = pipeline.index(corpus)
        return {"articles": indexed.articles, "passages": indexed.passages}
    with pipeline.opened() as retrieve:
        _milliseconds(retrieve, questions[0])
        if stage == "cold_start":
            return {}
        cpu_before = time.process_time()
        summary = latency_summary([_milliseconds(retrieve, question) for question in questions[1:]])
        cpu_ms = 1_000 * (time.process_time() - cpu_before) / (len(questions) - 1)
    return {"cpu_ms": cpu_ms, **{f"{name}_ms": value for name, value in summary.items()}}


def _milliseconds(retrieve: Retrieve, question: str) -> float:
    started = time.perf_counter()
    found = retrieve(question)
    taken = time.perf_counter() - started
    if not found:
        raise BenchError(f"the question {question!r} found nothing")
    return 1_000 * taken


def cpu_seconds() -> float:
    """User and system time of this process so far, its threads and finished children included."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def peak_rss_mb() -> float:
    """The most memory this process has held at once, in millions of bytes."""
    try:
        # On Linux ru_maxrss of a new process begins at the peak of the process that started it; VmHWM does not.
        status = Path("/proc/self/status").read_text("ascii", "replace")
    except OSError:
        status = ""
    if peak := re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE):
        return int(peak.group(1)) * 1024 / _BYTES_A_MB
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / _BYTES_A_MB


def _pipeline(side: str, archive: Path) -> Pipeline:
    # Each side's module is imported only for that side: the other's imports would count as its own.
    if side == "naive":
        from eval.bench.naive_pipeline import NaivePipeline

        return NaivePipeline(bench_settings(archive))
    from eval.bench.newschat_pipeline import NewschatPipeline

    return NewschatPipeline(bench_settings(archive))


def main() -> int:
    """Run the stage that the arguments name; 0 done, 1 failed."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.stage", description="One stage of one side of a bench.")
    parser.add_argument("side", choices=SIDES)
    parser.add_argument("stage", choices=STAGES)
    parser.add_argument("--archive", type=Path, required=True, help="folder of this side's archive")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of the articles")
    parser.add_argument("--questions", type=Path, required=True, help="JSON list of questions")
    options = parser.parse_args()
    try:
        questions = json.loads(options.questions.read_text("utf-8"))
        found = run_stage(_pipeline(options.side, options.archive), options.stage, options.corpus, questions)
    except NewschatError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write("\n" + json.dumps({"cpu_s": cpu_seconds(), "peak_rss_mb": peak_rss_mb(), **found}) + "\n")
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How good an embedding is, on the data that no training may touch.

Every measure is a share from 0 to 1, or Spearman's correlation; one whose data is missing is left out.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from indexing.embedding.training.held_out import KORSTS_SCORES, TRANSLATIONS, measured_questions
from indexing.embedding.training.questions import all_passages, sentences
from indexing.embedding.training.tables import rows
from indexing.embedding.training.units import Matrix

Encode = Callable[[Sequence[str]], Matrix]


def measure(parallel: Path, questions: Path, encode: Encode) -> dict[str, float]:
    """All measures for which the folders have data.

    Args:
        parallel: the folder of parallel sets.
        questions: the folder of TyDiQA-GoldP files.
        encode: texts -> unit vectors.

    Returns:
        ``tatoeba``, ``koen_news``, ``jhe``: accuracy@1 from English to Korean; ``korsts``: Spearman;
        ``tydiqa_{ko,en}_{whole,best,both}_hit@{1,10}``: dev questions over the passages of train and dev, a passage
        scored as a whole, by its best sentence, or by the sum of both.
    """
    found = {
        name: _translation(parallel / file, encode)
        for name, file in TRANSLATIONS.items()
        if (parallel / file).is_file()
    }
    if (parallel / KORSTS_SCORES).is_file():
        found["korsts"] = _korsts(parallel / KORSTS_SCORES, encode)
    found.update(_retrieval(questions, encode))
    return {name: round(value, 4) for name, value in found.items()}


def _translation(file: Path, encode: Encode) -> float:
    pairs = list(rows(file))
    korean, english = encode([row[0] for row in pairs]), encode([row[1] for row in pairs])
    return float(((english @ korean.T).argmax(axis=1) == np.arange(len(pairs))).mean())


def _korsts(file: Path, encode: Encode) -> float:
    from scipy.stats import spearmanr

    pairs = list(rows(file, 3))
    cosines = (encode([row[0] for row in pairs]) * encode([row[1] for row in pairs])).sum(axis=1)
    return float(spearmanr(cosines, [float(row[2]) for row in pairs]).statistic)


def _retrieval(folder: Path, encode: Encode) -> Iterator[tuple[str, float]]:
    asked = measured_questions(folder)
    if not asked:
        return
    passages = all_passages(folder)
    place = {passage: number for number, passage in enumerate(passages)}
    right = np.array([place[question.passage] for question in asked])
    parts = [sentences(passage) for passage in passages]
    starts = np.cumsum([0, *(len(some) for some in parts[:-1])])
    whole = encode(passages)
    single = encode([sentence for some in parts for sentence in some])
    translated = [question.english for question in asked if question.english]
    for language, texts in (("ko", [question.korean for question in asked]), ("en", translated)):
        if len(texts) < len(asked):
            continue  # a part of the questions would be another measure
        vectors = encode(texts)
        by_whole, by_best = vectors @ whole.T, np.maximum.reduceat(vectors @ single.T, starts, axis=1)
        for how, scores in (("whole", by_whole), ("best", by_best), ("both", by_whole + by_best)):
            rank = (scores > scores[np.arange(len(right)), right][:, None]).sum(axis=1)
            for k in (1, 10):
                yield f"tydiqa_{language}_{how}_hit@{k}", float((rank < k).mean())

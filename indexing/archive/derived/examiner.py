"""How the derived stores of an archive are: whole, or damaged in what way; and the seals that tell it."""

from __future__ import annotations

from collections.abc import Callable

from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.vector_cache import VectorCache
from indexing.archive.derived.generations import Generation, Generations
from indexing.archive.derived.verification import Verification, verify
from indexing.archive.seals.parts import Part
from indexing.errors import ArchiveDamagedError, ArchiveError
from indexing.progress import Count


class Examiner:
    """Examines the stores in use and seals what was written. Every call belongs within ``generations.exclusive``.

    Args:
        catalog: what the stores must hold, and where their seals are kept.
        generations: knows their files.
    """

    def __init__(self, catalog: Catalog, generations: Generations) -> None:
        self._catalog = catalog
        self._generations = generations

    def damage(self, part: Part, live: Generation) -> str | None:
        """What is wrong with a part, in words; None if nothing is."""
        return self._damage(part, live, lambda found: self._catalog.expected().difference(found))

    def seal(self, live: Generation, *, durable: bool = False) -> None:
        """Notes how the stores' files are. Cheap but for ``durable``, which waits for the disk.

        Raises:
            ArchiveError: a part was not written to the end, or the disk does not take it.
        """
        seals = self._generations.seals(live.names, {part: self._catalog.facts.seal(part) for part in Part})
        if durable:
            try:
                seals = {
                    part: seal.made_durable(self._generations.folder(part, live.names)) for part, seal in seals.items()
                }
            except OSError as error:
                raise ArchiveError(f"The archive cannot be written to the disk: {error}. Free some space.") from error
        self._catalog.facts.put_seals(seals)

    def verify(self, live: Generation, cache: VectorCache, progress: Count) -> Verification:
        """Compares every vector and keyword row with the catalog, and every file with what was written.

        Args:
            live: the stores.
            cache: of vectors.
            progress: called with the number of passages compared and to compare.

        Raises:
            ArchiveError: a part cannot be read.
        """
        # Which rows are missing is told by the comparison, as far as the parts can be opened.
        damage = {part: self._damage(part, live, lambda found: None) for part in Part}
        problems = [f"The {part.words}: {why}." for part, why in damage.items() if why]
        rotten = self._rotten(live)
        problems += [f"The file {name} is not what was written: the disk may be failing." for name in rotten]
        if problems:
            return Verification(self._catalog.passage_count(), tuple(problems))
        return verify(self._catalog, cache, live, progress)

    def _damage(self, part: Part, live: Generation, differ: Callable[[set[str]], str | None]) -> str | None:
        return self._generations.damage(part, live, self._catalog.facts.seal(part), differ)

    def _rotten(self, live: Generation) -> list[str]:
        seals = {part: self._catalog.facts.seal(part) for part in Part}
        return [
            f"{part}/{live.names[part]}/{name}"
            for part, seal in seals.items()
            if seal
            for name in seal.rot(self._generations.folder(part, live.names))
        ]


def damaged(part: Part, why: str) -> ArchiveDamagedError:
    """The error for a damaged part."""
    verb, them = ("are", "them") if part is Part.VECTORS else ("is", "it")
    return ArchiveDamagedError(
        f"The {part.words} of the archive {verb} damaged: {why}. Run: newschat index (it makes {them} anew from the "
        "catalog; no article is lost)"
    )

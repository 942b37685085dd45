"""What the catalog notes of the archive as a whole, under names: model, generations, seals, versions, revision."""

from collections.abc import Mapping

from indexing.archive.catalog.database import Database
from indexing.archive.seals.parts import Part
from indexing.archive.seals.seal import Seal

_FIRST_GENERATION = "1"


class Facts:
    """Named facts about an archive.

    Args:
        database: the catalog's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, **facts: str) -> None:
        """Notes facts about the archive as a whole."""
        self._database.write("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", facts.items())

    def get(self, name: str) -> str | None:
        """A fact noted by ``note``, None if it never was."""
        found: str | None = self._database.value("SELECT value FROM meta WHERE name = ?", (name,))
        return found

    def generation_names(self) -> dict[Part, str]:
        """The generation of each derived store that is in use."""
        return {part: self.get(f"{part}_generation") or self.get("generation") or _FIRST_GENERATION for part in Part}

    def use(self, names: Mapping[Part, str]) -> None:
        """Notes which generations are in use from now on."""
        self.note(**{f"{part}_generation": name for part, name in names.items()})

    def seal(self, part: Part) -> Seal | None:
        """How a store's files were when they last agreed with the catalog, None if they never did."""
        text = self.get(f"{part}_seal")
        return Seal.from_json(text) if text else None

    def put_seals(self, seals: Mapping[Part, Seal]) -> None:
        """Notes how the stores' files are."""
        self.note(**{f"{part}_seal": seal.to_json() for part, seal in seals.items()})

    def revision(self) -> int:
        """Grows whenever readers should look anew."""
        return int(self.get("revision") or 0)

    def turn_revision(self) -> None:
        """Tells readers to look anew."""
        self.note(revision=str(self.revision() + 1))

    def part_version(self, part: Part) -> str | None:
        """By which version of a store's layout, terms or graph it was made."""
        return self.get(f"{part}_version")

    def made_by(self, versions: Mapping[Part, str]) -> None:
        """Notes by which versions stores were made."""
        self.note(**{f"{part}_version": version for part, version in versions.items()})

"""Whether an archive's parts agree, in words."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the three parts agree.

    Attributes:
        passages: in the catalog, fully indexed.
        vectors: in Chroma; None where they are damaged.
        keywords: in the keyword index; None where it is damaged.
        unsettled: passages whose change was interrupted; the next index run finishes it.
        damage: what is wrong with a part, by its name.
    """

    passages: int
    vectors: int | None
    keywords: int | None
    unsettled: int
    damage: Mapping[str, str]

    @property
    def sound(self) -> bool:
        """True when nothing is missing or left over."""
        return self.passages == self.vectors == self.keywords and not self.unsettled and not self.damage

    def __str__(self) -> str:
        if self.sound:
            return "sound"
        if self.damage:
            parts = "; ".join(f"{part}: {why}" for part, why in self.damage.items())
            return f"damaged ({parts}); no article is lost; run: newschat index"
        if self.unsettled:
            return f"an index run was interrupted ({self.unsettled} passages unfinished); run: newschat index"
        return (
            f"damaged ({self.passages} passages, {self.vectors} vectors, {self.keywords} in the keyword index); "
            "run: newschat index --rebuild"
        )

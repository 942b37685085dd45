"""Groups of articles that belong together, kept up to date as articles come and go: connected components of a relation.

Whatever the order in which articles come, and whatever came and went in between, the groups are those that comparing
all articles at once would give.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Regrouping:
    """How groups change.

    Attributes:
        dissolved: labels of groups that exist no longer; a group's label is its smallest article id.
        groups: what belongs together now, two or more each: ids of articles and labels of groups that are taken in
            whole.
    """

    dissolved: frozenset[str]
    groups: tuple[frozenset[str], ...]

    @property
    def merged(self) -> int:
        """By how many the groups became fewer, counting each article that stood alone as a group."""
        return sum(len(group) - 1 for group in self.groups)


def regrouped(
    seeds: Iterable[str],
    neighbours: Callable[[str], Iterable[str]],
    related: Callable[[str, str], bool],
    labels: Callable[[Collection[str]], Mapping[str, str]],
) -> tuple[frozenset[str], ...]:
    """Groups articles anew.

    Args:
        seeds: articles that are new, changed, or were in a group with one that changed or is gone.
        neighbours: the articles that may be related to a seed, none of them changed or gone; asked for every seed.
        related: whether two articles belong together; symmetric. Asked only of neighbours that are not together yet,
            so a thousand equal articles are a thousand comparisons, not half a million.
        labels: the label of the group that each article is in, where it is in any that stays.

    Returns:
        ``Regrouping.groups``.
    """
    forest = _Forest()
    seeds = sorted(seeds)
    own = set(seeds)
    for seed in seeds:
        near = [article_id for article_id in neighbours(seed) if article_id != seed]
        label_of = labels([article_id for article_id in near if article_id not in own])
        for article_id in near:
            node = label_of.get(article_id, article_id)
            if forest.root(seed) != forest.root(node) and related(seed, article_id):
                forest.join(seed, node)
    return forest.trees()


class _Forest:
    """Disjoint sets; SciPy has them too, but its module takes more than a second to import."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, node: str) -> str:
        while (above := self._above.setdefault(node, node)) != node:
            self._above[node] = self._above[above]
            node = above
        return node

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._above[second] = first

    def trees(self) -> tuple[frozenset[str], ...]:
        found: dict[str, set[str]] = {}
        for node in list(self._above):
            found.setdefault(self.root(node), set()).add(node)
        return tuple(frozenset(tree) for tree in found.values() if len(tree) > 1)

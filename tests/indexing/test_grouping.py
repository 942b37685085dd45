from collections.abc import Collection, Mapping
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from indexing.grouping import Regrouping, regrouped

NODES = "abcdefgh"
EDGES = st.sets(st.sampled_from([frozenset(pair) for pair in combinations(NODES, 2)]))
STEPS = st.lists(st.tuples(st.sets(st.sampled_from(NODES)), st.sets(st.sampled_from(NODES))), max_size=6)


class Kept:
    """Groups kept up to date step by step."""

    def __init__(self, edges: set[frozenset[str]]) -> None:
        self.edges = edges
        self.present: set[str] = set()
        self.label: dict[str, str] = {}
        self.asked: list[frozenset[str]] = []

    def change(self, arrivals: set[str], departures: set[str]) -> Regrouping:
        touched = arrivals | departures
        dissolved = frozenset(self.label[node] for node in touched if node in self.label)
        loosened = {node for node, label in self.label.items() if label in dissolved} - touched
        self.present = (self.present | arrivals) - (departures - arrivals)
        self.label = {node: label for node, label in self.label.items() if label not in dissolved}
        groups = regrouped(arrivals | loosened, self._neighbours, self._related, self._labels)
        for group in groups:
            members = group | {node for node, label in self.label.items() if label in group}
            self.label.update(dict.fromkeys(members, min(members)))
        return Regrouping(dissolved, groups)

    def groups(self) -> set[frozenset[str]]:
        return {frozenset(node for node in self.label if self.label[node] == label) for label in self.label.values()}

    def _neighbours(self, seed: str) -> list[str]:
        return sorted(self.present)

    def _related(self, one: str, other: str) -> bool:
        self.asked.append(frozenset((one, other)))
        return frozenset((one, other)) in self.edges

    def _labels(self, nodes: Collection[str]) -> Mapping[str, str]:
        return {node: self.label[node] for node in nodes if node in self.label}


def components(nodes: set[str], edges: set[frozenset[str]]) -> set[frozenset[str]]:
    found = [{node} for node in nodes]
    for edge in edges:
        if edge <= nodes:
            joined = [group for group in found if group & edge]
            found = [group for group in found if not group & edge] + [set().union(*joined)]
    return {frozenset(group) for group in found if len(group) > 1}


@given(edges=EDGES, steps=STEPS)
def test_groups_are_the_connected_components_whatever_came_and_went(
    edges: set[frozenset[str]], steps: list[tuple[set[str], set[str]]]
) -> None:
    kept = Kept(edges)
    for arrivals, departures in steps:
        before = sum(len(group) - 1 for group in kept.groups())
        changed = kept.change(arrivals, departures)

        assert kept.groups() == components(kept.present, edges)
        assert all(kept.label[node] == min(group) for group in kept.groups() for node in group)
        assert sum(len(group) - 1 for group in kept.groups()) <= before + changed.merged


def test_what_is_together_already_is_not_compared_again() -> None:
    kept = Kept({frozenset(pair) for pair in combinations(NODES, 2)})
    kept.change(set(NODES[:-1]), set())
    kept.asked.clear()

    kept.change({NODES[-1]}, set())

    assert len(kept.asked) == 1
    assert kept.groups() == {frozenset(NODES)}

"""Marked matters → how every pair of marked claims stands, and the units that a reader would ask for.

A unit is one kind of relation between two claimants on one question: found where any of their claims are so joined.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from bench.contested.records import Event, Matter

AGAINST = frozenset({"contradicts", "denies"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One relation asked for; `pairs` are marked claims, any of which may carry it."""

    kind: str
    question: str
    pairs: frozenset[frozenset[str]]


def units(event: Event) -> tuple[Unit, ...]:
    """Everything that should be found, in a stable order."""
    by = {mark.id: mark.by or "" for mark in event.marks}
    asked: dict[tuple[str, str, frozenset[str]], set[frozenset[str]]] = defaultdict(set)
    for matter in event.matters:
        for kind, left, right in _pairs(matter, by):
            asked[kind, matter.ask, frozenset((by[left], by[right]))].add(frozenset((left, right)))
    found = [Unit(kind, ask, frozenset(pairs)) for (kind, ask, _), pairs in asked.items()]
    found += [Unit("denies", f"{a} denies {b}", frozenset({frozenset((a, b))})) for a, b in event.denies]
    found += [Unit("corroborates", f"{a} confirms {b}", frozenset({frozenset((a, b))})) for a, b in event.confirms]
    return tuple(found)


def kinds(event: Event) -> dict[frozenset[str], frozenset[str]]:
    """Pair of marked claims → the kinds of relation that are right between them."""
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for unit in units(event):
        for pair in unit.pairs:
            found[pair] |= AGAINST if unit.kind in AGAINST else {unit.kind}
    return {pair: frozenset(names) for pair, names in found.items()}


def _pairs(matter: Matter, by: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for _, ids in matter.answers:
        for a, b in combinations(ids, 2):
            yield "repeats" if by[a] == by[b] else "corroborates", a, b
    for (one, left), (other, right) in combinations(matter.answers, 2):
        if frozenset((one, other)) not in matter.together:
            for a, b in product(left, right):
                yield "revises" if by[a] == by[b] else "contradicts", a, b

"""Counts → the figures that floors hold and people read."""

from collections.abc import Iterator

from bench.contested.scoring import Counts
from bench.figures import Figure


def figures(group: str, counts: Counts) -> Iterator[Figure]:
    """The figures of one part of the benchmark, in the guide's order."""
    yield Figure(group, "claims", share(counts.found, counts.marked))
    yield Figure(group, "extra", share(counts.extra, counts.marked))
    yield Figure(group, "relays", share(counts.relays_right, counts.found))
    yield Figure(group, "propositions_precision", share(counts.typed_right, counts.typed_exported))
    yield Figure(group, "propositions_recall", share(counts.typed_right, counts.typed))
    yield Figure(group, "propositions_f1", f1(counts.typed_right, counts.typed_exported, counts.typed))
    yield Figure(group, "relations_precision", share(counts.relations_right, counts.relations))
    yield Figure(group, "relations_recall", share(counts.units_found, counts.units))
    yield Figure(group, "against_precision", share(counts.against_right, counts.against))
    yield Figure(group, "origins_f1", f1(counts.origin_right, counts.origin_exported, counts.origin_pairs))


def share(part: int, whole: int) -> float:
    """A share; 1 where nothing was asked."""
    return part / whole if whole else 1.0


def f1(right: int, exported: int, marked: int) -> float:
    """Harmonic mean of precision and recall; 1 where nothing was asked and nothing given."""
    return 2 * right / (exported + marked) if exported + marked else 1.0

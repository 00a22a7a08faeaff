"""Which exported claim stands for which marked one.

Two ways, for two uses: one to one, best overlap first (what was found); and every exported claim with the words of a
mark in the same mouth (what a relation between exported claims speaks of), since how finely to cut is a matter of
taste.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bench.contested.records import Mark
from bench.marked import telling

Row = Mapping[str, Any]
ENOUGH, COVERED = 0.5, 0.9


@dataclass(frozen=True, slots=True)
class Pairs:
    """`found`: mark id → the exported claim paired with it. `stands`: exported id → the marks it holds or lies in."""

    found: dict[str, Row]
    stands: dict[str, frozenset[str]]
    extra: tuple[Row, ...]


def paired(marks: Iterable[Mark], exported: Iterable[Row]) -> Pairs:
    """Pair one event's marks with its exported claims."""
    by_document: dict[str, list[Row]] = defaultdict(list)
    for claim in exported:
        by_document[claim["document"]].append(claim)
    scored: list[tuple[float, str, str, Row]] = []
    stands: dict[str, set[str]] = defaultdict(set)
    for mark in marks:
        for claim in by_document[mark.document]:
            if not one_mouth(mark, claim):
                continue
            overlap, inside = overlaps(mark, claim)
            if overlap >= ENOUGH:
                scored.append((-overlap, mark.id, claim["id"], claim))
            if overlap >= ENOUGH or inside >= COVERED:
                stands[claim["id"]].add(mark.id)
    found: dict[str, Row] = {}
    used: set[str] = set()
    for _, mark_id, claim_id, claim in sorted(scored, key=lambda row: row[:3]):
        if mark_id not in found and claim_id not in used:
            found[mark_id] = claim
            used.add(claim_id)
    everything = [claim for claims in by_document.values() for claim in claims]
    extra = tuple(row for row in everything if row["id"] not in stands and row["quotation"] != "narration")
    return Pairs(found, {name: frozenset(ids) for name, ids in stands.items()}, extra)


def one_mouth(mark: Mark, claim: Row) -> bool:
    """Do both stand in one part of one report, by one claimant, or both by none?"""
    if mark.part != (claim.get("part") or "text") or (mark.by is None) != (claim["quotation"] == "narration"):
        return False
    return mark.by is None or same(mark.by, claim["claimant"])


def same(marked: object, exported: object) -> bool:
    """Do the marked name and any of the exported ones share all the telling words of the shorter?"""
    names = [exported]
    if isinstance(exported, dict):
        names = [exported.get("name"), exported.get("surface"), *exported.get("names", ())]
    left = telling(marked)
    return any(left and right and (left <= right or right <= left) for right in map(telling, names))


def overlaps(mark: Mark, claim: Row) -> tuple[float, float]:
    """F1 of the characters, and the share of the shorter one that lies in the other."""
    left, right = _characters(mark.spans), _characters(claim["content_spans"])
    both = len(left & right)
    if not both:
        return 0.0, 0.0
    return 2 * both / (len(left) + len(right)), both / min(len(left), len(right))


def _characters(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {position for start, end in spans for position in range(start, end)}

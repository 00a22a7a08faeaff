"""How two positions stand to each other, by what they say; their days are judged by whoever asks.

Enter two positions of any claimants; leaves the pack's `Comparison`, or None where they are not on one matter.
"""

from collections.abc import Mapping
from dataclasses import replace

from counterclaim.frames import Comparison, ComparisonKind, compare
from counterclaim.model import Entity, Proposition
from counterclaim.relate.positions import STATES, Position, world


def judge(a: Position, b: Position, entities: Mapping[str, Entity]) -> Comparison | None:
    """What the pack says of the two. What is foretold is not held against what is so."""
    if a.ahead != b.ahead:
        return None
    return compare(_undated(a.proposition), _undated(b.proposition), world(entities, a.claim, b.claim))


def conflict(a: Position, b: Position, entities: Mapping[str, Entity]) -> bool:
    """Can the two not both be?"""
    found = judge(a, b, entities)
    return found is not None and found.kind is ComparisonKind.CONFLICTS


def _undated(said: Proposition) -> Proposition:
    """A state without its time, which `Position` has: a town taken on one day is spoken of as taken on the next."""
    return replace(said, when=None) if said.when and said.frame in STATES else said

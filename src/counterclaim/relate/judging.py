"""How two positions stand to each other: time, place and what is said, taken together.

Enter two positions of any claimants; leaves a `Comparison`, or None where they are not on one matter at one time.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from counterclaim.frames.comparison import Comparison, ComparisonKind
from counterclaim.frames.pack import compare
from counterclaim.model import Entity, Proposition
from counterclaim.relate.positions import STATES, Position, context


def against(a: Position, b: Position, entities: Mapping[str, Entity]) -> Comparison | None:
    """The comparison if the two cannot both be, whatever their days; else None."""
    found = compare_said(a, b, entities)
    return found if found is not None and found.kind is ComparisonKind.CONFLICTS else None


def compare_said(a: Position, b: Position, entities: Mapping[str, Entity]) -> Comparison | None:
    """What the pack says of the two propositions. Days of states are judged by `may_meet` and not by the pack."""
    return compare(_stateless(a.proposition), _stateless(b.proposition), context(entities, a.claim, b.claim))


def may_meet(a: Position, b: Position, apart: timedelta) -> bool:
    """Can the two be on one time, give or take `apart`? What has no known day meets everything; claims of one article do."""
    if a.claim.article == b.claim.article:
        return True
    return _reaches(a, b, apart) and _reaches(b, a, apart)


def _reaches(a: Position, b: Position, apart: timedelta) -> bool:
    return a.first is None or b.last is None or a.first <= b.last + apart


def _stateless(said: Proposition) -> Proposition:
    """A state's proposition without its time: a town taken on one day is spoken of as taken on the next."""
    return replace(said, when=None) if said.frame in STATES else said

"""Counts whose place is not in their own words: "27 died in the flood", put by the report at the town it wrote from.

Enter two positions of one claimant; leave them, such a count moved to the place of the other where one lies in the
other: a body's running count is one, whichever of the two names a report has put to it.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from counterclaim.model import Argument, Entity, Ref
from counterclaim.relate.positions import Position

_WORD = re.compile(r"\w{4,}")


def is_unspoken(position: Position) -> bool:
    """Is it a count whose place none of its own words names?"""
    place = position.proposition.ref("place")
    if position.kind.timing.days or place is None:
        return False
    named = set(_WORD.findall(f"{place.name} {place.surface}".casefold()))
    return named.isdisjoint(_WORD.findall(position.claim.content.casefold()))


def at_one_place(later: Position, earlier: Position, entities: Mapping[str, Entity]) -> tuple[Position, Position]:
    """Both, at the wider place, where no words name the narrower one and the count has grown; else as they are."""
    here, there = later.proposition.ref("place"), earlier.proposition.ref("place")
    if here is None or there is None or not 0 < _least(earlier) < _least(later):
        return later, earlier
    if _within(here, there, entities) and is_unspoken(later):
        return _moved(later, there), earlier
    return (
        (later, _moved(earlier, here)) if _within(there, here, entities) and is_unspoken(earlier) else (later, earlier)
    )


def _least(position: Position) -> int:
    least = position.proposition.get("min")
    return least if isinstance(least, int) else 0


def _within(inner: Ref, outer: Ref, entities: Mapping[str, Entity]) -> bool:
    entity = entities.get(inner.entity or "")
    return entity is not None and outer.entity in entity.within


def _moved(position: Position, place: Ref) -> Position:
    said = position.proposition
    arguments = (Argument("place", place) if each.role == "place" else each for each in said.arguments)
    return replace(position, proposition=replace(said, arguments=tuple(arguments)))

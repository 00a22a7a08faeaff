"""Counts of two incidents: twelve dead at the bakery, and two days later "40 dead in a camp".

Enter two positions with a quantity; leaves whether the words of the one bring up a spot of which the other does not
speak. "In a camp" tells of it for the first time; "in the camp" may be where all of it happened.
"""

import re

from counterclaim.frames.wordlists import listed
from counterclaim.relate.positions import Position

_SPOTS = listed("counterclaim.relate", "words.toml", "counts.spots")
_ANY_SPOT = "|".join(sorted(_SPOTS, key=lambda word: (-len(word), word)))
_BRINGS_UP = re.compile(
    rf"\b(?:in|at|near|inside|outside|on|into|hit|struck|of) (?:an?|another|one) (?:[\w-]+ ){{0,2}}?({_ANY_SPOT})\b"
)
_NAMED = re.compile(rf"\b({_ANY_SPOT})s?\b")


def of_two_incidents(a: Position, b: Position) -> bool:
    """Does either count speak of a spot that is new to the report, and the other, elsewhere, of none or of another?"""
    if any(position.proposition.get("quantity") is None for position in (a, b)):
        return False
    if a.claim.article == b.claim.article:
        return _apart(a, b)
    return _is_new(a, b) or _is_new(b, a) or _apart(a, b)


def _is_new(one: Position, other: Position) -> bool:
    brought_up = set(_BRINGS_UP.findall(one.claim.content.casefold()))
    return bool(brought_up) and brought_up.isdisjoint(_spots(other))


def _apart(a: Position, b: Position) -> bool:
    """The market and the bakery: of each only one is told."""
    return bool(_spots(a)) and bool(_spots(b)) and _spots(a).isdisjoint(_spots(b))


def _spots(position: Position) -> set[str]:
    return set(_NAMED.findall(position.claim.content.casefold()))

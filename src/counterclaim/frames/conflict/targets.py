"""Do two attacks hit two things? One town is struck twice in a week, at its depot and at its bridge.

Enter two propositions; leaves whether the words name two targets. A word that may stand for anything there ("the
building", "civilians", the town itself) tells none apart.
"""

import re

from counterclaim.frames.likeness import name, target_of
from counterclaim.frames.wordlists import listed
from counterclaim.model import Proposition

_ANYTHING = frozenset().union(
    *(listed("counterclaim.frames.conflict", "targets.toml", kind) for kind in ("any", "people"))
)
_UNNAMED = listed("counterclaim.frames.conflict", "targets.toml", "unnamed")
_LITTLE = listed("counterclaim.frames.conflict", "targets.toml", "little")
_SAME = dict.fromkeys(listed("counterclaim.frames.conflict", "targets.toml", "aircraft"), "aircraft")
_WORD = re.compile(r"\w+")


def targets_apart(a: Proposition, b: Proposition) -> bool:
    """Do both name what was hit, in words of which they share none?"""
    left, right = _words(target_of(a)), _words(target_of(b))
    if not left or not right or (left | right) & _ANYTHING:
        return False
    places = _words(name(a.get("place"))) | _words(name(b.get("place")))
    return left.isdisjoint(right) and places.isdisjoint(left | right)


def same_target(a: Proposition, b: Proposition) -> bool:
    """Do both name what was hit, in words that tell it from other things there, and share them?"""
    left, right = _words(target_of(a)), _words(target_of(b))
    places = _words(name(a.get("place"))) | _words(name(b.get("place")))
    shared = left & right
    return bool(shared) and not shared & _ANYTHING and shared.isdisjoint(places)


def other_things(a: Proposition, b: Proposition) -> bool:
    """Is one said to have hit a thing that is named, and the other "targets" that have no name?"""
    left, right = _words(name(a.get("target"))), _words(name(b.get("target")))
    if not left or not right or left & right:
        return False
    return bool(left & _UNNAMED) is not bool(right & _UNNAMED)


def _words(text: str | None) -> frozenset[str]:
    found = (_singular(word) for word in _WORD.findall((text or "").casefold()))
    return frozenset(_SAME.get(word, word) for word in found if word not in _LITTLE)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("flies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word

"""CED-1K: was each claim found, in the right mouth, and cut as it is marked?

Enter one article's marked and exported claims; leaves a verdict on each marked claim, each exported claim that
nothing marked stands behind, and what the confidences were worth.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bench.errors.calibration import Judged
from bench.errors.records import Read, Said
from bench.errors.scoring import Rules

PRONOUNS = frozenset(
    {"he", "she", "they", "it", "i", "we", "who", "which", "that", "one", "this", "him", "her", "them"}
)


class Fate(StrEnum):
    """What became of a marked claim."""

    RIGHT = "right words, right mouth"
    PRONOUN = "right words, wrong mouth: a pronoun led astray"
    OUTLET = "right words, wrong mouth: the outlet"
    UNNAMED = "right words, wrong mouth: a group or source without a name"
    PERSON = "right words, wrong mouth: another person"
    BODY = "right words, wrong mouth: a body or state"
    LONG = "content too long"
    SHORT = "content too short"
    SPLIT = "split in several"
    JOINED = "joined with another claim"
    THOUGHT = "kept as a thought"
    NARRATION = "kept as the outlet's own voice"
    MISSED = "missed altogether"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A marked claim and what became of it. `form` is direct, mixed, indirect or headline."""

    fate: Fate
    form: str


@dataclass(frozen=True, slots=True)
class Extra:
    """An exported claim that no marked one stands behind. `piece`: it holds words of a marked claim all the same."""

    claim: Read
    piece: bool


@dataclass(frozen=True, slots=True)
class Mouths:
    """All that one article, or several, gave."""

    verdicts: tuple[Verdict, ...] = ()
    extras: tuple[Extra, ...] = ()
    judged: tuple[Judged, ...] = ()

    def __add__(self, other: "Mouths") -> "Mouths":
        return Mouths(self.verdicts + other.verdicts, self.extras + other.extras, self.judged + other.judged)


def compared(marked: Sequence[Said], lines: Sequence[Read], rules: Rules) -> Mouths:
    """One article. Narration and thoughts are no claims, but a marked claim may have been kept as one."""
    spoken = [line for line in lines if line.quotation != "narration"]
    rest = [line for line in lines if line.quotation == "narration"]
    right = rules.pair(marked, spoken, rules.claim)
    fates = {i: Fate.RIGHT for i, _ in right}
    used = {j for _, j in right}
    left = [i for i in range(len(marked)) if i not in fates]
    free = [j for j in range(len(spoken)) if j not in used]
    for a, b in rules.pair([marked[i] for i in left], [spoken[j] for j in free], rules.words):
        fates[left[a]] = mouth_of(spoken[free[b]])
        used.add(free[b])
    unused = [spoken[j] for j in range(len(spoken)) if j not in used]
    for i in left:
        if i not in fates:
            fates[i] = _cut(marked[i], marked, spoken, unused) or _kept(marked[i], rest, rules)
    return Mouths(
        tuple(Verdict(fates[i], "headline" if one.headline else one.quotation) for i, one in enumerate(marked)),
        tuple(Extra(line, any(touch(one.words, line.words) for one in marked)) for line in unused),
        tuple(Judged(line.confidence, j in {b for _, b in right}) for j, line in enumerate(spoken)),
    )


def mouth_of(found: Read) -> Fate:
    """What kind of wrong mouth a claim was given to."""
    if found.surface.lower() in PRONOUNS:
        return Fate.PRONOUN
    if found.name and found.outlet and found.name.casefold() in found.outlet.casefold():
        return Fate.OUTLET
    if found.kind == "group" or found.kind is None:
        return Fate.UNNAMED
    return Fate.PERSON if found.kind == "person" else Fate.BODY


def _cut(one: Said, marked: Sequence[Said], spoken: Sequence[Read], unused: Sequence[Read]) -> Fate | None:
    """How its words were cut, where exported claims hold some of them."""
    size = len(_words(one.words))
    touching = [line for line in spoken if touch(one.words, line.words)]
    if not touching:
        return None
    if sum(len(_words(line.words)) < size for line in touching if line in unused) > 1:
        return Fate.SPLIT
    longer = [line for line in touching if len(_words(line.words)) > size]
    if any(touch(other.words, line.words) for line in longer for other in marked if other is not one):
        return Fate.JOINED
    return Fate.LONG if longer else Fate.SHORT


def _kept(one: Said, rest: Sequence[Read], rules: Rules) -> Fate:
    """Narration or thought that holds the words; else they were not read at all."""
    best = max(rest, key=lambda line: rules.words(one, line), default=None)
    if best is None or not rules.words(one, best):
        return Fate.MISSED
    return Fate.NARRATION if best.speech else Fate.THOUGHT


def touch(a: str, b: str) -> bool:
    """Do two texts share half of the shorter one's pairs of neighbouring words?"""
    left, right = _neighbours(a), _neighbours(b)
    shared = len(left & right)
    return shared > 0 and 2 * shared >= min(len(left), len(right))


def _neighbours(text: str) -> set[tuple[str, str]]:
    return set(pairwise(_words(text)))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())

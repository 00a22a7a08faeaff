"""The positions on one question → its sides. Answers that can both be and say the same are on one side.

Enter positions that answer one question, and the pairs of answers that conflict in it; leave sides, each a phrase and
its positions. Answers that conflict never come to stand on one side; an answer that goes with two sides stays with
the first that it met; one that nobody contradicts and that agrees with no side is left out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from counterclaim.frames import ComparisonKind, kind_of
from counterclaim.model import Entity
from counterclaim.relate.judging import judge
from counterclaim.relate.positions import Position
from counterclaim.relate.questions import answer

_ANSWERS_SHOWN = 3
_ANSWERS_COMPARED = 60  # the most given ones; more of them are spellings and figures that hardly anyone repeats

Judge = Callable[[Sequence[Position], Sequence[Position]], ComparisonKind | None]


def divide(
    found: Iterable[Position], against: Iterable[tuple[str, str]], frame: str, entities: Mapping[str, Entity]
) -> list[tuple[str, list[Position]]]:
    """(phrase, positions) for each side, the most given first; fewer than two sides where nobody disagrees."""
    given: dict[str, list[Position]] = defaultdict(list)
    for position in found:
        given[answer(position)].append(position)
    judged = partial(_kind, frame, entities)
    opposed = {frozenset(pair) for pair in against if pair[0] != pair[1]}
    named = {words for pair in opposed for words in pair}
    most = sorted(given, key=lambda words: (words not in named, -len(given[words]), words))[:_ANSWERS_COMPARED]
    sides: list[list[str]] = []
    for words in most:
        home = next((side for side in sides if _belongs(words, side, given, opposed, judged)), None)
        if home is not None:
            home.append(words)
        elif words in named:
            sides.append([words])
    taken: set[str] = set()
    divided = []
    for side in sides:
        positions = [p for words in side for p in given[words] if p.claim.id not in taken]
        taken |= {position.claim.id for position in positions}
        shown = sorted(side, key=lambda words: given[words][0].proposition.frame != frame)[:_ANSWERS_SHOWN]
        divided += [("; ".join(shown), positions)] if positions else []
    return sorted(divided, key=lambda side: (-len(side[1]), side[0]))


def _belongs(
    words: str,
    side: Sequence[str],
    given: Mapping[str, Sequence[Position]],
    opposed: set[frozenset[str]],
    judged: Judge,
) -> bool:
    """Is the answer against none of the side's, and does it say the same as one of them?"""
    agrees = False
    for other in side:
        if frozenset((words, other)) in opposed:
            return False
        kind = judged(given[words], given[other])
        if kind is ComparisonKind.CONFLICTS:
            return False
        agrees |= kind is ComparisonKind.AGREES
    return agrees


def _kind(
    frame: str, entities: Mapping[str, Entity], ones: Sequence[Position], others: Sequence[Position]
) -> ComparisonKind | None:
    """How two answers stand. The culprits that one claimant names ("their army", "their saboteurs") are one answer."""
    if kind_of(frame).several and {p.claimant for p in ones} & {p.claimant for p in others}:
        return ComparisonKind.AGREES
    if ones[0].proposition.frame != others[0].proposition.frame and _given_together(ones, others):
        return ComparisonKind.AGREES
    beside = ones[0].kind.beside
    if beside is not None and beside(ones[0].proposition, others[0].proposition):
        return None
    found = judge(ones[0], others[0], entities)
    return found.kind if found else None


def _given_together(ones: Sequence[Position], others: Sequence[Position]) -> bool:
    """Does one claim give both ("we hold a part, and it goes on")?"""
    return not {position.claim.id for position in ones}.isdisjoint(position.claim.id for position in others)

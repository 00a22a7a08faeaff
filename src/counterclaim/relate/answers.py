"""Denials and confirmations by name: "X denied Y's claim", "a view shared by Y".

Enter claims; leave each answering claim with the claims of its article that it may answer. The words name who is
answered; which claim of theirs is likely meant is the one whose words the answer holds, else the last one before it,
else the next.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from counterclaim.model import Claim
from counterclaim.relate.positions import order, party


def answered(claims: Iterable[Claim]) -> Iterator[tuple[Claim, list[Claim]]]:
    """(answer, the claims that it may answer, likeliest first) for every claim that names whose claim it answers."""
    said: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    answers = []
    for claim in sorted(claims, key=order):
        if claim.voiced:
            said[claim.article, party(claim.claimant)].append(claim)
            answers += [claim] if claim.answers is not None else []
    for answer in answers:
        whose = party(answer.answers)
        others = said.get((answer.article, whose), ()) if whose != party(answer.claimant) else ()
        if others:
            yield answer, sorted(others, key=partial(_distance, answer))


def nested(a: Claim, b: Claim) -> bool:
    """Do the two share words of one report? Then one is told inside the other, or the words were cut in two ways."""
    if a.article != b.article or a.part is not b.part:
        return False
    return any(mine.overlaps(theirs) for mine in a.content_spans for theirs in b.content_spans)


def _distance(answer: Claim, other: Claim) -> tuple[int, int]:
    if answer.part is not other.part or not answer.content_spans or not other.content_spans:
        return (3, 0)
    if nested(answer, other):
        return (0, 0)
    behind = answer.content_spans[0].start - other.content_spans[0].start
    return (1, behind) if behind > 0 else (2, -behind)

"""Denials and confirmations by name: "X denied Y's claim", "a view shared by Y".

Enter claims and the origin of each article; leave each answering claim with the claims that it may answer. The words
name who is answered; which claim of theirs is likely meant is the one whose words the answer holds, else the last one
before it, else the next. It may also answer the likest of theirs in another report of those days, if the two
share enough words or a number; where its own report carries none of theirs, one word does in the same dispatch.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from counterclaim.model import Claim, Stance
from counterclaim.relate.copying import content_words
from counterclaim.relate.positions import day_of, order, party

SHARED_ELSEWHERE = 3  # content words in common with a claim of another report; a number and a word are enough
ANSWERED_WITHIN = 7  # days
_THEIRS_MET = 200


def answered(
    claims: Iterable[Claim], origins: Mapping[str, str] = MappingProxyType({})
) -> Iterator[tuple[Claim, list[Claim]]]:
    """(answer, the claims that it may answer, likeliest first) for every claim that names whose claim it answers."""
    said: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    everywhere: dict[str, list[Claim]] = defaultdict(list)
    answers = []
    for claim in sorted(claims, key=order):
        if claim.voiced:
            said[claim.article, party(claim.claimant)].append(claim)
            everywhere[party(claim.claimant)].append(claim)
            answers += [claim] if claim.answers is not None else []
    for answer in answers:
        whose = party(answer.answers)
        if whose != party(answer.claimant):
            told = (claim for claim in said.get((answer.article, whose), ()) if not _only_demands(answer, claim))
            here = sorted(told, key=partial(_distance, answer))
            if here:
                yield answer, here
            elsewhere = _elsewhere(answer, everywhere.get(whose, ()), origins, also=bool(here))
            if elsewhere:
                yield answer, elsewhere


def _only_demands(answer: Claim, meant: Claim) -> bool:
    """Who denies a charge does not deny what the other side asks for besides."""
    return answer.stance is Stance.DENIES and meant.stance is Stance.URGES


def _elsewhere(answer: Claim, theirs: Sequence[Claim], origins: Mapping[str, str], *, also: bool) -> list[Claim]:
    """Their likest claim in any other report of those days; one of the same dispatch only where `also` is false."""
    own = origins.get(answer.article, answer.article)
    words = content_words(answer.content) - content_words(answer.answers.name if answer.answers else "")
    alike = []
    for other in theirs[-_THEIRS_MET:]:
        same = origins.get(other.article, other.article) == own
        if other.article == answer.article or (same and also) or _days_apart(answer, other) > ANSWERED_WITHIN:
            continue
        both = words & content_words(other.content)
        number = len(both) > 1 and any(word.isdigit() for word in both)
        if number or len(both) >= (1 if same else SHARED_ELSEWHERE):
            alike.append((len(both), order(other), other))
    return [max(alike, key=lambda found: found[:2])[2]] if alike else []


def _days_apart(answer: Claim, other: Claim) -> int:
    days = day_of(answer), day_of(other)
    return abs((days[0] - days[1]).days) if days[0] and days[1] else ANSWERED_WITHIN + 1


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

"""The same words of one claimant in several places: a statement told again, or one dispatch carried by many.

Enter claims; leave pairs of a claim and the nearest earlier one with nearly the same content words. Whoever else says
the same in the same words is left alone: mostly that is one sentence laid to two people.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from zlib import crc32

from counterclaim.model import Claim, Stance
from counterclaim.relate.copying import content_words
from counterclaim.relate.positions import order, party

SAME_WORDS = 0.8  # Dice coefficient
FEWEST_WORDS = 4
_SKETCH = 3  # smallest hashes: two claims of that likeness share one of them nearly always (Broder 1997, bottom-k)
_EARLIER = 4


def echoes(
    claims: Iterable[Claim], sources: Mapping[str, str] = MappingProxyType({})
) -> Iterator[tuple[Claim, Claim, float]]:
    """(later, earlier, likeness 0 to 1) for every claim that has said so before.

    `sources` are the keys of claimants by claim (`mouths`), where one may stand for several entities.
    """
    sketched: dict[tuple[str, int], list[tuple[Claim, frozenset[str]]]] = defaultdict(list)
    for claim in sorted(claims, key=order):
        words = content_words(claim.content) if _puts_forward(claim) else frozenset()
        if len(words) < FEWEST_WORDS:
            continue
        keys = [
            (sources.get(claim.id, party(claim.claimant)), code)
            for code in sorted(crc32(word.encode()) for word in words)[:_SKETCH]
        ]
        earlier = {other.id: (other, theirs) for key in keys for other, theirs in sketched[key][-_EARLIER:]}
        alike = [(_dice(words, theirs), other) for other, theirs in earlier.values() if other.id != claim.id]
        best = max(alike, key=lambda pair: (pair[0], order(pair[1])), default=None)
        if best and best[0] >= SAME_WORDS:
            yield claim, best[1], best[0]
        for key in keys:
            sketched[key].append((claim, words))


def _puts_forward(claim: Claim) -> bool:
    """A call that is told twice is no claim that is told twice."""
    return claim.voiced and claim.stance not in (Stance.URGES, Stance.UNCONFIRMED)


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b))

"""One claim in several reports of one dispatch: what a desk has put in other words, or a translator.

Enter claims and the origin of each article; leave pairs of claims by one claimant that stand for one another in two
articles of one origin. Two claims are paired where each is the other's likest and they share enough words or a number:
within one dispatch a claimant says few things, so less likeness is needed than between reports of their own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from types import MappingProxyType

from counterclaim.model import Claim, Stance
from counterclaim.relate.copying import content_words
from counterclaim.relate.positions import order, party

LIKE = 0.3  # Dice coefficient of content words
FEWEST_SHARED = 2  # content words; a number is enough alone
_NUMBER = re.compile(r"\d[\d.,]*")
_EARLIER = 3  # articles of the origin that each is held against

Words = frozenset[str]


def retold_claims(
    claims: Iterable[Claim], origins: Mapping[str, str], sources: Mapping[str, str] = MappingProxyType({})
) -> Iterator[tuple[Claim, Claim, float]]:
    """(later, earlier, likeness 0 to 1), each claim with one of each of the few articles before it at most.

    `sources` are the keys of claimants by claim (`mouths`), where one may stand for several entities.
    """
    carried: dict[tuple[str, str], dict[str, list[Claim]]] = defaultdict(dict)
    for claim in sorted(claims, key=order):
        if claim.voiced and claim.article in origins and claim.stance not in (Stance.URGES, Stance.UNCONFIRMED):
            carried[origins[claim.article], sources.get(claim.id, party(claim.claimant))].setdefault(
                claim.article, []
            ).append(claim)
    for by_article in carried.values():
        told = list(by_article.values())
        for i, later in enumerate(told):
            for earlier in told[max(0, i - _EARLIER) : i]:
                yield from _paired(later, earlier)


def _paired(later: list[Claim], earlier: list[Claim]) -> Iterator[tuple[Claim, Claim, float]]:
    """Best pairs first, no claim twice."""
    words = {claim.id: _words(claim) for claim in (*later, *earlier)}
    alike = ((likeness(words[a.id], words[b.id]), a, b) for a, b in product(later, earlier))
    taken: set[str] = set()
    for value, a, b in sorted(alike, key=lambda found: (-found[0], found[1].id, found[2].id)):
        if value >= LIKE and taken.isdisjoint((a.id, b.id)):
            taken |= {a.id, b.id}
            yield a, b, value


def likeness(a: Words, b: Words) -> float:
    """Dice coefficient; 0 where too little is shared to tell: two words, or all the numbers that are given.

    "6.6 and not 6.7" is not the 6.7 of before.
    """
    both = a & b
    numbers = [frozenset(word for word in words if word[0].isdigit()) for words in (a, b)]
    if len(both - numbers[0]) < FEWEST_SHARED and (not numbers[0] or numbers[0] != numbers[1]):
        return 0.0
    return 2 * len(both) / (len(a) + len(b))


def _words(claim: Claim) -> Words:
    """Content words, numbers whole ("6.7")."""
    found = content_words(_NUMBER.sub(" ", claim.content))
    return found | frozenset(number.rstrip(".,") for number in _NUMBER.findall(claim.content))

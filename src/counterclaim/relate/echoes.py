"""The same said in nearly the same words: a statement that one claimant repeats, or that a second one makes as well.

Enter claims; leave pairs of a claim and an earlier one. Nearly the same words are taken for the same statement whatever
they are; where fewer are shared, nothing may set the two apart: another number, another name, a negation, a plan.
Whoever else says a whole sentence word for word is left alone: mostly that is one sentence laid to two people.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from zlib import crc32

from counterclaim.frames.wordlists import listed
from counterclaim.model import Claim, Quotation, Stance
from counterclaim.relate.copying import content_words
from counterclaim.relate.mouths import may_be_one
from counterclaim.relate.positions import day_of, order, party

SAME_WORDS = 0.8  # Dice coefficient
LIKE_WORDS = 0.55  # enough for one claimant where nothing sets the two apart
SHARED_WORDS = 0.65  # and this for two
ONE_SENTENCE = 0.95
FEWEST_WORDS = 3
TOLD_WITHIN = 7  # days
_SKETCH = 6  # smallest hashes: two claims of that likeness share one of them nearly always (Broder 1997, bottom-k)
_EARLIER = 4
_NEGATING = listed("counterclaim.relate", "words.toml", "negation.negating")
_WORD = re.compile(r"[\w]+(?:['’]t)?")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_MYSELF = re.compile(r"\b(?:I|me|my|myself)\b")
_NAME = re.compile(r"(?<=\s)[A-Z]\w{2,}")

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim with its content words, its numbers, the names in it, and whether it negates."""

    claim: Claim
    words: Words
    numbers: Words
    names: Words
    negates: bool


def echoes(
    claims: Iterable[Claim], sources: Mapping[str, str] = MappingProxyType({})
) -> Iterator[tuple[Claim, Claim, float]]:
    """(later, earlier, likeness 0 to 1) for every claim that its claimant has made before.

    `sources` are the keys of claimants by claim (`mouths`), where one may stand for several entities.
    """
    sketched: dict[tuple[str, int], list[_Said]] = defaultdict(list)
    for said in _told(claims):
        source = sources.get(said.claim.id, party(said.claim.claimant))
        keys = [(source, code) for code in _codes(said.words)]
        earlier = {other.claim.id: other for key in keys for other in sketched[key][-_EARLIER:]}
        alike = [(_dice(said, other), order(other.claim), other) for other in earlier.values()]
        best = max(alike, key=lambda found: found[:2], default=None)
        if best and (best[0] >= SAME_WORDS or (best[0] >= LIKE_WORDS and _likely_again(said, best[2]))):
            yield said.claim, best[2].claim, best[0]
        for key in keys:
            sketched[key].append(said)


def likewise(claims: Iterable[Claim], origins: Mapping[str, str]) -> Iterator[tuple[Claim, Claim, float]]:
    """(later, earlier, likeness 0 to 1): two claimants, of two origins, who say the same in nearly the same words."""
    sketched: dict[int, list[_Said]] = defaultdict(list)
    for said in _told(claims):
        codes = _codes(said.words)
        earlier = {other.claim.id: other for code in codes for other in sketched[code][-_EARLIER:]}
        for other in sorted(earlier.values(), key=lambda one: order(one.claim)):
            alike = SHARED_WORDS <= _dice(said, other) < ONE_SENTENCE and _not_only_number(said, other)
            own = _own_words(said.claim) and _own_words(other.claim)
            if alike and own and _two(said.claim, other.claim, origins) and _nothing_between(said, other):
                yield said.claim, other.claim, _dice(said, other)
        for code in codes:
            sketched[code].append(said)


def _likely_again(said: _Said, other: _Said) -> bool:
    """In one report, who says something like it again is going on; in two, he is quoted twice."""
    enough = min(len(said.words), len(other.words)) > FEWEST_WORDS
    return enough and said.claim.article != other.claim.article and _nothing_between(said, other)


def _not_only_number(said: _Said, other: _Said) -> bool:
    return sum(not word[0].isdigit() for word in said.words & other.words) > 1


def _own_words(claim: Claim) -> bool:
    """Whoever takes up a word in quotation marks, or speaks of himself, does not share what another says of it."""
    return claim.quotation is not Quotation.MIXED and not _MYSELF.search(claim.content)


def _two(a: Claim, b: Claim, origins: Mapping[str, str]) -> bool:
    """Two claimants for sure, in reports of which neither copies the other."""
    apart = origins.get(a.article, a.article) != origins.get(b.article, b.article)
    return apart and party(a.claimant) != party(b.claimant) and not may_be_one(a, b, origins)


def _told(claims: Iterable[Claim]) -> Iterator[_Said]:
    """What is put forward; a call that is made twice is no claim that is made twice."""
    for claim in sorted(claims, key=order):
        if claim.voiced and claim.stance not in (Stance.URGES, Stance.UNCONFIRMED):
            words = content_words(claim.content)
            if len(words) >= FEWEST_WORDS:
                yield _said(claim, words)


def _said(claim: Claim, words: Words) -> _Said:
    numbers = frozenset(_NUMBER.findall(claim.content))
    names = frozenset(name.casefold()[:5] for name in _NAME.findall(f" {claim.content}"))
    told = _WORD.findall(claim.content.casefold())
    negates = claim.stance is Stance.DENIES or any(w in _NEGATING or w.endswith(("n't", "n’t")) for w in told)
    return _Said(claim, words, numbers, names, negates)


def _codes(words: Words) -> list[int]:
    return sorted(crc32(word.encode()) for word in words)[:_SKETCH]


def _nothing_between(a: _Said, b: _Said) -> bool:
    """No other number, no other name, no negation in one alone, no plan beside a report; and within a week."""
    days = day_of(a.claim), day_of(b.claim)
    near = None in days or abs((days[0] - days[1]).days) <= TOLD_WITHIN  # type: ignore[operator]
    same = a.numbers == b.numbers and a.negates == b.negates and _ahead(a.claim) == _ahead(b.claim)
    return near and same and not (a.names - b.words and b.names - a.words)


def _ahead(claim: Claim) -> bool:
    return claim.stance in (Stance.PREDICTS, Stance.PLANS)


def _dice(a: _Said, b: _Said) -> float:
    return 2 * len(a.words & b.words) / (len(a.words) + len(b.words))

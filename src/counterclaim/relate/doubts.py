"""Links between positions that a careful reader would not sign, though the positions can be weighed against each other.

Enter a `Link`; leaves whether to leave it out: two claimants who may be one, and agreement that only follows by
inference. Sides of disputes are formed without this: what goes together there need not be said by both.
"""

import re
from collections.abc import Mapping

from counterclaim.model import Claim
from counterclaim.relate.camps import Link
from counterclaim.relate.positions import Position, value_key

_WORD = re.compile(r"\w+")
_LITTLE = frozenset(("the", "of", "a", "an", "in", "at", "for", "and"))


def namesakes(link: Link, origins: Mapping[str, str]) -> bool:
    """Two claimants who may be one: of one name; or, in one dispatch, of whom one is called by a common noun that is in
    the other's name ("the ministry" of the headline, "the Interior Ministry")."""
    if link.a.claimant == link.b.claimant:
        return False
    a, b = link.a.claim, link.b.claim
    one, other = sorted((_name(a), _name(b)), key=len)
    if one.casefold() == other.casefold():
        return True
    if origins.get(a.article, a.article) != origins.get(b.article, b.article) or one != one.lower():
        return False
    return _words(one) <= _words(other)


def by_inference(link: Link) -> bool:
    """Do two claimants agree without saying the same: who holds a place and who does not, that it was they and that it
    happened? One who says "X holds it" does not share the view that Y does not."""
    if link.conflicts or link.a.claimant == link.b.claimant:
        return False
    return _differ(link.a, link.b) or _one_names_nobody(link.a, link.b)


def _differ(a: Position, b: Position) -> bool:
    """Of one frame, and with two parties where that frame has one."""
    if a.proposition.frame != b.proposition.frame or not a.kind.timing.state:
        return False
    pairs = ((a.proposition.get(role), b.proposition.get(role)) for role in a.kind.parties.sided)
    return any(value_key(one) != value_key(other) for one, other in pairs if one and other)


def _one_names_nobody(a: Position, b: Position) -> bool:
    named = [any(p.proposition.get(role) for role in _doers(p)) for p in (a, b)]
    return a.kind.event and b.kind.event and bool(_doers(a)) and bool(_doers(b)) and named[0] != named[1]


def _doers(position: Position) -> tuple[str, ...]:
    parties = position.kind.parties
    return tuple(dict.fromkeys((*parties.acting, *parties.unnamed)))


def _name(claim: Claim) -> str:
    return claim.claimant.name if claim.claimant else ""


def _words(name: str) -> frozenset[str]:
    """Without number: "doctors" are in "the Doctors' Union"."""
    return frozenset(word.removesuffix("s") for word in _WORD.findall(name.casefold()) if word not in _LITTLE)

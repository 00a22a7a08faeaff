"""One source under two entities: "the Interior Ministry" of two reports, "the military" of a copy for "Tarvia's
military".

Enter claims and the origin of each article; leaves who may be one claimant although the ledger keeps them apart, and
whether what they say alike may be told as said twice. Whether two that differ are one, the names do not show.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from counterclaim.model import Claim, EntityKind
from counterclaim.relate.positions import party

_WORD = re.compile(r"\w+")


def may_be_one(a: Claim, b: Claim, origins: Mapping[str, str]) -> bool:
    """Are two claimants of one name, or, in one dispatch, is one's name short for the other's ("the ministry" of the
    headline, "the Interior Ministry")?"""
    if party(a.claimant) == party(b.claimant):
        return False
    if _name(a).casefold() == _name(b).casefold() or _same_office(a, b):
        return True
    if any(_is_surname_of(*pair) for pair in ((a, b), (b, a))):
        return True
    if a.article == b.article and any(_is_head_of(*pair) for pair in ((a, b), (b, a))):
        return True
    if origins.get(a.article, a.article) != origins.get(b.article, b.article):
        return False
    return _shortened(*sorted((_name(a), _name(b)), key=len))


def full_names(names: Iterable[str]) -> dict[str, str]:
    """Each name of a body → one key for all that call it.

    "The Ministry of Health" is "the health ministry", and "Tarvia's health ministry" where no other state's is named.
    """
    words = {name: _words(name) for name in names}
    found = {}
    for name, few in words.items():
        fuller = {many for many in words.values() if _adds_a_state(few, many)}
        found[name] = " ".join(sorted(fuller.pop() if len(fuller) == 1 else few)) or name.casefold()
    return found


def _adds_a_state(few: frozenset[str], many: frozenset[str]) -> bool:
    return len(few) > 1 and few < many and len(many) == len(few) + 1 and not _OFFICES.isdisjoint(few)


def says_the_same_for(a: Claim, b: Claim) -> bool:
    """Are they a state's office by its full name, and by the name that its own press gives it ("the Defence Ministry",
    "the Tarvian Ministry of Defence")? Where the two agree, they are hardly the offices of two states."""
    short, full = sorted((_words(_name(a)), _words(_name(b))), key=len)
    if party(a.claimant) == party(b.claimant) or not _are_bodies(a, b):
        return False
    return _adds_a_state(short, full)


def _same_office(a: Claim, b: Claim) -> bool:
    """ "The Ministry of Defence", "the defence ministry"."""
    words = _words(_name(a))
    return _are_bodies(a, b) and words == _words(_name(b)) and not _OFFICES.isdisjoint(words)


def _is_surname_of(short: Claim, full: Claim) -> bool:
    """ "Teske" of one report, and Ilmar Teske of another."""
    persons = all(claim.claimant is not None and claim.claimant.kind is EntityKind.PERSON for claim in (short, full))
    words = [_WORD.findall(_name(claim).casefold()) for claim in (short, full)]
    return persons and len(words[0]) == 1 and len(words[1]) > 1 and words[0][0] == words[1][-1]


def _is_head_of(short: Claim, full: Claim) -> bool:
    """ "The Union" of a report that names one: the Miners' Union."""
    words = _WORD.findall(_name(short))
    return len(words) == 1 and _are_bodies(short, full) and words[0].casefold() == _head(_name(full))


def _are_bodies(a: Claim, b: Claim) -> bool:
    return all(claim.claimant is not None and claim.claimant.kind is EntityKind.ORGANIZATION for claim in (a, b))


def one_body(a: Claim, b: Claim, origins: Mapping[str, str]) -> bool:
    """Of two who may be one: are they a body, or in one dispatch? Two reports may know two persons of one name."""
    same = origins.get(a.article, a.article) == origins.get(b.article, b.article)
    return same or not any(claim.claimant and claim.claimant.kind is EntityKind.PERSON for claim in (a, b))


def mouths(claims: Iterable[Claim], origins: Mapping[str, str]) -> dict[str, str]:
    """Id of a claim → a key of its claimant, the same for all that are one source within one dispatch."""
    carried: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.claimant is not None:
            carried[origins.get(claim.article, claim.article)].append(claim)
    found = {}
    for told in carried.values():
        names = {party(claim.claimant): claim for claim in told}
        for claim in told:
            found[claim.id] = _full(claim, names)
    return found


def _full(claim: Claim, names: Mapping[str, Claim]) -> str:
    """The key of the only other claimant whose name this one's may be short for; else its own name, or its own key."""
    own = _name(claim)
    fuller = {_name(other).casefold() for other in names.values() if _shortened(own, _name(other))}
    if len(fuller) == 1:
        own = fuller.pop()
    alike = sorted(key for key, other in names.items() if _name(other).casefold() == own.casefold())
    return alike[0] if alike else party(claim.claimant)


def _shortened(short: str, full: str) -> bool:
    """A common noun that is in the full name; or several words of it with the noun that says what body it is."""
    few, many = _words(short), _words(full)
    if not few or len(few) >= len(many):
        return False
    if short == short.lower():
        return few <= many
    return len(few) > 1 and few <= many and _head(short) == _head(full)


_OFFICES = frozenset(["minis", "staff", "polic", "servi", "offic", "agenc", "counc", "direc", "guard", "autho"])
_LITTLE = frozenset(("the", "of", "a", "an", "in", "at", "for", "and", "s"))


def _name(claim: Claim) -> str:
    return claim.claimant.name if claim.claimant else ""


def _head(name: str) -> str:
    return str((_WORD.findall(name.casefold()) or [""])[-1])


def _words(name: str) -> frozenset[str]:
    """Without number, and in the five letters that a state and its adjective share."""
    return frozenset(word.removesuffix("s")[:5] for word in _WORD.findall(name.casefold()) if word not in _LITTLE)

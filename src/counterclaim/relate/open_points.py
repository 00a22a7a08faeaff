"""What would have to be known to tell the sides of a dispute apart, out of typed data alone.

Enter a dispute and the claims of each side; leave short phrases, each something that the claims leave open. None of
them says or hints who is right.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from counterclaim.frames import kind_of, named
from counterclaim.model import Claim, Dispute, Proposition, Ref
from counterclaim.relate.given import Stand
from counterclaim.relate.positions import day_of
from counterclaim.relate.wording import days_words

_NAMES_SHOWN = 3


def open_points(dispute: Dispute, sides: Sequence[Sequence[Stand]]) -> Iterator[str]:
    """The points, the same ones once, in a fixed order: days, parts, numbers, actors, voices."""
    everyone = [one for side in sides for one in side]
    yield from _days_not_known(everyone)
    yield from _days_apart(sides)
    yield from _parts_not_named(everyone)
    yield from _vague_numbers(everyone)
    yield from _unnamed(everyone)
    for side, stands in zip(dispute.sides, sides, strict=True):
        if side.voices == 1:
            yield from _lone(stands)


def _days_not_known(stands: Iterable[Stand]) -> Iterator[str]:
    unknown = [one for one in stands if day_of(one.claim) is None]
    if unknown:
        yield f"on which day {_names(unknown)} said so (the report has no date)"


def _days_apart(sides: Sequence[Sequence[Stand]]) -> Iterator[str]:
    """Two sides that speak of different days may both be right of theirs."""
    spans = [_span(side) for side in sides]
    known = [span for span in spans if span is not None]
    if len(known) == len(sides) == 2:
        (first, second) = sorted(known)
        if first[1] < second[0]:
            before, after = days_words(first[1], first[1]), days_words(second[0], second[0])
            yield f"whether anything changed between {before} and {after}"


def _span(stands: Iterable[Stand]) -> tuple[date, date] | None:
    found = [one.position for one in stands if one.position]
    days = [day for p in found for day in (p.first or p.last, p.last or p.first) if day]
    return (min(days), max(days)) if days and all(p.dated for p in found) else None


def _parts_not_named(stands: Iterable[Stand]) -> Iterator[str]:
    vague = [(one, one.position.proposition) for one in stands if one.position]
    by_place: dict[str, list[Stand]] = {}
    for one, said in vague:
        if said.get("extent") == "partial" and not said.get("part"):
            by_place.setdefault(named(said.get("place")) or "the place", []).append(one)
    for place, found in sorted(by_place.items()):
        yield f"which part of {place} is meant by {_names(found)}"


def _vague_numbers(stands: Iterable[Stand]) -> Iterator[str]:
    by_words: dict[str, list[Stand]] = {}
    for one in stands:
        if one.position and _open_range(one.position.proposition):
            by_words.setdefault(one.words, []).append(one)
    for words, found in sorted(by_words.items()):
        yield f"which number {_names(found)} mean{'s' if _one(found) else ''} by “{words}”"


def _open_range(said: Proposition) -> bool:
    low, high = said.get("min"), said.get("max")
    return said.get("quantity") is not None and not said.negated and (low is None or low != high)


def _unnamed(stands: Iterable[Stand]) -> Iterator[str]:
    by_name: dict[str, list[Stand]] = {}
    for one in stands:
        if one.position:
            for name in _common_nouns(one.position.proposition):
                by_name.setdefault(name, []).append(one)
    for name, found in sorted(by_name.items()):
        yield f"who is meant by “{name}”, of whom {_names(found)} speak{'s' if _one(found) else ''}"


def _common_nouns(said: Proposition) -> Iterator[str]:
    parties = kind_of(said.frame).parties
    roles = (*parties.unnamed, *parties.sided, *parties.acting, *parties.ours)
    for ref in dict.fromkeys(said.get(role) for role in roles):
        if isinstance(ref, Ref) and not ref.entity and ref.name == ref.name.lower() != ref.name.upper():
            yield ref.name


def _lone(stands: Sequence[Stand]) -> Iterator[str]:
    """The one voice of a side, and through how many reports it is heard."""
    reports = len({one.claim.article for one in stands})
    if stands and reports == 1:
        yield f"whether anyone but {_names(stands)} says that too: one voice, in one report"
    elif stands:
        yield f"whether anyone but {_names(stands)} says that too: one voice, though {reports} reports carry it"


def _one(stands: Iterable[Stand]) -> bool:
    return len({_name(one.claim) for one in stands}) == 1


def _names(stands: Iterable[Stand]) -> str:
    names = list(dict.fromkeys(_name(one.claim) for one in stands))
    shown, more = names[:_NAMES_SHOWN], len(names) - _NAMES_SHOWN
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _name(claim: Claim) -> str:
    return claim.claimant.name if claim.claimant else ""

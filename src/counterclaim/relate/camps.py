"""Links between the positions of one matter, few enough to grow with the number of positions and not with its square.

Enter a `Matter`; leave `Link`s. Identical positions for the same days are one *camp*, however many claim them. Camps are compared,
never all claims with all; a camp meets the `CAMPS_MET` that follow it in time at most. Two camps that agree or conflict
are linked claimant by claimant: each with each where they are few, else so that everyone has a link. What one claimant
says is linked along time, each position with the nearest earlier one that it repeats or revises.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product

from counterclaim.frames import Comparison, ComparisonKind
from counterclaim.model import Entity
from counterclaim.relate.judging import judge
from counterclaim.relate.matters import FAMILIES, Matter, slack
from counterclaim.relate.positions import STATES, Position, Signature, order, party

CAMPS_MET = 64
AGREEING_CAMPS = 6  # the nearest in time; agreement with more of them says nothing new
FEW_LINKS = 36
NEXT_CLAIMANTS = 3
EARLIER_MET = 12
REPEAT_DAYS = timedelta(days=7)
REVISE_DAYS = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Link:
    """Two positions of different claims that agree or conflict, and why."""

    a: Position
    b: Position
    comparison: Comparison

    @property
    def conflicts(self) -> bool:
        """Can the two not both be? Else they agree."""
        return self.comparison.kind is ComparisonKind.CONFLICTS


@dataclass(frozen=True, slots=True)
class Camp:
    """Identical positions for the same days: by claimant, each claimant's positions in the order of saying."""

    signature: Signature
    first: date
    last: date
    inner: bool
    members: Mapping[str, Sequence[Position]]

    @property
    def sample(self) -> Position:
        """The position of any member, for comparing."""
        return next(iter(self.members.values()))[0]


def links(matter: Matter, entities: Mapping[str, Entity]) -> Iterator[Link]:
    """Between claimants first, then within each."""
    judged = _Judge(entities)
    yield from _between(camps(matter), judged)
    by_claimant: dict[str, list[Position]] = defaultdict(list)
    for position in matter.own:
        by_claimant[position.claimant].append(position)
    for claimant in sorted(by_claimant):
        yield from _along(sorted(by_claimant[claimant], key=lambda position: order(position.claim)), judged)


def camps(matter: Matter) -> list[Camp]:
    """The camps of a matter in the order of their days."""
    grouped: dict[tuple[date, date, bool, Signature], dict[str, list[Position]]] = {}
    for inner, found in ((False, matter.own), (True, matter.inner)):
        for position in sorted(found, key=lambda position: order(position.claim)):
            days = position.first or date.min, position.last or date.max
            members = grouped.setdefault((*days, inner, position.signature), {})
            members.setdefault(position.claimant, []).append(position)
    return [
        Camp(signature, first, last, inner, {claimant: members[claimant] for claimant in sorted(members)})
        for (first, last, inner, signature), members in sorted(grouped.items(), key=lambda item: _camp_key(item[0]))
    ]


def _camp_key(key: tuple[date, date, bool, Signature]) -> tuple[date, date, bool, str]:
    return (*key[:3], repr(key[3]))


class _Judge:
    """Compares positions, each pair of states said only once."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities
        self._known: dict[tuple[Signature, Signature], Comparison | None] = {}

    def __call__(self, a: Position, b: Position) -> Comparison | None:
        found = self._judge(a, b)
        return found if found is not None and found.kind is not ComparisonKind.CANNOT_TELL else None

    def _judge(self, a: Position, b: Position) -> Comparison | None:
        if not {a.proposition.frame, b.proposition.frame} <= STATES:
            return judge(a, b, self._entities)
        key = a.signature, b.signature
        if key not in self._known:
            self._known[key] = judge(a, b, self._entities)
        return self._known[key]


def _between(found: Sequence[Camp], judged: _Judge) -> Iterator[Link]:
    for i, camp in enumerate(found):
        if not camp.inner and len(camp.members) > 1 and (comparison := judged(camp.sample, camp.sample)):
            yield from _within_camp(camp, comparison)
        agreeing = 0
        for other in found[i + 1 : i + 1 + CAMPS_MET]:
            if other.first > _plus(camp.last, slack(camp.sample)):
                break
            comparison = None if camp.inner and other.inner else judged(camp.sample, other.sample)
            if (
                comparison is None
                or (agrees := comparison.kind is ComparisonKind.AGREES)
                and agreeing >= AGREEING_CAMPS
            ):
                continue
            agreeing += agrees
            yield from _link(camp, other, comparison)


def _plus(day: date, days: timedelta) -> date:
    return day if day > date.max - days else day + days


def _within_camp(camp: Camp, comparison: Comparison) -> Iterator[Link]:
    claimants = list(camp.members)
    if len(claimants) * len(claimants) <= 2 * FEW_LINKS:
        pairs = list(combinations(claimants, 2))
    else:
        pairs = [(one, two) for i, one in enumerate(claimants) for two in claimants[i + 1 : i + 1 + NEXT_CLAIMANTS]]
    for one, two in pairs:
        yield _pick(camp.members[one], camp.members[two], comparison)


def _link(camp: Camp, other: Camp, comparison: Comparison) -> Iterator[Link]:
    ones, twos = list(camp.members), list(other.members)
    if len(ones) * len(twos) <= FEW_LINKS:
        pairs = list(product(ones, twos))
    else:
        pairs = [(ones[i % len(ones)], twos[i % len(twos)]) for i in range(max(len(ones), len(twos)))]
    for one, two in pairs:
        if one != two:
            yield _pick(camp.members[one], other.members[two], comparison)


def _pick(ones: Sequence[Position], twos: Sequence[Position], comparison: Comparison) -> Link:
    """The claims to link for two claimants: one that answers the other by name, else two of one article, else the first said."""
    for mine, theirs in ((ones, twos), (twos, ones)):
        for position in mine:
            if position.claim.answers is not None and party(position.claim.answers) == theirs[0].claimant:
                return Link(position, _nearest(position, theirs), comparison)
    articles = {position.claim.article: position for position in reversed(twos)}
    together = next((position for position in ones if position.claim.article in articles), None)
    if together is not None:
        return Link(together, articles[together.claim.article], comparison)
    return Link(ones[0], twos[0], comparison)


def _nearest(position: Position, others: Sequence[Position]) -> Position:
    article = position.claim.article
    return next((other for other in others if other.claim.article == article), others[0])


def _along(said: Sequence[Position], judged: _Judge) -> Iterator[Link]:
    """One claimant's positions in the order of saying, each with the nearest earlier one that it repeats, and that it revises."""
    for i, position in enumerate(said):
        repeated = revised = False
        for earlier in reversed(said[max(0, i - EARLIER_MET) : i]):
            comparison = None if earlier.claim.id == position.claim.id else judged(position, earlier)
            if comparison is None:
                continue
            agrees = comparison.kind is ComparisonKind.AGREES
            if agrees and not repeated and _alike(position, earlier) and _days_apart(position, earlier) <= REPEAT_DAYS:
                repeated = True
                yield Link(position, earlier, comparison)
            later = bool(position.said and earlier.said and earlier.said < position.said)
            if not agrees and not revised and later and _days_apart(position, earlier) <= REVISE_DAYS:
                revised = True
                yield Link(position, earlier, comparison)


def _alike(a: Position, b: Position) -> bool:
    """Frames of one family on an event say the same ("X did it"); a town taken and the fighting over are two things."""
    frames = {a.proposition.frame, b.proposition.frame}
    return len(frames) == 1 or {FAMILIES.get(frame) for frame in frames} == {"event"}


def _days_apart(a: Position, b: Position) -> timedelta:
    return abs(a.said - b.said) if a.said and b.said else timedelta(0)

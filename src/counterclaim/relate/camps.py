"""Links between the positions of one matter, few enough to grow with the number of positions and not with its square.

Enter a `Matter`; leave `Link`s. Identical positions for the same days are one *camp*, however many claim them. Camps
are compared, never all claims with all; a camp meets the `CAMPS_MET` that follow it in time at most. Two camps that
agree or conflict are linked claimant by claimant: each with each where they are few, else so that everyone has a
link. What one claimant says is linked along time, each position with the nearest earlier one that it repeats or
revises.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.frames import STATE_DAYS, Comparison, ComparisonKind, kind_of
from counterclaim.model import Entity, EntityKind
from counterclaim.relate.judging import Judge
from counterclaim.relate.matters import Matter, slack
from counterclaim.relate.mouths import full_names
from counterclaim.relate.partial import of_its_own, part_of_other
from counterclaim.relate.positions import Position, Signature, order, party
from counterclaim.relate.unspoken import at_one_place, is_unspoken

CAMPS_MET = 64
AGREEING_CAMPS = 6  # the nearest in time; agreement with more of them says nothing new
CONFLICTING_CAMPS = 12
FEW_LINKS = 36
NEXT_CLAIMANTS = 3
EARLIER_MET = 24
REPEATS_LINKED = 3
LASTING_DAYS = 1
REPEAT_DAYS = timedelta(days=7)


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
    """Identical positions for the same days: each claimant's in one article of an origin, its copies left out."""

    signature: Signature
    first: date
    last: date
    inner: bool
    members: tuple[tuple[Position, ...], ...]

    @property
    def sample(self) -> Position:
        """The position of any member, for comparing."""
        return self.members[0][0]

    @property
    def size(self) -> int:
        """How many positions it links."""
        return sum(map(len, self.members))


def links(matter: Matter, entities: Mapping[str, Entity], origins: Mapping[str, str]) -> Iterator[Link]:
    """Between claimants first, then within each."""
    judged = Judge(entities)
    between = _between(camps(matter, origins), judged)
    yield from (link for link in between if not (link.conflicts and _has_moved(link, entities)))
    by_claimant: dict[str, list[Position]] = defaultdict(list)
    own = set(map(id, matter.own))
    along = (*matter.own, *filter(is_unspoken, matter.inner))
    full = full_names(name for position in along if (name := _counting_body(position)))
    for position in along:
        body = _counting_body(position)
        by_claimant[f"named {full[body]}" if body else position.claimant].append(position)
    for claimant in sorted(by_claimant):
        for link in _along(sorted(by_claimant[claimant], key=_said_at), judged, origins, entities):
            if id(link.a) in own or id(link.b) in own:  # two inner ones meet in a matter of their own
                yield link


def _counting_body(position: Position) -> str | None:
    """The body whose figures are told along time, by name: two reports may have it as two entities."""
    who = position.claim.claimant
    counted = position.kind.timing.days == 0 and who is not None and who.kind is EntityKind.ORGANIZATION
    return who.name if counted and who is not None else None


def _has_moved(link: Link, entities: Mapping[str, Entity]) -> bool:
    """ "They still hold it", by a side that told on an earlier day that they did not: its word has changed."""
    earlier, later = sorted((link.a, link.b), key=lambda one: one.first or date.min)
    sides = [_side_of(position, entities) for position in (earlier, later)]
    one_side = sides[0] is not None and sides[0] == sides[1]
    return one_side and earlier.first != later.first and later.proposition.get("change") == "kept"


def _side_of(position: Position, entities: Mapping[str, Entity]) -> str | None:
    who = position.claim.claimant
    entity = entities.get(who.entity or "") if who is not None else None
    if who is not None and who.kind is EntityKind.PLACE:
        return who.name
    return entity.side if entity is not None else None


def _said_at(position: Position) -> tuple[date, str, int, str]:
    return order(position.claim)


def camps(matter: Matter, origins: Mapping[str, str]) -> list[Camp]:
    """The camps of a matter in the order of their days."""
    grouped: dict[tuple[date, date, bool, Signature], dict[str, list[Position]]] = {}
    carriers: dict[tuple[object, ...], str] = {}
    for inner, found in ((False, matter.own), (True, matter.inner)):
        for position in sorted(found, key=_said_at):
            article = position.claim.article
            camp = (position.first or date.min, position.last or date.max, inner, position.signature)
            if carriers.setdefault((*camp[2:], position.claimant, origins.get(article, article)), article) == article:
                grouped.setdefault(camp, {}).setdefault(position.claimant, []).append(position)
    return [
        Camp(signature, first, last, inner, tuple(tuple(members[claimant]) for claimant in sorted(members)))
        for (first, last, inner, signature), members in sorted(grouped.items(), key=lambda item: _camp_key(item[0]))
    ]


def _camp_key(key: tuple[date, date, bool, Signature]) -> tuple[date, date, bool, str]:
    return (*key[:3], repr(key[3]))


def _between(found: Sequence[Camp], judged: Judge) -> Iterator[Link]:
    for i, camp in enumerate(found):
        if not camp.inner and len(camp.members) > 1 and (comparison := judged(camp.sample, camp.sample)):
            yield from _link(camp, camp, comparison)
        left = {ComparisonKind.AGREES: AGREEING_CAMPS, ComparisonKind.CONFLICTS: CONFLICTING_CAMPS}
        for other in found[i + 1 : i + 1 + CAMPS_MET]:
            if other.first > _plus(camp.last, slack(camp.sample) + timedelta(days=LASTING_DAYS)):
                break
            if other.first > _plus(camp.last, slack(camp.sample)) and (
                camp.inner or other.inner or not _lasting(other)
            ):
                continue
            comparison = None if camp.inner and other.inner else judged(camp.sample, other.sample)
            if comparison is not None and left[comparison.kind] and not _came_after(camp, other, comparison):
                left[comparison.kind] -= 1
                yield from _link(camp, other, comparison)


def _lasting(camp: Camp) -> bool:
    """Does it say that it has been so all along ("still holds")? Then it is against what was said days before."""
    said, timing = camp.sample.proposition, camp.sample.kind.timing
    return timing.lasting is not None and timing.lasting(said)


def _came_after(camp: Camp, other: Camp, comparison: Comparison) -> bool:
    """Does the later camp date a change after what the earlier one says? "They hold it" on Thursday is not against "it
    was taken on Friday", nor, dated or not, against "it was retaken" or "they left". Told
    three days on, it may have been taken since."""
    if comparison.kind is not ComparisonKind.CONFLICTS or other.first <= camp.last:
        return False
    if camp.sample.implied:
        return True  # an attack was beaten off, and the next day's was not
    said, timing = other.sample.proposition, kind_of(other.sample.proposition.frame).timing
    dated = (
        timing.changed is not None
        and timing.changed(said)
        and (said.when is not None or other.first - camp.last >= timedelta(days=STATE_DAYS))
    )
    dated |= timing.state and said.when is not None and "/" in said.when  # "has been ours since Saturday"
    return dated or (timing.turns is not None and timing.turns(said))


def _plus(day: date, days: timedelta) -> date:
    return day if day > date.max - days else day + days


def _link(camp: Camp, other: Camp, comparison: Comparison) -> Iterator[Link]:
    """The links between the claimants of two camps, or of one camp with itself."""
    ones, twos = camp.members, other.members
    if camp.size * other.size <= FEW_LINKS:
        pairs = [(a, b) for one in ones for two in twos for a in one for b in two]
    elif len(ones) * len(twos) <= FEW_LINKS:
        pairs = [_nearest(one, two) for one in ones for two in twos]
    elif camp is other:
        pairs = [_nearest(one, two) for i, one in enumerate(ones) for two in twos[i + 1 : i + 1 + NEXT_CLAIMANTS]]
    else:
        longest = max(len(ones), len(twos))
        pairs = [_nearest(ones[i % len(ones)], twos[i % len(twos)]) for i in range(longest)]
    for a, b in pairs:
        if a.claimant != b.claimant and (camp is not other or a.claimant < b.claimant):
            yield Link(a, b, comparison)


def _nearest(ones: Sequence[Position], twos: Sequence[Position]) -> tuple[Position, Position]:
    """The two claims to link: one that answers the other by name, else two of one article, else the fullest."""
    articles = {position.claim.article: position for position in sorted(twos, key=_fullness)}
    for position in (*ones, *twos):
        whose = position.claim.answers
        if whose is not None and party(whose) in (ones[0].claimant, twos[0].claimant):
            mine, theirs = (ones, twos) if position in ones else (twos, ones)
            found = next((other for other in theirs if other.claim.article == position.claim.article), theirs[0])
            return (position, found) if mine is ones else (found, position)
    for position in sorted(ones, key=_fullness, reverse=True):
        if position.claim.article in articles:
            return position, articles[position.claim.article]
    return max(ones, key=_fullness), max(twos, key=_fullness)


def _fullness(position: Position) -> tuple[float, int, str]:
    return position.claim.confidence, len(position.claim.content), position.claim.id


def _along(
    said: Sequence[Position], judged: Judge, origins: Mapping[str, str], entities: Mapping[str, Entity]
) -> Iterator[Link]:
    """One claimant's positions as they were said, each with the nearest earlier ones that it repeats and revises.

    A copy of a dispatch has a link to the copy before it, however much the claimant has said elsewhere in between.
    """
    for i, position in enumerate(said):
        repeated, copied, revised = 0, False, False
        for earlier in reversed(said[max(0, i - EARLIER_MET) : i]):
            if earlier.claim.id == position.claim.id or not _alike(position, earlier):
                continue
            comparison = judged(*at_one_place(position, earlier, entities), one_time=True)
            if comparison is None:
                continue
            if comparison.kind is ComparisonKind.CONFLICTS:
                if not revised and _revisable(position, earlier) and not _other_count(position, earlier):
                    revised = True
                    yield Link(position, earlier, comparison)
                continue
            copy = not copied and _copies(position.claim.article, earlier.claim.article, origins)
            if copy or (repeated < REPEATS_LINKED and _days_apart(position, earlier) <= REPEAT_DAYS):
                repeated, copied = repeated + 1, copied or copy
                yield Link(position, earlier, comparison)


def _other_count(position: Position, earlier: Position) -> bool:
    return part_of_other(position, earlier) or of_its_own(position, earlier)


def _copies(article: str, other: str, origins: Mapping[str, str]) -> bool:
    return article != other and article in origins and origins[article] == origins.get(other)


def _revisable(position: Position, earlier: Position) -> bool:
    """Said on a later day, and not so much later that things will have changed; figures change sooner."""
    if not position.said or not earlier.said or earlier.said >= position.said:
        return False
    return _days_apart(position, earlier) <= timedelta(days=position.kind.timing.revise_days)


def _alike(a: Position, b: Position) -> bool:
    """Frames of one family on an event say the same ("X did it"); a town taken and the fighting over are two things."""
    if a.proposition.frame == b.proposition.frame:
        return True
    return a.kind.event and b.kind.event and a.kind.family == b.kind.family


def _days_apart(a: Position, b: Position) -> timedelta:
    return abs(a.said - b.said) if a.said and b.said else timedelta(0)

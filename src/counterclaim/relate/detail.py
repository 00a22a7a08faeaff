"""A dispute looked at closely: everyone's course through it, each side's latest answer, and of what it speaks.

Enter a dispute and the ledger's claims and entities; leaves a `Detail`. All of it is typed data in words; which side is
right is not said.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.frames import named
from counterclaim.model import Claim, Course, Detail, Dispute, Entity, Proposition, SideDetail, Step
from counterclaim.relate.folding import folded
from counterclaim.relate.given import Stand, days, given
from counterclaim.relate.open_points import open_points
from counterclaim.relate.positions import party

_SCOPES_SHOWN = 3
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def detail(dispute: Dispute, claims: Mapping[str, Claim], entities: Mapping[str, Entity]) -> Detail:
    """The dispute in detail; `claims` are by id (those that are missing are left out), `entities` too."""
    told = given(dispute, {claim.id: claim for claim in folded(claims.values(), entities)}, entities)
    courses = tuple(_courses(told))
    sides = [[one for one in told if one.side == n] for n in range(len(dispute.sides))]
    scopes = [_scope(side, dispute, entities) for side in sides]
    return Detail(
        dispute=dispute,
        sides=tuple(_side(n, side, courses, scopes[n]) for n, side in enumerate(sides)),
        courses=courses,
        scope=_scopes_apart(scopes),
        open_points=tuple(open_points(dispute, sides)),
    )


def side_letter(number: int) -> str:
    """The letter under which a side is shown: A for the first; its number beyond Z."""
    return _LETTERS[number] if number < len(_LETTERS) else str(number + 1)


def _courses(told: Iterable[Stand]) -> Iterator[Course]:
    """By name; `told` is in the order of days."""
    by: dict[str, list[Stand]] = {}
    for one in told:
        by.setdefault(party(one.claim.claimant), []).append(one)
    courses = [Course(_name(stands[0].claim), tuple(_steps(stands))) for stands in by.values()]
    yield from sorted(courses, key=lambda course: (course.latest.side, course.claimant))


def _steps(stands: Sequence[Stand]) -> Iterator[Step]:
    """A new step begins with another side, or with a day that brings an answer not given before in this one."""
    run: list[Stand] = []
    for one in stands:
        known = {earlier.words for earlier in run}
        if run and (one.side != run[0].side or (one.words not in known and _day(one) != _day(run[-1]))):
            yield _step(run)
            run = []
        run.append(one)
    yield _step(run)


def _step(run: Sequence[Stand]) -> Step:
    known: list[str | None] = [*days(run)] or [None]
    words = "; ".join(dict.fromkeys(one.words for one in run))
    return Step(run[0].side, words, known[0], known[-1], run[0].claim.id)


def _day(one: Stand) -> str | None:
    return next(days([one]), None)


def _name(claim: Claim) -> str:
    return claim.claimant.name if claim.claimant else ""


def _side(number: int, stands: Sequence[Stand], courses: Sequence[Course], scope: str) -> SideDetail:
    known: list[str | None] = [*days(stands)] or [None]
    here = [course for course in courses if any(step.side == number for step in course.steps)]
    latest = stands[-1].words if stands else ""
    since = next(days(one for one in stands if one.words == latest), None)
    return SideDetail(
        latest=latest,
        since=since,
        scope=scope,
        first=known[0],
        last=known[-1],
        standing=tuple(course.claimant for course in here if course.latest.side == number),
        left=tuple(course.claimant for course in here if course.latest.side != number),
    )


def _scope(stands: Iterable[Stand], dispute: Dispute, entities: Mapping[str, Entity]) -> str:
    """Of what the side's claims speak, the most common first: "all of Ostrel", "a part of Ostrel: the south-west"."""
    counted: dict[str, int] = {}
    for one in stands:
        words = _reach(one.position.proposition, dispute, entities) if one.position else ""
        if words:
            counted[words] = counted.get(words, 0) + 1
    return "; ".join(sorted(counted, key=lambda words: (-counted[words], words))[:_SCOPES_SHOWN])


def _reach(said: Proposition, dispute: Dispute, entities: Mapping[str, Entity]) -> str:
    place = said.ref("place") or said.ref("origin")
    if place is None:
        return ""
    part = named(said.get("part"))
    around = entities.get(dispute.place or "")
    inside = around is not None and place.entity != around.id and around.id in _within(place.entity, entities)
    where = f"{place.name}, inside {around.name}" if inside and around else place.name
    if part:
        return f"a part of {where}: {part}"
    whole = {"full": "all of ", "none": "all of ", "partial": "a part of "}.get(str(said.get("extent")), "")
    if said.get("extent") == "partial":
        return f"a part of {where} that is not named"
    return f"{whole}{where}"


def _within(place: str | None, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    entity = entities.get(place or "")
    return entity.within if entity else ()


def _scopes_apart(scopes: Sequence[str]) -> str:
    """In a sentence, how far the sides speak of different things; empty where they speak of the same or do not say."""
    said = [(n, words) for n, words in enumerate(scopes) if words]
    if len({words for _, words in said}) < 2:
        return ""
    first, *others = [f"{side_letter(n)} of {words.split('; ')[0]}" for n, words in said]
    return ", ".join((first.replace(" of ", " speaks of ", 1), *others))

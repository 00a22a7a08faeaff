"""Who claims to hold a place, day by day. Nothing here says who holds it.

Enter claims and a place; leave days, each uncontested, contested, fought over or not spoken of. Refused are
narration and thoughts, which are no one's claims, and what is only foretold. A claim that stands against another's of
the same day or of the `STATE_DAYS` before makes its day contested.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from counterclaim.frames import STATE_DAYS, answer_words, named
from counterclaim.model import Claim, Entity, Proposition
from counterclaim.relate.judging import Judge
from counterclaim.relate.positions import Position, party, positions
from counterclaim.relate.wording import edtf

# A claim on a long stretch of time ("in May") is drawn on the day of its saying instead of on every day of it.
LONGEST_DRAWN = timedelta(days=7)
# The one question of relating that is asked of certain frames: who holds a place, and is it fought over.
DRAWN = frozenset({"control", "fighting"})


class ControlState(StrEnum):
    """What one day's claims say on who holds the place, taken together. None of them says that it is held."""

    UNCONTESTED = "uncontested"
    CONTESTED = "contested"
    FOUGHT_OVER = "fought over"
    UNSPOKEN = "not spoken of"


@dataclass(frozen=True, slots=True)
class ControlClaim:
    """One claim on who holds the place, or (`holder` None) on whether it is fought over.

    `day` is the EDTF day that it speaks of, None where unknown. `extent` is full, partial or none and `change`
    gained, lost or kept, as the claimant has it; `negated` is true where the claimant says that it is not so. `part`
    names the part of the place, or the smaller place inside it. `words` says all of this in one phrase.
    """

    claim: str
    day: str | None
    claimant: str
    claimant_id: str | None
    holder: str | None
    holder_id: str | None
    extent: str | None
    part: str | None
    change: str | None
    negated: bool
    words: str


@dataclass(frozen=True, slots=True)
class ControlDay:
    """One day, or a silent stretch as an EDTF interval (state `UNSPOKEN`), or (`day` None) the claims without a day.

    `holders` are the claimed holders of the day, by name; two of them may well be contested.
    """

    day: str | None
    state: ControlState
    claims: tuple[ControlClaim, ...]
    holders: tuple[str, ...] = ()


def control_timeline(
    claims: Iterable[Claim], place: str, places: Mapping[str, Entity] | None = None
) -> tuple[ControlDay, ...]:
    """The claims on who holds `place` (an entity id, or a name) by days, silent stretches between, undated ones last.

    `places` are entities by id; they tell which smaller places lie in this one, whose claims count as of a part of it.
    """
    entities = places or {}
    wanted = {place, place.casefold()}
    spoken: dict[date | None, list[Position]] = defaultdict(list)
    for position in sorted(positions(claims), key=lambda position: position.claim.id):
        if (
            position.proposition.frame in DRAWN
            and not position.ahead
            and _speaks_of(position.proposition, wanted, entities)
        ):
            for day in _days(position):
                spoken[day].append(position)
    drawn: list[ControlDay] = []
    for day in sorted(day for day in spoken if day is not None):
        recent = [p for back in range(STATE_DAYS + 1) for p in spoken.get(day - timedelta(days=back), ())]
        drawn += [*_silence(drawn, day), _control_day(day, spoken[day], recent, wanted, entities)]
    if None in spoken:
        drawn.append(_control_day(None, spoken[None], spoken[None], wanted, entities))
    return tuple(drawn)


def _speaks_of(said: Proposition, wanted: set[str], entities: Mapping[str, Entity]) -> bool:
    place = said.ref("place")
    if place is None:
        return False
    known = entities.get(place.entity or "")
    around = known.within if known else ()
    return party(place) in wanted or place.name.casefold() in wanted or not wanted.isdisjoint(around)


def _days(position: Position) -> tuple[date | None, ...]:
    first, last = position.first, position.last
    if first and last and last - first < LONGEST_DRAWN:
        return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))
    return (position.said or first or last,)


def _silence(drawn: list[ControlDay], day: date) -> list[ControlDay]:
    if not drawn or drawn[-1].day is None:
        return []
    first, last = date.fromisoformat(drawn[-1].day) + timedelta(days=1), day - timedelta(days=1)
    return [ControlDay(edtf(first, last), ControlState.UNSPOKEN, ())] if first <= last else []


def _control_day(
    day: date | None, spoken: list[Position], recent: list[Position], wanted: set[str], entities: Mapping[str, Entity]
) -> ControlDay:
    distinct = list({(p.claimant, p.signature): p for p in spoken}.values())
    earlier = list({(p.claimant, p.signature): p for p in recent}.values())
    judged = Judge(entities)
    contested = any(judged.conflict(a, b) for a in distinct for b in earlier if a.claimant != b.claimant)
    claims = tuple(_control_claim(position, day, wanted) for position in spoken)
    holders = tuple(
        sorted({claim.holder for claim in claims if claim.holder and claim.extent != "none" and not claim.negated})
    )
    silent = ControlState.UNCONTESTED if any(claim.holder for claim in claims) else ControlState.FOUGHT_OVER
    return ControlDay(
        day.isoformat() if day else None, ControlState.CONTESTED if contested else silent, claims, holders
    )


def _control_claim(position: Position, day: date | None, wanted: set[str]) -> ControlClaim:
    said, claimant = position.proposition, position.claim.claimant
    place, holder = said.ref("place"), said.ref("holder")
    inside = place is not None and party(place) not in wanted and place.name.casefold() not in wanted
    part = named(said.get("part"))
    return ControlClaim(
        claim=position.claim.id,
        day=day.isoformat() if day else None,
        claimant=claimant.name if claimant else "",
        claimant_id=claimant.entity if claimant else None,
        holder=named(said.get("holder")),
        holder_id=holder.entity if holder else None,
        extent=named(said.get("extent")),
        part=", ".join(filter(None, (part, place.name if inside and place else None))) or None,
        change=named(said.get("change")),
        negated=said.negated,
        words=answer_words(said),
    )

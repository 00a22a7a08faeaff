"""What a claim commits to, and for which days: the unit that relations compare.

Enter claims; leave `Position`s, one for each typed proposition. Refused: narration, which is the outlet's own voice
and stands in no relation, what is only thought, and what is only urged, held open or said to depend on an if.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from counterclaim.frames import REVISE_DAYS, STATE_DAYS, Context, FrameKind, Timing, kind_of
from counterclaim.model import Claim, Entity, EntityKind, Modality, Proposition, Ref, Stance, Value
from counterclaim.times import Bounds
from counterclaim.times import bounds as _bounds

# What is said to have changed (a town taken) is spoken of as so changed for some days, not for ever.
CHANGE_DAYS = 7
UNKNOWN: Bounds = (None, None)

bounds = lru_cache(maxsize=1 << 14)(_bounds)  # a ledger has few days and many claims

Signature = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """One proposition of one claim, with what its frame's pack says of it (`kind`).

    `first` and `last` are the days that it is put forward for, None where open or unknown; `said` is the day of
    saying, which orders what one claimant says. `claimant` is a key, `signature` what is said without who says it and
    when: equal for identical positions. `ahead` is true for what is foretold or planned. `implied` is true for what
    follows from the words without standing there (`FrameKind.implies`).
    """

    claim: Claim
    proposition: Proposition
    claimant: str
    signature: Signature
    first: date | None
    last: date | None
    said: date | None
    ahead: bool
    kind: FrameKind
    implied: bool = False

    @property
    def dated(self) -> bool:
        """Is anything known of its days?"""
        return self.first is not None or self.last is not None


def positions(claims: Iterable[Claim]) -> Iterator[Position]:
    """Every position that someone puts forward, in the order of claims; equal propositions of one claim count once."""
    for claim in claims:
        if not claim.voiced or claim.stance in (Stance.URGES, Stance.UNCONFIRMED):
            continue
        for proposition in dict.fromkeys(claim.propositions):
            if proposition.modality not in (Modality.URGED, Modality.CONDITIONAL) and not _says_nothing(proposition):
                yield _position(claim, proposition)


def with_implied(found: Iterable[Position]) -> Iterator[Position]:
    """The positions, and behind each what nobody can hold without it: an attack was beaten off, so its place is not
    the attackers'."""
    for position in found:
        yield position
        implies = position.kind.implies
        implied = implies(position.proposition) if implies is not None else None
        if implied is not None:
            made = _position(position.claim, implied)
            yield replace(made, signature=("implied", *made.signature), implied=True)


def _says_nothing(proposition: Proposition) -> bool:
    """An aim that is spoken of and not named can be any aim."""
    needed = kind_of(proposition.frame).needed
    return bool(needed) and all(proposition.get(role) is None for role in needed)


def _position(claim: Claim, proposition: Proposition) -> Position:
    kind = kind_of(proposition.frame)
    first, last = _days(claim, proposition, kind.timing)
    ahead = proposition.modality is Modality.PLANNED or claim.stance in (Stance.PREDICTS, Stance.PLANS)
    signature = _signature(proposition, kind.timing)
    return Position(claim, proposition, party(claim.claimant), signature, first, last, day_of(claim), ahead, kind)


def _days(claim: Claim, proposition: Proposition, timing: Timing) -> Bounds:
    """The time spoken of where the words give one, else the day of saying; moves to come are dated by the saying."""
    said = day_of(claim)
    by_saying = timing.as_said or (timing.to_come is not None and timing.to_come(proposition))
    first, last = bounds(proposition.when) if proposition.when and not by_saying else UNKNOWN
    if first is None and last is None:
        if said and timing.none_yet is not None and timing.none_yet(proposition):
            return said - timedelta(days=CHANGE_DAYS), said  # "none was captured" is against each count told before it
        return said, _still_said(claim, said, timing)
    if timing.days == 0 and first and last and first < last:
        # What has mounted up over days is a figure for the last of them, or for an earlier day on which it is told.
        last = min(last, said) if said and said >= first else last
        return last, last
    if timing.days == 0 and first and last and said and last < said:
        return _figure_days(first, last, said)
    changed = timing.changed is not None and timing.changed(proposition)
    if changed and first is None:
        first = last  # "was taken by 6 March": it may have been the others' until then
    if changed and said and last and last < said and (said - last).days <= CHANGE_DAYS:
        return first, said
    return first, last


def _figure_days(first: date, last: date, told: date) -> Bounds:
    """ "Nine died on Monday", told on Tuesday, is the figure of both days; told on Friday, when more bodies have been
    found, it is no longer that of Monday. Told a month later it is what became of it: the day's own figure."""
    since = (told - last).days
    if since <= STATE_DAYS:
        return first, told
    return (last + timedelta(days=STATE_DAYS + 1), told) if since <= REVISE_DAYS else (first, last)


def _still_said(claim: Claim, said: date | None, timing: Timing) -> date | None:
    """A count that was given a day or two before its report came out is the claimant's figure until then."""
    published = bounds(claim.published)[0] if claim.published else None
    if timing.days or said is None or published is None or not 0 <= (published - said).days <= 1:
        return said
    return published


def _signature(proposition: Proposition, timing: Timing) -> Signature:
    filled = ((argument.role, value_key(argument.value)) for argument in proposition.arguments)
    arguments = sorted((role, key) for role, key in filled if key)
    when = "" if timing.state else proposition.when or ""
    return (proposition.frame, proposition.negated, when, *arguments)


def day_of(claim: Claim) -> date | None:
    """The day of saying; the article's where the sentence gives none; None where neither is known to a few days."""
    for time in (claim.said, claim.published):
        first, last = bounds(time) if time else UNKNOWN
        if first and last and (last - first).days <= STATE_DAYS:
            return first
    return None


def party(ref: Ref | None) -> str:
    """One key for one person, body or place: the entity's id where it is known, else the name without case."""
    return "" if ref is None else ref.entity or ref.name.casefold()


def value_key(value: Value) -> str:
    """A role's filler as text that is equal for equal fillers; empty where open. Only places can share a name."""
    if isinstance(value, Ref):
        return party(value) if value.kind is EntityKind.PLACE else value.name.casefold()
    return "" if value is None else str(value).casefold()


def order(claim: Claim) -> tuple[date, str, int, str]:
    """A sort key: by day of saying (unknown first), then by article and place in it."""
    start = claim.content_spans[0].start if claim.content_spans else 0
    return (day_of(claim) or date.min, claim.article, start, claim.id)


def world(entities: Mapping[str, Entity], a: Claim, b: Claim) -> Context:
    """What comparing two claims' propositions needs to know: places within places, sides, and when each was made."""

    def within(inner: str, outer: str) -> bool:
        entity = entities.get(inner)
        return entity is not None and outer in entity.within

    def side(ref: Ref) -> str | None:
        entity = entities.get(ref.entity or "")
        return entity.side if entity else None

    return Context(within, side, (_moment(a), _moment(b)))


def _moment(claim: Claim) -> str | None:
    """When it was made: said, and told again a day or two later by the report that carries it."""
    said, published = (bounds(time)[0] if time else None for time in (claim.said, claim.published))
    if said is None or published is None or not 0 < (published - said).days <= STATE_DAYS:
        return claim.said or claim.published
    return f"{said}/{published}"


def latest_position(
    claims: Iterable[Claim], claimant: str, place: str, frames: frozenset[str] = frozenset({"control"})
) -> Claim | None:
    """The last claim of a claimant on a place, in any of the frames; None if there is none.

    `claimant` and `place` are entity ids, or names. Claims without a known day count as the earliest; what is foretold
    or urged does not count.
    """
    spoken = (
        position.claim
        for position in positions(claims)
        if not position.ahead
        and position.proposition.frame in frames
        and _goes_by(position.claim.claimant, claimant)
        and _goes_by(position.proposition.ref("place"), place)
    )
    return max(spoken, key=order, default=None)


def _goes_by(ref: Ref | None, wanted: str) -> bool:
    return ref is not None and wanted.casefold() in (party(ref).casefold(), ref.name.casefold())

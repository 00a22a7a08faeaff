"""What a claim commits to at a time: the unit that relations compare.

Enter claims; leave `Position`s, one for each typed proposition, with the days for which it is put forward. Narration has none: it is
the outlet's own voice and stands in no relation.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.frames.comparison import Context
from counterclaim.model import Claim, Entity, Modality, Proposition, Ref, Stance, Value
from counterclaim.times import Bounds, bounds

# A state said on one day may have changed on the fourth: past that, two claims on it need not be about the same thing.
STATE_DAYS = 3
STATES = frozenset({"control", "fighting"})
UNKNOWN: Bounds = (None, None)

Signature = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """One proposition of one claim. `first` and `last` are the days that it is put forward for; None where unknown.

    `day` is when it was said, as far as known: the order of what one claimant says.
    """

    claim: Claim
    proposition: Proposition
    first: date | None
    last: date | None
    day: date | None

    @property
    def claimant(self) -> str:
        """Who puts it forward, as a key: the entity, else the name."""
        return party(self.claim.claimant)

    @property
    def signature(self) -> Signature:
        """What is said, without who says it and when: equal for identical positions."""
        said = self.proposition
        arguments = sorted((argument.role, value_key(argument.value)) for argument in said.arguments)
        return (said.frame, said.negated, said.modality.value, said.when or "", *arguments)


def positions(claims: Iterable[Claim]) -> Iterator[Position]:
    """Every position that someone puts forward as so, planned or not so; what is urged or depends on an if is left out."""
    for claim in claims:
        if claim.claimant is None or claim.stance in (Stance.URGES, Stance.UNCONFIRMED):
            continue
        for proposition in dict.fromkeys(claim.propositions):
            if proposition.modality not in (Modality.URGED, Modality.CONDITIONAL):
                yield position(claim, proposition)


def position(claim: Claim, proposition: Proposition) -> Position:
    """The position with its days: the time spoken of where the words give one, else the day of saying, else of publishing.

    A change of hands goes on holding until it is spoken of, so its days run from the change to the saying.
    """
    said = day_of(claim)
    first, last = bounds(proposition.when) if proposition.when else UNKNOWN
    if first is None and last is None:
        first = last = said
    elif proposition.frame == "control" and said and last and last < said and proposition.get("change"):
        last = said
    return Position(claim, proposition, first, last, said)


def day_of(claim: Claim) -> date | None:
    """The day of saying; the article's where the sentence gives none; None where neither has a known day."""
    for time in (claim.said, claim.published):
        first, last = bounds(time) if time else UNKNOWN
        if first and last and (last - first).days <= STATE_DAYS:
            return first
    return None


def slack(frame: str) -> timedelta:
    """How far apart two positions of this frame may lie and still be on one matter."""
    return timedelta(days=STATE_DAYS if frame in STATES else 0)


def party(ref: Ref | None) -> str:
    """One key for one person, body or place: the entity's id where it is known, else the name without case."""
    return "" if ref is None else ref.entity or ref.name.casefold()


def value_key(value: Value) -> str:
    """A role's filler as text that is equal for equal fillers."""
    return party(value) if isinstance(value, Ref) else str(value).casefold()


def context(entities: Mapping[str, Entity], a: Claim, b: Claim) -> Context:
    """What comparing two claims' propositions needs to know: places within places, sides, and when each was made."""

    def within(inner: str, outer: str) -> bool:
        entity = entities.get(inner)
        return entity is not None and outer in entity.within

    def side(ref: Ref) -> str | None:
        entity = entities.get(ref.entity or "")
        return entity.side if entity else None

    return Context(within, side, (a.said or a.published, b.said or b.published))

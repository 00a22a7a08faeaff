"""What each claim of a dispute answers to its question.

Enter a dispute and the ledger's claims and entities; leave the position by which a claim stands on its side. A claim of
what no frame holds has none: it stands there by a denial, or by a person's word.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from counterclaim.frames import answer_words
from counterclaim.model import Claim, Dispute, Entity
from counterclaim.relate.positions import Position, day_of, order, positions
from counterclaim.relate.questions import answer, answers_frame

UNTYPED = "statement"


@dataclass(frozen=True, slots=True)
class Stand:
    """One claim on one side, by number; `position` is None where no frame holds what it says."""

    side: int
    claim: Claim
    position: Position | None
    words: str


def given(dispute: Dispute, claims: Mapping[str, Claim], entities: Mapping[str, Entity]) -> tuple[Stand, ...]:
    """Every claim of the dispute's sides that is there, in the order of days; `claims` are by id and `folded`."""
    found = ((n, claims[name]) for n, side in enumerate(dispute.sides) for name in side.claims if name in claims)
    return tuple(_stand(dispute, n, claim, entities) for n, claim in sorted(found, key=lambda one: order(one[1])))


def position_on(dispute: Dispute, claim: Claim, entities: Mapping[str, Entity]) -> Position | None:
    """The position by which a claim, of the dispute or not, answers its question."""
    typed = () if dispute.frame == UNTYPED else positions([claim])
    answering = (p for p in typed if answers_frame(dispute.frame, p.proposition))
    there = [p for p in answering if _speaks_of(p, dispute.place, entities)]
    shown = {words for side in dispute.sides for words in side.position.split("; ")}
    return next((p for p in there if answer(p) in shown), there[0] if there else None)


def days(told: Iterable[Stand]) -> Iterator[str]:
    """ISO days of saying, in order, those that are known."""
    return iter(sorted(day.isoformat() for one in told if (day := day_of(one.claim))))


def _stand(dispute: Dispute, side: int, claim: Claim, entities: Mapping[str, Entity]) -> Stand:
    position = position_on(dispute, claim, entities)
    words = answer_words(position.proposition) if position else dispute.sides[side].position
    return Stand(side, claim, position, words)


def _speaks_of(position: Position, place: str | None, entities: Mapping[str, Entity]) -> bool:
    named = (position.proposition.ref(role) for role in ("place", "origin"))
    keys = [ref.entity for ref in named if ref is not None and ref.entity]
    return place is None or any(key == place or place in entities[key].within for key in keys if key in entities)

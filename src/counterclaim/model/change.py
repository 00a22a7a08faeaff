"""What is new in the disputes since a day."""

from dataclasses import dataclass

from counterclaim.model.relation import Dispute


@dataclass(frozen=True, slots=True)
class Reversal:
    """A claimant who now says otherwise: the claim and the earlier one that it revises, by id, and both answers.

    `day` is the EDTF day on which the new answer came out.
    """

    claimant: str
    claim: str
    earlier: str
    now: str
    before: str
    day: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What is new in one dispute.

    `new` is true where nothing stood against anything before; then `sides` and `reversals` are told as part of it.
    `sides` are the positions of `Dispute.sides` that nobody had taken before, `claims` the ids of all new claims,
    `words` says what is new, a sentence each.
    """

    dispute: Dispute
    new: bool
    sides: tuple[str, ...]
    reversals: tuple[Reversal, ...]
    claims: tuple[str, ...]
    words: tuple[str, ...]

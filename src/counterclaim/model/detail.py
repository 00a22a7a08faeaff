"""A dispute looked at closely: who stands where since when, who moved, what each side speaks of, what is left open."""

from dataclasses import dataclass

from counterclaim.model.relation import Dispute


@dataclass(frozen=True, slots=True)
class Step:
    """What a claimant answered for a while.

    `side` is its number in `Dispute.sides`, `words` the answers with the parts of places ("; " between),
    `first` and `last` the EDTF days on which they were given, `claim` the id of the first claim that gives them.
    """

    side: int
    words: str
    first: str | None
    last: str | None
    claim: str


@dataclass(frozen=True, slots=True)
class Course:
    """One claimant within the dispute: the answers given, in the order of days; `moved` if they changed sides."""

    claimant: str
    steps: tuple[Step, ...]

    @property
    def latest(self) -> Step:
        """The answer that stands."""
        return self.steps[-1]

    @property
    def moved(self) -> bool:
        """Was another side's answer given before?"""
        return len({step.side for step in self.steps}) > 1


@dataclass(frozen=True, slots=True)
class SideDetail:
    """One side: the latest answer in words and since when, of what it speaks, first and last seen (EDTF days).

    `standing` are the claimants whose latest answer it is, `left` those who gave it and now give another.
    """

    latest: str
    since: str | None
    scope: str
    first: str | None
    last: str | None
    standing: tuple[str, ...]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """A dispute, each of its sides in their order, everyone's course, and what must be known to tell the sides apart.

    `scope` says how what the sides speak of differs; empty where it does not. `open_points` are made of typed data
    alone and say nothing of who is right.
    """

    dispute: Dispute
    sides: tuple[SideDetail, ...]
    courses: tuple[Course, ...]
    scope: str
    open_points: tuple[str, ...]

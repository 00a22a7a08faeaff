"""How two propositions stand to each other, and what must be known of the world to say so.

Enter two `Proposition`s of any claims; leaves a `Comparison`, or None where they do not speak of one matter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model import Ref


class ComparisonKind(StrEnum):
    """Two propositions on one matter can both be and say the same, cannot both be, or leave it open."""

    AGREES = "agrees"
    CONFLICTS = "conflicts"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict and the reason in words."""

    kind: ComparisonKind
    why: str


def _nothing_known(_inner: str, _outer: str) -> bool:
    return False


def _no_side(_ref: Ref) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Context:
    """What comparing needs to know beyond the two propositions.

    `place_within(inner, outer)` says whether the place of the first entity id lies in that of the second;
    `side(ref)` gives the
    side that a person or body is on, as reported. `moments` are the EDTF times at which the two claims were made
    (said, else
    published); they stand in where an attack or a toll is not dated itself. `at_once` takes both as said at one time,
    which is how one claimant's figures of two days are compared.
    """

    place_within: Callable[[str, str], bool] = _nothing_known
    side: Callable[[Ref], str | None] = _no_side
    moments: tuple[str | None, str | None] = (None, None)
    at_once: bool = False


def agrees(why: str) -> Comparison:
    """Both can be, and say the same."""
    return Comparison(ComparisonKind.AGREES, why)


def conflicts(why: str) -> Comparison:
    """Both cannot be."""
    return Comparison(ComparisonKind.CONFLICTS, why)


def cannot_tell(why: str) -> Comparison:
    """One matter, but what is said leaves open whether both can be."""
    return Comparison(ComparisonKind.CANNOT_TELL, why)

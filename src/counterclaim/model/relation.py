"""What stands against what: relations between claims, dispatches that many carry, disputes."""

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model.review import Review


class RelationKind(StrEnum):
    """How two claims stand to each other. `REPEATS` and `REVISES` are within one claimant, the others between two."""

    REPEATS = "repeats"
    CORROBORATES = "corroborates"
    CONTRADICTS = "contradicts"
    REVISES = "revises"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Relation:
    """`left` and `right` are claim ids; `why` is the reason in words.

    For `DENIES` and `REVISES` the left one acts on the right. `review` is what a person has said of it; where she gave
    the kind, `machine` is the one that the machine gave, None where it saw no relation.
    """

    id: str
    kind: RelationKind
    left: str
    right: str
    why: str
    confidence: float
    review: Review = Review.UNREVIEWED
    machine: RelationKind | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The articles that carry one dispatch, whole or in part. `credited` is the agency that any of them credits."""

    id: str
    articles: tuple[str, ...]
    credited: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a dispute's question: the claims that give it, and its independent voices.

    A voice is one claimant through one origin: ten carriers of one dispatch are one voice.
    """

    position: str
    claims: tuple[str, ...]
    claimants: tuple[str, ...]
    voices: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question on which claims stand against each other.

    `first` and `last` are EDTF days; `place` is an entity id.
    """

    id: str
    question: str
    frame: str
    place: str | None
    first: str | None
    last: str | None
    sides: tuple[Side, ...]
    relations: tuple[str, ...]

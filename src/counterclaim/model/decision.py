"""A person's decisions. They are appended, never changed; an undo is a decision too.

What a decision is about it says in words that stand in reports, never by the number of a row: an `EntityKey` finds its
entity again however often the reports are read anew, and a `ClaimKey` its claim.
"""

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model.judgement import Accept, Add, Correct, EntityKey, Judge, Reject, Unsure


class DecisionKind(StrEnum):
    """What is decided."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    ACCEPT = "accept"
    REJECT = "reject"
    UNSURE = "unsure"
    CORRECT = "correct"
    ADD = "add"
    JUDGE = "judge"
    UNDO = "undo"


class DecisionState(StrEnum):
    """What became of a decision when everything was last made anew."""

    CARRIED_OUT = "carried out"
    FITS_NOTHING = "fits nothing"
    OVERRULED = "overruled"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Merge:
    """The two are one; `other` goes into `entity`."""

    entity: EntityKey
    other: EntityKey


@dataclass(frozen=True, slots=True)
class Split:
    """These names, in these documents (none: wherever they stand), are not `entity`'s; they are `apart`'s."""

    entity: EntityKey
    apart: EntityKey
    names: tuple[str, ...]
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rename:
    """The entity is shown under this name."""

    entity: EntityKey
    name: str


@dataclass(frozen=True, slots=True)
class Undo:
    """The decision of that id, or all those of that bulk, no longer count. Undoing an undo brings them back."""

    decision: str


OnEntities = Merge | Split | Rename
OnClaims = Accept | Reject | Unsure | Correct | Add | Judge
Action = OnEntities | OnClaims | Undo


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, why, by whom and when: UTC, ISO 8601 to the microsecond. The id is a hash of all that."""

    id: str
    action: Action
    reason: str | None
    by: str
    at: str

    @property
    def kind(self) -> DecisionKind:
        """What is decided."""
        return DecisionKind(type(self.action).__name__.lower())

    @property
    def bulk(self) -> str | None:
        """The id of all that were decided in one go, if it was one of several."""
        return None if isinstance(self.action, OnEntities | Undo) else self.action.bulk


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a decision, and why where it was not carried out."""

    decision: str
    state: DecisionState
    why: str = ""

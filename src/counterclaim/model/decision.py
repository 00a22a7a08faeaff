"""A person's decisions. They are appended, never changed; an undo is a decision too.

What a decision is about it says in words that stand in reports, never by the number of a row: an `EntityKey` finds its
entity again however often the reports are read anew.
"""

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model.entity import EntityKind


class DecisionKind(StrEnum):
    """What is decided."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    UNDO = "undo"


class DecisionState(StrEnum):
    """What became of a decision when everything was last made anew."""

    CARRIED_OUT = "carried out"
    FITS_NOTHING = "fits nothing"
    OVERRULED = "overruled"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A report by its document name, the fullest name that it gives somebody, and as what."""

    document: str
    name: str
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class EntityKey:
    """An entity as a decision names it: what it was called when decided, and some of the reports that named it."""

    kind: EntityKind
    name: str
    side: str | None
    mentions: tuple[NamedIn, ...]


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
    """The decision of that id no longer counts. Undoing an undo brings it back."""

    decision: str


Action = Merge | Split | Rename | Undo


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


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a decision, and why where it was not carried out."""

    decision: str
    state: DecisionState
    why: str = ""

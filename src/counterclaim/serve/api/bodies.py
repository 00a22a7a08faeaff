"""What programs send to the API, and what it says of the decisions that it made of that: one frozen record each."""

from dataclasses import dataclass, field
from typing import ClassVar

from pydantic import ConfigDict

from counterclaim.model import EntityKind, Modality, Stance

# A misspelt name must not pass for one that was left out.
STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class SetIn:
    """Fills a role of a proposition otherwise, or sets `negated`, `modality` or `when`. Propositions count from 1."""

    __pydantic_config__: ClassVar = STRICT

    proposition: int
    role: str
    value: str | int | bool | None


@dataclass(frozen=True, slots=True)
class AddIn:
    """A further proposition."""

    __pydantic_config__: ClassVar = STRICT

    frame: str
    roles: dict[str, str | int] = field(default_factory=dict)
    negated: bool = False
    modality: Modality | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class CorrectIn:
    """What a claim says in truth. `kind` goes with a claimant whom the ledger does not know; `outlet` says that it is
    the outlet's own voice; `content` are words of the report in their order; an empty `channel` or `said` (EDTF) says
    that there is none; `speech` false makes it a thought. `by` is who decides.
    """

    __pydantic_config__: ClassVar = STRICT

    by: str
    reason: str | None = None
    claimant: str | None = None
    kind: EntityKind | None = None
    outlet: bool = False
    content: list[str] = field(default_factory=list)
    stance: Stance | None = None
    channel: str | None = None
    said: str | None = None
    speech: bool | None = None
    set: list[SetIn] = field(default_factory=list)
    drop: list[int] = field(default_factory=list)
    add: list[AddIn] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class UndoIn:
    """Who takes a decision back, and why."""

    __pydantic_config__: ClassVar = STRICT

    by: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class MergeIn:
    """With whom an entity is one: an id or a name."""

    __pydantic_config__: ClassVar = STRICT

    by: str
    other: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SplitIn:
    """Names that are not an entity's, in these documents alone where any are given; without names, whatever the
    documents call it.
    """

    __pydantic_config__: ClassVar = STRICT

    by: str
    names: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class OverruledOut:
    """An earlier decision that is no longer carried out."""

    decision: str
    why: str


@dataclass(frozen=True, slots=True)
class MadeOut:
    """What was decided: `undo` is the id by which all of it is undone, `unlike` what may show a slip of the hand."""

    undo: str
    decisions: list[str]
    overruled: list[OverruledOut]
    unlike: list[str]

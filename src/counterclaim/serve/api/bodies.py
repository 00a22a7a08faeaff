"""What programs send to the API, and what it says of decisions and of what waits for one: one frozen record each."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import ConfigDict

from counterclaim.model import EntityKind, Modality, RelationKind, Stance
from counterclaim.serve.api.shapes import ClaimOut, RelationOut

# A misspelt name must not pass for one that was left out.
STRICT = ConfigDict(extra="forbid")


class Word(StrEnum):
    """What is said of claims and relations as they are."""

    ACCEPT = "accept"
    REJECT = "reject"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class SayIn:
    """One thing that is said of several claims or relations, by their ids. `by` is who decides."""

    __pydantic_config__: ClassVar = STRICT

    by: str
    say: Word
    ids: list[str]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class JudgeIn:
    """How two claims stand to each other: of denies and revises, `left` acts on `right`; without a kind, in no way."""

    __pydantic_config__: ClassVar = STRICT

    by: str
    left: str
    right: str
    kind: RelationKind | None = None
    reason: str | None = None


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
    that there is none; `speech` false makes it a thought. `also` are ids of further claims that are corrected alike,
    for which neither words nor propositions can be given. `by` is who decides.
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
    also: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MissedIn:
    """A claim that the machine missed: its words as the report has them, and a claimant, or that it is the outlet's own
    voice; the rest as in a correction.
    """

    __pydantic_config__: ClassVar = STRICT

    by: str
    content: list[str]
    claimant: str | None = None
    kind: EntityKind | None = None
    outlet: bool = False
    stance: Stance | None = None
    channel: str | None = None
    said: str | None = None
    speech: bool = True
    add: list[AddIn] = field(default_factory=list)
    reason: str | None = None


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
class RenameIn:
    """Under which name an entity is shown."""

    __pydantic_config__: ClassVar = STRICT

    by: str
    name: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class TakeInIn:
    """Decisions as `/decisions` gives them and `export --what decisions` writes them."""

    __pydantic_config__: ClassVar = STRICT

    decisions: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class OverruledOut:
    """An earlier decision that is no longer carried out."""

    decision: str
    why: str


@dataclass(frozen=True, slots=True)
class MadeOut:
    """What was decided: `undo` is the id by which all of it is undone, `unlike` what may show a slip of the hand,
    `claim` the id of a claim that was added.
    """

    undo: str
    decisions: list[str]
    overruled: list[OverruledOut]
    unlike: list[str]
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class TakenInOut:
    """How many of the decisions were new to the ledger, and how many it held."""

    new: int
    known: int


@dataclass(frozen=True, slots=True)
class DecisionOut:
    """A decision as it is exported and can be taken in; in words; and what became of it: carried out, fits nothing,
    overruled or undone, with the reason. Both are null and empty before everything was made anew with it.
    """

    decision: dict[str, Any]
    words: str
    state: str | None
    why: str


@dataclass(frozen=True, slots=True)
class DecisionPageOut:
    """Decisions, the latest first, undone ones too."""

    items: list[DecisionOut]
    next: str | None


@dataclass(frozen=True, slots=True)
class ComparedOut:
    """A claim as the machine read it and as it is now, the fields that differ, and the decisions on it that are carried
    out, oldest first.
    """

    before: ClaimOut
    after: ClaimOut
    changed: list[str]
    decisions: list[DecisionOut]


@dataclass(frozen=True, slots=True)
class WaitingOut:
    """A claim, or else a relation, that waits for a look: `score` is doubt times impact, `why` says so in words.
    `disputes` are those in which it stands, `voices` those that rest on it alone, `falls` the disputes that would fall
    without it.
    """

    score: float
    why: str
    sure: float
    disputes: int
    voices: int
    falls: int
    claim: ClaimOut | None
    relation: RelationOut | None


@dataclass(frozen=True, slots=True)
class WaitingPageOut:
    """What waits, weightiest first."""

    items: list[WaitingOut]
    next: str | None

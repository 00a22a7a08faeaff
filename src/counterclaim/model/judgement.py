"""What a person says of a claim or a relation: that it is right, wrong, otherwise, or that she cannot tell.

Like decisions on entities, these name what they are about in words of the report: a `ClaimKey` finds its claim again
however often the report is read anew.
"""

from dataclasses import dataclass

from counterclaim.model.attribution import Stance
from counterclaim.model.claim import Modality
from counterclaim.model.entity import EntityKind
from counterclaim.model.relation import RelationKind
from counterclaim.model.span import Part


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A report by its document name, the fullest name that it gives somebody, and as what."""

    document: str
    name: str
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class EntityKey:
    """An entity as a decision names it: what it was called when decided, and some of the reports that named it.

    Without `mentions` it is somebody whom no report named so when it was decided.
    """

    kind: EntityKind
    name: str
    side: str | None
    mentions: tuple[NamedIn, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a report. `at` is where they began when decided, in code points: it only tells equal words apart."""

    words: str
    at: int


@dataclass(frozen=True, slots=True)
class ClaimKey:
    """A claim as a decision names it, all as the machine read it: the report, the words of content and cue, and whose
    claim it is, by name and in the report's words; both are empty in narration.
    """

    document: str
    part: Part
    content: tuple[Quoted, ...]
    cue: str
    claimant: str
    source: str


@dataclass(frozen=True, slots=True)
class Named:
    """Someone or somewhere that fills a role: `surface` are the words used; `entity` is given where a person chose."""

    name: str
    surface: str
    kind: EntityKind | None = None
    entity: EntityKey | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A role and what fills it, as a decision says it."""

    role: str
    value: Named | str | int | None


@dataclass(frozen=True, slots=True)
class Said:
    """A proposition as a decision says it; see `Proposition`."""

    frame: str
    arguments: tuple[Filled, ...] = ()
    negated: bool = False
    modality: Modality = Modality.ACTUAL
    when: str | None = None
    evidence: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """The machine's reading of a claim when a person vouched for it. It stays, should the machine change its mind."""

    stance: Stance
    channel: str | None
    said: str | None
    speech: bool
    propositions: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who claims it; None is the outlet in its own voice."""

    who: EntityKey | None


@dataclass(frozen=True, slots=True)
class Given:
    """A value given by hand; None says that there is none."""

    value: str | None


@dataclass(frozen=True, slots=True)
class Accept:
    """The claim is read right. `bulk` is one id for all that were decided in one go."""

    claim: ClaimKey
    seen: Seen
    bulk: str | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """The claim is none of this report's: it is kept, and left out of what is listed, counted and compared."""

    claim: ClaimKey
    bulk: str | None = None


@dataclass(frozen=True, slots=True)
class Unsure:
    """A person looked at the claim and cannot tell."""

    claim: ClaimKey
    bulk: str | None = None


@dataclass(frozen=True, slots=True)
class Correct:
    """The claim is read wrong in what is given here, which takes the place of the machine's; None leaves it.

    `speech` false makes it a thought, which commits nobody. `propositions` are all that the claim has then.
    """

    claim: ClaimKey
    seen: Seen
    claimant: Speaker | None = None
    content: tuple[Quoted, ...] | None = None
    stance: Stance | None = None
    channel: Given | None = None
    said: Given | None = None
    speech: bool | None = None
    propositions: tuple[Said, ...] | None = None
    bulk: str | None = None


@dataclass(frozen=True, slots=True)
class Add:
    """The report makes this claim, which the machine missed. `claim` names it as a decision on it would; it has no cue.

    Should the machine find it later, this is what it says.
    """

    claim: ClaimKey
    claimant: Speaker
    stance: Stance
    channel: str | None = None
    said: str | None = None
    speech: bool = True
    propositions: tuple[Said, ...] = ()
    bulk: str | None = None


@dataclass(frozen=True, slots=True)
class Judge:
    """How two claims stand to each other: `kind`; None for in no way. `unsure` says that it cannot be told.

    For `DENIES` and `REVISES` the left one acts on the right.
    """

    left: ClaimKey
    right: ClaimKey
    kind: RelationKind | None
    unsure: bool = False
    bulk: str | None = None

"""An attribution made comparable: claimant, content, and the typed propositions that it commits to."""

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model.attribution import Quotation, Stance
from counterclaim.model.entity import Ref
from counterclaim.model.review import Review
from counterclaim.model.span import Part, Spans

Value = Ref | str | int | None


class Modality(StrEnum):
    """How the claimant presents what a proposition says."""

    ACTUAL = "actual"
    PLANNED = "planned"
    URGED = "urged"
    CONDITIONAL = "conditional"
    PRESUPPOSED = "presupposed"


@dataclass(frozen=True, slots=True)
class Argument:
    """One role of a frame and who or what fills it."""

    role: str
    value: Value


@dataclass(frozen=True, slots=True)
class Proposition:
    """A typed frame of a pack.

    `when` is the EDTF time that it speaks of; `evidence` lies inside the claim's content.
    """

    frame: str
    arguments: tuple[Argument, ...] = ()
    negated: bool = False
    modality: Modality = Modality.ACTUAL
    when: str | None = None
    evidence: Spans = ()

    def get(self, role: str) -> Value:
        """The value of a role; None where it is open."""
        for argument in self.arguments:  # asked millions of times where claims are related: no generator
            if argument.role == role:
                return argument.value
        return None

    def ref(self, role: str) -> Ref | None:
        """The value of a role that names someone or somewhere; None where it is open or plain text."""
        value = self.get(role)
        return value if isinstance(value, Ref) else None


@dataclass(frozen=True, slots=True)
class Claim:
    """Who claims what, in which words, through which channel.

    `claimant` is None only for narration. `speech` is false for a thought, and for a plain saying that the report
    makes in passing: the outlet tells it, so its quotation is narration, and `claimant` is who is said to think or say
    it. It commits nobody to any proposition and counts as nobody's claim. `confidence` is the geometric mean of the
    probabilities that source and content are right and that careful readers would list it; where `speech` is false,
    the first alone. `answers` names whose claim is denied or confirmed, where the words do.
    `said` is the EDTF time of saying where the sentence dates it; `published` is the article's. `review` is what a
    person has said of it; a confidence is the machine's all the same.
    """

    id: str
    article: str
    document: str
    part: Part
    claimant: Ref | None
    source_spans: Spans
    cue_spans: Spans
    content_spans: Spans
    content: str
    quotation: Quotation
    stance: Stance
    propositions: tuple[Proposition, ...]
    confidence: float
    channel: str | None = None
    relayed_by: tuple[str, ...] = ()
    answers: Ref | None = None
    said: str | None = None
    outlet: str | None = None
    published: str | None = None
    speech: bool = True
    review: Review = Review.UNREVIEWED

    @property
    def voiced(self) -> bool:
        """Does someone named claim it? Nobody does in narration or in a thought."""
        return self.claimant is not None and self.speech

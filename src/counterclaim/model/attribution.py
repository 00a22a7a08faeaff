"""In one article: who is said to have said it (source), the words that say so (cue), and what was said (content)."""

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model.span import Part, Spans


class Quotation(StrEnum):
    """How the words are given: all in quote marks, partly, not at all, or in the outlet's own voice."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NARRATION = "narration"


class Stance(StrEnum):
    """What the claimant does with the content. `UNCONFIRMED` is the outlet's own reserve."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CONFIRMS = "confirms"
    PREDICTS = "predicts"
    PLANS = "plans"
    URGES = "urges"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content spans of one part of an article (PARC3, Pareti 2012; PolNeAR, Newell et al. 2018).

    `source` is empty where the speaker is named in another sentence and `cue` where nothing but a quotation shows that
    someone speaks. `channel` is named in the cue's sentence ("Telegram", "press release"); `relayed_by` are the source
    words of those who passed it on, claimant outwards. `answers` are the words naming the claim that is denied or
    confirmed ("the governor's claim"). `speech` is false for thoughts, wants and plans that nobody is said to have
    uttered. `confidence` is the probability that source and content are right, `listed` the one that readers who list
    claims would list it.
    """

    part: Part
    source: Spans
    cue: Spans
    content: Spans
    quotation: Quotation
    stance: Stance
    confidence: float
    channel: str | None = None
    relayed_by: tuple[str, ...] = ()
    answers: Spans = ()
    speech: bool = True
    listed: float = 1.0

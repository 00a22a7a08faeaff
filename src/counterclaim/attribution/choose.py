"""From candidates to attributions: scores every cue of a passage, picks its content, and lets the surer one win where two clash.

Enters a `Passage`; leaves `Found`s in reading order, with probabilities that both the cue and its content are right.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.attribution.contents import Content, contents_of
from counterclaim.attribution.cues import Cue, find_cues
from counterclaim.attribution.features import content_features, cue_features
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.scores import Models
from counterclaim.attribution.sources import Source, source_of
from counterclaim.model import Spans

HOPELESS = 0.1
SURE = 0.25  # best F1 of the relation on the development part of PolNeAR


@dataclass(frozen=True, slots=True)
class Found:
    """A cue with its source and the content that it most probably has."""

    cue: Cue
    source: Source
    content: Content
    passage: Passage
    confidence: float


def choose(passage: Passage, models: Models, sure: float = SURE) -> tuple[Found, ...]:
    """The attributions of one passage whose confidence reaches `sure`."""
    candidates = sorted(_candidates(passage, models), key=lambda found: (-found.confidence, found.cue.head.span))
    chosen: list[Found] = []
    for found in candidates:
        if found.confidence >= sure and not any(_same(found, other) for other in chosen):
            chosen.append(found)
    return tuple(sorted(chosen, key=lambda found: found.cue.head.span))


def _candidates(passage: Passage, models: Models) -> Iterator[Found]:
    for sentence in passage.sentences:
        for cue in find_cues(sentence):
            source = source_of(cue, passage)
            likely = models.cue.probability(cue_features(cue, source, passage))
            if likely < HOPELESS:
                continue
            scored = [
                (models.content.probability(content_features(content, cue, source, passage)), content)
                for content in contents_of(cue, source, passage)
            ]
            if scored:
                right, content = max(scored, key=lambda pair: pair[0])
                yield Found(cue, source, content, passage, likely * right)


def _same(found: Found, other: Found) -> bool:
    """Do two cues claim the same words as content? One whose content holds the other cue stands around it."""
    if any(span.covers(b.cue.head.span) for a, b in ((found, other), (other, found)) for span in a.content.spans):
        return False
    left, right = found.content.spans, other.content.spans
    shared = overlap(left, right)
    return 2 * shared > 0.8 * (size(left) + size(right))


def overlap(left: Spans, right: Spans) -> int:
    """Characters that both cover."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)


def size(spans: Spans) -> int:
    """Characters covered; spans of one content never overlap."""
    return sum(len(span) for span in spans)

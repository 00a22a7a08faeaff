"""From candidates to attributions: scores every cue, picks its content, and lets the surer one win where two clash.

Enters a `Passage`; leaves `Found`s in reading order, with probabilities that both the cue and its content are right.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.attribution.contents import Content, contents_of
from counterclaim.attribution.cues import Cue, find_cues
from counterclaim.attribution.features import content_features, cue_features
from counterclaim.attribution.forms import sure_form
from counterclaim.attribution.lexicon import classes, speaks
from counterclaim.attribution.passages import Passage
from counterclaim.attribution.scores import Models
from counterclaim.attribution.sources import Source, source_of
from counterclaim.model import Spans

# Below these no content can lift a candidate to SURE_ENOUGH: the square root of HOPELESS is just that.
HOPELESS = 0.12
CLAIMED = 0.7
SURE = 0.4  # between the best F1 on the development parts of PolNeAR (all attributions) and of CED (speech alone)
MORE = 0.05  # for plain assertions without quote marks: docs/attribution.md has the curve
SURE_ENOUGH = 0.35  # where the training corpus marks less than we do: headlines, nouns, speech within speech


@dataclass(frozen=True, slots=True)
class Found:
    """A cue with its source and the content that it most probably has; `formed` where its form left no doubt."""

    cue: Cue
    source: Source
    content: Content
    passage: Passage
    likely: float
    right: float
    formed: bool = False

    @property
    def confidence(self) -> float:
        """The probability that the word is a cue and that this is its content."""
        return self.likely * self.right


def choose(
    passage: Passage, models: Models, sure: float = SURE, *, speakers: frozenset[str] = frozenset()
) -> tuple[Found, ...]:
    """The attributions of one passage whose confidence reaches `sure`.

    The training corpus gives each word to one attribution at most, so the model thinks too little of speech within
    speech, and of "the claim of A that" under a verb: there the square root of its probability stands. `speakers` are
    words for those who speak in the report under a headline.
    """
    candidates = sorted(
        _candidates(passage, models, speakers), key=lambda found: (-found.confidence, found.cue.head.span)
    )
    chosen: list[Found] = []
    for found in candidates:
        enough = _enough(found, sure)
        if found.confidence >= enough and not any(_same(found, other) for other in chosen):
            chosen.append(found)
    for found in candidates:
        if found not in chosen and (_named_noun(found) or (_states(found) and any(_within(found, o) for o in chosen))):
            raised = replace(found, likely=max(math.sqrt(found.likely), CLAIMED if _claims_that(found) else 0.0))
            if raised.confidence >= min(sure, SURE_ENOUGH) and not any(_same(found, other) for other in chosen):
                chosen.append(raised)
    return tuple(sorted(chosen, key=lambda found: found.cue.head.span))


def _enough(found: Found, sure: float) -> float:
    """The confidence that a candidate of its kind must reach."""
    kind, lemma = found.cue.kind, found.cue.lemma
    if kind == "headline":
        return min(sure, SURE_ENOUGH)
    plain = not any(quote.outer.overlaps(span) for quote in found.passage.quotes for span in found.content.spans)
    assertive = speaks(kind, lemma) and not {"deny", "confirm", "urge", "plan", "predict"} & set(classes(kind, lemma))
    return sure + MORE if plain and assertive else sure


def _candidates(passage: Passage, models: Models, speakers: frozenset[str]) -> Iterator[Found]:
    for sentence in passage.sentences:
        for cue in find_cues(sentence, headline=passage.headline):
            source = source_of(cue, passage)
            likely = models.cue.probability(cue_features(cue, source, passage))
            form = sure_form(cue, source, passage, speakers)
            if form:
                likely = max(likely, CLAIMED)
            hopeless = HOPELESS if speaks(cue.kind, cue.lemma) else SURE_ENOUGH
            if likely < hopeless and not (cue.kind == "noun" and _named(cue, source)):
                continue
            scored = [
                (models.content.probability(content_features(content, cue, source, passage)), content)
                for content in contents_of(cue, source, passage)
            ]
            if scored:
                right, content = _best(scored, cue, form)
                yield Found(cue, source, content, passage, likely, right, bool(form))


def _best(scored: list[tuple[float, Content]], cue: Cue, form: tuple[str, ...]) -> tuple[float, Content]:
    formed = [(max(right, CLAIMED), content) for right, content in scored if set(form) & set(content.names)]
    if formed:
        return max(formed, key=lambda pair: (pair[0], pair[1].spans[-1].end))
    return _headlined(scored) if cue.kind == "headline" else max(scored, key=lambda pair: pair[0])


def _headlined(scored: list[tuple[float, Content]]) -> tuple[float, Content]:
    """Behind a verb that the parser took for a name there is no tree to choose by: the rest of the headline it is."""
    whole = [
        (max(right, CLAIMED), content) for right, content in scored if {"right", "right-first"} & set(content.names)
    ]
    return min(whole or scored, key=lambda pair: pair[1].spans[-1].end)


def _within(found: Found, other: Found) -> bool:
    """Does the other's content hold this cue?"""
    return any(span.covers(found.cue.head.span) for span in other.content.spans)


def _states(found: Found) -> bool:
    """Is it speech with a clause or a quotation as its content?"""
    whole = {"sub:ccomp", "quote-after", "quote-before", "that:that"}
    return speaks(found.cue.kind, found.cue.lemma) and bool(whole & set(found.content.names))


def _named_noun(found: Found) -> bool:
    """ "The claims by A that …", "B's statement about …"."""
    return found.cue.kind == "noun" and _named(found.cue, found.source)


def _named(cue: Cue, source: Source) -> bool:
    name = source.head is not None and source.head.pos == "PROPN" and source.how in ("by", "of", "from", "poss")
    return name and speaks(cue.kind, cue.lemma)


def _claims_that(found: Found) -> bool:
    """A reporting noun with its speaker and a clause of its own leaves no doubt."""
    return _named_noun(found) and bool({"sub:ccomp", "sub:acl", "that:that"} & set(found.content.names))


def _same(found: Found, other: Found) -> bool:
    """Do two cues claim the same words as content? One whose content holds the other cue stands around it."""
    if _within(found, other) or _within(other, found):
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

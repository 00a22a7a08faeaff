"""Which content and source a candidate has, how sure that is, and whether it claims anything.

Enters `Candidate`s; leaves probabilities from four small logistic models over plain numbers, `judge.json`: is this
stretch the content? does this source fit? is the attribution right, content and source? would careful readers list it
as a claim? `training/judge.py` makes the file. The numbers that enter are named here, so that each weight can be
read.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np

from counterclaim.attribution.candidates import READ, Candidate, Heard, Option
from counterclaim.attribution.lexicon import classes, speaks
from counterclaim.attribution.sources import Source
from counterclaim.model import Spans

WAYS = (
    "sub:ccomp", "that:", "quote-after", "quote-before", "quotes", "left", "right", "paragraph", "around", "sub:xcomp",
    "sub:dobj", "sub:prep", "object:prep", "from:ccomp", READ, "sub:acl", "sub:advcl", "-first", "-last", "predicate",
    "after:", "-until",
)  # fmt: skip
KINDS = ("noun", "adjective", "colon", "dash", "according", "headline")
CLASSES = ("deny", "confirm", "urge", "plan", "predict", "speech", "thought", "attitude", "none")
WORST = -15.0  # nats below the best offer from which it makes no difference
REMEMBERED = 4096  # sets of ways of which the numbers are kept
CLOSE = 3  # characters by which two ends may differ and still be one

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weighted:
    """A logistic model over named numbers; a number that it does not know weighs nothing."""

    bias: float
    weights: Features

    def probability(self, features: Features) -> float:
        """Between 0 and 1."""
        score = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


@dataclass(frozen=True, slots=True)
class Judge:
    """The four models."""

    content: Weighted
    source: Weighted
    right: Weighted
    claim: Weighted


@dataclass(frozen=True, slots=True)
class Sure:
    """The probabilities of a candidate's content and source, and how far the content is before the next best."""

    content: float
    source: float
    margin: float


@cache
def judge() -> Judge:
    """The shipped weights, read once."""
    raw = json.loads(files("counterclaim.attribution").joinpath("judge.json").read_text(encoding="utf-8"))
    return Judge(
        *(Weighted(raw[name]["bias"], raw[name]["weights"]) for name in ("content", "source", "right", "claim"))
    )


def logit(probability: float) -> float:
    """Log-odds, kept between -9.2 and 9.2."""
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))


def option_features(candidate: Candidate, option: Option) -> Features:
    """Is this stretch the content? What grammar says, what the encoder heard in, around and at its ends, its marks."""
    heard, spans = candidate.heard, option.content.spans
    inside = heard.covered(spans)
    best = max(other.fit for other in candidate.options)
    found = {
        "grammar": logit(option.probability) if option.probability is not None else 0.0,
        "behind": max(WORST, option.fit - best) / 3,
        "best-of-grammar": float(option.fit - best > -0.5 and option.probability is not None),
        **_ends(heard, inside),
        **_heard_in(heard, inside),
        **_shape(candidate, spans, int(inside.sum())),
    }
    return found | _ways(option.content.names)


@lru_cache(REMEMBERED)
def _ways(names: tuple[str, ...]) -> dict[str, float]:
    """The ways that led to a content."""
    return {way: 1.0 for way in WAYS if any(way in name for name in names)}


def _ends(heard: Heard, inside: np.ndarray) -> Features:
    """How sure the encoder is that each run opens and ends where it does: mean log-odds."""
    padded = np.concatenate(([False], inside, [False]))
    first = np.flatnonzero(padded[1:-1] & ~padded[:-2])
    after = np.flatnonzero(padded[1:-1] & ~padded[2:]) + 1
    opens = [logit(float(heard.opens[at])) for at in first]
    ends = [logit(1 - float(heard.content[at])) if at < len(inside) and heard.counts[at] else 2.0 for at in after]
    return {"opens": sum(opens) / max(len(opens), 1) / 3, "ends": sum(ends) / max(len(ends), 1) / 3}


def _heard_in(heard: Heard, inside: np.ndarray) -> Features:
    within, without = heard.content[inside & heard.counts], heard.content[~inside & heard.counts]
    return {
        "mean-inside": float(within.mean()) if len(within) else 0.0,
        "least-inside": float(within.min()) if len(within) else 0.0,
        "sum-outside": min(float(without.sum()), 8.0) / 4,
        "most-outside": float(without.max()) if len(without) else 0.0,
    }


def _shape(candidate: Candidate, spans: Spans, words: int) -> Features:
    passage, sentence = candidate.passage, candidate.cue.sentence.span
    start, end = spans[0].start, spans[-1].end
    spoken = [quote for quote in passage.quotes if passage.spoken(quote)]
    met = [quote for quote in spoken if quote.outer.start < end and start < quote.outer.end]
    cut = [quote for quote in met if not (start <= quote.inner.start + 1 and quote.inner.end - 1 <= end)]
    whole = [q for q in met if abs(q.inner.start - start) < CLOSE and abs(q.inner.end - end) < CLOSE]
    return {
        "cuts-quote": float(len(cut)), "whole-quote": float(len(whole)), "two-runs": float(len(spans) > 1),
        "three-runs": float(len(spans) > 2), "words": min(words, 50) / 25, "past-sentence": float(end > sentence.end),
        "before-sentence": float(start < sentence.start), "to-sentence-end": float(abs(end - sentence.end) < CLOSE),
    }  # fmt: skip


def source_features(candidate: Candidate, source: Source, fit: float) -> Features:
    """Does this source fit? Whose offer it is and how far it stands behind the best, in nats."""
    best = max(other for _, other in candidate.sources)
    grammar = candidate.sources[0][0]
    kind = "nobody" if not source.words else "read" if source.how == READ else "grammar"
    against = "nobody" if not grammar.words else grammar.how.split(":")[0]
    return {
        kind: 1.0,
        f"behind,{kind}": max(WORST, fit - best) / 3,
        f"{kind},offered={against}": 1.0,
        f"{kind},{candidate.cue.kind}": 1.0,
    }


def whole_features(candidate: Candidate, option: Option, source: Source, sure: Sure) -> Features:
    """Is the attribution right? `sure` says how sure its content and its source are."""
    cue, headline = candidate.cue, candidate.passage.headline
    named = classes(cue.kind, cue.lemma)
    found = {
        "heard": logit(candidate.heard_likely), "likely": logit(candidate.likely), "content": logit(sure.content),
        "source": logit(sure.source), "margin": sure.margin, "nobody": float(not source.words),
        "read-source": float(source.how == READ),
        "speaks": float(speaks(cue.kind, cue.lemma)), "above": float(headline), "long-cue": float(len(cue.words) > 1),
    }  # fmt: skip
    found |= {f"kind={kind}": 1.0 for kind in KINDS if cue.kind == kind}
    found |= {f"class={name}": 1.0 for name in CLASSES if name in named}
    return found | {f"content:{name}": value for name, value in option_features(candidate, option).items()}


def claim_features(candidate: Candidate, option: Option, source: Source, sure: Sure) -> Features:
    """Would careful readers list it as a claim? The same, and who speaks in which form."""
    return {**whole_features(candidate, option, source, sure), **_form_features(candidate, option, source)}


def _form_features(candidate: Candidate, option: Option, source: Source) -> Features:
    head, tokens = source.head, candidate.cue.sentence.tokens
    named = head is not None and head.pos == "PROPN"
    entity = next((tokens[i].entity for i in source.words if tokens[i].entity in ("PERSON", "ORG", "GPE", "NORP")), "")
    quoted = candidate.passage.quoted(option.content.spans)
    inside = candidate.passage.quote_at(candidate.cue.head.span.start)
    return {
        "named": float(named), "pronoun": float(head is not None and head.pos == "PRON"), f"entity={entity}": 1.0,
        "plural": float(head is not None and head.tag in ("NNS", "NNPS")), "quoted": quoted,
        "direct": float(quoted > 0.9),
        "mixed": float(0 < quoted <= 0.9), f"tag={candidate.cue.head.tag}": 1.0, "nested": float(inside is not None),
        f"dep={candidate.cue.head.dep}": 1.0,
    }  # fmt: skip


def verdict(candidate: Candidate, option: Option, source: Source, sure: Sure, judge: Judge) -> tuple[float, float]:
    """The probabilities that the attribution is right, and that careful readers would list it as a claim."""
    whole = whole_features(candidate, option, source, sure)
    return judge.right.probability(whole), judge.claim.probability(
        {**whole, **_form_features(candidate, option, source)}
    )


def settle(candidate: Candidate, judge: Judge) -> tuple[Option, Source, Sure]:
    """The likeliest content and source of a candidate, and how sure they are."""
    contents = [judge.content.probability(option_features(candidate, option)) for option in candidate.options]
    sources = [judge.source.probability(source_features(candidate, *offer)) for offer in candidate.sources]
    content, source = (max(range(len(rated)), key=rated.__getitem__) for rated in (contents, sources))
    next_best = max((rated for n, rated in enumerate(contents) if n != content), default=0.0)
    sure = Sure(contents[content], sources[source], contents[content] - next_best)
    return candidate.options[content], candidate.sources[source][0], sure

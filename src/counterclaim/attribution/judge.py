"""Which content and source a candidate has, how sure that is, and whether it claims anything.

Enters `Candidate`s; leaves probabilities from four small logistic models over plain numbers, `judge.json`: is this
stretch the content? does this source fit? is the attribution right, content and source? would careful readers list it
as a claim? `training/judge.py` makes the file. The numbers that enter are named here, so that each weight can be
read.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import numpy as np

from counterclaim.attribution.candidates import READ, Candidate, Option
from counterclaim.attribution.encoder.model import Numbers
from counterclaim.attribution.lexicon import classes, speaks
from counterclaim.attribution.option_numbers import NUMBERS, WORST, option_numbers
from counterclaim.attribution.sources import Source

KINDS = ("noun", "adjective", "colon", "dash", "according", "headline")
CONTENT_NAMES = tuple(f"content:{name}" for name in NUMBERS)
CLASSES = ("deny", "confirm", "urge", "plan", "predict", "speech", "thought", "attitude", "none")

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
class Rated:
    """A logistic model over the rows of `option_numbers`; `weights` stand in the order of `NUMBERS`."""

    bias: float
    weights: Numbers

    def probabilities(self, rows: Numbers) -> Numbers:
        """One for each row, between 0 and 1."""
        scores: Numbers = 1.0 / (1.0 + np.exp(-(rows @ self.weights + self.bias).clip(-30.0, 30.0)))
        return scores


@dataclass(frozen=True, slots=True)
class Judge:
    """The four models."""

    content: Rated
    source: Weighted
    right: Weighted
    claim: Weighted


@dataclass(frozen=True, slots=True)
class Sure:
    """The probabilities of a candidate's content and source, and how far the content is before the next best."""

    content: float
    source: float
    margin: float


@dataclass(frozen=True, slots=True)
class Settled:
    """What a candidate has: the number of its content among the options, and its source.

    `rows` are the candidate's `option_numbers`; `sure` says how sure the likeliest content and source are.
    """

    candidate: Candidate
    rows: Numbers
    content: int
    source: Source
    sure: Sure

    @property
    def option(self) -> Option:
        """The content that was settled for."""
        return self.candidate.options[self.content]

    def but(self, option: Option, source: Source) -> "Settled":
        """The same candidate with another content and source; how sure the likeliest ones are stays."""
        return replace(self, content=self.candidate.options.index(option), source=source)


@cache
def judge() -> Judge:
    """The shipped weights, read once."""
    raw = json.loads(files("counterclaim.attribution").joinpath("judge.json").read_text(encoding="utf-8"))
    source, right, claim = (Weighted(raw[name]["bias"], raw[name]["weights"]) for name in ("source", "right", "claim"))
    return Judge(rated(raw["content"]["bias"], raw["content"]["weights"]), source, right, claim)


def rated(bias: float, weights: Features) -> Rated:
    """The model with these weights by name; numbers without one weigh nothing."""
    return Rated(bias, np.array([weights.get(name, 0.0) for name in NUMBERS], dtype=np.float32))


def logit(probability: float) -> float:
    """Log-odds, kept between -9.2 and 9.2."""
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))


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


def whole_features(settled: Settled) -> Features:
    """Is the attribution right, content and source?"""
    candidate, sure = settled.candidate, settled.sure
    cue, source = candidate.cue, settled.source
    named = classes(cue.kind, cue.lemma)
    found = {
        "heard": logit(candidate.heard_likely), "likely": logit(candidate.likely), "content": logit(sure.content),
        "source": logit(sure.source), "margin": sure.margin, "nobody": float(not source.words),
        "read-source": float(source.how == READ), "speaks": float(speaks(cue.kind, cue.lemma)),
        "above": float(candidate.passage.headline), "long-cue": float(len(cue.words) > 1),
    }  # fmt: skip
    found |= {f"kind={kind}": 1.0 for kind in KINDS if cue.kind == kind}
    found |= {f"class={name}": 1.0 for name in CLASSES if name in named}
    return found | dict(zip(CONTENT_NAMES, settled.rows[settled.content].tolist(), strict=True))


def claim_features(settled: Settled) -> Features:
    """Would careful readers list it as a claim? The same, and who speaks in which form."""
    return {**whole_features(settled), **_form_features(settled)}


def _form_features(settled: Settled) -> Features:
    cue, source, passage = settled.candidate.cue, settled.source, settled.candidate.passage
    head, tokens = source.head, cue.sentence.tokens
    named = head is not None and head.pos == "PROPN"
    entity = next((tokens[i].entity for i in source.words if tokens[i].entity in ("PERSON", "ORG", "GPE", "NORP")), "")
    quoted = passage.quoted(settled.option.content.spans)
    inside = passage.quote_at(cue.head.span.start)
    return {
        "named": float(named), "pronoun": float(head is not None and head.pos == "PRON"), f"entity={entity}": 1.0,
        "plural": float(head is not None and head.tag in ("NNS", "NNPS")), "quoted": quoted,
        "direct": float(quoted > 0.9), "mixed": float(0 < quoted <= 0.9), f"tag={cue.head.tag}": 1.0,
        "nested": float(inside is not None), f"dep={cue.head.dep}": 1.0,
    }  # fmt: skip


def verdict(settled: Settled, judge: Judge) -> tuple[float, float]:
    """The probabilities that the attribution is right, and that careful readers would list it as a claim."""
    whole = whole_features(settled)
    return judge.right.probability(whole), judge.claim.probability({**whole, **_form_features(settled)})


def settle(candidate: Candidate, judge: Judge) -> Settled:
    """The likeliest content and source of a candidate, and how sure they are."""
    rows = option_numbers(candidate)
    contents = judge.content.probabilities(rows).tolist()
    sources = [judge.source.probability(source_features(candidate, *offer)) for offer in candidate.sources]
    content, source = (max(range(len(rated)), key=rated.__getitem__) for rated in (contents, sources))
    next_best = max((rated for n, rated in enumerate(contents) if n != content), default=0.0)
    sure = Sure(contents[content], sources[source], contents[content] - next_best)
    return Settled(candidate, rows, content, candidate.sources[source][0], sure)

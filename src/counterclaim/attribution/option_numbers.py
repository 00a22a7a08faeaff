"""The numbers by which the contents that a cue may have are told apart.

Enters a `Candidate`; leaves one row for each of its options: what grammar says, what the encoder heard in, around and
at the ends of the stretch, its marks, and the ways that led to it. Every column has a name in `NUMBERS`, so that each
weight of the judge can be read.
"""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from counterclaim.attribution.candidates import READ, Candidate
from counterclaim.attribution.encoder.model import Numbers

HEARD = (
    "opens", "ends", "mean-inside", "least-inside", "sum-outside", "most-outside"
)  # fmt: skip
SHAPE = (
    "cuts-quote", "whole-quote", "two-runs", "three-runs", "words", "past-sentence", "before-sentence",
    "to-sentence-end",
)  # fmt: skip
WAYS = (
    "sub:ccomp", "that:", "quote-after", "quote-before", "quotes", "left", "right", "paragraph", "around", "sub:xcomp",
    "sub:dobj", "sub:prep", "object:prep", "from:ccomp", READ, "sub:acl", "sub:advcl", "-first", "-last", "predicate",
    "after:", "-until",
)  # fmt: skip
NUMBERS = ("grammar", "behind", "best-of-grammar", *HEARD, *SHAPE, *WAYS)
WORST = -15.0  # nats below the best offer from which it makes no difference
MOST_OUTSIDE = 8.0  # words of content left out, beyond which it makes no difference
MOST_WORDS = 50
CLOSED = 2.0  # log-odds that a stretch ends where its paragraph or a sentence ends
NEARLY_BEST = 0.5  # nats behind the best offer
CLOSE = 3  # characters by which two ends may differ and still be one
REMEMBERED = 4096  # sets of ways of which the numbers are kept

Edges = NDArray[np.int64]
Columns = tuple[NDArray[Any], ...]  # one number or flag for each option


def option_numbers(candidate: Candidate) -> Numbers:
    """Shape (options, len(NUMBERS)); every number is finite, most lie between -5 and 5."""
    behind = np.maximum(candidate.fits - candidate.fits.max(), WORST)
    known = np.array([option.probability is not None for option in candidate.options])
    grammar = logits(np.array([option.probability or 0.0 for option in candidate.options], dtype=np.float32))
    columns = [
        np.where(known, grammar, 0.0),
        behind / 3,
        known & (behind > -NEARLY_BEST),
        *_heard(candidate),
        *_shape(candidate),
    ]
    ways = np.stack([_ways(option.content.names) for option in candidate.options])
    return np.concatenate((np.stack(columns, axis=1), ways), axis=1, dtype=np.float32)


def logits(probabilities: Numbers) -> Numbers:
    """Log-odds, kept between -9.2 and 9.2."""
    bounded = probabilities.clip(1e-4, 1 - 1e-4)
    raised: Numbers = np.log(bounded / (1 - bounded))
    return raised


@lru_cache(REMEMBERED)
def _ways(names: tuple[str, ...]) -> Numbers:
    """1 for each way that led to a content."""
    return np.array([any(way in name for name in names) for way in WAYS], dtype=np.float32)


def _heard(candidate: Candidate) -> Columns:
    """As in `HEARD`: how surely the runs open and end (mean log-odds), and what was heard within and without."""
    heard, inside = candidate.heard, candidate.inside
    counted, missed = inside & heard.counts, ~inside & heard.counts
    many = np.maximum(counted.sum(1), 1)
    framed = np.zeros((len(inside), inside.shape[1] + 2), dtype=np.bool_)
    framed[:, 1:-1] = inside
    opens, ends = inside & ~framed[:, :-2], framed[:, :-1] & ~framed[:, 1:]
    ended = np.append(np.where(heard.counts, logits(1 - heard.content), CLOSED), CLOSED)
    return (
        opens @ logits(heard.opens) / np.maximum(opens.sum(1), 1) / 3,
        ends @ ended / np.maximum(ends.sum(1), 1) / 3,
        counted @ heard.content / many,
        np.where(counted.any(1), np.where(counted, heard.content, 1.0).min(1), 0.0),
        np.minimum(missed @ heard.content, MOST_OUTSIDE) / (MOST_OUTSIDE / 2),
        np.where(missed, heard.content, 0.0).max(1, initial=0.0),
    )


def _shape(candidate: Candidate) -> Columns:
    """As in `SHAPE`: where the stretch begins and ends, beside quote marks and sentence."""
    sentence = candidate.cue.sentence.span
    spans = [option.content.spans for option in candidate.options]
    starts = np.array([found[0].start for found in spans])
    ends = np.array([found[-1].end for found in spans])
    runs = np.array([len(found) for found in spans])
    return (
        *_quotes(candidate, starts, ends),
        runs > 1,
        runs > 2,
        np.minimum(candidate.inside.sum(1), MOST_WORDS) / (MOST_WORDS / 2),
        ends > sentence.end,
        starts < sentence.start,
        abs(ends - sentence.end) < CLOSE,
    )


def _quotes(candidate: Candidate, starts: Edges, ends: Edges) -> tuple[Edges, Edges]:
    """How many spoken quotations each option cuts, and how many it is from mark to mark."""
    cut, whole = np.zeros_like(starts), np.zeros_like(starts)
    for quote in candidate.passage.quotes:
        if candidate.passage.spoken(quote):
            inner, outer = quote.inner, quote.outer
            met = (outer.start < ends) & (starts < outer.end)
            held = (starts <= inner.start + 1) & (inner.end - 1 <= ends)
            cut += met & ~held
            whole += met & (abs(inner.start - starts) < CLOSE) & (abs(inner.end - ends) < CLOSE)
    return cut, whole

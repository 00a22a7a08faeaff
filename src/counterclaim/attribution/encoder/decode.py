"""The likeliest whole reading of what the encoder says word by word: Viterbi search over labels (Viterbi 1967).

Enters probabilities by word and label; leaves for each word the label of the best sequence in which nothing is
continued that was not opened, and opening a further stretch costs something: word by word, the likeliest labels fall to
pieces.
"""

import math

import numpy as np

from counterclaim.attribution.encoder.model import (
    BEGINS_CONTENT,
    BEGINS_SOURCE,
    IN_CONTENT,
    IN_SOURCE,
    NEITHER,
    Flags,
    Numbers,
)

LABELS = 5
TINY = 1e-6
LEAST = math.log(TINY) + 1e-6  # the score of a label that the encoder says nothing for, and a little
ENTRY = 0.7  # what opening a stretch costs, in nats


def best_labels(roles: Numbers, closed: Flags) -> list[int]:
    """A label for every word. `roles` has shape (words, 5); `closed` is true for words that must be neither."""
    scores = np.log(np.maximum(roles, TINY, dtype=np.float64))
    scores[closed, 1:] = -np.inf
    labels = [NEITHER] * len(scores)
    heard = np.flatnonzero((scores[:, 1:] > LEAST).any(axis=1))
    if len(heard):
        first, last = max(int(heard[0]) - 1, 0), int(heard[-1]) + 1  # all words before and behind are neither
        labels[first:last] = _best_path(scores[first:last].tolist())
    return labels


def _best_path(scores: list[list[float]]) -> list[int]:
    """The labels with the highest sum of scores, of all sequences in which nothing is continued that was not opened."""
    best = [*scores[0]]
    best[IN_SOURCE] = best[IN_CONTENT] = -math.inf
    back: list[tuple[int, ...]] = []
    for score in scores[1:]:
        top = max(range(LABELS), key=best.__getitem__)
        source = max(BEGINS_SOURCE, IN_SOURCE, key=best.__getitem__)
        content = max(BEGINS_CONTENT, IN_CONTENT, key=best.__getitem__)
        back.append((top, top, source, top, content))
        opens = best[top] - ENTRY
        ways = (best[top], opens, best[source], opens, best[content])
        best = [way + here for way, here in zip(ways, score, strict=True)]
    labels = [max(range(LABELS), key=best.__getitem__)]
    for before in reversed(back):
        labels.append(before[labels[-1]])
    return labels[::-1]

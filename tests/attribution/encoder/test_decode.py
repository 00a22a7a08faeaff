"""The likeliest whole reading, word by word."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from counterclaim.attribution.encoder.decode import ENTRY, TINY, best_labels
from counterclaim.attribution.encoder.model import BEGINS_CONTENT, BEGINS_SOURCE, IN_CONTENT, IN_SOURCE, NEITHER

Roles = NDArray[np.float32]
OPENED = {IN_SOURCE: (BEGINS_SOURCE, IN_SOURCE), IN_CONTENT: (BEGINS_CONTENT, IN_CONTENT)}
CONTENT = [0.1, 0, 0, 0, 0.9]


@st.composite
def heard(draw: st.DrawFn, most: int = 25) -> tuple[Roles, NDArray[np.bool_]]:
    """Probabilities of some words, and which of them are the cue's own."""
    size = draw(st.integers(1, most))
    rows = draw(st.lists(st.lists(st.integers(0, 9), min_size=5, max_size=5), min_size=size, max_size=size))
    closed = draw(st.lists(st.booleans(), min_size=size, max_size=size))
    raised = np.array(rows, dtype=np.float32) ** 3
    raised[raised.sum(axis=1) == 0, 0] = 1
    return raised / raised.sum(axis=1, keepdims=True), np.array(closed)


@given(heard())
def test_nothing_is_continued_that_was_not_opened(case: tuple[Roles, NDArray[np.bool_]]) -> None:
    """Else contents begin in the middle of nowhere."""
    labels = best_labels(*case)
    assert len(labels) == len(case[0])
    for before, label in zip([NEITHER, *labels], labels, strict=False):
        assert label not in OPENED or before in OPENED[label]


@given(heard())
def test_the_cues_own_words_are_left_out(case: tuple[Roles, NDArray[np.bool_]]) -> None:
    """Else the ledger gives "said" as part of what was said."""
    roles, closed = case
    assert all(label == NEITHER for label, own in zip(best_labels(roles, closed), closed, strict=True) if own)


@settings(max_examples=30)
@given(heard(most=4))
def test_no_other_reading_is_likelier(case: tuple[Roles, NDArray[np.bool_]]) -> None:
    """Else a worse stretch than the encoder heard is told."""
    roles, closed = case

    def score(labels: tuple[int, ...]) -> float:
        total = 0.0
        for at, label in enumerate(labels):
            if label in OPENED and (at == 0 or labels[at - 1] not in OPENED[label]):
                return -np.inf
            if closed[at] and label != NEITHER:
                return -np.inf
            total += float(np.log(max(float(roles[at, label]), TINY)))
            total -= ENTRY * (at > 0 and label in (BEGINS_SOURCE, BEGINS_CONTENT))
        return total

    best = max(map(score, product(range(5), repeat=len(roles))))
    assert abs(score(tuple(best_labels(roles, closed))) - best) < 1e-4


def test_a_doubtful_word_does_not_break_a_content() -> None:
    """Else one odd name cuts a quotation in two."""
    roles = np.array([[0.1, 0, 0, 0.9, 0], CONTENT, [0.55, 0, 0, 0.05, 0.4], CONTENT, CONTENT], dtype=np.float32)
    closed = np.zeros(5, dtype=np.bool_)
    assert best_labels(roles, closed) == [BEGINS_CONTENT, *[IN_CONTENT] * 4]


def test_nothing_heard_is_nothing_told() -> None:
    """Else an article in which nobody speaks is full of claims."""
    roles = np.array([[1, 0, 0, 0, 0]] * 6, dtype=np.float32)
    assert best_labels(roles, np.zeros(6, dtype=np.bool_)) == [NEITHER] * 6


def test_words_far_from_what_was_heard_change_nothing() -> None:
    """Else a long paragraph reads differently from the same words in a short one."""
    silent = [[1.0, 0, 0, 0, 0]]
    near = np.array([*silent, [0.1, 0.8, 0.1, 0, 0], [0.2, 0, 0.8, 0, 0], *silent], dtype=np.float32)
    far = np.array([*silent * 400, *near.tolist(), *silent * 400], dtype=np.float32)
    told = best_labels(near, np.zeros(4, dtype=np.bool_))
    assert told == [NEITHER, BEGINS_SOURCE, IN_SOURCE, NEITHER]
    assert best_labels(far, np.zeros(804, dtype=np.bool_)) == [*[NEITHER] * 400, *told, *[NEITHER] * 400]

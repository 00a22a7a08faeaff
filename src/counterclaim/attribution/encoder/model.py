"""Runs the encoder over paragraphs and links cues with words: all that knows onnxruntime.

Enters the paragraphs of an article; leaves one `Encoded` each, whose numbers are probabilities. `model.onnx` is a
small BERT with two heads: one labels every piece as opening, continuing or outside a cue; the other, given a cue,
labels every piece as opening or continuing its source or its content, or neither. `linker.npz` holds what the second
head does once a cue is known. `MODEL_CARD.md` says how both were made.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import attrgetter
from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray

from counterclaim.attribution.encoder.pieces import Piece, Vocabulary
from counterclaim.attribution.encoder.view import shown
from counterclaim.attribution.passages import Passage
from counterclaim.model import Span

Numbers = NDArray[np.float32]
Flags = NDArray[np.bool_]
Places = NDArray[np.int64]

WINDOW = 192  # pieces that the encoder sees at once, its three kinds of marks included; as in training
NEAR = (0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128)  # distances in pieces that the linker tells apart
BEGINS_CUE, IN_CUE = 1, 2
NEITHER, BEGINS_SOURCE, IN_SOURCE, BEGINS_CONTENT, IN_CONTENT = range(5)
START, END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring stretches of text that are read together; each is the passage's number and its pieces."""

    stretches: tuple[tuple[int, tuple[Piece, ...]], ...]

    @property
    def size(self) -> int:
        """Pieces, with the mark before the first stretch and the one after each."""
        return 1 + sum(len(pieces) + 1 for _, pieces in self.stretches)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of pieces with what the encoder says of each: rows are pieces, columns labels or features."""

    pieces: tuple[Piece, ...]
    cue: Numbers
    parts: Numbers


@dataclass(frozen=True, slots=True)
class Encoded:
    """One passage as the encoder reads it. `starts` and `ends` are those of `words`."""

    stretches: tuple[Stretch, ...]
    words: tuple[Span, ...]
    starts: Places
    ends: Places
    linker: "Linker"

    def cues(self) -> Numbers:
        """For every word the probabilities that it is outside, opens, or continues a cue: shape (words, 3)."""
        return self._by_word([(stretch.pieces, stretch.cue) for stretch in self.stretches], 3)

    def roles(self, spans: Sequence[Span]) -> Numbers:
        """For every word what it is to the cue that covers `spans`: shape (words, 5).

        Columns: neither, opens the source, continues it, opens the content, continues it. A word in another stretch
        than the cue is neither.
        """
        for stretch in self.stretches:
            cue = [n for span in spans for n in _touching(stretch.pieces, span)]
            if cue:
                return self._by_word([(stretch.pieces, self.linker.roles(stretch.parts, cue))], 5)
        return self._by_word([], 5)

    def _by_word(self, read: Sequence[tuple[tuple[Piece, ...], Numbers]], labels: int) -> Numbers:
        """The mean over the pieces of each word; a word without pieces is outside. "cannot" is one piece, two words."""
        total = np.zeros((len(self.words), labels), dtype=np.float32)
        count = np.zeros((len(self.words), 1), dtype=np.float32)
        for pieces, numbers in read:
            rows, words = self._met(pieces)
            np.add.at(total, words, numbers[rows])
            np.add.at(count, words, 1)
        total[count[:, 0] == 0, 0] = 1
        np.maximum(count, 1, out=count)
        return total / count

    def _met(self, pieces: tuple[Piece, ...]) -> tuple[Places, Places]:
        """Which pieces touch which words: two arrays side by side."""
        first = np.searchsorted(self.ends, [piece.start for piece in pieces], side="right")
        many = np.maximum(np.searchsorted(self.starts, [piece.end for piece in pieces]) - first, 0)
        rows = np.repeat(np.arange(len(pieces)), many)
        return rows, np.arange(len(rows)) + np.repeat(first - np.cumsum(many) + many, many)


def _touching(pieces: Sequence[Piece], span: Span) -> range:
    """The numbers of the pieces that share a character with the span."""
    first = bisect_right(pieces, span.start, key=END)
    return range(first, bisect_left(pieces, span.end, key=START))


def encoded(stretches: Sequence[Stretch], words: Sequence[Span], linker: "Linker") -> Encoded:
    """What was read of a passage with these words."""
    starts, ends = (np.array([edge(word) for word in words], dtype=np.int64) for edge in (START, END))
    ordered = tuple(sorted(stretches, key=lambda stretch: stretch.pieces[0].start))
    return Encoded(ordered, tuple(words), starts, ends, linker)


class Linker:
    """The second head: which pieces are source and content of a given cue."""

    def __init__(self, arrays: Path) -> None:
        with np.load(arrays, allow_pickle=False) as raw:
            self._distance, self._weight, self._bias = (raw[name] for name in ("distance", "weight", "bias"))

    def roles(self, parts: Numbers, cue: Sequence[int]) -> Numbers:
        """Probabilities of the five labels for every piece; `cue` are the numbers of the cue's pieces."""
        of_word, by_word, of_cue, by_cue = np.split(parts, 4, axis=1)
        away = np.arange(len(parts)) - cue[0]
        near = np.searchsorted(NEAR[1:], np.abs(away), side="right")
        near = np.where(away < 0, near + len(NEAR), near)
        cue_of, cue_by = of_cue[list(cue)].mean(0), by_cue[list(cue)].mean(0)
        hidden = _gelu(of_word + cue_of + self._distance[near] + by_word * cue_by)
        return _softmax(hidden @ self._weight.T + self._bias)


class Encoder:
    """The network of a folder, loaded. One a process: it keeps about 60 MB."""

    def __init__(self, room: Path) -> None:
        options = onnxruntime.SessionOptions()
        # Without it, sums of eight bits overflow on processors that have AVX2 and no VNNI, and these read otherwise.
        options.add_session_config_entry("session.x64quantprecision", "1")
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # each worker process has a core
        self._session = onnxruntime.InferenceSession(
            str(room / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._vocabulary = Vocabulary(room / "vocab.txt")
        self.linker = Linker(room / "linker.npz")

    def read(self, passages: Sequence[Passage]) -> tuple[Encoded, ...]:
        """Every passage, in the same order."""
        found: dict[int, list[Stretch]] = {}
        for window in self.windows(passages):
            for number, stretch in self._run(window):
                found.setdefault(number, []).append(stretch)
        return tuple(
            encoded(
                found.get(number, ()),
                [token.span for sentence in passage.sentences for token in sentence.tokens],
                self.linker,
            )
            for number, passage in enumerate(passages)
        )

    def windows(self, passages: Sequence[Passage]) -> Iterator[Window]:
        """Neighbouring passages together as long as they fit; a longer one cut between sentences."""
        return windows(self._stretches(passages))

    def _stretches(self, passages: Sequence[Passage]) -> Iterator[tuple[int, tuple[Piece, ...]]]:
        for number, passage in enumerate(passages):
            span = passage.span
            text = shown(span.of(passage.text), span.start, passage.quotes)
            ends = {sentence.span.end for sentence in passage.sentences}
            for pieces in _cut(list(self._vocabulary.pieces(text, span.start)), ends):
                yield number, pieces

    def _run(self, window: Window) -> Iterator[tuple[int, Stretch]]:
        """One window a run: in eight bits its numbers would change with those beside it, and more is no faster."""
        ids = [self._vocabulary.opens]
        for _, pieces in window.stretches:
            ids += [*(piece.id for piece in pieces), self._vocabulary.ends]
        row = np.array([ids], dtype=np.int64)
        cue, parts = self._session.run(["cue", "parts"], {"ids": row, "mask": np.ones_like(row)})
        cue = _softmax(cue)
        at = 1
        for number, pieces in window.stretches:
            here = slice(at, at + len(pieces))
            yield number, Stretch(pieces, cue[0, here], parts[0, here])
            at += len(pieces) + 1


def windows(stretches: Iterable[tuple[int, tuple[Piece, ...]]]) -> Iterator[Window]:
    """Neighbouring stretches together as long as they fit."""
    held: list[tuple[int, tuple[Piece, ...]]] = []
    for stretch in stretches:
        if held and Window((*held, stretch)).size > WINDOW:
            yield Window(tuple(held))
            held = []
        held.append(stretch)
    if held:
        yield Window(tuple(held))


def _cut(pieces: Sequence[Piece], ends: AbstractSet[int]) -> Iterator[tuple[Piece, ...]]:
    """Runs that fit into a window, cut after the last sentence that fits, else wherever one is full."""
    start = 0
    while start < len(pieces):
        full = start + WINDOW - 2
        whole = (n for n in range(full, start, -1) if pieces[n - 1].end in ends)
        at = next(whole, full) if full < len(pieces) else len(pieces)
        yield tuple(pieces[start:at])
        start = at


def _softmax(scores: Numbers) -> Numbers:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    total: Numbers = raised / raised.sum(axis=-1, keepdims=True)
    return total


def _gelu(x: Numbers) -> Numbers:
    """The usual approximation by tanh (Hendrycks and Gimpel 2016); training uses the same."""
    value: Numbers = 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))
    return value


@cache
def encoder() -> Encoder:
    """The shipped network, loaded once."""
    return Encoder(Path(str(files("counterclaim.attribution.encoder"))))

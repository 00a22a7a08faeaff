"""A corpus of marked attributions as windows of word pieces, cut and shown as the running encoder sees them.

Enters a gzipped file of JSON lines {"text", "attributions": [{"source", "cue", "content"}]}, spans as [start, end) of
`text`; leaves `Example`s. Paragraphs are lines.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

from counterclaim.attribution.encoder.model import WINDOW, Window, windows
from counterclaim.attribution.encoder.pieces import Piece, Vocabulary
from counterclaim.attribution.encoder.view import shown
from counterclaim.attribution.quotations import find_quotes

MARK = -1  # the stretch of the marks that open a window and end a stretch
SORTED = 20  # batches among which windows are sorted by size, so that little is padded

Spans = Sequence[tuple[int, int]]
Attribution = Mapping[str, Spans]
Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution: the numbers of its pieces in the window. Source and content are those beside the cue."""

    cue: Places
    source: Places
    content: Places


@dataclass(frozen=True, slots=True)
class Example:
    """One window: vocabulary numbers with the marks, the stretch each piece belongs to, and what is marked in it."""

    ids: tuple[int, ...]
    stretches: tuple[int, ...]
    marked: tuple[Marked, ...]


def read(corpus: Path, vocabulary: Vocabulary, limit: int | None = None, half: int | None = None) -> list[Example]:
    """The windows of every article, of the first `limit` ones, or of one half."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in islice(lines, limit))
        return windows_of((row for row in rows if half is None or half_of(row["text"]) == half), vocabulary)


def windows_of(rows: Iterable[Mapping[str, Any]], vocabulary: Vocabulary) -> list[Example]:
    """The windows of every row of a corpus."""
    return [example for row in rows for example in examples(row["text"], row["attributions"], vocabulary)]


def half_of(text: str) -> int:
    """0 or 1: which half of a corpus an article belongs to."""
    return crc32(text.encode()) % 2


def examples(text: str, attributions: Sequence[Attribution], vocabulary: Vocabulary) -> Iterator[Example]:
    """The windows of one article."""
    for window in windows(enumerate(stretches(text, vocabulary))):
        yield example_of(window, attributions, vocabulary)


def stretches(text: str, vocabulary: Vocabulary) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each paragraph; one that no window holds is cut wherever a window is full."""
    for paragraph in re.finditer(r"\S[^\n]*", text):
        line, start = paragraph.group(), paragraph.start()
        pieces = tuple(vocabulary.pieces(shown(line, start, find_quotes(line, start)), start))
        for first in range(0, len(pieces), WINDOW - 2):
            yield pieces[first : first + WINDOW - 2]


def example_of(window: Window, attributions: Sequence[Attribution], vocabulary: Vocabulary) -> Example:
    """The window with the attributions whose cue and content it holds."""
    ids, of = [vocabulary.opens], [MARK]
    at: dict[int, int] = {}
    for number, pieces in window.stretches:
        for piece in pieces:
            at |= dict.fromkeys(range(piece.start, piece.end), len(ids))
            ids.append(piece.id)
            of.append(number)
        ids.append(vocabulary.ends)
        of.append(MARK)
    found = (marked_in(attribution, at, of) for attribution in attributions)
    return Example(tuple(ids), tuple(of), tuple(marked for marked in found if marked))


def marked_in(attribution: Attribution, at: Mapping[int, int], of: Sequence[int]) -> Marked | None:
    """Which pieces an attribution covers; none where its cue is elsewhere or its content is not beside the cue."""
    cue, source, content = (covered(attribution[part], at) for part in ("cue", "source", "content"))
    if not cue:
        return None
    beside = of[cue[0]]
    source, content = (tuple(n for n in places if of[n] == beside) for places in (source, content))
    return Marked(cue, source, content) if content else None


def covered(spans: Spans, at: Mapping[int, int]) -> Places:
    """The numbers of the pieces that spans touch; `at` says which piece each character is in."""
    return tuple(sorted({at[place] for start, end in spans for place in range(start, end) if place in at}))


def batches(every: Sequence[Example], size: int, random: Random | None = None) -> list[list[Example]]:
    """All of them in batches of windows of about one size, shuffled if there is chance to shuffle by."""
    order = list(range(len(every)))
    if random:
        random.shuffle(order)
    found = []
    for first in range(0, len(order), size * SORTED):
        near = sorted(order[first : first + size * SORTED], key=lambda number: len(every[number].ids))
        found += [near[at : at + size] for at in range(0, len(near), size)]
    if random:
        random.shuffle(found)
    return [[every[number] for number in batch] for batch in found]

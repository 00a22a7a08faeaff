"""A scorer's rules in their plainest form, and lines to score."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from bench.errors.records import Cue, Read, Spans
from bench.errors.scoring import Pairs, Rules, Score


def pair(left: Sequence[Any], right: Sequence[Any], score: Score) -> Pairs:
    scored = sorted(((score(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)), reverse=True)
    found: Pairs = []
    for value, i, j in scored:
        if value > 0 and all(i != a and j != b for a, b in found):
            found.append((i, j))
    return found


def word_f1(a: str, b: str) -> float:
    left, right = set(a.lower().split()), set(b.lower().split())
    return 2 * len(left & right) / (len(left) + len(right))


def overlap_f1(a: Spans, b: Spans) -> float:
    left, right = ({n for start, end in spans for n in range(start, end)} for spans in (a, b))
    return 2 * len(left & right) / max(len(left) + len(right), 1)


@pytest.fixture
def rules() -> Rules:
    return Rules(pair, word_f1, overlap_f1, lambda a, b: a == b, lambda _text, spans: spans)


Line = Callable[..., Read]


@pytest.fixture
def line() -> Line:
    """An exported line; a direct claim by Orla Vint unless said otherwise."""

    def build(words: str = "", **changes: Any) -> Read:
        base: dict[str, Any] = {
            "name": "Orla Vint", "kind": "person", "surface": "Vint", "outlet": "Tarn Courier", "source": (), "cue": (),
            "content": (), "quotation": "direct", "speech": True, "title": False, "confidence": 0.8, "word": Cue(),
        }  # fmt: skip
        return Read(words=words, **(base | changes))

    return build

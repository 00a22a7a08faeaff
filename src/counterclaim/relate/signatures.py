"""Sets of words → those that may be much alike: MinHash signatures in bands (Broder 1997; Leskovec, Rajaraman and
Ullman 2020, chapter 3).

Enter sets of words, one after the other; leave the numbers of the earlier ones that share a band. Two sets share one
number of their signatures with the probability of their likeness (Jaccard). Each word's numbers are drawn from its own
hash, so they are the same on every machine.
"""

from collections import defaultdict
from collections.abc import Collection
from hashlib import shake_128

import numpy as np

_BANDS, _ROWS = 32, 3  # finds two in three pairs of likeness 0.3 and one in thirty of 0.1
_DRAWN = 4 * _BANDS * _ROWS  # bytes


class Signatures:
    """The sets entered so far, by the bands of their signatures."""

    def __init__(self) -> None:
        self._holders: list[dict[bytes, list[int]]] = [defaultdict(list) for _ in range(_BANDS)]

    def enter(self, number: int, words: Collection[str]) -> set[int]:
        """Keep a set of at least one word under its number; the numbers of those that share a band with it."""
        found: set[int] = set()
        for holders, band in zip(self._holders, _bands(words), strict=True):
            found.update(holders[band])
            holders[band].append(number)
        return found


def _bands(words: Collection[str]) -> list[bytes]:
    drawn = b"".join(shake_128(word.encode()).digest(_DRAWN) for word in words)
    least = np.frombuffer(drawn, dtype="<u4").reshape(len(words), -1).min(axis=0)
    return [band.tobytes() for band in least.reshape(_BANDS, _ROWS)]

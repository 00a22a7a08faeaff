"""Cuts text into the word pieces of an uncased BERT vocabulary, each with its place in the text.

Greedy longest match first (Wu et al. 2016, as in BERT's WordPiece); a word that no pieces make up is one unknown piece.
Enters text; leaves `Piece`s. Letters are folded one by one (lower case, no accents), so every piece leads back to
characters.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

UNKNOWN, OPENS, ENDS = "[UNK]", "[CLS]", "[SEP]"
WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*|[^\w\s]|_")
LONGEST = 100  # letters; a longer word is unknown, as in BERT
REMEMBERED = 50_000  # folded words of which the pieces are kept


@dataclass(frozen=True, slots=True)
class Piece:
    """The number of a piece in the vocabulary, and the characters `[start, end)` that it stands for."""

    id: int
    start: int
    end: int


class Vocabulary:
    """Pieces by their text; the line of `vocab.txt` is the number."""

    def __init__(self, lines: Path) -> None:
        self._ids: Mapping[str, int] = {
            word: number for number, word in enumerate(lines.read_text(encoding="utf-8").splitlines())
        }
        self.unknown, self.opens, self.ends = (self._ids[name] for name in (UNKNOWN, OPENS, ENDS))
        self._cut = lru_cache(REMEMBERED)(self._cut_word)

    def pieces(self, text: str, offset: int = 0) -> Iterator[Piece]:
        """The pieces of `text`; `offset` is added to every place."""
        for word in WORD.finditer(text):
            letters = word.group()
            at = offset + word.start()
            folded, places = (letters, None) if letters.isascii() else _folded(letters)
            # A word too long to be one is not remembered: a text of such words would fill the memory.
            unknown = ((self.unknown, 0, len(folded)),)
            for number, start, end in self._cut(folded.lower()) if len(folded) <= LONGEST else unknown:
                first, last = (start, end - 1) if places is None else (places[start], places[end - 1])
                yield Piece(number, at + first, at + last + 1)

    def _cut_word(self, word: str) -> tuple[tuple[int, int, int], ...]:
        found: list[tuple[int, int, int]] = []
        start = 0
        while start < len(word):
            end = next((end for end in range(len(word), start, -1) if self._part(word, start, end) in self._ids), None)
            if end is None:
                break
            found.append((self._ids[self._part(word, start, end)], start, end))
            start = end
        if start == len(word):
            return tuple(found)
        return ((self.unknown, 0, len(word)),)

    @staticmethod
    def _part(word: str, start: int, end: int) -> str:
        return f"##{word[start:end]}" if start else word[:end]


def _folded(word: str) -> tuple[str, list[int]]:
    """Lower case without accents, and for each letter that is left its place in `word`."""
    letters = [
        (letter, place)
        for place, original in enumerate(word)
        for letter in unicodedata.normalize("NFD", original.lower())
        if unicodedata.category(letter) != "Mn"
    ]
    return "".join(letter for letter, _ in letters), [place for _, place in letters]

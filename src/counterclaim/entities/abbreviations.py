"""Finds "Full Name (FN)": a body's full name before its initials in brackets.

The initials are matched from the right against the words before the bracket, after Schwartz and Hearst, "A simple
algorithm for identifying abbreviation definitions in biomedical text" (PSB 2003), word by word because bodies
abbreviate by words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.model import Sentence, Token

_SMALL = frozenset(("of", "for", "the", "and", "&", "to", "in", "on", "de", "la", "und", "et"))
_WINDOW = 14
_DAY = re.compile(r"[A-Z]\d{1,2}")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """Tokens `[first, stop)` spell out the capitals of token `short`."""

    first: int
    stop: int
    short: int


def abbreviations(sentence: Sentence) -> Iterator[Abbreviation]:
    """Every abbreviation that a sentence introduces, in either order: "Full Name (FN)"."""
    tokens = sentence.tokens
    for at in range(1, len(tokens) - 2):
        short = tokens[at + 1].text
        if tokens[at].text != "(" or tokens[at + 2].text != ")" or not _is_short(short):
            continue
        stop = at - (tokens[at - 1].tag == "POS")
        letters = [letter for letter in short.upper() if letter.isalpha()]
        first = _dated(tokens, stop, short) if _DAY.fullmatch(short) else _spelled(tokens, stop, letters)
        if first is not None:
            yield Abbreviation(first, stop, at + 1)


def _dated(tokens: Sequence[Token], stop: int, short: str) -> int | None:
    """ "March 23 Movement (M23)": a day and the first letter of its month."""
    if stop < 3:
        return None
    words = [token.text for token in tokens[stop - 3 : stop - 1]]
    dated = short[1:] in words and any(word[0].upper() == short[0] for word in words)
    return stop - 3 if dated and tokens[stop - 1].text[0].isupper() else None


def _is_short(word: str) -> bool:
    if _DAY.fullmatch(word):
        return True
    capitals = sum(letter.isupper() for letter in word)
    return 2 <= capitals <= 8 and capitals >= len(word) - 2


def _spelled(tokens: Sequence[Token], stop: int, letters: list[str]) -> int | None:
    """Where the words that the letters stand for begin; None where they do not."""
    at = stop - 1
    while letters and at >= max(0, stop - _WINDOW):
        word = tokens[at].text
        if word[0].upper() == letters[-1]:
            letters = letters[:-1]
        elif word.lower() not in _SMALL and word not in "-–" and tokens[at].tag != "POS":
            return None
        at -= 1
    return None if letters else at + 1

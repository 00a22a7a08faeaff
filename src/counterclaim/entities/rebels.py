"""Who "the rebels" or "the opposition" are, where an article describes exactly one body so.

Enters the article's figures; leaves the body beside whose name such a word stands ("the rebel NAME", "NAME, a league of
rebel armies"), or nobody where there are two.
"""

from collections.abc import Sequence

from counterclaim.entities.figures import Figure, Figures
from counterclaim.entities.names import Name
from counterclaim.entities.vocabulary import AGAINST_STATE, plain, singular
from counterclaim.model import EntityKind, Token

_BEFORE, _AFTER = 4, 9  # words beside a name that describe it
_STOPS = frozenset('.;:()"“”')


def so_described(figures: Figures, word: str) -> Figure | None:
    """The only body that the article describes by this word, else the only one by any word of the kind."""
    found: dict[str, list[Figure]] = {}
    for name, figure in figures.named:
        if figure.kind is EntityKind.ORGANIZATION:
            for described in _words(name):
                found.setdefault(described, []).append(figure)
    exact = {id(f): f for f in found.get(word, ())}
    anyone = {id(f): f for fits in found.values() for f in fits}
    if len(exact) == 1:
        return next(iter(exact.values()))
    return next(iter(anyone.values())) if not exact and len(anyone) == 1 else None


def is_against_state(tokens: Sequence[Token]) -> bool:
    """Does a word say that what they name stands against its country's government?"""
    return any(singular(plain(token.text)) in AGAINST_STATE for token in tokens)


def _words(name: Name) -> frozenset[str]:
    tokens = name.sentence.tokens
    before = []
    for token in reversed(tokens[max(0, name.first - _BEFORE) : name.first]):
        if token.pos not in ("ADJ", "NOUN", "PROPN", "PART"):
            break
        before.append(token)
    after: list[Token] = []
    if name.stop < len(tokens) and tokens[name.stop].text == ",":
        for token in tokens[name.stop + 1 : name.stop + 1 + _AFTER]:
            if token.text in _STOPS or token.text == "," or token.pos in ("VERB", "AUX"):
                break
            after.append(token)
    words = (singular(plain(token.text)) for token in (*name.tokens, *before, *after))
    return frozenset(word for word in words if word in AGAINST_STATE)

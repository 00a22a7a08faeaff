"""Names right behind an office and what it is of, without a comma: "the head of the Harbour Board Ida Falk".

Enters tokens of a sentence; leaves where the office begins, and where a run of capitals is cut in two.
"""

from collections.abc import Sequence

from counterclaim.entities.vocabulary import FIELDS, ORGANIZATION_WORDS, is_office, plain, singular
from counterclaim.model import Token

_REACH = 12  # words back to the office
_WITHIN = frozenset(("NOUN", "PROPN", "ADJ", "DET", "CCONJ", "NUM", "PART"))
_SMALL = frozenset(("of", "for", "in", "at", "and"))
_SIZES = (2, 3)  # words of a full name
_LANDS = frozenset(
    ("republic", "region", "province", "oblast", "district", "county", "kingdom", "union", "city", "state")
)


def office_before(tokens: Sequence[Token], first: int) -> int | None:
    """Where the office begins whose holder's name stands at `first`; None where what stands before is no such thing.

    "The lawyer of the journalist NAME" names the journalist, and "the mother of NAME" no mother.
    """
    if not first or tokens[first - 1].pos not in ("NOUN", "PROPN") or is_office(tokens[first - 1].text):
        return None
    for at in range(first - 1, max(0, first - _REACH) - 1, -1):
        token = tokens[at]
        if is_office(token.text) and token.pos in ("NOUN", "PROPN"):
            return _opening(tokens, at) if tokens[at + 1].text in ("of", "for") else None
        if token.pos not in _WITHIN and token.text.lower() not in _SMALL:
            return None
    return None


def cut(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """Where the name of a person begins in a run that the tagger took for one name, behind "OFFICE of BODY"."""
    for size in _SIZES:
        at = stop - size
        if at <= first or not _ends_body(tokens[at - 1]) or not all(map(_may_be_person, tokens[at:stop])):
            continue
        if office_before(tokens, at) is not None:
            return at
    return None


def _opening(tokens: Sequence[Token], at: int) -> int:
    while at and tokens[at - 1].pos in ("NOUN", "PROPN", "ADJ") and tokens[at - 1].text[0].isalpha():
        at -= 1
    return at


def _ends_body(token: Token) -> bool:
    word = singular(plain(token.text))
    return bool({word, plain(token.text)} & (ORGANIZATION_WORDS | _LANDS | FIELDS))


def _may_be_person(token: Token) -> bool:
    return token.text[0].isupper() and token.text.replace("-", "").isalpha() and not _ends_body(token)

"""Whether two ways of naming a body within one article mean one: word order, initials, the beginning, the noun alone.

Enters the words of both; leaves the reason, or nothing.
"""

import re
from collections.abc import Sequence

from counterclaim.entities.name_words import body_key
from counterclaim.entities.names import ends_paper
from counterclaim.entities.nations import Nations
from counterclaim.entities.spelling import acronym, is_blend
from counterclaim.entities.vocabulary import BODY_NOUNS, STATE_BODIES, plain, singular

_END_OF_OUTLET = "the end of the outlet's full name"
_BY_NOUN = "the noun of the full name"
# Reasons that hold only where they lead to one body.
LOOSE = (_END_OF_OUTLET, _BY_NOUN)
_OWN_BODIES = frozenset(("foundation", "fund", "police", "school", "union"))


def same_body(text: str, words: tuple[str, ...], full: str, nations: Nations) -> str:
    """Why `text`, with the key `words`, means the body of that full name; empty where it does not."""
    other = body_key(full, nations)
    if words == other:
        return "same" if text == full else "the same words but for nationality and order"
    letters = re.sub(r"[^\w]", "", text)
    if (
        letters.isupper()
        and 2 <= len(letters) <= 7
        and letters in (acronym(full), acronym(re.sub(r"^\W*\w+ ", "", full)))
    ):
        return "the initials of the full name"
    if is_blend(text, full):
        return "the beginnings of the words of the full name"
    short, long = text.split(), full.split()
    if len(short) < len(long) and long[: len(short)] == short and all(_generic(w) for w in long[len(short) :]):
        return "the beginning of the full name"
    if len(short) == 1 < len(long) and ends_paper(short[0], full):
        return _END_OF_OUTLET
    return _BY_NOUN if len(short) == 1 < len(long) and _is_called(short[0], long) else ""


def _is_called(word: str, full: Sequence[str]) -> bool:
    """ "The Ministry" of a Ministry of Defence, "the Front" of a Reed Front: the noun that says what the body is."""
    noun = word.istitle() and singular(plain(word)) in BODY_NOUNS | STATE_BODIES
    return noun and word in (full[0], full[-1])


def _generic(word: str) -> bool:
    """Does the word only say what the body is, and make no other body of it, as a foundation or a school would?"""
    return singular(plain(word)) in BODY_NOUNS - _OWN_BODIES or plain(word) in (
        "inc",
        "ltd",
        "corp",
        "corporation",
        "plc",
        "llc",
        "news",
    )

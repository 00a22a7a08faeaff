"""The words of a name that count, for persons and for bodies. Enters a name as it stands; refuses nothing."""

import re
from functools import lru_cache

from counterclaim.entities.nations import Nations
from counterclaim.entities.spelling import alike, folded
from counterclaim.entities.vocabulary import HONORIFICS, plain

GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_SUFFIXES = GENERATIONS | {"phd", "md", "mp", "obe", "cbe"}
_BODY_WORD = re.compile(r"[^\W_]+(?:[-.&'’´`][^\W_]+)*\.?")
_SMALL = frozenset(("of", "for", "the", "and", "&", "to", "in"))


@lru_cache(maxsize=65536)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without forms of address, nicknames in quotes and suffixes."""
    bare = re.sub(r"['’‘\"“](\w+)['’”\"]", " ", name)
    words = [w for w in re.split(r"[\s,]+", bare) if w and w[0].isalpha()]
    while len(words) > 1 and plain(words[0]).rstrip(".") in HONORIFICS:
        words = words[1:]
    return tuple(w for w in words if plain(w).rstrip(".") not in _SUFFIXES) or tuple(words)


def suffix_of(name: str) -> str:
    """ "jr", "sr" or a number after a name."""
    return next((w for w in (plain(w).strip(".,") for w in name.split()[1:]) if w in GENERATIONS), "")


def same_first_name(left: str, right: str) -> bool:
    """Equal up to spelling, or one is the other's initial."""
    left, right = left.rstrip("."), right.rstrip(".")
    if len(left) == 1 or len(right) == 1:
        return folded(left)[:1] == folded(right)[:1]
    return alike(left, right)


@lru_cache(maxsize=65536)
def body_words(name: str, nations: Nations) -> tuple[str, ...]:
    """The words of a body's name that count, sorted, without small words and nationality.

    "Russian Ministry of Defence" gives defense, ministry.
    """
    words = _BODY_WORD.findall(name)
    kept = [plain(w).rstrip(".") for w in words if plain(w) not in _SMALL]
    own = [
        plain(w).rstrip(".")
        for w, before in zip(words, ["", *words], strict=False)
        if not _national(w, before, nations)
    ]
    own = [w for w in own if w not in _SMALL]
    return tuple(sorted(folded(w) for w in (own or kept)))


def _national(word: str, before: str, nations: Nations) -> bool:
    """Is it a nationality ("Ukrainian", "Ukraine's", "of Ukraine")?"""
    if nations.of_adjective(word):
        return True
    owner = word != re.sub(r"['’´`]s?$", "", word)
    return (owner or before.lower() in ("of", "the")) and nations.side_in(word) is not None

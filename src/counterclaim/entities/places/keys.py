"""Names of places → the keys under which a gazetteer holds them.

Enters a name in any script; leave two keys: `exact_key`, which ignores case, diacritics, apostrophes, hyphens and
script, and `loose_key`, which also ignores how a transliteration was made (Artiomovsk, Artyomovsk, Artemovsk).
Nothing is refused; a name without a letter or digit has the empty key.
"""

import re
from functools import lru_cache

from anyascii import anyascii

_APOSTROPHES = re.compile("['’‘ʼʹʺ`´ʻ\"“”]")
_REST = re.compile(r"[^a-z0-9]+")
_SAINT = re.compile(r"\b(?:st|ste|saint|sainte)\b(?= \w)")

# Spellings of one Slavic, Arabic or Persian letter in the romanizations that news agencies mix (BGN/PCGN, ISO 9,
# national systems, German, French); longest first. Each is folded to one letter.
_FOLDS = (
    ("shch", "s"), ("sch", "s"), ("tsch", "c"), ("tch", "c"), ("dzh", "z"), ("zh", "z"), ("sh", "s"), ("ch", "c"),
    ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("q", "k"),
    ("x", "ks"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("j", "i"),
    ("y", "i"), ("iio", "io"), ("iia", "ia"), ("io", "e"), ("ie", "e"), ("ia", "a"), ("iu", "u"), ("ei", "e"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_ENDING = re.compile(r"(?:i|e|a|o|u)$")


@lru_cache(maxsize=200_000)
def exact_key(name: str) -> str:
    """The name in ASCII, lower case, words parted by single spaces."""
    plain = _REST.sub(" ", _APOSTROPHES.sub("", anyascii(_APOSTROPHES.sub("", name))).lower()).strip()
    return _SAINT.sub("saint", plain)


def loose_key(key: str) -> str:
    """An exact key without what romanizations differ in; empty for names too short to be told apart by it."""
    folded = key.replace(" ", "")
    for spelled, letter in _FOLDS:
        folded = folded.replace(spelled, letter)
    folded = _DOUBLED.sub(r"\1", folded)
    return folded if len(folded) >= 5 else ""

"""Names compared across spellings and scripts.

`anyascii` brings every script to Latin letters; `skeleton` then drops what transliterations differ in, so that the
usual romanizations of one Cyrillic, Greek or Arabic name fall together: Malyar, Maliar, Маляр; Mikhailo, Mykhailo;
Prigozhin, Prigojin. It is made for names only: two unlike words can share a skeleton, so it never decides alone.
"""

import re
from functools import lru_cache

from anyascii import anyascii

# In order; each pair brings one family of romanizations to one form.
_RULES = tuple(
    (re.compile(pattern), target)
    for pattern, target in (
        (r"[’'`´ʹʺ\"]", ""),
        (r"shch|sch(?=[aeiouy])|stch", "S"),
        (r"tsch|tch|ch|cz|tj(?=[aeiou])", "C"),
        (r"sz|sh|sj(?=[aeiou])", "S"),
        (r"zh|dzh|dj|j(?=i)|(?<=[aeiou])j(?=[eiu])", "Z"),
        (r"kh|(?<![csptgwrk])h(?=[aeiouyr])", "H"),
        (r"ck|q", "k"),
        (r"ph", "f"),
        (r"(?:y|i|j)ov(?=a?$)", "ev"),
        (r"tz|ts", "c"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"^(?:ye|ie|je(?=[vw]))", "e"),
        (r"(?:iy|yi|ij|yj|ii|yy|y|i|j)+", "i"),
        (r"i(?=[aeou])", ""),
        (r"(?<=[aeou])i(?=[aeou])", ""),
        (r"(?<=[aeou])i$|(?<=[bcdfghklmnpqrstvzCSZH])i$", ""),
        (r"ff$|v$|ff", "v"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What the romanizations of one name share."""
    folded = re.sub(r"[^a-z0-9'’]", "", anyascii(word).lower())
    for pattern, target in _RULES:
        folded = pattern.sub(target, folded)
    return folded


@lru_cache(maxsize=65536)
def skeletons(word: str) -> frozenset[str]:
    """Every skeleton a word can have: Cyrillic г is h in Ukrainian and Belarusian and g in Russian."""
    other = word.replace("Г", "H").replace("г", "h")
    return frozenset({_kept(word), _kept(other)})


def _kept(word: str) -> str:
    """The skeleton, or the plain letters where too little of a short name would be left."""
    bare = skeleton(word)
    return bare if len(bare) >= 3 else folded(word)


def alike(left: str, right: str) -> bool:
    """Can the two words be romanizations of one name?"""
    return not skeletons(left).isdisjoint(skeletons(right))


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Lower-case Latin letters and digits alone."""
    return re.sub(r"[^a-z0-9]", "", anyascii(word).lower())


def acronym(name: str) -> str:
    """The capitals that begin the words of a name ("Institute for the Study of War" → "ISW")."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())

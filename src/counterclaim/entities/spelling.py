"""Names compared across spellings and scripts.

`anyascii` brings every script to Latin letters; `skeleton` then drops what transliterations differ in, so that the
usual romanizations of one Cyrillic, Greek or Arabic name fall together: Malyar, Maliar, Маляр; Mikhailo, Mykhailo;
Prigozhin, Prigojin. It is made for names only: two unlike words can share a skeleton, so it never decides alone.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii

from counterclaim.entities.name_lists import PARTICLES, SPELLINGS

# In order; each pair brings one family of romanizations to one form.
_RULES = tuple(
    (re.compile(pattern), target)
    for pattern, target in (
        (r"[’'`´ʹʺ\"]", ""),
        (r"nder$", "ndr"),
        (r"^yio(?=r)", "gio"),
        (r"^oh(?=[bcdfgkmnprst])", "o"),
        (r"gu(?=[ei])", "g"),
        (r"(?<=\w{3}[iu])(?:ch|cz|tj|c)$", "C"),
        (r"tsch", "C"),
        (r"shch|sch(?=[aeiouy])|stch", "S"),
        (r"tch|ch|cz|tj(?=[aeiou])", "C"),
        (r"sz|sh|sj(?=[aeiou])", "S"),
        (r"^j(?=[bdgklmnprtv])", "Z"),
        (r"zh|dzh|dj|j(?=i)|(?<=[aeiou])j(?=[eiu])", "Z"),
        (r"kh|(?<![csptgwrk])h(?=[aeiouyr])", "H"),
        (r"qu(?=[aeiou])", "kv"),
        (r"ck|q", "k"),
        (r"ph", "f"),
        (r"(?:y|i|j|iy|ij)[oe]v(?=a?$)", "ev"),
        (r"tz|ts", "c"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"^(?:ye|ie|je(?=[vw]))", "e"),
        (r"^j(?=u|[ao]\w{3})", "i"),
        (r"(?:[iy]|(?<!^)j)+", "i"),
        (r"(?<=[aeou])i(?=[aeou])", ""),
        (r"ff$|v$|ff", "v"),
        (r"(.)\1+", r"\1"),
    )
)


# "Servant of": Abdul, Abdel, Abd al-, and the l that the next letter swallows (Abdurrahman).
_GREEK_U = re.compile("[οΟ][υύ]")
_SERVANT = re.compile(r"abd[aeiou]?(?:l|(?=rr|ss|nn))(?:[ae]l)?(?=[a-z]{3})")
_ARABIC = tuple(
    (re.compile(pattern), target)
    for pattern, target in (
        (r"kh", "x"),
        (r"gh", "G"),
        (r"sh|ch", "S"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"q|c", "k"),
        (r"oo|ou|o|w(?=[^aeiouy])", "u"),
        (r"ee", "i"),
        (r"e(?=[iy])", "a"),
        (r"(?:eh|ah|e)$", "a"),
        (r"^([^aeiouy]*)e", r"\1a"),
        (r"[ey]", "i"),
        (r"i(?=[au])", "i"),
        (r"(.)\1+", r"\1"),
    )
)
# Letters that are spelled out as often as they lose their mark, and Cyrillic г.
_SPELLED_OUT = tuple(
    str.maketrans(table)
    for table in (
        {"г": "h", "Г": "H"},
        {"ü": "ue", "ö": "oe", "ä": "ae", "å": "aa", "ø": "oe", "Ü": "Ue", "Ö": "Oe", "Ä": "Ae", "Å": "Aa", "Ø": "Oe"},
        {"đ": "dj", "Đ": "Dj", "ə": "a", "Ə": "A"},
    )
)
_YO = re.compile(r"(?<=[bdfghklmnprstvz])(?:yo|jo)(?=[bdfghklmnprstvz])")
_SLAVIC = re.compile(r"(?:[oe]v|[iy]n|[sc]k|[eiy]nk|[iy]?[ck]|[uia]k|uk)[aoiy]*$")
_H = re.compile(r"(?<![ckpstzg])h(?=[aeiouyrlnv])")


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What the romanizations of one name share."""
    folded = re.sub(r"[^a-z0-9'’]", "", anyascii(_GREEK_U.sub("ou", word)).lower())
    for pattern, target in _RULES:
        folded = pattern.sub(target, folded)
    return folded


@lru_cache(maxsize=65536)
def skeletons(word: str) -> frozenset[str]:
    """Every skeleton a word can have.

    Cyrillic г is h in Ukrainian and Belarusian and g in Russian, and so is its Latin form in Slavic endings; ё is yo or
    e; letters with marks are spelled out or lose the mark; small words before a name may be left out.
    """
    word = unicodedata.normalize("NFC", word)
    bare = without_small_words(word)
    forms = {word, bare, *(bare.translate(table) for table in _SPELLED_OUT)}
    latin = folded(bare)
    if _YO.search(latin):
        forms.add(_YO.sub("e", latin))
    if _SLAVIC.search(latin):
        forms.add(_H.sub("g", latin))
    return frozenset(map(skeleton_or_word, forms))


_BLEND = 5  # letters of the shortest blend


def without_small_words(word: str) -> str:
    """ "al-Bashiri" and "van der Meulen" without what is often left out; a name of nothing else stays."""
    parts = re.split(r"[\s-]+", word)
    while len(parts) > 1 and parts[0].lower().strip("'’") in PARTICLES and len(parts[-1]) > 2:
        parts = parts[1:]
    return word if len(parts) == len(re.split(r"[\s-]+", word)) else "-".join(parts)


def skeleton_or_word(word: str) -> str:
    """The skeleton, or the plain letters where too little of a short name would be left."""
    bare = skeleton(word)
    plain = folded(word)
    return bare if len(bare) >= 3 else re.sub(r"(?<=\w{3})[iyj]+$", "i", plain)  # Yuri, Yuriy, Yurii


def alike(left: str, right: str) -> bool:
    """Can the two words be romanizations of one name?"""
    return not skeletons(left).isdisjoint(skeletons(right))


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Lower-case Latin letters and digits alone."""
    return re.sub(r"[^a-z0-9]", "", anyascii(word).lower())


@lru_cache(maxsize=65536)
def unmarked(word: str) -> str:
    """The word in plain Latin letters, capitals as they are."""
    return word if word.isascii() else anyascii(word)


@lru_cache(maxsize=65536)
def given_name(word: str) -> str:
    """One form for all spellings of a listed given name ("Mohamed", "Muhammad"); else what the plain letters give."""
    servant = _SERVANT.match(folded(word))
    if servant and word.isascii():
        return "abd " + arabic_key(folded(word)[servant.end() :])
    return SPELLINGS.get(word.lower()) or SPELLINGS.get(folded(word)) or skeleton(word) or folded(word)


def is_arabic(words: Sequence[str]) -> bool:
    """Do the words of a name show that it comes from Arabic or Persian?"""
    given = words[0].lower()
    article = any(re.match(r"(?:al|el)[\s-]", word, re.IGNORECASE) for word in words)
    return article or given in SPELLINGS or folded(given) in SPELLINGS or bool(_SERVANT.match(folded(given)))


@lru_cache(maxsize=65536)
def arabic_key(word: str) -> str:
    """What romanizations of one Arabic or Persian name share: vowels count in three classes, doubled letters once."""
    key = folded(without_small_words(word))
    for pattern, target in _ARABIC:
        key = pattern.sub(target, key)
    return key


def is_blend(short: str, name: str) -> bool:
    """Is the short name made of the beginnings of the name's last words ("CENTCOM" of "Central Command")?"""
    words = [word.upper() for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()]
    return short.isupper() and len(short) >= _BLEND and any(_begins(short, words[i:]) for i in range(len(words) - 1))


def _begins(letters: str, words: list[str]) -> bool:
    """Do the letters fall into beginnings of all the words, two letters each at least?"""
    if not words:
        return not letters
    sizes = range(2, min(len(letters), len(words[0])) + 1)
    return any(words[0].startswith(letters[:size]) and _begins(letters[size:], words[1:]) for size in sizes)


def acronym(name: str) -> str:
    """The capitals that begin the words of a name ("Institute for the Study of War" → "ISW")."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())

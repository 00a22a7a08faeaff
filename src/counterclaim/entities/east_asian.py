"""Chinese and Korean names brought to one form: which word is the family's, and a key that romanizations share.

Chinese: pinyin, Wade-Giles and characters; Korean: the Revised romanization, McCune-Reischauer, the usual spellings and
Hangul. The family name comes first, unless two syllables that can only be a given name stand before a known one.
Lists of family names stand in `name_lists.toml`. Enters the words of a name; a name of neither kind leaves as it came.
"""

import re
from functools import lru_cache

from anyascii import anyascii

from counterclaim.entities.name_lists import CHINESE_FAMILIES, KOREAN_FAMILIES
from counterclaim.entities.spelling import folded

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]{2,4}")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,4}")
_PINYIN = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v)"
)
_PINYIN_GIVEN = re.compile(rf"{_PINYIN}(?:{_PINYIN})?")
_ONSET = r"(?P<onset>kk|tt|pp|ss|jj|ch|sh|[gkdtbpjsrlnmhyw])?"
_NUCLEUS = r"(?P<nucleus>yeo|you|yoo|yae|eui|wae|weo|woo|eu|eo|oo|ou|ae|ai|ee|oe|wa|we|wi|wo|ya|ye|yo|yu|ui|a|e|i|o|u)"
_KOREAN = re.compile(rf"{_ONSET}{_NUCLEUS}(?P<coda>ng|ck|[nmklgrbptd])?")
_ONSETS = {
    "kk": "k",
    "g": "k",
    "tt": "t",
    "d": "t",
    "pp": "p",
    "b": "p",
    "ss": "s",
    "sh": "s",
    "l": "r",
} | dict.fromkeys(("jj", "j", "ch"), "c")
_NUCLEI = {"eo": "u", "oo": "u", "ou": "u", "woo": "u", "yeo": "yu", "you": "yu", "yoo": "yu", "ae": "e", "ai": "e"} | {
    "ee": "i", "ui": "i", "eui": "i", "oe": "we", "wae": "we", "weo": "wo", "yae": "ye", "eu": "x"}  # fmt: skip
_CODA = re.compile(r"(?<=[aeiou])[gdb]$")
_CODAS = {"g": "k", "ck": "k", "d": "t", "b": "p", "r": "l"}
_HALF = re.compile(r"(?:hs|ts|tz|ch|sh|[a-z])?[aeiou]{1,3}(?:ng|n|h|rh)?")
# What Wade-Giles writes otherwise than pinyin, to one form that both share; only for names that are not pinyin.
_WADE_GILES = tuple(
    (re.compile(pattern), target)
    for pattern, target in (
        (r"hs", "x"),
        (r"zh|ch|j|q", "C"),
        (r"ts|tz|z|c", "Z"),
        (r"(?<!n)g|k", "K"),
        (r"b|p", "P"),
        (r"d|t", "T"),
        (r"ung", "ong"),
        (r"ien", "ian"),
        (r"(?<=[iu]e)h|(?<=i)h(?![aeiou])", ""),
    )
)


@lru_cache(maxsize=65536)
def family_last(words: tuple[str, ...]) -> tuple[str, ...]:
    """Given name and family name of a Chinese or Korean name in any order or script; other words unchanged."""
    if len(words) == 1:
        return _of_characters(words[0]) or words
    if not 2 <= len(words) <= 3 or not all(word[:1].isalpha() for word in words):
        return words
    if _is_family(words[0]) and _is_given("-".join(words[1:])):
        return "-".join(words[1:]), words[0]
    given = "-".join(words[:-1])
    if _is_family(words[-1]) and _is_given(given) and not _is_single(given):
        return given, words[-1]
    return words


@lru_cache(maxsize=65536)
def eastern_keys(given: str, family: str) -> tuple[str, ...]:
    """Keys that spellings of one Chinese or Korean name share, the surest first; none for other names."""
    name, house = folded(given), folded(family)
    found = [f"zh {name} {house}"] if house in CHINESE_FAMILIES and _PINYIN_GIVEN.fullmatch(name) else []
    korean, clan = _korean(given), KOREAN_FAMILIES.get(house)
    if korean and clan:
        found.append(f"ko {korean} {clan}")
    if house in CHINESE_FAMILIES and ("-" in given or found):
        found.append(f"wg {_shared(name)} {_shared(house)}")
    return tuple(found)


def is_pinyin(given: str, family: str) -> bool:
    """Is it written as pinyin writes: a given name without hyphen, and a family name that is a syllable?"""
    return "-" not in given and bool(_PINYIN_GIVEN.fullmatch(folded(given)) and re.fullmatch(_PINYIN, folded(family)))


def _of_characters(word: str) -> tuple[str, str] | None:
    if not (_HAN.fullmatch(word) or _HANGUL.fullmatch(word)):
        return None
    syllables = [_CODA.sub(lambda found: _CODAS[found[0]], anyascii(letter).lower()) for letter in word]
    size = 2 if len(word) > 3 or (len(word) == 3 and "".join(syllables[:2]) in CHINESE_FAMILIES) else 1
    joint = "" if _HAN.fullmatch(word) else "-"  # pinyin writes a given name as one word
    return joint.join(syllables[size:]), "".join(syllables[:size])


def is_hyphened_name(family: str, first: str, second: str) -> bool:
    """ "Moon Jae-in": a family name, and a given name of two syllables, the second in small letters?"""
    small = second.islower() and second.isalpha() and first[:1].isupper()
    return small and _is_family(family) and _is_given(f"{first}-{second}")


def _is_family(word: str) -> bool:
    return folded(word) in CHINESE_FAMILIES or folded(word) in KOREAN_FAMILIES


def _is_given(given: str) -> bool:
    hyphened = "-" in given and given.count("-") == 1 and len(folded(given)) <= 12
    return bool(_PINYIN_GIVEN.fullmatch(folded(given)) or _korean(given) or (hyphened and _is_wade_giles(given)))


def _is_wade_giles(given: str) -> bool:
    """Two hyphened syllables that pinyin would write otherwise: "Chih-ming"."""
    return all(_HALF.fullmatch(part) for part in given.lower().split("-"))


def _is_single(given: str) -> bool:
    """Is it one syllable, which could as well be the family's?"""
    name = folded(given)
    return bool(re.fullmatch(_PINYIN, name) or _KOREAN.fullmatch(name)) or _is_family(name)


@lru_cache(maxsize=65536)
def _korean(given: str) -> str:
    """The key of one or two Korean syllables, hyphened or not; empty where they are none."""
    parts = re.split(r"[-\s]", given.lower())
    if len(parts) == 1:
        word = folded(given)
        halves = [(word[:i], word[i:]) for i in range(1, len(word))]
        parts = list(next((pair for pair in halves if all(map(_full_syllable, pair))), (word,)))
    keys = [_syllable(folded(part)) for part in parts]
    return "-".join(keys) if len(keys) <= 2 and all(keys) else ""


def _full_syllable(part: str) -> bool:
    """A syllable that begins with a consonant, as the second one of a word nearly always does."""
    match = _KOREAN.fullmatch(part)
    return bool(match and match["onset"])


def _syllable(part: str) -> str:
    match = _KOREAN.fullmatch(part)
    if match is None:
        return ""
    onset, nucleus, coda = match["onset"] or "", match["nucleus"], match["coda"] or ""
    if onset == "w" and nucleus in ("oo", "u"):
        onset = ""
    if onset == "y" and nucleus in ("eo", "ou", "oo", "u"):
        onset, nucleus = "", "yu"
    return _ONSETS.get(onset, onset) + _NUCLEI.get(nucleus, nucleus) + _CODAS.get(coda, coda)


def _shared(word: str) -> str:
    for pattern, target in _WADE_GILES:
        word = pattern.sub(target, word)
    return word

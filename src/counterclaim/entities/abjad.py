"""Names in Arabic, Persian and Hebrew letters, which leave short vowels out, against names in Latin letters.

A name in such letters becomes a pattern: each consonant as romanizations write it, each long vowel as itself, at most
one short vowel between. `frame` is what both share, to look candidates up by.
"""

import re
from functools import lru_cache

from counterclaim.entities.spelling import folded, without_small_words

_ABJAD = re.compile(r"[\u0590-\u05ff\u0600-\u06ff]")
_SHORT = "[aeiou]?"
_LETTERS = {
    **dict.fromkeys("اآ", "[ae]{1,2}"),
    **dict.fromkeys("أإعئءؤ", "[aeiou]{0,2}"),
    **dict.fromkeys("حהח", "(?:hh?|ch|kh)?"),
    **dict.fromkeys("هةه", "(?:h|t)?"),
    **dict.fromkeys("تطטת", "t{1,2}h?"),
    **dict.fromkeys("سصס", "(?:s{1,2}|c)"),
    **dict.fromkeys("كکק", "(?:k{1,2}|c|ck|q)"),
    **dict.fromkeys("يیي", "(?:yy?|ie?|ee|ei|e|ai|ay|iy)"),
    **dict.fromkeys("כך", "(?:k{1,2}|ch?|kh)"),
    **dict.fromkeys("צץ", "t?[sz]"),
    **dict.fromkeys("מם", "m{1,2}"),
    **dict.fromkeys("נן", "n{1,2}"),
    **dict.fromkeys("פף", "(?:p{1,2}|f|ph)"),
    "א": "[aeiou]{0,2}", "ע": "[aeiou]{0,2}", "ב": "(?:b{1,2}|v)", "ג": "g", "ד": "d{1,2}",
    "ו": "(?:[aeiou]?[wv][aeiou]?|ou?|oo|u)",
    "ז": "z", "י": "(?:y|i|ee|e|ai|ei)", "ל": "l{1,2}", "ר": "r", "ש": "(?:sh?|ch)", "ى": "[ai]",
    "ب": "b{1,2}", "پ": "p", "ث": "(?:th|s|t)", "ج": "(?:dj|j|g|zh)", "چ": "ch", "خ": "(?:kh|h|x)",
    "د": "d{1,2}", "ذ": "(?:dh|z|d|th)", "ر": "r{1,2}", "ز": "z{1,2}", "ژ": "(?:zh|j)", "ش": "(?:sh|ch)",
    "ض": "(?:d{1,2}h?|z)", "ظ": "(?:z|dh)", "غ": "(?:gh?|q)", "ف": "f{1,2}", "ق": "(?:q{1,2}|k|g|gh|c)", "گ": "g",
    "ل": "l{1,2}", "م": "m{1,2}", "ن": "n{1,2}", "و": "(?:w|v|ou?|oo|u|aw|au|ow)",
}  # fmt: skip
_VOWELS = "اآأإعئءؤيیىואעי"
# In order: what romanizations and scripts tell apart in different ways falls together; vowels and half-vowels fall out.
_CLASSES = (
    (r"kh|ch|gh|ck|x", "k"),
    (r"[qcgj]", "k"),
    (r"sh|zh|th|dh|[sztd]", "t"),
    (r"[pf]h?", "b"),
    (r"[aeiouyvwh]", ""),
)


def is_abjad(word: str) -> bool:
    """Is the word written in letters that leave vowels out?"""
    return bool(_ABJAD.search(word))


@lru_cache(maxsize=65536)
def pattern_of(name: str) -> re.Pattern[str]:
    """What folded Latin spellings of a name in such letters look like; the article "ال" may be written or not."""
    found = ""
    for at, word in enumerate(name.split()):
        bare = re.sub(r"^ال(?=\w{2})", "", word)
        found += "(?:[aeiou]?l)?" if bare != word else "(?:[aeiou]l)?" * (at > 0)
        for number, letter in enumerate(bare):
            short = _SHORT if number and letter not in _VOWELS else ""
            found += short + _LETTERS.get(letter, re.escape(letter) if letter.isalpha() else "")
    return re.compile(f"{found}h?")


def spells(word: str, latin: str) -> bool:
    """Can the Latin word be a romanization of the one in Arabic or Hebrew letters?"""
    return bool(pattern_of(word).fullmatch(folded(latin)))


@lru_cache(maxsize=65536)
def frame(word: str) -> str:
    """The consonants in coarse classes: what a word in such letters and any romanization of it share."""
    bare = folded(without_small_words(re.sub(r"(?:^|(?<=\s))ال(?=\w{2})", "", word)))
    for pattern, target in _CLASSES:
        bare = re.sub(pattern, target, bare)
    return re.sub(r"(.)\1+", r"\1", bare)

"""Which full names are one person's: keys that spellings share, and links that need office and side besides."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product

from nicknames import NickNamer
from rapidfuzz.distance import Levenshtein

from counterclaim.entities.abjad import frame, is_abjad, spells
from counterclaim.entities.east_asian import eastern_keys, is_pinyin
from counterclaim.entities.name_lists import COGNATES
from counterclaim.entities.name_words import person_words
from counterclaim.entities.spelling import (
    arabic_key,
    folded,
    given_name,
    is_arabic,
    skeleton,
    skeleton_or_word,
    skeletons,
    without_small_words,
)

_LONG = 8  # letters from which on one letter more or less is a slip and no other name
_NEAR = 5  # the same where first name, office and place are one
_SOUNDS = (("sch", "sh"), ("th", "t"), ("ph", "f"), ("c", "k"), ("w", "v"), ("y", "i"))  # one sound, two spellings
Words = tuple[str, ...]


@lru_cache(maxsize=65536)
def main_key(words: Words) -> str:
    """The key of a full name that its usual spellings share; ids are made of it."""
    eastern = eastern_keys(words[0], words[-1]) if len(words) == 2 else ()
    if eastern:
        return eastern[0]
    if is_arabic(words):
        return f"{given_name(words[0])} {arabic_key(words[-1])}"
    return " ".join(skeleton_or_word(without_small_words(word)) for word in (words[0], words[-1]))


@lru_cache(maxsize=65536)
def other_keys(words: Words) -> frozenset[str]:
    """Keys that only some spellings share; they never decide alone where several names bear them."""
    if len(words) == 2 and (eastern := eastern_keys(words[0], words[-1])):
        return frozenset(eastern)
    found = {f"{first} {last}" for first, last in product(skeletons(words[0]), skeletons(words[-1]))}
    if len(words) > 2 and len(words[1].rstrip(".")) > 1:  # "Jean Luc" is Jean-Luc
        found |= {f"{given} {last}" for given, last in product(skeletons(words[0] + words[1]), skeletons(words[-1]))}
    return frozenset(found)


def is_loose(key: str) -> bool:
    """Does the key hold for Wade-Giles against pinyin, but not for two names in pinyin?"""
    return key.startswith("wg ")


def in_pinyin(name: str) -> bool:
    """Is a Chinese name written in pinyin?"""
    words = person_words(name)
    return is_pinyin(words[0], words[-1])


def frame_of(name: str) -> str:
    """What a name in Arabic or Hebrew letters and its romanizations share; see `counterclaim.entities.abjad.frame`."""
    words = person_words(name)
    return f"{frame(words[0])} {frame(words[-1])}"


def in_abjad(name: str) -> bool:
    """Is the name in letters that leave vowels out?"""
    return is_abjad(name)


def romanizes(latin: str, name: str) -> bool:
    """Can the Latin name be a romanization of the one in Arabic or Hebrew letters?"""
    theirs, ours = person_words(latin), person_words(name)
    given = given_name(theirs[0]) == given_name(ours[0])
    listed = given_name(ours[0]) != skeleton(ours[0])
    return (given or (not listed and spells(ours[0], theirs[0]))) and spells(ours[-1], theirs[-1])


def backed_link(left: str, right: str) -> str:
    """Why two full names may be one person's if office and side are the same; empty where they may not."""
    one, two = person_words(left), person_words(right)
    same_last = not skeletons(one[-1]).isdisjoint(skeletons(two[-1]))
    if same_last:
        return _given_link(one[0], two[0])
    if not skeletons(one[0]).isdisjoint(skeletons(two[0])) or given_name(one[0]) == given_name(two[0]):
        return _surname_link(one, two)
    turned = len(one) == len(two) == 2 and not skeletons(one[0]).isdisjoint(skeletons(two[1]))
    return "the same words in another order" * (turned and not skeletons(one[1]).isdisjoint(skeletons(two[0])))


def _given_link(left: str, right: str) -> str:
    if not skeletons(left).isdisjoint(skeletons(right)):
        return "one name"
    one, two = folded(left), folded(right)
    if min(len(one), len(two)) == 1:
        return "a first name and its initial" * (one[:1] == two[:1])
    cognate = COGNATES.get(one)
    if cognate and cognate == COGNATES.get(two):
        return "forms of one first name"
    if one in _nicknames(two) or two in _nicknames(one):
        return "a first name and its short form"
    return "a slip of one letter" * _slip(one, two)


def _surname_link(one: Words, two: Words) -> str:
    left, right = folded(one[-1]), folded(two[-1])
    parts = [{*map(folded, words[-1].split("-")), *map(folded, words[1:])} for words in (one, two)]
    if (left in parts[1] or right in parts[0]) and (len(parts[0]) > 1) != (len(parts[1]) > 1):
        return "one surname of two"
    doubled = "".join(map(folded, one[1:])) == "".join(map(folded, two[1:]))
    return "one double surname" if doubled else "a slip of one letter" * _slip(left, right)


def first_key(name: str) -> str:
    """What the forms of one first name share ("Petr", "Petro")."""
    first = person_words(name)[0]
    return COGNATES.get(folded(first)) or given_name(first)


def near_surnames(left: str, right: str) -> bool:
    """Are the surnames a letter apart, or spelled for one sound? An ending that tells women from men is neither."""
    one, two = (folded(person_words(name)[-1]) for name in (left, right))
    if left == right or one[:-1] == two or two[:-1] == one:
        return False
    near = min(len(one), len(two)) >= _NEAR and Levenshtein.distance(one, two, score_cutoff=1) <= 1
    return near or _sounded(one) == _sounded(two)


def _sounded(name: str) -> str:
    for spelling, sound in _SOUNDS:
        name = name.replace(spelling, sound)
    return name


def _slip(left: str, right: str) -> bool:
    """One letter of a long word more, less or other; an ending that tells women from men is no slip."""
    if min(len(left), len(right)) < _LONG or left[:-1] == right or right[:-1] == left:
        return False
    return Levenshtein.distance(left, right, score_cutoff=1) == 1


@cache
def _namer() -> NickNamer:
    return NickNamer()


@lru_cache(maxsize=4096)
def _nicknames(name: str) -> frozenset[str]:
    return frozenset(_namer().nicknames_of(name))


def link_keys(name: str) -> Sequence[str]:
    """Keys of which two names that `backed_link` joins share one."""
    words = person_words(name)
    lasts = {part for word in (words[-1], *words[-1].split("-"), *words[1:-1]) for part in skeletons(word)}
    firsts = {*skeletons(words[0]), given_name(words[0])}
    turned = {" ".join(sorted(pair)) for pair in product(skeletons(words[0]), skeletons(words[-1]))}
    return sorted({*(f"last {key}" for key in lasts), *(f"first {key}" for key in firsts), *turned})

"""The words of a name that count, for persons and for bodies. Enters a name as it stands; refuses nothing."""

import re
from functools import lru_cache

from counterclaim.entities.east_asian import family_last
from counterclaim.entities.name_lists import PARTICLES, VIETNAMESE_FAMILIES
from counterclaim.entities.nations import Nations
from counterclaim.entities.spelling import alike, folded, given_name, skeleton_or_word
from counterclaim.entities.vocabulary import (
    FIELDS,
    HONORIFICS,
    LEGAL_FORMS,
    ORDINALS,
    ORGANIZATION_WORDS,
    SAME_WORDS,
    STATE_BODIES,
    is_office,
    plain,
    singular,
)

GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_SUFFIXES = GENERATIONS | {"phd", "md", "mp", "obe", "cbe"}
_BODY_WORD = re.compile(r"[^\W_]+(?:[-.&'’´`][^\W_]+)*\.?")
_ARTICLES = frozenset(("al", "el"))
_SMALL = frozenset(("of", "for", "the", "and", "&", "to", "in"))
_PATRONYMIC = re.compile(r".{2,}(?:ovich|evich|ovych|evych|yovych|ovna|evna|ivna|yivna)")
_PLAIN_WORDS = ORGANIZATION_WORDS | STATE_BODIES | FIELDS
_SERVANT = re.compile(r"abd[aeiou]?l?|عبد", re.IGNORECASE)


@lru_cache(maxsize=65536)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name, family name last, without forms of address, nicknames in quotes and suffixes.

    Small words stand with the name behind them ("van der Meulen", "Abdel Fattah" are one word each).
    """
    bare = re.sub(r"['’‘\"“](\w+)['’”\"]", " ", name)
    before, comma, after = bare.partition(",")
    if comma and "," not in after and len(before.split()) == 1 and not _is_suffix(after.strip()):
        bare = f"{after} {before}"  # "Finch, Harold"
    words = [w for part in re.split(r"[\s,]+", bare) for w in _initials(part) if w[0].isalpha()]
    words = words or re.findall(r"\w+", name)  # a number, or a nickname alone, is all that there is
    words = _without_titles(words)
    kept = [w for w in words if not _is_suffix(w)] or words
    return family_last(_family_behind(_with_small_words(kept)))


def _is_suffix(word: str) -> bool:
    return plain(word).rstrip(".") in _SUFFIXES


def _initials(word: str) -> list[str]:
    """ "J.R." are two initials."""
    return re.findall(r"\w\.", word) if re.fullmatch(r"(?:\w\.){2,}", word) else [word] if word else []


def _without_titles(words: list[str]) -> list[str]:
    """An office that stands alone before one word may be a first name ("Dean", "Marshal")."""
    while len(words) > 1 and (
        plain(words[0]).rstrip(".") in HONORIFICS or (is_office(words[0]) and _is_full(words[1:]))
    ):
        words = words[1:]
    return words


def _is_full(words: list[str]) -> bool:
    return len(words) > 1 or len(family_last(tuple(words))) > 1


def _with_small_words(words: list[str]) -> tuple[str, ...]:
    """Joins "van der" with "Meulen" and "Abdel" with "Fattah". A capitalized "Al" before one word is a man's."""
    if len(words) < 2 or folded(words[0]) in VIETNAMESE_FAMILIES:
        return tuple(words)
    found: list[str] = []
    pending: list[str] = []
    for at, word in enumerate(words[:-1]):
        given = at == 0 and word[0].isupper() and len(words) == 2
        small = folded(word) in PARTICLES and "." not in word
        if not given and (small or _SERVANT.fullmatch(word)):
            pending.append(word)
        else:
            found.append(" ".join([*pending, word]))
            pending = []
    return (*found, " ".join([*pending, words[-1]]))


def _family_behind(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "Family Given Patronymic", as Russian documents write, in the order of the news."""
    if len(words) != 3 or not _PATRONYMIC.fullmatch(folded(words[2])) or _PATRONYMIC.fullmatch(folded(words[1])):
        return words
    return words[1], words[2], words[0]


def suffix_of(name: str) -> str:
    """ "jr", "sr" or a number after a name."""
    return next((w for w in (plain(w).strip(".,") for w in name.split()[1:]) if w in GENERATIONS), "")


def same_first_name(left: str, right: str) -> bool:
    """Equal up to spelling, or one is the other's initial."""
    left, right = left.rstrip("."), right.rstrip(".")
    if len(left) == 1 or len(right) == 1:
        return folded(left)[:1] == folded(right)[:1]
    return alike(left, right) or given_name(left) == given_name(right)


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


@lru_cache(maxsize=65536)
def body_key(name: str, nations: Nations) -> tuple[str, ...]:
    """The words by which two bodies are compared: as `body_words`, numbers as digits, without legal forms ("Ltd"),
    other spellings of a proper name alike, and a seat of power ("the Pentagon") as what it stands for.
    """
    name = nations.seat_words(name) or name
    parts = [part for word in _BODY_WORD.findall(name) for part in _parts(word)]
    words = [plain(word).rstrip(".") for word in parts if plain(word) not in _SMALL | _ARTICLES]
    of_state = len(parts) > 1 and nations.named(parts[0]) and any(singular(plain(w)) in STATE_BODIES for w in parts[1:])
    rest = list(zip(parts, ["", *parts], strict=False))[1 if of_state else 0 :]  # "Chad Defence Ministry"
    own = [plain(word).rstrip(".") for word, before in rest if not _national(word, before, nations)]
    own = [word for word in own if word not in _SMALL | _ARTICLES]
    return tuple(sorted(_one_wording([_body_word(word) for word in _without_legal_form(own or words)])))


def _parts(word: str) -> list[str]:
    """ "Vesti-12" and "Al-Nahar" are two words each, "Anti-Piracy" is one."""
    found = re.fullmatch(r"(?i:(al|el)[-–](\w+)|(\w+)[-–](\d+))", word)
    return [part for part in found.groups() if part] if found else [word]


def _without_legal_form(words: list[str]) -> list[str]:
    bare = list(words)
    while len(bare) > 1 and (bare[-1] in LEGAL_FORMS or (bare[-1] == "co" and len(bare) < len(words))):
        bare.pop()
    return bare


def _body_word(word: str) -> str:
    number = re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", word)
    if number or word in ORDINALS:
        return number[1] if number else str(ORDINALS[word])
    bare = re.sub(r"is(?=(?:ed|ation|ing|e)$)", "iz", folded(word))
    bare = SAME_WORDS.get(bare, bare)
    return bare if bare in _PLAIN_WORDS else skeleton_or_word(bare)


def _one_wording(words: list[str]) -> list[str]:
    """The few bodies of every state that have two names: the ministry of internal affairs, the armed forces."""
    found = set(words)
    if "ministry" in found:
        return [word for word in words if word != "affairs"]
    if {"coast", "guard"} <= found:
        return ["coastguard", *(word for word in words if word not in ("coast", "guard"))]
    if {"general", "staff"} <= found:
        return [word for word in words if word not in ("armed", "forces")]
    return ["military"] if found == {"armed", "forces"} else words


def _national(word: str, before: str, nations: Nations) -> bool:
    """Is it a nationality ("Ukrainian", "Ukraine's", "of Ukraine")?"""
    if nations.of_adjective(word) or (word.replace(".", "").isupper() and nations.named(word)):  # "US", "U.S."
        return True
    owner = word != re.sub(r"['’´`]s?$", "", word)
    return (owner or before.lower() in ("of", "the")) and nations.side_in(word) is not None

"""Which country a word speaks for: country names, nationality adjectives, capitals and seats of power.

Names, adjectives and capitals come from `countryinfo`; `nations.toml` adds what it leaves out.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii
from countryinfo import all_countries


@dataclass(frozen=True, slots=True)
class _Atlas:
    names: dict[str, str]
    adjectives: dict[str, str]
    capitals: dict[str, str]
    seats: dict[str, str]
    bodies: dict[str, str]
    codes: dict[str, str]


@lru_cache(maxsize=65536)
def _fold(words: str) -> str:
    words = re.sub(r"['’´`]s$", "", words.strip())
    return re.sub(r"^the ", "", anyascii(words).lower().replace("’", "'"))


@cache
def _atlas() -> _Atlas:
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    capitals: dict[str, str] = {}
    codes: dict[str, str] = {}
    more = tomllib.loads(files(__package__).joinpath("nations.toml").read_text(encoding="utf-8"))
    more_names = _turned(more["names"])
    for country in all_countries():
        raw = country.info()
        name = more_names.get(_fold(str(raw.get("name", ""))), str(raw.get("name", "")))
        if not name:
            continue
        names[_fold(name)] = name
        for other in raw.get("altSpellings", ()):
            if len(str(other)) > 3:
                names.setdefault(_fold(str(other)), name)
        for adjective in str(raw.get("demonym") or "").split(","):
            if len(adjective) > 3:
                adjectives.setdefault(_fold(adjective), name)
        capital = raw.get("capital")
        if isinstance(capital, str) and capital and _fold(capital) not in more["not_states"]:
            capitals.setdefault(_fold(capital), name)
        code = raw.get("ISO", {})
        if isinstance(code, dict) and code.get("alpha2"):
            codes[str(code["alpha2"]).upper()] = name
    return _Atlas(
        names | more_names,
        adjectives | _turned(more["adjectives"]),
        capitals,
        _turned(more["seats"]),
        _turned(more["bodies"]),
        codes,
    )


def _turned(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: country for country, words in table.items() for word in words}


def country_named(words: str) -> str | None:
    """The country that the words name outright ("Britain" → "United Kingdom")."""
    return _atlas().names.get(_fold(words))


def country_of_adjective(word: str) -> str | None:
    """The country of a nationality adjective ("Ukrainian" → "Ukraine"), singular or plural."""
    folded = _fold(word)
    adjectives = _atlas().adjectives
    return adjectives.get(folded) or (adjectives.get(folded[:-1]) if folded.endswith("s") else None)


def country_of_capital(words: str) -> str | None:
    """The country whose capital or seat of government the words name ("Kyiv" → "Ukraine")."""
    folded = _fold(words)
    atlas = _atlas()
    return atlas.seats.get(folded) or atlas.bodies.get(folded) or atlas.capitals.get(folded)


def state_speaking(words: str) -> str | None:
    """The state that a country's or capital's name stands for where it speaks; None for a body such as a parliament."""
    if is_seat(words):
        return None
    return country_named(words) or country_of_capital(words)


def is_seat(words: str) -> bool:
    """Do the words name a seat of power that is spoken of as a body ("the Kremlin")?"""
    return _fold(words) in _atlas().bodies


def country_of_code(alpha2: str) -> str | None:
    """The country of an ISO 3166-1 alpha-2 code."""
    return _atlas().codes.get(alpha2.upper())


@lru_cache(maxsize=65536)
def side_in(words: str) -> str | None:
    """The country that the first nationality, country, capital or seat of power among the words speaks for."""
    found = re.findall(r"[^\W\d_][\w.'’-]*", words)
    for at, word in enumerate(found):
        if not word[0].isupper():
            continue
        for size in (3, 2, 1):
            chunk = " ".join(found[at : at + size])
            country = country_of_adjective(chunk) or country_named(chunk) or country_of_capital(chunk)
            if country:
                return country
    return None

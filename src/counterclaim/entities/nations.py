"""Which country a word speaks for: country names, nationality adjectives, capitals and seats of power.

Names, adjectives and capitals come from `countryinfo`; the short table below adds what it leaves out.
"""

import re
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii
from countryinfo import all_countries

# Everyday adjectives, names and spellings that the package does not hold.
_ADJECTIVES = {
    "argentine": "Argentina", "bosnian": "Bosnia and Herzegovina", "british": "United Kingdom", "congolese": "Democratic Republic of the Congo",
    "dutch": "Netherlands", "english": "United Kingdom", "finnish": "Finland", "french": "France", "icelandic": "Iceland",
    "kazakh": "Kazakhstan", "kyrgyz": "Kyrgyzstan", "new zealand": "New Zealand", "palestinian": "Palestine", "philippine": "Philippines",
    "filipino": "Philippines", "saudi": "Saudi Arabia", "scottish": "United Kingdom", "serb": "Serbia", "swedish": "Sweden",
    "tajik": "Tajikistan", "uzbek": "Uzbekistan", "welsh": "United Kingdom", "american": "United States", "kosovar": "Kosovo",
    "danish": "Denmark", "spanish": "Spain", "polish": "Poland", "turkish": "Turkey", "soviet": "Soviet Union",
    "slovenian": "Slovenia", "luxembourgish": "Luxembourg", "eritrean": "Eritrea", "croat": "Croatia", "indian": "India",
    "dominican": "Dominican Republic", "guinean": "Guinea", "chinese": "China", "norwegian": "Norway", "portuguese": "Portugal",
    "iraqi": "Iraq", "emirati": "United Arab Emirates", "burmese": "Myanmar",
}  # fmt: skip
_NAMES = {
    "america": "United States", "britain": "United Kingdom", "u.s.": "United States", "u.s.a.": "United States", "u.k.": "United Kingdom",
    "us": "United States", "usa": "United States", "uk": "United Kingdom", "england": "United Kingdom", "scotland": "United Kingdom",
    "wales": "United Kingdom", "holland": "Netherlands", "the netherlands": "Netherlands", "turkiye": "Turkey", "czechia": "Czech Republic",
    "burma": "Myanmar", "myanmar": "Myanmar", "uae": "United Arab Emirates", "emirates": "United Arab Emirates", "ussr": "Soviet Union",
    "soviet union": "Soviet Union", "bosnia": "Bosnia and Herzegovina", "kosovo": "Kosovo", "ivory coast": "Ivory Coast", "palestine": "Palestine",
    "palestinian authority": "Palestine", "north macedonia": "North Macedonia", "eswatini": "Eswatini", "bahamas": "The Bahamas",
    "gambia": "The Gambia", "russian federation": "Russia", "taiwan": "Taiwan", "vatican": "Vatican City State", "dprk": "North Korea",
}  # fmt: skip
# A seat of power and whose it is (metonymy that dictionaries record).
_SEATS = {
    "kremlin": "Russia", "white house": "United States", "pentagon": "United States", "state department": "United States",
    "capitol": "United States", "downing street": "United Kingdom", "no 10": "United Kingdom", "whitehall": "United Kingdom",
    "elysee": "France", "elysee palace": "France", "quai d'orsay": "France", "bundestag": "Germany", "bundeswehr": "Germany",
    "duma": "Russia", "state duma": "Russia", "knesset": "Israel", "verkhovna rada": "Ukraine", "rada": "Ukraine", "blue house": "South Korea",
    "washington": "United States", "kiev": "Ukraine", "beijing": "China", "peking": "China", "tel aviv": "Israel",
    "astana": "Kazakhstan", "ankara": "Turkey", "pretoria": "South Africa", "the hague": "Netherlands", "foggy bottom": "United States",
    "zhongnanhai": "China", "holy see": "Vatican City State", "westminster": "United Kingdom", "holyrood": "United Kingdom",
    "bankova": "Ukraine", "congress": "", "islamabad": "Pakistan", "new delhi": "India", "naypyidaw": "Myanmar", "pristina": "Kosovo",
}  # fmt: skip
_SEATS_THAT_ARE_BODIES = frozenset(
    ["kremlin", "pentagon", "capitol", "whitehall", "elysee", "bundestag", "bundeswehr", "duma", "knesset", "rada"]
) | {"white house", "state department", "elysee palace", "state duma", "verkhovna rada", "blue house", "downing street"}
# Capitals whose plain name mostly means something else in the news, or that stand for a body and no state.
_NOT_STATES = frozenset(
    {
        "brussels",
        "victoria",
        "georgetown",
        "kingston",
        "hamilton",
        "santiago",
        "san jose",
        "stanley",
        "san juan",
        "saint george's",
    }
)


@dataclass(frozen=True, slots=True)
class _Atlas:
    names: dict[str, str]
    adjectives: dict[str, str]
    capitals: dict[str, str]
    codes: dict[str, str]


def _fold(words: str) -> str:
    words = re.sub(r"['’´`]s$", "", words.strip())
    return re.sub(r"^the ", "", anyascii(words).lower().replace("’", "'"))


@cache
def _atlas() -> _Atlas:
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    capitals: dict[str, str] = {}
    codes: dict[str, str] = {}
    for country in all_countries():
        raw = country.info()
        name = str(raw.get("name", ""))
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
        if isinstance(capital, str) and capital and _fold(capital) not in _NOT_STATES:
            capitals.setdefault(_fold(capital), name)
        code = raw.get("ISO", {})
        if isinstance(code, dict) and code.get("alpha2"):
            codes[str(code["alpha2"]).upper()] = name
    return _Atlas(names | _NAMES, adjectives | _ADJECTIVES, capitals, codes)


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
    return _atlas().capitals.get(folded) or _SEATS.get(folded) or None


def state_speaking(words: str) -> str | None:
    """The state that a country's or capital's name stands for where it speaks; None for a body such as a parliament."""
    if _fold(words) in _SEATS_THAT_ARE_BODIES:
        return None
    return country_named(words) or country_of_capital(words)


def is_seat(words: str) -> bool:
    """Do the words name a seat of power that is spoken of as a body ("the Kremlin")?"""
    return _fold(words) in _SEATS_THAT_ARE_BODIES


def country_of_code(alpha2: str) -> str | None:
    """The country of an ISO 3166-1 alpha-2 code."""
    return _atlas().codes.get(alpha2.upper())


def side_in(words: str) -> str | None:
    """The country that the first nationality, country, capital or seat of power among the words speaks for."""
    found = re.findall(r"[^\W\d_][\w.'’-]*", words)
    for at, word in enumerate(found):
        if not word[0].isupper() and word not in ("kyiv", "kiev"):
            continue
        for size in (3, 2, 1):
            chunk = " ".join(found[at : at + size])
            country = country_of_adjective(chunk) or country_named(chunk) or country_of_capital(chunk)
            if country:
                return country
    return None

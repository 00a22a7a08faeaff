"""Which state or party a word speaks for: country names, nationality adjectives, capitals, seats of power, movements.

Names, adjectives and capitals come from `countryinfo`; `nations.toml` adds what it leaves out, and `Nations.plus` the
countries that only a user knows. Their adjectives follow the general rules of English where the user gives none.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Self

from anyascii import anyascii
from countryinfo import all_countries

# "the Moscow-installed mayor" acts for Moscow; "the Russian-speaking mayor" need not act for Russia.
_ACTING_FOR = re.compile(
    r"^(?P<whose>[\w.]+)[-–‐‑](?:appointed|backed|controlled|imposed|installed|led|run)$", re.IGNORECASE
)
_REBELS = frozenset({"rebel", "insurgent", "militant", "guerrilla", "guerilla", "militia", "mutineer", "faction"})
_TROOPS = frozenset({"force", "fighter", "troop", "alliance", "army"})
_WORD = re.compile(r"[^\W\d_][\w.'’–‐‑-]*")


@dataclass(frozen=True, slots=True)
class OwnCountry:
    """A country that a user names: its other names, its adjectives (none: by rule), its capital's names."""

    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Nations:
    """The countries that a reader knows. All tables lead from folded words to a country's name."""

    names: Mapping[str, str]
    adjectives: Mapping[str, str]
    capitals: Mapping[str, str]
    bodies: Mapping[str, str]
    parties: Mapping[str, str]
    codes: Mapping[str, str]
    seats: Mapping[str, str]
    hidden: frozenset[str] = frozenset()
    _sides: dict[str, str | None] = field(default_factory=dict)

    def without(self, phrases: Iterable[str]) -> Self:
        """These countries, where the phrases name none of them: "New Mexico", "Georgia" in a report on the American."""
        hidden = self.hidden | {_fold(phrase) for phrase in phrases}
        return replace(self, hidden=hidden, _sides={}) if hidden else self

    def plus(self, own: Iterable[OwnCountry]) -> Self:
        """These countries and a user's. What the user says of a country wins; what follows by rule gives way."""
        names, adjectives, capitals = dict(self.names), dict(self.adjectives), dict(self.capitals)
        for country in own:
            known = self.names.get(_fold(country.name))
            name = known or country.name
            names |= {_fold(other): name for other in (country.name, *country.names)}
            adjectives |= {_fold(word): name for word in country.adjectives}
            if not (known or country.adjectives):
                for base in (country.name, *country.names):
                    for word in adjectives_of(base):
                        adjectives.setdefault(_fold(word), name)
            capitals |= {_fold(word): name for word in country.capitals}
        return replace(self, names=names, adjectives=adjectives, capitals=capitals, _sides={})

    def named(self, words: str) -> str | None:
        """The country that the words name outright ("Britain" → "United Kingdom")."""
        folded = _fold(words)
        return None if folded in self.hidden else self.names.get(folded)

    def of_adjective(self, word: str) -> str | None:
        """The country of a nationality adjective ("Ukrainian" → "Ukraine"), singular or plural."""
        folded = _fold(word)
        return self.adjectives.get(folded) or (self.adjectives.get(folded[:-1]) if folded.endswith("s") else None)

    def of_capital(self, words: str) -> str | None:
        """The country whose capital or seat of government the words name ("Kyiv" → "Ukraine")."""
        folded = _fold(words)
        return None if folded in self.hidden else self.bodies.get(folded) or self.capitals.get(folded)

    def of_party(self, words: str) -> str | None:
        """The movement that the words name or describe and that acts for itself ("Houthi" → "Houthis")."""
        return self.parties.get(_fold(words))

    def is_party(self, side: str) -> bool:
        """Is the side a movement and no state?"""
        return side in self.parties.values()

    def state_speaking(self, words: str) -> str | None:
        """The state that a country's or capital's name stands for where it speaks; None for a body (a parliament)."""
        return None if self.is_seat(words) else self.named(words) or self.of_capital(words)

    def is_seat(self, words: str) -> bool:
        """Do the words name a seat of power that is spoken of as a body ("the Kremlin")?"""
        return _fold(words) in self.bodies

    def seat_words(self, words: str) -> str | None:
        """What a seat or a body's own name stands for in plain words ("the Pentagon" → "Department of Defense")."""
        return self.seats.get(_fold(words))

    def of_code(self, alpha2: str) -> str | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        return self.codes.get(alpha2.upper())

    def side_in(self, words: str) -> str | None:
        """The country or movement that the first word to name one among the words speaks for."""
        if words not in self._sides:
            if len(self._sides) > 65536:
                self._sides.clear()
            self._sides[words] = self._side_in(words)
        return self._sides[words]

    def _side_in(self, words: str) -> str | None:
        said = _WORD.findall(words)
        found = [_acting(word) for word in said]
        stop = 0
        for at, word in enumerate(found):
            stop = max(stop, at + self._hidden_at(found, at))
            behind = said[at + 1 :]
            own = (word != said[at] and _rebels(behind)) or _helped(said[at], behind)
            if not word[0].isupper() or at < stop or own:
                continue
            for size in (3, 2, 1):
                chunk = " ".join(found[at : at + size])
                side = self.of_adjective(chunk) or self.named(chunk) or self.of_capital(chunk) or self.of_party(chunk)
                if side:
                    return side
        return None

    def _hidden_at(self, words: list[str], at: int) -> int:
        """How many words from here on are a phrase that names no country here."""
        sizes = range(min(4, len(words) - at), 0, -1) if self.hidden else ()
        return next((size for size in sizes if _fold(" ".join(words[at : at + size])) in self.hidden), 0)


def adjectives_of(name: str) -> tuple[str, ...]:
    """What English forms of a country's name: "Freedonia" gives "Freedonian", "Ruritanistan" gives "Ruritanistani"."""
    if name.endswith("stan"):
        return (f"{name}i",)
    if name.endswith("land"):
        return (f"{name}er", f"{name}ic", f"{name}ish")
    if name.endswith(("a", "i")):
        return (f"{name}n", f"{name}an") if name.endswith("i") else (f"{name}n",)
    if name.endswith(("e", "y", "o", "u")):
        return (f"{name}an", f"{name[:-1]}an", f"{name[:-1]}ian", f"{name[:-1]}ese", f"{name[:-1]}i")
    return (f"{name}ian", f"{name}ese", f"{name}i", f"{name}ish", f"{name}ine")


def _acting(word: str) -> str:
    match = _ACTING_FOR.match(word)
    return match["whose"] if match else word


def _rebels(words: list[str]) -> bool:
    """ "Rwanda-backed *rebels*", "the Iran-backed Houthi *militia*": a side of their own, whoever arms them."""
    return any(word.lower() in _REBELS or word.lower().removesuffix("s") in _REBELS for word in words[:3])


def _helped(word: str, words: list[str]) -> bool:
    """ "U.S.-backed *forces*": whoever helps them, they are not his."""
    return word.lower().endswith("backed") and any(other.lower().removesuffix("s") in _TROOPS for other in words[:2])


@lru_cache(maxsize=65536)
def _fold(words: str) -> str:
    words = re.sub(r"['’´`]s$|(?<=s)['’´`]$", "", words.strip())
    return re.sub(r"^the ", "", anyascii(words).lower().replace("’", "'"))


@cache
def shipped() -> Nations:
    """The countries of the world."""
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
    return Nations(
        names | more_names,
        adjectives | _turned(more["adjectives"]),
        capitals | _turned(more["seats"]),
        _turned(more["bodies"]),
        _turned(more["parties"]),
        codes,
        _turned(more["stands_for"]),
    )


def nations_with(side: str | None) -> Nations:
    """The countries of the world, and with them that one if it is none of them."""
    known = shipped()
    own = side and not known.named(side) and not known.is_party(side)
    return known.plus([OwnCountry(side, (), adjectives_of(side))]) if own and side else known


def _turned(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: country for country, words in table.items() for word in words}

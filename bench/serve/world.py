"""An invented war at any size: places, people, outlets and words, with the spread that real ones have.

Enters a seed; leave choices that follow it. A few places, speakers and words are everywhere, most are rare (Zipf).
"""

import random
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from typing import TypeVar

One = TypeVar("One")

FIRST_DAY, DAYS = date(2029, 1, 1), 730
_STARTS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "vl",
    "z",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ei"]
_ENDS = ["", "", "n", "r", "l", "sk", "m", "rn", "t", "v"]


class Zipf:
    """Numbers below `size`, the n-th one `1 / n ** steep` times as often as the first."""

    def __init__(self, size: int, steep: float = 1.0) -> None:
        self.sums = list(accumulate(1 / (n + 1) ** steep for n in range(size)))

    def draw(self, chance: random.Random) -> int:
        """One of them."""
        return bisect(self.sums, chance.random() * self.sums[-1])


@dataclass(frozen=True, slots=True)
class Somebody:
    """An entity before it has rows. `around` are the places that contain it, by number, nearest first."""

    id: str
    name: str
    kind: str
    side: str | None = None
    roles: tuple[str, ...] = ()
    spot: tuple[float, float, str] | None = None
    around: tuple[int, ...] = ()


@dataclass
class World:
    """All that reports can speak of. `small` is how many articles it is made for."""

    seed: int
    small: int
    words: list[str] = field(default_factory=list)
    places: list[Somebody] = field(default_factory=list)
    people: list[Somebody] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        chance = self.chance = random.Random(self.seed)  # a bench, no secret
        self.words = list(dict.fromkeys(_word(chance) for _ in range(30_000)))
        self.outlets = [f"{_name(chance)} {chance.choice(('Post', 'Wire', 'Herald', 'News'))}" for _ in range(300)]
        self._make_places(max(self.small // 33, 60))
        self._make_people(max(self.small // 5, 60))
        self.word, self.place = Zipf(len(self.words), 1.05), Zipf(len(self.places) - 3, 1.0)
        self.somebody, self.outlet = Zipf(len(self.people), 0.95), Zipf(len(self.outlets), 0.9)

    def _make_places(self, towns: int) -> None:
        """Two countries and one beside, their regions, their towns."""
        chance = self.chance
        for n in range(3):
            spot = (40.0 + 4 * n, 20.0 + 5 * n, "country")
            self.places.append(Somebody(f"place-{n}", ("Orvann", "Telsk", "Varra")[n], "place", spot=spot))
        regions = 20
        for n in range(regions):
            spot = (39 + chance.random() * 12, 18 + chance.random() * 16, "region")
            self.places.append(Somebody(f"place-r{n}", f"{_name(chance)} region", "place", spot=spot, around=(n % 3,)))
        for n in range(towns):
            region = 3 + chance.randrange(regions)
            around = (region, *self.places[region].around)
            lat, lon, _ = self.places[region].spot or (0.0, 0.0, "")
            spot = (lat + chance.gauss(0, 0.6), lon + chance.gauss(0, 0.8), "town")
            self.places.append(Somebody(f"place-t{n}", _name(chance), "place", spot=spot, around=around))

    def _make_people(self, number: int) -> None:
        chance = self.chance
        for n in range(number):
            side = chance.choices(("Orvann", "Telsk", "Varra", None), (35, 35, 5, 25))[0]
            body = chance.random() < 0.3
            name = f"{_name(chance)} {_name(chance)}{' ministry' if body else ''}"
            roles = () if body else (f"{side or 'local'} {chance.choice(('spokesman', 'governor', 'general'))}",)
            self.people.append(Somebody(f"who-{n}", name, "organization" if body else "person", side, roles))

    def town(self) -> int:
        """The number of a place that a report speaks of; seldom a whole country."""
        return 3 + self.place.draw(self.chance) if self.chance.random() > 0.05 else self.chance.randrange(3)

    def sentence(self, length: int) -> str:
        """So many words."""
        return " ".join(self.chance.choices(self.words, cum_weights=self.word.sums, k=length))

    def day(self) -> date:
        """Some days bring more news than others."""
        return FIRST_DAY + timedelta(days=min(int(self.chance.betavariate(2, 1.5) * DAYS), DAYS - 1))

    def some(self, among: Sequence[One], most: int) -> list[One]:
        """A few of them."""
        return self.chance.sample(among, min(self.chance.randint(1, most), len(among)))


def _word(chance: random.Random) -> str:
    parts = chance.choices((1, 2, 3), (2, 5, 3))[0]
    return "".join(chance.choice(_STARTS) + chance.choice(_VOWELS) for _ in range(parts)) + chance.choice(_ENDS)


def _name(chance: random.Random) -> str:
    return (_word(chance) + _word(chance)).capitalize()

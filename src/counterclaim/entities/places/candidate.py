"""One place of a gazetteer, as looked up under one of its names."""

from dataclasses import dataclass

from counterclaim.model import Location, Precision


@dataclass(frozen=True, slots=True)
class Candidate:
    """`id` is `geonames:NUMBER` or `gazetteer:SLUG`. `within` are ids of what contains it, nearest first.

    `main` says whether the name that was looked up is the place's own and not one of its other names; `user` whether
    the place is from the user's gazetteer, which wins; `capital` whether it is a country's seat. Places without
    coordinates have neither `lat` nor `lon`.
    """

    id: str
    name: str
    precision: Precision
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    within: tuple[str, ...] = ()
    population: int = 0
    main: bool = True
    user: bool = False
    capital: bool = False

    @property
    def location(self) -> Location | None:
        """Where it is, if that is known."""
        if self.lat is None or self.lon is None:
            return None
        return Location(self.lat, self.lon, self.precision, self.country)

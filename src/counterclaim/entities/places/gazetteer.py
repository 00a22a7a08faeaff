"""All places that can be looked up: GeoNames, and a user's own file that wins over it.

Enters a name as written; leave candidates, the likelier ones first as far as the name alone can tell.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from counterclaim.entities.nations import Nations, OwnCountry, shipped
from counterclaim.entities.places.candidate import Candidate
from counterclaim.entities.places.index import Index
from counterclaim.entities.places.keys import exact_key, loose_key
from counterclaim.entities.places.rows import Row, listed, read_rows, slug
from counterclaim.entities.places.words import DISTRICT_UNITS, REGION_UNITS
from counterclaim.errors import InputError
from counterclaim.model import Precision


class Gazetteer:
    """Names of places → where they are."""

    def __init__(self, index: Index, rows: tuple[Row, ...] = ()) -> None:
        self._index = index
        self._own: dict[str, list[Candidate]] = defaultdict(list)
        self._own_loose: dict[str, list[Candidate]] = defaultdict(list)
        self._regions: dict[str, Candidate] = {}
        self._add(rows)
        self._sites = _sites(rows)
        self._capitals = self._index.capitals | {key for key, own in self._own.items() if any(c.capital for c in own)}
        self.nations: Nations = shipped().plus(_countries(rows))

    @classmethod
    def load(cls, extra: Path | None = None) -> Self:
        """Open the shipped places, with the user's own CSV on top (its columns: `counterclaim.entities.places.rows`).

        Raises:
            InputError: the user's file cannot be read or used, or puts a place within one that nobody knows; the
                message names line and column.
        """
        return cls(Index(), read_rows(extra) if extra else ())

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Places of that name, whatever its case, diacritics, apostrophes or script; else those of a name romanized
        otherwise.
        """
        return self.exact(name) or self.written(name) or self.sounding(name)

    def exact(self, name: str) -> tuple[Candidate, ...]:
        """Places of that name, whatever its case, diacritics, apostrophes or script."""
        key = exact_key(name)
        own = tuple(self._own.get(key, ()))
        return _ranked(own or self._index.named(key))

    def written(self, name: str) -> tuple[Candidate, ...]:
        """Places of that abbreviation, written exactly so ("Ky.", "U.S.")."""
        return self._index.named(f"={name}")

    def sounding(self, name: str) -> tuple[Candidate, ...]:
        """Places whose name is that one in another romanization."""
        whole = exact_key(name)
        for spelled in (whole, whole[:-1]) if whole.endswith(_FEMININE) else (whole,):
            key = loose_key(spelled)
            found = tuple(self._own_loose.get(key, ())) or self._index.sounding(key)
            if found:
                return _ranked(found)
        return ()

    def adjective(self, word: str) -> Candidate | None:
        """The country, region or continent that an adjective or a people's name belongs to ("French", "Texans")."""
        own = self.nations.of_adjective(word)
        found = self._index.named(f"~{exact_key(word)}")
        mine = (c for c in self._own.get(exact_key(own), ()) if c.precision is Precision.COUNTRY) if own else iter(())
        return next(mine, found[0] if found else None)

    def sites_from(self, word: str) -> frozenset[str]:
        """Keys of the user's own names of several words that open with this word and end in a small one
        ("Orsk railway yard").
        """
        return self._sites.get(exact_key(word), frozenset()) if self._sites else frozenset()

    def is_capital(self, name: str) -> bool:
        """Is that the name of a country's capital?"""
        return exact_key(name) in self._capitals

    def country(self, code: str) -> Candidate | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        return self._index.country(code.upper())

    def region(self, place_id: str) -> Candidate | None:
        """The region of an id; None where the id is that of a smaller or larger place, or of none."""
        own = self._regions.get(place_id)
        return own if own is not None else self._index.region(place_id)

    def _add(self, rows: tuple[Row, ...]) -> None:
        by_name = {exact_key(name): row.id for row in rows for name in row.names} | {row.id: row.id for row in rows}
        parents = {row.id: tuple(self._parents(row, by_name)) for row in rows}
        for row in rows:
            candidate = self._candidate(row, parents)
            if candidate.precision is Precision.REGION:
                self._regions[candidate.id] = candidate
            for at, name in enumerate(row.names):
                entry = candidate if at == 0 else _as_other(candidate)
                self._own[exact_key(name)].append(entry)
                self._own_loose[loose_key(exact_key(name))].append(entry)
        self._own_loose.pop("", None)

    def _parents(self, row: Row, by_name: dict[str, str]) -> Iterator[str]:
        """The places around a row's: those it names, nearest first, else its country."""
        named = listed(row.within)
        for wanted in named or (listed(row.country) if row.kind is not Precision.COUNTRY else ()):
            found = self._called(wanted, row, by_name)
            if found is not None:
                yield found
            elif named:
                what = f"the gazetteer, line {row.line}, column within: no place is called {wanted!r}"
                raise InputError(what, 'Add a row for it, or correct the name; part several names by "|"')

    def _called(self, wanted: str, row: Row, by_name: dict[str, str]) -> str | None:
        own = (
            by_name.get(f"gazetteer:{wanted}")
            or by_name.get(f"gazetteer:{slug(wanted)}")
            or by_name.get(exact_key(wanted))
        )
        if own and own != row.id:
            return own
        shipped = self._index.country(wanted.upper()) if len(wanted) == 2 else None
        found = shipped or next(iter(_ranked(self._index.named(exact_key(wanted)))), None)
        return found.id if found else None

    def _candidate(self, row: Row, parents: dict[str, tuple[str, ...]]) -> Candidate:
        within: dict[str, None] = {}
        waiting = list(parents[row.id])
        while waiting:  # nearest first: those named for the place itself before those around them
            above = waiting.pop(0)
            if above not in within and above != row.id:
                within[above] = None
                waiting.extend(parents.get(above, ()))
        return Candidate(
            row.id,
            row.names[0],
            row.kind,
            row.lat,
            row.lon,
            self._code(row),
            tuple(within),
            population=0,
            main=True,
            user=True,
            capital=row.capital,
        )

    def _code(self, row: Row) -> str | None:
        if len(row.country) == 2:
            return row.country.upper()
        named = self._index.named(exact_key(row.country)) if row.country else ()
        return next((c.country for c in named if c.precision is Precision.COUNTRY), None)


_FEMININE = "ah"  # an Arabic ending that romanizations write with and without its h


def _countries(rows: tuple[Row, ...]) -> Iterator[OwnCountry]:
    for row in rows:
        if row.kind is Precision.COUNTRY:
            keys = {exact_key(name) for name in (*row.names, row.id.removeprefix("gazetteer:"))}
            seats = (seat.names for seat in rows if seat.capital and _lies_in(seat, keys))
            capitals = tuple(name for names in seats for name in names)
            yield OwnCountry(row.names[0], row.names[1:], row.adjectives, capitals)


def _sites(rows: tuple[Row, ...]) -> dict[str, frozenset[str]]:
    """A name that the user writes in capitals is not looked for in small letters, nor is one word alone; "X district"
    is a unit of government.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for name in (name for row in rows for name in row.names):
        words = name.split()
        if len(words) > 1 and words[-1].islower() and words[-1] not in REGION_UNITS | DISTRICT_UNITS:
            found[exact_key(words[0])].add(exact_key(name))
    return {first: frozenset(keys) for first, keys in found.items() if first}


def _lies_in(row: Row, country: set[str]) -> bool:
    return not country.isdisjoint(map(exact_key, (row.country, *row.within.split("|"))))


def _as_other(candidate: Candidate) -> Candidate:
    return Candidate(**{name: getattr(candidate, name) for name in Candidate.__slots__} | {"main": False})


def _ranked(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """User's places first, then countries, then the larger and the better named."""
    return tuple(
        sorted(
            candidates,
            key=lambda c: (not c.user, c.precision is not Precision.COUNTRY, not c.main, -c.population, c.id),
        )
    )

"""A user's own gazetteer: a CSV file → rows.

Columns: `name` (required), `lat` and `lon` (WGS 84 degrees; both or neither), `kind` (point, town, district, region,
country; town where empty), `country` (ISO 3166-1 alpha-2 code or name), `within` (names or ids of what contains it,
parted by "|", nearest first; the nearest is enough where it has a row of its own), `names` (other names, parted by
"|"), `adjectives` (of a country, parted by "|"; by the rules of English where empty),
`capital` ("yes" for the seat of its country), `id`. Refused, with line and column: a missing column, a name left empty,
degrees that are none, unknown kinds, a `capital` that is neither yes nor no, an id used twice.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from counterclaim.entities.places.keys import exact_key
from counterclaim.errors import InputError
from counterclaim.model import Precision

COLUMNS = ("name", "lat", "lon", "kind", "country", "within", "names", "adjectives", "capital", "id")
# Begins the ids of places that no public gazetteer numbers.
OWN_PLACE = "gazetteer:"
_KINDS = ", ".join(kind.value for kind in Precision)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file. `names` has the name first; `line` counts from 1."""

    id: str
    names: tuple[str, ...]
    lat: float | None
    lon: float | None
    kind: Precision
    country: str
    within: str
    line: int
    adjectives: tuple[str, ...] = ()
    capital: bool = False


def read_rows(path: Path) -> tuple[Row, ...]:
    """The rows of the file, in its order.

    Raises:
        InputError: the file cannot be read, or a row of it cannot be used; the message names the line and the column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = tuple(_rows(path, csv.DictReader(lines, strict=True)))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"the gazetteer {path} cannot be read: {error}", "Give a CSV file in UTF-8") from error
    seen: dict[str, int] = {}
    for row in rows:
        if row.id in seen:
            raise _wrong(
                path, row.line, "id", f"{row.id!r} is also on line {seen[row.id]}", "Give each place its own id"
            )
        seen[row.id] = row.line
    return rows


def _rows(path: Path, reader: "csv.DictReader[str]") -> Iterator[Row]:
    columns = [(column or "").strip() for column in reader.fieldnames or ()]
    reader.fieldnames = columns
    for needed in ("name", "lat", "lon"):
        if needed not in columns:
            raise _wrong(
                path, 1, needed, "the column is missing", f"Name the columns in the first line: {', '.join(COLUMNS)}"
            )
    for fields in reader:
        yield _row(path, reader.line_num, {column: (fields.get(column) or "").strip() for column in COLUMNS})


def _row(path: Path, line: int, fields: dict[str, str]) -> Row:
    name = fields["name"]
    if not exact_key(name):
        raise _wrong(path, line, "name", "it is empty", "Give every place a name")
    if bool(fields["lat"]) != bool(fields["lon"]):
        raise _wrong(
            path, line, "lon" if fields["lat"] else "lat", "it is empty", "Give both latitude and longitude, or neither"
        )
    kind = fields["kind"].lower() or Precision.TOWN.value
    if kind not in set(Precision):
        raise _wrong(path, line, "kind", f"{fields['kind']!r} is no kind of place", f"Use one of {_KINDS}")
    names = dict.fromkeys((name, *listed(fields["names"])))
    return Row(
        id=f"{OWN_PLACE}{fields['id'] or slug(name)}",
        names=tuple(names),
        lat=_degrees(path, line, "lat", fields["lat"]),
        lon=_degrees(path, line, "lon", fields["lon"]),
        kind=Precision(kind),
        country=fields["country"],
        within=fields["within"],
        line=line,
        adjectives=listed(fields["adjectives"]),
        capital=_yes(path, line, fields["capital"]),
    )


def listed(text: str) -> tuple[str, ...]:
    """What stands in one field parted by "|", without repetitions."""
    return tuple(dict.fromkeys(filter(None, map(str.strip, text.split("|")))))


def _yes(path: Path, line: int, text: str) -> bool:
    if text.lower() not in ("", "yes", "no"):
        raise _wrong(path, line, "capital", f"{text!r} is neither yes nor no", "Write yes for a country's capital")
    return text.lower() == "yes"


def slug(name: str) -> str:
    """A name as part of an id."""
    return re.sub(r"[^a-z0-9]+", "-", exact_key(name)).strip("-")


def _degrees(path: Path, line: int, column: str, text: str) -> float | None:
    if not text:
        return None
    limit = 90 if column == "lat" else 180
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not -limit <= value <= limit:
        advice = f"Give decimal degrees from -{limit} to {limit}, with a point"
        raise _wrong(path, line, column, f"{text!r} is no {'latitude' if column == 'lat' else 'longitude'}", advice)
    return value


def _wrong(path: Path, line: int, column: str, what: str, advice: str) -> InputError:
    return InputError(f"the gazetteer {path}, line {line}, column {column}: {what}", advice)

"""CSV: one kind of record in one file, safe to open in a spreadsheet.

Enter objects of one kind and a stream; leave rows, written as they come. An inner object becomes columns
(`claimant_name`), lists, true and false become JSON, null an empty cell.
"""

import csv
import json
from collections.abc import Iterable, Mapping
from typing import IO, Any

from counterclaim.export.shapes import Shape, shapes
from counterclaim.export.wanted import RECORDS, Format, Wanted, What, Written
from counterclaim.ledger.store import Store

# Excel takes a file without it for one in the encoding of the machine.
BOM = "\ufeff"
Cell = str | int | float
_CLAIMANT = ("claimant_id", "claimant_name", "claimant_kind", "claimant_surface")
_SAID = (
    "content", "quotation", "speech", "stance", "channel", "relayed_by", "said", "propositions", "confidence", "review",
    "part",
)  # fmt: skip
_DECIDED = (
    "entity", "other", "apart", "names", "documents", "name", "decision", "claim", "seen", "claimant", "content",
    "stance", "channel", "said", "speech", "propositions", "left", "right", "kind", "unsure", "bulk",
)  # fmt: skip
COLUMNS: Mapping[What, tuple[str, ...]] = {
    What.CLAIMS: ("id", "document", "outlet", *_CLAIMANT, "source_spans", "cue_spans", "content_spans", *_SAID),
    What.RELATIONS: ("id", "kind", "left", "right", "why", "confidence", "review", "machine"),
    What.ENTITIES: ("id", "name", "kind", "names", "roles", "side", "lat", "lon"),
    What.MENTIONS: ("document", "span", "kind", "entity", "lat", "lon", "surface", "part"),
    What.ARTICLES: ("document", "outlet", "title", "published", "language", "origin", "credited", "url", "version"),
    What.DISPUTES: ("id", "question", "frame", "place_id", "place_name", "first", "last", "sides", "relations"),
    What.ORIGINS: ("id", "credited", "documents"),
    What.DECISIONS: ("id", "kind", *(f"content_{key}" for key in _DECIDED), "reason", "by", "at"),
}
# Spreadsheets run a cell that begins with one of these as a formula (OWASP, "CSV Injection"); an apostrophe
# makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(store: Store, wanted: Wanted, stream: IO[str]) -> Written:
    """A head and one row an object (RFC 4180)."""
    if wanted.bom:
        stream.write(BOM)
    columns = COLUMNS[wanted.what]
    rows = (flat(shape, columns) for shape in shapes(store, wanted.what, wanted))
    return Written(write_rows(stream, columns, rows))


def write_rows(stream: IO[str], columns: tuple[str, ...], rows: Iterable[Mapping[str, Cell]]) -> int:
    """A head and the rows; how many rows."""
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    number = 0
    for number, row in enumerate(rows, start=1):  # noqa: B007
        writer.writerow(row)
    return number


def flat(shape: Shape, columns: tuple[str, ...]) -> dict[str, Cell]:
    """The cells of one object."""
    cells: dict[str, Cell] = {}
    for key, value in shape.items():
        if isinstance(value, dict):
            cells |= {f"{key}_{inner}": cell(inmost) for inner, inmost in value.items()}
        elif key in columns:
            cells[key] = cell(value)
    return cells


def cell(value: Any) -> Cell:
    """One value as a cell: no words that a spreadsheet would run, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, list | dict | bool):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return float(value) if isinstance(value, float) else int(value)


FORMAT = Format(
    name="csv",
    kinds=RECORDS,
    media="text/csv",
    about="one table, safe in spreadsheets",
    write=write,
    takes=frozenset({"bom", "rejected"}),
)

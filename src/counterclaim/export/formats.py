"""Objects → JSON Lines or CSV.

Enter objects of one kind and a stream; leave lines, written as they come. In CSV an inner object becomes columns
(`claimant_name`), lists, true and false become JSON, null an empty cell.
"""

import csv
import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, TextIO

from counterclaim.export.shapes import Shape, What


class Format(StrEnum):
    """How exports are written."""

    JSONL = "jsonl"
    CSV = "csv"


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


def write_jsonl(objects: Iterable[Shape], stream: TextIO) -> int:
    """One object a line; how many."""
    number = 0
    for number, shape in enumerate(objects, start=1):  # noqa: B007
        stream.write(json.dumps(shape, ensure_ascii=False) + "\n")
    return number


def write_csv(objects: Iterable[Shape], what: What, stream: TextIO) -> int:
    """A head and one row an object (RFC 4180); how many objects."""
    writer = csv.DictWriter(stream, COLUMNS[what], restval="", lineterminator="\r\n")
    writer.writeheader()
    number = 0
    for number, shape in enumerate(objects, start=1):  # noqa: B007
        writer.writerow(flat(shape, COLUMNS[what]))
    return number


def flat(shape: Shape, columns: tuple[str, ...]) -> dict[str, str | int | float]:
    """The cells of one object."""
    cells: dict[str, str | int | float] = {}
    for key, value in shape.items():
        if isinstance(value, dict):
            cells |= {f"{key}_{inner}": _cell(inmost) for inner, inmost in value.items()}
        elif key in columns:
            cells[key] = _cell(value)
    return cells


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, list | dict | bool):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return float(value) if isinstance(value, float) else int(value)

"""CSV with relations: flat tables whose ids join, and a Data Package that says how.

Enters an open `Store`; leaves a zip file or a folder with one CSV file a table and `datapackage.json` (Frictionless
Table Schema: fields, primary and foreign keys), which tools read to join and check the tables. Cells are as in
`csvfile`.
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, TextIO

from counterclaim.export.csvfile import BOM, Cell, cell, write_rows
from counterclaim.export.joined import TABLES, Table
from counterclaim.export.wanted import Format, Wanted, What, Written
from counterclaim.ledger.store import Store

# The same ledger gives the same file, so members bear no time; this is the earliest that the format knows.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def write(store: Store, wanted: Wanted, stream: IO[bytes]) -> Written:
    """All tables in one zip file."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:

        def member(name: str) -> TextIO:
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            # Tables are written as they are read, so their size is not known when they begin.
            return io.TextIOWrapper(archive.open(info, "w", force_zip64=True), encoding="utf-8", newline="")

        return _written(store, wanted, member)


def write_folder(store: Store, wanted: Wanted, folder: Path) -> Written:
    """The same as files in a folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    return _written(store, wanted, lambda name: (folder / name).open("w", encoding="utf-8", newline=""))


def description() -> dict[str, Any]:
    """The Data Package of the tables."""
    return {"profile": "data-package", "name": "counterclaim", "resources": [_resource(table) for table in TABLES]}


def _written(store: Store, wanted: Wanted, opened: Callable[[str], TextIO]) -> Written:
    number = 0
    for table in TABLES:
        with opened(f"{table.name}.csv") as stream:
            if wanted.bom:
                stream.write(BOM)
            number += write_rows(stream, tuple(table.fields), _rows(table, store, wanted))
    with opened("datapackage.json") as stream:
        stream.write(json.dumps(description(), ensure_ascii=False, indent=2) + "\n")
    return Written(number)


def _rows(table: Table, store: Store, wanted: Wanted) -> Iterator[dict[str, Cell]]:
    for row in table.rows(store, wanted):
        yield {name: cell(value) for name, value in zip(table.fields, row, strict=True)}


def _resource(table: Table) -> dict[str, Any]:
    keys = [
        {"fields": [field], "reference": {"resource": other, "fields": ["id"]}} for field, other in table.keys.items()
    ]
    schema: dict[str, Any] = {"fields": [{"name": name, "type": kind} for name, kind in table.fields.items()]}
    if "id" in table.fields:
        schema["primaryKey"] = ["id"]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


FORMAT = Format(
    name="tables",
    kinds=(What.ALL,),
    media="application/zip",
    about="CSV tables that join by id, in a zip file or a folder, with a Data Package",
    write=write,
    binary=True,
    takes=frozenset({"bom", "rejected"}),
    folder=write_folder,
)

"""CSV with relations: flat tables whose ids join, and a Data Package that says how.

Enters an open `Store`; leaves a zip file or a folder with one CSV file a table and `datapackage.json` (Frictionless
Table Schema: fields, primary and foreign keys), which tools read to join and check the tables. Cells are as in
`csvfile`.
"""

import csv
import json
import shutil
import tempfile
import zipfile
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, TextIO

from counterclaim.export.csvfile import BOM, cell
from counterclaim.export.joined import PASSES, TABLES, Pass, Table
from counterclaim.export.wanted import Format, Wanted, What, Written
from counterclaim.ledger.store import Store

# The same ledger gives the same file, so members bear no time; this is the earliest that the format knows.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_DESCRIPTION = "datapackage.json"


def write(store: Store, wanted: Wanted, stream: IO[bytes]) -> Written:
    """All tables in one zip file, by way of a temporary folder: a zip file takes one member at a time."""
    with tempfile.TemporaryDirectory() as name, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        folder = Path(name)
        written = write_folder(store, wanted, folder)
        for file in (*(f"{table.name}.csv" for table in TABLES), _DESCRIPTION):
            info = zipfile.ZipInfo(file, _NO_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            with (folder / file).open("rb") as source, archive.open(info, "w", force_zip64=True) as member:
                shutil.copyfileobj(source, member)
    return written


def write_folder(store: Store, wanted: Wanted, folder: Path) -> Written:
    """The same as files in a folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    number = sum(_pass(each, store, wanted, folder) for each in PASSES)
    words = json.dumps(description(), ensure_ascii=False, indent=2) + "\n"
    (folder / _DESCRIPTION).write_text(words, encoding="utf-8", newline="")
    return Written(number)


def description() -> dict[str, Any]:
    """The Data Package of the tables."""
    return {"profile": "data-package", "name": "counterclaim", "resources": [_resource(table) for table in TABLES]}


def _pass(each: Pass[Any], store: Store, wanted: Wanted, folder: Path) -> int:
    """Every record is read once, and written into all its tables."""
    with ExitStack() as stack:
        files = [stack.enter_context(_begun(folder, table, wanted)) for table in each.tables]
        writers = [csv.writer(file, lineterminator="\r\n") for file in files]
        number = 0
        for record in each.records(store, wanted):
            for table, writer in zip(each.tables, writers, strict=True):
                for row in table.rows(record):
                    writer.writerow(map(cell, row))
                    number += 1
    return number


def _begun(folder: Path, table: Table[Any], wanted: Wanted) -> TextIO:
    stream = (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="")
    stream.write((BOM if wanted.bom else "") + ",".join(table.fields) + "\r\n")
    return stream


def _resource(table: Table[Any]) -> dict[str, Any]:
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

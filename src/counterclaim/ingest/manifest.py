"""The user's own table of the files: outlet, published, url, language.

Enters a CSV file in UTF-8; leaves rows by the name that the user wrote, and problems with single rows. Refused, with an
`InputError`: a file that is missing, not a table, or has no `file` column.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from counterclaim.errors import InputError
from counterclaim.ingest.dates import edtf_day
from counterclaim.ingest.record import ManifestRow
from counterclaim.model import Problem

COLUMNS = ("file", "outlet", "published", "url", "language")
_SHAPE = f"The first line names the columns: {', '.join(COLUMNS)} (only file is needed, others are ignored)."


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows by file name as written (slashes forward), the problems with rows, and where the table was read from."""

    path: Path
    rows: dict[str, ManifestRow]
    problems: tuple[Problem, ...]

    def row(self, document: str, path: Path) -> ManifestRow | None:
        """The row of one file: by document name, by path from the manifest's folder or as given, else by bare file
        name."""
        absolute = path.absolute()
        names = [document, path.as_posix(), absolute.as_posix()]
        folder = self.path.absolute().parent
        if absolute.is_relative_to(folder):
            names.append(absolute.relative_to(folder).as_posix())
        names.append(path.name)
        names += [name.removesuffix(".gz") for name in names if name.endswith(".gz")]
        return next((self.rows[name] for name in names if name in self.rows), None)


def load_manifest(path: Path) -> Manifest:
    """Read a manifest.

    Raises:
        InputError: the file cannot be read as a CSV table with a `file` column.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(
            f"cannot read the manifest {path}: {error.strerror}", "Check the path given to --manifest."
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(f"the manifest {path} is not UTF-8", "Save the table as CSV in UTF-8.") from error
    try:
        table = csv.reader(io.StringIO(text), delimiter=_delimiter(text), strict=True)
        lines = [(table.line_num, cells) for cells in table if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise InputError(f"the manifest {path} is not a CSV table: {error}", _SHAPE) from error
    if not lines:
        raise InputError(f"the manifest {path} is empty", _SHAPE)
    header = [cell.strip().casefold() for cell in lines[0][1]]
    if "file" not in header:
        raise InputError(f"the manifest {path} has no column named file", _SHAPE)
    return _rows(path, header, lines[1:])


def _delimiter(text: str) -> str:
    """Spreadsheets of many countries write semicolons or tabs."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _rows(path: Path, header: list[str], lines: list[tuple[int, list[str]]]) -> Manifest:
    rows: dict[str, ManifestRow] = {}
    problems: list[Problem] = []
    for line, cells in lines:
        fields = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if cell.strip()}
        row, reason = _row(line, fields)
        if row and rows.setdefault(row.file, row) is not row:
            reason = f"the file {row.file} has a row already, on line {rows[row.file].line}; this one is not used"
        if reason:
            problems.append(Problem(str(path), reason, "Correct the row in the manifest and read again.", line))
    return Manifest(path, rows, tuple(problems))


def _row(line: int, fields: dict[str, str]) -> tuple[ManifestRow | None, str | None]:
    """The row, if it names a file, and what is wrong with it, if anything is."""
    file = fields.get("file")
    if not file:
        return None, "the row names no file"
    written = fields.get("published")
    published = edtf_day(written) if written else None
    reason = f"the date {written!r} is not one that can be read (write YYYY-MM-DD); the row's other cells are used"
    name = PurePosixPath(file.replace("\\", "/")).as_posix()
    row = ManifestRow(name, line, fields.get("outlet"), published, fields.get("url"), fields.get("language"))
    return row, reason if written and not published else None

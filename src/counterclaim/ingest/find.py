"""What the user names on the command line → records to read.

Enters paths of files and folders, globs and `-`; leaves a `Record` an article, or a `Problem` a thing that cannot be
read, in a stable order and lazily: of JSON lines only one is held at a time. Files are not decoded here, so that this
can run ahead of the workers.
"""

import glob
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from counterclaim.ingest.manifest import Manifest, load_manifest
from counterclaim.ingest.naming import Named, document_names, nearest
from counterclaim.ingest.record import MAX_ARTICLE_BYTES, ManifestRow, Media, Record
from counterclaim.ingest.stream import BROKEN_GZIP, numbered_lines, unzipped
from counterclaim.ingest.walk import Found, media_of, textual, unreadable_kind, walk
from counterclaim.model import Problem

STDIN = "-"


def find_records(inputs: Sequence[str], manifest: Path | None = None) -> Iterator[Record | Problem]:
    """Everything that `inputs` name, in their order; folders recursively and sorted. No file is given twice.

    Raises:
        InputError: the manifest cannot be used.
    """
    table = load_manifest(manifest) if manifest else None
    return _records(inputs, table)


def _records(inputs: Sequence[str], table: Manifest | None) -> Iterator[Record | Problem]:
    if table:
        yield from table.problems
    found = list(_found(inputs, table))
    named = document_names([item for item in found if isinstance(item, Found)])
    used: set[int] = set()
    for item in found:
        if isinstance(item, Problem):
            yield item
        elif item.path == Path(STDIN) and item.media is None:
            yield from _from_stdin()
        else:
            entry = named[item]
            row = table.row(entry.document, entry.path) if table else None
            if row:
                used.add(row.line)
            yield from _from_file(entry, row)
    if table:
        yield from _unmatched(table, used, [entry.document for entry in named.values()])


def _found(inputs: Sequence[str], table: Manifest | None) -> Iterator[Found | Problem]:
    """Files to read, each once, and what is wrong with the rest."""
    seen: set[str] = set()
    leave_out = str(table.path.resolve()) if table else None
    for name in inputs:
        for item in _reachable(name):
            if isinstance(item, Found):
                key = STDIN if item.media is None else str(item.path.resolve())
                if key in seen or key == leave_out:
                    continue
                seen.add(key)
            yield item


def _reachable(name: str) -> Iterator[Found | Problem]:
    """What one input names; a path that may not even be looked at is a problem like others."""
    try:
        yield from _named(name)
    except OSError as error:
        yield Problem(name, f"it cannot be looked at: {error.strerror}", "Check the path and its permissions.")


def _named(name: str) -> Iterator[Found | Problem]:
    if name == STDIN:
        yield Found(Path(STDIN), STDIN, None)
        return
    path = Path(name)
    if not name.strip():
        yield Problem(name, "the name of an input is empty", "Name a file or folder; . is the current folder.")
    elif path.is_dir():
        yield from walk(path)
    elif path.exists():
        yield _single(path)
    elif path.is_symlink():
        yield Problem(name, "the link leads nowhere, or to itself", "Mend or remove the link.")
    elif glob.has_magic(name):
        yield from _globbed(name)
    else:
        yield Problem(name, "there is no such file or folder", _near(path))


def _single(path: Path) -> Found | Problem:
    media = media_of(path)
    return Found(path, textual(path.name), media) if media and path.is_file() else unreadable_kind(path)


def _globbed(pattern: str) -> Iterator[Found | Problem]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - the pattern may be absolute
    if not matches:
        yield Problem(pattern, "no file matches the pattern", "Check the pattern; ** goes through folders.")
    for match in matches:
        path = Path(match)
        if path.is_dir():
            if "**" not in pattern:
                yield from walk(path)
        else:
            yield _single(path)


def _near(path: Path) -> str:
    """The nearest name that is there."""
    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return f"There is no folder {path.parent} either; check the path."
    close = nearest(path.name, names)
    return f"Did you mean {path.parent / close}?" if close else "Check the path."


def _from_file(entry: Named, row: ManifestRow | None) -> Iterator[Record | Problem]:
    if entry.media is not Media.JSONL:
        yield Record(entry.document, str(entry.path), entry.media, row=row, zipped=entry.path.suffix.lower() == ".gz")
        return
    try:
        with entry.path.open("rb") as stream:
            yield from _json_lines(unzipped(stream), entry.document, str(entry.path), row)
    except OSError as error:
        yield Problem(str(entry.path), f"the file cannot be opened: {error.strerror}", "Check its permissions.")


def _json_lines(stream: IO[bytes], document: str, path: str, row: ManifestRow | None) -> Iterator[Record | Problem]:
    first = nothing = True
    for item in numbered_lines(stream, path):
        nothing = False
        if isinstance(item, Problem):
            yield item
            continue
        number, raw = item
        if first and (problem := _not_lines(raw, path)):
            yield problem
            return
        first = False
        yield Record(f"{document}:{number}", path, Media.JSONL, number, raw, row)
    if nothing:
        yield Problem(path, "the file holds no line", "Check that the download or export was complete.")


def _not_lines(raw: bytes, path: str) -> Problem | None:
    """A file that is not JSON lines at all gives one problem, not one a line."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Problem(path, "the file is UTF-16; JSON lines are UTF-8", "Save the file as UTF-8.")
    if raw[:1] == b"[":
        return Problem(
            path, "the file is one JSON array, not one article a line", "Convert it: jq -c '.[]' FILE > FILE.jsonl"
        )
    if b"\0" in raw[:4096]:
        return Problem(path, "the file is binary, not JSON lines", "Check that it is what its name says.")
    return None


def _from_stdin() -> Iterator[Record | Problem]:
    """Standard input is JSON lines, HTML or text by how it begins."""
    try:
        stream = unzipped(sys.stdin.buffer)
        head = _peek(stream)
    except BROKEN_GZIP:
        yield Problem(STDIN, "the gzip data is cut off or corrupt", "Pack it again.")
        return
    if head.startswith(b"{"):
        yield from _json_lines(stream, "stdin.jsonl", STDIN, None)
        return
    try:
        raw = stream.read(MAX_ARTICLE_BYTES + 1)
    except BROKEN_GZIP:
        yield Problem(STDIN, "the gzip data is cut off or corrupt", "Pack it again.")
        return
    media = Media.HTML if _begins_as_html(head) else Media.TEXT
    yield Record("stdin", STDIN, media, raw=raw)


def _peek(stream: io.BufferedReader) -> bytes:
    """The first bytes that are not white space, without taking them."""
    return stream.peek(2048).removeprefix(b"\xef\xbb\xbf").lstrip()[:512]


def _begins_as_html(head: bytes) -> bool:
    start = head[:200].lower()
    return start.startswith((b"<!doctype", b"<html", b"<head", b"<body", b"<!--", b"<article", b"<div", b"<?xml"))


def _unmatched(table: Manifest, used: set[int], documents: list[str]) -> Iterator[Problem]:
    """Rows for files that are not there at all. A row for a file that was left out of this run is no mistake."""
    for row in table.rows.values():
        if row.line in used or (table.path.parent / row.file).exists() or Path(row.file).exists():
            continue
        close = nearest(row.file, documents)
        advice = f"Did you mean {close}?" if close else "Correct the file name in the manifest, or remove the row."
        yield Problem(str(table.path), f"no file is named {row.file}", advice, row.line)

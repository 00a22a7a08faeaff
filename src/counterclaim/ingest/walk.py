"""Folders → the files in them that can be read, sorted, and a problem for every one that cannot.

Hidden files, and the table `manifest.csv` that may lie beside the articles, are passed over in silence: the manifest
is used only where the user names it. A folder reached over links is entered once.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from counterclaim.ingest.record import Media
from counterclaim.model import Problem

SUFFIXES = {
    ".txt": Media.TEXT,
    ".html": Media.HTML,
    ".htm": Media.HTML,
    ".jsonl": Media.JSONL,
}
_READ = f"Read are {', '.join(SUFFIXES)}, each also with .gz."
_OTHERS = {
    ".json": "Write one article a line into a .jsonl file: jq -c . FILE > FILE.jsonl",
    ".pdf": "Save the text as .txt.",
    ".docx": "Save the text as .txt.",
    ".doc": "Save the text as .txt.",
    ".md": "Rename it to .txt if it is an article.",
    ".zip": "Unpack it and name the folder.",
    ".warc": "Extract the pages as .html first.",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read and the name that it has by itself. `media` is None only for standard input."""

    path: Path
    document: str
    media: Media | None


def media_of(path: Path) -> Media | None:
    """What the name says that the file is written in; None where it is not among those that are read."""
    name = path.name.lower().removesuffix(".gz")
    return SUFFIXES.get(Path(name).suffix)


def unreadable_kind(path: Path) -> Problem:
    """Why a file is not even tried."""
    if path.exists() and not path.is_file():
        return Problem(str(path), "it is not a regular file", "Send what it gives through standard input: name it -.")
    suffix = Path(path.name.lower().removesuffix(".gz")).suffix
    reason = f"files ending in {suffix} are not read" if suffix else "a file without an ending is not read"
    return Problem(str(path), reason, f"{_READ} {_OTHERS.get(suffix, '')}".strip())


def textual(name: str) -> str:
    """A file's name as text: bytes that are none are written out, for exports are UTF-8."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def walk(folder: Path) -> Iterator[Found | Problem]:
    """Every file below `folder`, named by its path from there."""
    yield from _walk(folder, folder, (folder.resolve(),), set())


def _walk(root: Path, folder: Path, above: tuple[Path, ...], seen: set[Path]) -> Iterator[Found | Problem]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(str(folder), f"the folder cannot be opened: {error.strerror}", "Check its permissions.")
        return
    if folder == root and not any(not entry.name.startswith(".") for entry in entries):
        yield Problem(str(folder), "the folder is empty", _READ)
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith(".") or entry.name.lower() == "manifest.csv":
            continue
        if path.is_dir():
            yield from _enter(root, path, above, seen)
        else:
            yield _file(root, path)


def _enter(root: Path, path: Path, above: tuple[Path, ...], seen: set[Path]) -> Iterator[Found | Problem]:
    real = path.resolve()
    if real in above:
        yield Problem(str(path), "the link leads back to a folder that holds it", "Remove the link.")
    elif real not in seen:
        seen.add(real)
        yield from _walk(root, path, (*above, real), seen)


def _file(root: Path, path: Path) -> Found | Problem:
    if not path.exists():
        return Problem(str(path), "the link leads nowhere, or to itself", "Mend or remove the link.")
    media = media_of(path)
    return (
        Found(path, textual(path.relative_to(root).as_posix()), media)
        if media and path.is_file()
        else unreadable_kind(path)
    )

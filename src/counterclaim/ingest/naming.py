"""Document names: short, and never the same for two files of one run.

A file in a folder is named by its path from that folder, a file by itself by its bare name. Where two files would get
one name, each gets the name of its parent folder in front, and the next one up until they differ.
"""

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from counterclaim.ingest.record import Media
from counterclaim.ingest.walk import Found, textual


@dataclass(frozen=True, slots=True)
class Named:
    """A file with the name that it has in this run."""

    path: Path
    document: str
    media: Media


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name most like `name`, letter case aside; None where none is much like it."""
    by_folded = {other.casefold(): other for other in names}
    close = difflib.get_close_matches(name.casefold(), by_folded, n=1)
    return by_folded[close[0]] if close else None


def document_names(found: list[Found]) -> dict[Found, Named]:
    """The files with names that no two share. Standard input has none here."""
    names = {item: item.document for item in found if item.media}
    while clashes := _clashes(names):
        for item in clashes:
            names[item] = _longer(item, names[item])
    return {item: Named(item.path, name, item.media) for item, name in names.items() if item.media}


def _clashes(names: dict[Found, str]) -> list[Found]:
    """Items whose name another one has too, and that can still get a longer one."""
    groups: dict[str, list[Found]] = defaultdict(list)
    for item, name in names.items():
        groups[name].append(item)
    return [
        item
        for group in groups.values()
        if len(group) > 1
        for item in group
        if _longer(item, names[item]) != names[item]
    ]


def _longer(item: Found, name: str) -> str:
    """The name with one more folder in front; the same where no folder is left."""
    depth = len(Path(name).parts)
    return textual("/".join(item.path.absolute().parts[1:][-depth - 1 :]))

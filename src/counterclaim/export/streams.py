"""JSON documents written item by item, so that memory does not grow with the ledger.

Enter objects, lazily; leaves one document on a stream, an item a line.
"""

import json
from collections.abc import Iterable, Mapping
from typing import IO, Any


def line(shape: Any) -> str:
    """One JSON value on one line."""
    return json.dumps(shape, ensure_ascii=False)


def document(stream: IO[str], head: Mapping[str, Any], key: str, items: Iterable[Mapping[str, Any]]) -> int:
    """An object with the head's fields and, under `key`, the items; how many."""
    fields = "".join(f"{line(name)}: {line(value)}, " for name, value in head.items())
    stream.write(f"{{{fields}{line(key)}: [")
    number = array(stream, items)
    stream.write("\n]}\n")
    return number


def array(stream: IO[str], items: Iterable[Mapping[str, Any]]) -> int:
    """The items with commas between them, without brackets; how many."""
    number = 0
    for number, item in enumerate(items, start=1):
        stream.write(("\n" if number == 1 else ",\n") + line(item))
    return number

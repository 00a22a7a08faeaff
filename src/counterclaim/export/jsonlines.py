"""JSON Lines: one object a line, in the shape that `docs/export.md` gives."""

from typing import IO

from counterclaim.export.shapes import shapes
from counterclaim.export.streams import line
from counterclaim.export.wanted import RECORDS, Format, Wanted, Written
from counterclaim.ledger.store import Store


def write(store: Store, wanted: Wanted, stream: IO[str]) -> Written:
    """One object a line."""
    number = 0
    for number, shape in enumerate(shapes(store, wanted.what, wanted), start=1):  # noqa: B007
        stream.write(line(shape) + "\n")
    return Written(number)


FORMAT = Format(
    name="jsonl",
    kinds=RECORDS,
    media="application/jsonl",
    about="one JSON object a line, for scripts",
    write=write,
    takes=frozenset({"rejected"}),
)

"""The shares of marked times that we read right, as figures beside the floors."""

from collections.abc import Iterator

from bench.figures import Figure
from bench.times.readers import ours
from bench.times.rows import TABLES, right, rows


def measured() -> Iterator[Figure]:
    """`right` over both tables, and over the one that is held back."""
    read = ours()
    good = {table: [right(row, read(row)) for row in rows(table)] for table in TABLES}
    every = [one for table in good.values() for one in table]
    yield Figure("times", "right", sum(every) / len(every))
    yield Figure("times", "held_back", sum(good["held_back"]) / len(good["held_back"]))

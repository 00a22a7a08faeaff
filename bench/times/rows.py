"""The tables of marked times, and when a reading of a row is right.

Enter `tests/times/*.tsv`; leave rows whose marks are spans of the text. A third of the rows is held back: it is
measured, and nothing is tuned on it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from counterclaim.model import Article, Block, BlockKind, Provenance, Run, Span
from counterclaim.times import bounds

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "times"
TABLES = ("measured", "held_back")
_MARKS = re.compile(r"[\[\]{}]")


@dataclass(frozen=True, slots=True)
class Marked:
    """One expression: where it stands and what it means, in EDTF."""

    span: Span
    edtf: str


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence or two. `published` is EDTF; `dateline` the span that the article opens with."""

    kind: str
    text: str
    published: str | None
    times: tuple[Marked, ...]
    dateline: Span | None


def rows(table: str) -> tuple[Row, ...]:
    """Every row of `measured` or `held_back`, in order."""
    lines = (FOLDER / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_row(*line.split("\t")) for line in lines if not line.startswith("#"))


def _row(kind: str, published: str, edtf: str, marked: str) -> Row:
    spans, opened, dateline = [], 0, None
    for count, mark in enumerate(_MARKS.finditer(marked)):
        place = mark.start() - count
        if mark[0] in "[{":
            opened = place
        elif mark[0] == "}":
            dateline = Span(opened, place)
        else:
            spans.append(Span(opened, place))
    meanings = [] if edtf == "-" else edtf.split(";")
    times = tuple(Marked(span, meaning) for span, meaning in zip(spans, meanings, strict=True))
    return Row(kind, _MARKS.sub("", marked), published or None, times, dateline)


def article(row: Row) -> Article:
    """The row as a report of one paragraph."""
    whole = Span(0, len(row.text))
    return Article(
        document="row",
        text=row.text,
        blocks=(Block(whole, BlockKind.PARAGRAPH),),
        provenance=Provenance("row", "text/plain", "0" * 64),
        runs=(Run(0, 0, len(row.text)),),
        dateline=row.dateline,
        published=row.published,
    )


def right(row: Row, found: tuple[Marked, ...]) -> bool:
    """Each marked time found once with just that EDTF, and no other."""
    return _paired(row, found, lambda meant, read: meant == read)


def same_days(row: Row, found: tuple[Marked, ...]) -> bool:
    """Each marked time found once with just those days, however written and whatever the clock, and no other."""
    return _paired(row, found, lambda meant, read: meant == read or bounds(meant) == bounds(read) != (None, None))


def _paired(row: Row, found: tuple[Marked, ...], alike: Callable[[str, str], bool]) -> bool:
    told = _told(row, found)
    if len(told) != len(row.times):
        return False
    beside = [[other for other in told if other.span.overlaps(time.span)] for time in row.times]
    return all(len(one) == 1 and alike(time.edtf, one[0].edtf) for time, one in zip(row.times, beside, strict=True))


def within(row: Row, found: tuple[Marked, ...]) -> bool:
    """The lenient measure: at each marked time a day that it covers, whatever else is found; nothing where none is
    marked. A year that nobody knows may be any.
    """
    told = _told(row, found)
    if not row.times:
        return not told
    return right(row, found) or all(
        any(_covers(time.edtf, other.edtf) for other in told if other.span.overlaps(time.span)) for time in row.times
    )


def _told(row: Row, found: tuple[Marked, ...]) -> list[Marked]:
    return [time for time in found if row.dateline is None or not time.span.overlaps(row.dateline)]


def _covers(meant: str, read: str) -> bool:
    year = read.lstrip("./")[:4]
    known = meant.replace("XXXX-XX", read.lstrip("./")[:7]).replace("XXXX", year)
    (first, last), (start, end) = bounds(known), bounds(read)
    return (start or end) is not None and _later(start or end, first) and _later(last, end or start)


def _later(day: date | None, other: date | None) -> bool:
    """Is the day not before the other? An open end is as far as it needs to be."""
    return day is None or other is None or day >= other

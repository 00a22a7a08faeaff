"""Where the body begins and ends, and what position says about lines that show nothing by themselves.

Body text is known by sentences; what stands before the first and after the last is read only where it looks like
text. Inside the body only rows of four and more very short lines are left out. Losing a paragraph is worse than
keeping a menu.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.ingest.page.furniture import ending_share
from counterclaim.ingest.page.lines import Line
from counterclaim.model import BlockKind

_ROW = 4
_FAR = 6


@dataclass(frozen=True, slots=True)
class Zones:
    """Line indices of the first and the last line of running text; all lines are body where there is none."""

    first: int
    last: int


def zones_of(lines: Sequence[Line], taken: frozenset[int]) -> Zones:
    """The stretch of running text, without a lone sentence far in front of the rest."""
    prose = [line for line in lines if line.index not in taken and line.prose]
    if not prose:
        return Zones(0, len(lines))
    first = 0
    total = sum(len(line.text) for line in prose)
    for number in range(min(2, len(prose) - 2)):
        far = prose[number + 1].index - prose[number].index > _FAR
        before = sum(len(line.text) for line in prose[: number + 1])
        if far and before * 10 < total:
            first = number + 1
    return Zones(prose[first].index, prose[-1].index)


def after_ending(lines: Sequence[Line], taken: frozenset[int]) -> list[Line]:
    """Lines after a heading such as that of the comments, if enough of the running text stands before it.

    Comments may be longer than the report, other reports' teasers are not.
    """
    total = sum(len(line.text) for line in lines if line.prose and line.index not in taken)
    before = 0
    for line in lines:
        if line.prose and line.index not in taken:
            before += len(line.text)
        if before and (share := ending_share(line)) and before >= total * share:
            return [other for other in lines if other.index > line.index]
    return []


def short_runs(lines: Sequence[Line], zones: Zones, taken: frozenset[int]) -> frozenset[int]:
    """Rows of very short lines inside the body, with no sentence among them."""
    found: set[int] = set()
    row: list[int] = []
    for line in [*lines, None]:
        if (
            line
            and zones.first <= line.index <= zones.last
            and line.size <= 4
            and not line.ends_sentence
            and not line.quoted
        ):
            row.append(line.index)
            continue
        if len(row) >= _ROW:
            found.update(row)
        row = []
    return frozenset(found - taken)


def in_header(line: Line, *, after_headline: bool) -> tuple[BlockKind, str]:
    """A line before the first running text that shows nothing by itself."""
    if not after_headline:
        return BlockKind.FURNITURE, "stands before the headline"
    if line.ends_sentence and line.size >= 3:
        return BlockKind.PARAGRAPH, "a sentence"
    if line.size >= 5 or (line.size >= 3 and any(word.islower() and len(word) > 3 for word in line.text.split())):
        return BlockKind.SUBHEADING, "stands before the body, long enough to be read"
    return BlockKind.FURNITURE, "a short line before the body"


def in_body(line: Line) -> tuple[BlockKind, str]:
    """A line inside the running text that shows nothing by itself."""
    if line.ends_sentence or line.size > 14 or line.text[:1] in "•-–—*‣▪●·":
        return BlockKind.PARAGRAPH, ""
    if line.text.endswith((":", ",", ";")) or line.text[:1].islower():
        return BlockKind.PARAGRAPH, ""
    return BlockKind.SUBHEADING, "a short line within the body that is no sentence"


def in_tail(line: Line, furniture_since: int) -> tuple[BlockKind, str]:
    """A line after the last running text that shows nothing by itself."""
    contiguous = furniture_since <= 2
    if line.ends_sentence and (furniture_since == 0 or (contiguous and line.size >= 3)):
        return BlockKind.PARAGRAPH, ""
    if furniture_since == 0 and line.size >= 12 and line.glue >= 2:
        return BlockKind.PARAGRAPH, "running text, cut off"
    return BlockKind.FURNITURE, "a short line after the report"

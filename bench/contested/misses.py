"""Why marked propositions were not found: how many stumble over what. Counts alone, so any part may be counted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bench.contested.pairing import one_mouth, overlaps
from bench.contested.records import Mark, Marked
from bench.contested.scoring import agrees

Row = Mapping[str, Any]
ENOUGH = 0.5


def misses(marks: Iterable[Mark], claims: Iterable[Row]) -> Counter[tuple[str, str]]:
    """(frame, reason) → how many typed propositions of the marks have it. Found ones are counted as "found"."""
    told = list(claims)
    return Counter(
        (prop.frame, _reason(mark, prop, told)) for mark in marks for prop in mark.propositions if prop.typed
    )


def table(counts: Mapping[tuple[str, str], int]) -> str:
    """Reasons down, frames across, the most frequent first."""
    frames = [frame for frame, _ in _sums(counts, 0)]
    rows = [("", *frames, "all")]
    for reason, total in _sums(counts, 1):
        rows.append((reason, *(str(counts.get((frame, reason), "")) for frame in frames), str(total)))
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    )


def _sums(counts: Mapping[tuple[str, str], int], at: int) -> list[tuple[str, int]]:
    sums: Counter[str] = Counter()
    for key, number in counts.items():
        sums[key[at]] += number
    return sums.most_common()


def _reason(mark: Mark, prop: Marked, claims: list[Row]) -> str:
    there = [row for row in claims if row["document"] == mark.document and max(overlaps(mark, row)) >= ENOUGH]
    mouths = [row for row in there if one_mouth(mark, row)]
    if not mouths:
        return "the claim has another mouth" if there else "no claim there"
    framed = [got for row in mouths for got in row["propositions"] if got["frame"] == prop.frame]
    if not framed:
        others = any(got["frame"] != "statement" for row in mouths for got in row["propositions"])
        return "another frame" if others else "no frame"
    faults = min((list(_faults(prop, got)) for got in framed), key=len)
    return ", ".join(faults) or "found"


def _faults(prop: Marked, got: Row) -> Iterator[str]:
    """The roles that differ, each tried alone."""
    asked = dict(prop.roles)
    for role in sorted({*asked, "min", "max", "negated"} - {"frame"}):
        kept = {role: asked[role]} if role in asked else {}
        # Each trial leaves the other roles as the export has them.
        rest = {name: got.get(name) for name in ("min", "max", "negated") if name != role}
        trial = Marked(prop.frame, tuple((rest | kept).items()))
        if not agrees(trial, got):
            yield f"{role} {'left out' if got.get(role) in (None, False) else 'differs'}"

"""How far two passes of marking by the same guide agree: the upper bound of what a figure can mean.

The second marking is scored against the first as if it were an export.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bench.contested import loading
from bench.contested.figures import f1
from bench.contested.pairing import paired
from bench.contested.records import Mark
from bench.contested.scoring import Counts, propositions


def table(names: Iterable[str]) -> str:
    """One line an event that was marked twice, and the sum."""
    lines, total, same, of = [], Counts(), 0, 0
    for name in names:
        path = loading.EVENTS / name / "second.yaml"
        if not path.exists():
            continue
        second, _ = loading.marks_of(name, path)
        documents = {mark.document for mark in second}
        first = tuple(mark for mark in loading.load(name)[0].marks if mark.document in documents)
        counts, alike, both = compared(first, second)
        total, same, of = total + counts, same + alike, of + both
        lines.append(_line(name, counts, alike, both))
    return "\n".join([*lines, _line("together", total, same, of)]) if lines else "No event has a second marking."


def compared(first: tuple[Mark, ...], second: tuple[Mark, ...]) -> tuple[Counts, int, int]:
    """Counts of claims and typed propositions, claims with the same stance and channel, and claims that both have."""
    rows = [_as_export(mark) for mark in second]
    pairs = paired(first, rows)
    typed, _ = propositions(first, rows)
    by_id = {mark.id: mark for mark in first}
    alike = sum(
        (by_id[name].stance, by_id[name].channel) == (row["stance"], row["channel"])
        for name, row in pairs.found.items()
    )
    return replace(typed, marked=len(first), found=len(pairs.found), extra=len(second)), alike, len(pairs.found)


def _as_export(mark: Mark) -> dict[str, Any]:
    return {
        "id": mark.id,
        "document": mark.document,
        "part": mark.part,
        "claimant": {"name": mark.by} if mark.by else None,
        "content_spans": mark.spans,
        "content": "",
        "quotation": mark.quotation,
        "stance": mark.stance,
        "channel": mark.channel,
        "propositions": [{"frame": item.frame} | dict(item.roles) for item in mark.propositions],
    }


def _line(name: str, counts: Counts, alike: int, both: int) -> str:
    claims = f1(counts.found, counts.extra, counts.marked)
    typed = f1(counts.typed_right, counts.typed_exported, counts.typed)
    return (
        f"{name}: claims F1 {claims:.2f} ({counts.marked} and {counts.extra}), typed propositions F1 {typed:.2f} "
        f"({counts.typed} and {counts.typed_exported}), stance and channel alike in {alike} of {both}"
    )

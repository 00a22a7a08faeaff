"""Our own marked statements (`frames/`) as windows of word pieces: who does what, in words of all kinds.

Enters text files of one statement a line, marked as `frames/README.md` says; leaves `FrameExample`s.

    python training/frame_data.py          # counts, and every fault in the marks
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

from counterclaim.attribution.encoder.pieces import Vocabulary
from counterclaim.attribution.encoder.view import shown
from counterclaim.attribution.quotations import find_quotes
from frame_labels import FRAMES, GROUPS, ROLES

HOME = Path(__file__).parent / "frames"
TAG = re.compile(
    r"<(?P<ends>/?)(?P<number>\d+)(?::(?P<frame>\w+)(?P<values>(?: \w+=\w+)*)|\.(?P<role>\w+))?>|(?P<edge>\[\[|\]\])"
)
VALUE = re.compile(r"(\w+)=(\w+)")
HELD = 8  # one line in so many is not learned from

Places = tuple[int, ...]


class BadMarksError(ValueError):
    """A line whose tags say nothing that can be read."""


@dataclass(slots=True)
class Being:
    """One trigger while its line is read: its span, its values by group, the spans of its roles."""

    span: tuple[int, int] | None = None
    frame: str = ""
    values: dict[str, str] = field(default_factory=dict)
    roles: list[tuple[str, tuple[int, int]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Line:
    """One statement without its tags."""

    text: str
    content: tuple[tuple[int, int], ...]
    found: tuple[Being, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One trigger in pieces: numbers of the frame and of each group's value (-1 where it has none), role spans."""

    pieces: Places
    frame: int
    values: tuple[int, ...]
    roles: tuple[tuple[int, Places], ...]


@dataclass(frozen=True, slots=True)
class FrameExample:
    """One window: vocabulary numbers with the marks, and its triggers."""

    ids: Places
    triggers: tuple[Trigger, ...]


def lines(held: bool | None = None) -> Iterator[Line]:
    """Every line; or those that are held out, or the others. Raises `BadMarksError`."""
    for path in sorted(HOME.glob("*.txt")):
        for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if raw.strip() and (held is None or (crc32(raw.encode()) % HELD == 0) is held):
                yield line_of(raw.strip(), f"{path.name} {number}")


def line_of(raw: str, where: str) -> Line:
    """One line. Raises `BadMarksError`."""
    pieces: list[str] = []
    beings: dict[str, Being] = {}
    begun: dict[tuple[str, str | None], int] = {}
    edges: list[int] = []
    at = last = 0
    for tag in TAG.finditer(raw):
        pieces.append(raw[last : tag.start()])
        at, last = at + tag.start() - last, tag.end()
        if tag["edge"]:
            edges.append(at)
            continue
        one = beings.setdefault(tag["number"], Being())
        key = (tag["number"], tag["role"])
        if not tag["ends"]:
            begun[key] = at
            if tag["frame"]:
                one.frame, one.values = tag["frame"], dict(VALUE.findall(tag["values"]))
        elif key not in begun:
            raise BadMarksError(f"{where}: {tag[0]} was never begun")
        elif tag["role"]:
            one.roles.append((tag["role"], (begun.pop(key), at)))
        else:
            one.span = (begun.pop(key), at)
    text = "".join([*pieces, raw[last:]])
    if begun or len(edges) % 2 or any(one.span is None or one.frame not in FRAMES for one in beings.values()):
        raise BadMarksError(f"{where}: open, or without trigger or frame: {sorted(begun) or sorted(beings)}")
    return Line(text, tuple(zip(edges[::2], edges[1::2], strict=True)), tuple(beings.values()))


def examples(found: Iterable[Line], vocabulary: Vocabulary) -> Iterator[FrameExample]:
    """Each line as one window."""
    for line in found:
        pieces = list(vocabulary.pieces(shown(line.text, 0, find_quotes(line.text, 0))))[:180]
        at = {place: n for n, piece in enumerate(pieces, 1) for place in range(piece.start, piece.end)}
        ids = (vocabulary.opens, *(piece.id for piece in pieces), vocabulary.ends)
        yield FrameExample(ids, tuple(t for being in line.found if (t := trigger_of(being, at)) is not None))


def trigger_of(being: Being, at: Mapping[int, int]) -> Trigger | None:
    """One trigger in pieces; None where the window does not reach it."""
    pieces = covered(being.span or (0, 0), at)
    roles = tuple((ROLES.index(role), covered(span, at)) for role, span in being.roles if role in ROLES)
    values = tuple(
        group.index(being.values.get(name, "")) if name in being.values or FRAMES[being.frame].get(name) else -1
        for name, group in GROUPS.items()
    )
    return Trigger(pieces, list(FRAMES).index(being.frame), values, roles) if pieces else None


def covered(span: tuple[int, int], at: Mapping[int, int]) -> Places:
    """The numbers of the pieces that a span touches."""
    return tuple(sorted({at[place] for place in range(*span) if place in at}))


def main() -> int:
    """Say what is there; exit status 1 where a line can't be read."""
    seen: Counter[str] = Counter()
    faults = []
    for path in sorted(HOME.glob("*.txt")):
        for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not raw.strip():
                continue
            try:
                line = line_of(raw.strip(), f"{path.name} {number}")
            except BadMarksError as fault:
                faults.append(str(fault))
                continue
            seen["lines"] += 1
            seen["unmarked"] += not line.found
            seen.update(one.frame for one in line.found)
    print(*faults, dict(seen), sep="\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())

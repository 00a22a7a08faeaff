"""Our own marked reports (`reports/`) as rows of a corpus.

Enters text files whose words stand between tags, as `reports/README.md` says; leaves rows as PolNeAR's: {"document",
"text", "attributions": [{"source", "cue", "content", "kind", "by"}]}, spans as [start, end) of `text`. One report in
five is kept for the judge, which must not learn from what the encoder has learned by heart.

    python training/own_reports.py          # counts, and every fault in the marks
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

HOME = Path(__file__).parent / "reports"
TAG = re.compile(r'<(?P<ends>/?)(?P<part>[sqc])(?P<number>\d+)(?P<says>(?: (?:by|t)="[^"<>]*")*)>')
SAYS = re.compile(r'(by|t)="([^"]*)"')
PARTS = {"s": "source", "q": "cue", "c": "content"}
KINDS = ("speech", "thought", "other")
HELD = 5  # one report in so many is for the judge

Row = dict[str, object]


class BadMarksError(ValueError):
    """A report whose tags say nothing that can be read."""


@dataclass(slots=True)
class Being:
    """One attribution while its report is read."""

    parts: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: {name: [] for name in PARTS.values()})
    kind: str = "speech"
    by: str | None = None


def rows(held: bool | None = None) -> Iterator[Row]:
    """Every report; or those that are held for the judge, or the others."""
    for path in sorted(HOME.rglob("*.txt")):
        if held is None or is_held(path) is held:
            yield row_of(path)


def is_held(path: Path) -> bool:
    """Is this report kept for the judge? By its name, so that more reports move none."""
    return crc32(f"{path.parent.name}/{path.name}".encode()) % HELD == 0


def row_of(path: Path) -> Row:
    """One report. Raises `BadMarksError`."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n")
    if not head.startswith("outlet:"):
        raise BadMarksError(f"{path.name}: its first line does not say the outlet")
    text, found = read("\n".join(line.strip() for line in body.splitlines() if line.strip()), path.name)
    # "Declined to comment" is marked, with nothing said: it must not be learned as a cue.
    told = [one for _, one in sorted(found.items()) if one.parts["content"]]
    marked = [{**one.parts, "kind": one.kind, "by": one.by} for one in told]
    return {"document": f"{path.parent.name}/{path.name}", "text": text, "attributions": marked}


def read(body: str, name: str) -> tuple[str, dict[int, Being]]:
    """The words without tags, and what the tags say of them. Raises `BadMarksError`."""
    pieces: list[str] = []
    found: dict[int, Being] = {}
    begun: dict[tuple[str, int], int] = {}
    at, last = 0, 0
    for tag in TAG.finditer(body):
        pieces.append(body[last : tag.start()])
        at, last = at + tag.start() - last, tag.end()
        part, number = PARTS[tag["part"]], int(tag["number"])
        one = found.setdefault(number, Being())
        if tag["ends"]:
            if (part, number) not in begun:
                raise BadMarksError(f"{name}: {part} {number} ends and was never begun")
            one.parts[part].append((begun.pop((part, number)), at))
        else:
            begun[part, number] = at
            said = dict(SAYS.findall(tag["says"]))
            one.kind, one.by = said.get("t", one.kind), said.get("by", one.by)
    pieces.append(body[last:])
    text = "".join(pieces)
    check(text, found, begun, name)
    return text, found


def check(text: str, found: dict[int, Being], begun: Sequence[object] | dict[tuple[str, int], int], name: str) -> None:
    """Raises `BadMarksError` where a tag stays open, is no tag, or an attribution lacks its cue."""
    if begun:
        raise BadMarksError(f"{name}: never ended: {sorted(begun)}")
    if "<" in text or ">" in text:
        raise BadMarksError(f"{name}: a tag that is none: {text[max(0, text.find('<')) :][:30]!r}")
    for number, one in found.items():
        if not one.parts["cue"]:
            raise BadMarksError(f"{name}: attribution {number} has no cue")
        if one.kind not in KINDS:
            raise BadMarksError(f"{name}: attribution {number} is of no kind: {one.kind!r}")


def main() -> int:
    """Say what is there; exit status 1 where a report can't be read."""
    seen: Counter[str] = Counter()
    faults = []
    for path in sorted(HOME.rglob("*.txt")):
        try:
            row = row_of(path)
        except BadMarksError as fault:
            faults.append(str(fault))
            continue
        seen["reports"] += 1
        seen["held"] += is_held(path)
        seen["words"] += len(str(row["text"]).split())
        seen.update(str(one["kind"]) for one in row["attributions"])  # type: ignore[attr-defined]
    print(*faults, dict(seen), sep="\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())

"""An event's folder → `Event`, and the faults in it.

Enter the marks as YAML and the reports as the program itself would read them; leave marks whose spans cover their
words to the letter. Refused: nothing; what cannot be read is left out and named as a `Fault`.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bench.contested.records import Event, Fault, Mark, Marked, Matter, Spans
from bench.contested.vocabulary import CHANNELS, CLAIM_KEYS, COMMON, QUOTATIONS, ROLES, STANCES, VALUES
from counterclaim.ingest import Record, find_records, read_record
from counterclaim.model import Article

HERE = Path(__file__).parent
EVENTS = HERE / "events"
DEMO = HERE.parents[1] / "src" / "counterclaim" / "demo"
DEMO_MARKS = HERE.parents[1] / "tests" / "demo" / "gold"
Row = Mapping[str, Any]


def load(name: str) -> tuple[Event, tuple[Fault, ...]]:
    """One event by its folder's name; the demo corpus is called "demo"."""
    return _demo() if name == "demo" else _event(EVENTS / name)


def reports(event: str) -> Path:
    """Where an event's reports lie."""
    return DEMO / "corpus" if event == "demo" else EVENTS / event / "reports"


def beside(event: str, name: str) -> Path:
    """The manifest or gazetteer of an event."""
    return (DEMO if event == "demo" else EVENTS / event) / name


def marks_of(event: str, path: Path) -> tuple[tuple[Mark, ...], tuple[Fault, ...]]:
    """The claims of one file of marks, in its order."""
    texts, faults, marks = articles(event), [], []
    for document, claims in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
        if document not in texts:
            faults.append(Fault(str(document), f"is no report of {event}"))
            continue
        for claim in claims or ():
            wrong = list(_wrong(claim))
            spans = () if wrong else _spans(claim, texts[document])
            if not wrong and not spans:
                wrong = [f"its words do not stand there: {claim['words']!r}"]
            faults += [Fault(f"{document} {claim.get('id')}", what) for what in wrong]
            if spans:
                marks.append(_mark(claim, document, spans))
    ids = [mark.id for mark in marks]
    faults += [Fault(name, "is the id of two claims") for name in sorted({i for i in ids if ids.count(i) > 1})]
    return tuple(marks), tuple(faults)


@cache
def articles(event: str) -> dict[str, Article]:
    """The reports of an event, by name, as the program reads them."""
    records = find_records([str(reports(event))], beside(event, "manifest.csv"))
    found = (read_record(record) for record in records if isinstance(record, Record))
    return {article.document: article for article in found if isinstance(article, Article)}


def _event(folder: Path) -> tuple[Event, tuple[Fault, ...]]:
    marks, faults = marks_of(folder.name, folder / "marks.yaml")
    told = yaml.safe_load((folder / "matters.yaml").read_text(encoding="utf-8")) or {}
    matters = tuple(_matter(row) for row in told.get("matters") or ())
    denies, confirms = (tuple((str(a), str(b)) for a, b in told.get(key) or ()) for key in ("denies", "confirms"))
    origins = yaml.safe_load((folder / "origins.yaml").read_text(encoding="utf-8")) or ()
    event = Event(folder.name, folder, marks, matters, denies, confirms, tuple(map(tuple, origins)))
    return event, (*faults, *_unknown(event))


def _demo() -> tuple[Event, tuple[Fault, ...]]:
    """The demo corpus: marks of the same kind in JSON Lines, with spans. Its matters lie beside them."""
    claims = [json.loads(line) for line in (DEMO_MARKS / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    marks = tuple(
        _mark(row | {"by": row["claimant"], "props": row["propositions"]}, row["doc"], tuple(map(tuple, row["spans"])))
        for row in claims
    )
    rows = (DEMO_MARKS / "origins.jsonl").read_text(encoding="utf-8").splitlines()
    origins = tuple(tuple(json.loads(line)["documents"]) for line in rows)
    denies = tuple((row["id"], row["denies"]) for row in claims if row["denies"])
    path = DEMO_MARKS / "matters.yaml"
    told = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    matters = tuple(_matter(row) for row in told.get("matters") or ())
    denies += tuple((str(a), str(b)) for a, b in told.get("denies") or ())
    confirms = tuple((str(a), str(b)) for a, b in told.get("confirms") or ())
    event = Event("demo", DEMO, marks, matters, denies, confirms, origins)
    return event, _unknown(event)


def _mark(claim: Row, document: str, spans: Spans) -> Mark:
    propositions = claim.get("props") or [{"frame": "statement"}]
    return Mark(
        id=str(claim["id"]),
        document=document,
        by=claim["by"],
        spans=spans,
        part=claim.get("part") or "text",
        quotation=claim["quotation"],
        stance=claim.get("stance") or "asserts",
        channel=claim.get("channel"),
        relayed_by=tuple(claim.get("relayed_by") or ()),
        said=claim.get("said") and str(claim["said"]),
        propositions=tuple(
            Marked(row["frame"], tuple((key, value) for key, value in row.items() if key != "frame"))
            for row in propositions
        ),
    )


def _matter(row: Row) -> Matter:
    answers = tuple((str(answer), tuple(map(str, ids))) for answer, ids in row["answers"].items())
    pairs = frozenset(frozenset(map(str, pair)) for pair in row.get("together") or ())
    return Matter(str(row["ask"]), answers, pairs)


def _spans(claim: Row, article: Article) -> Spans:
    """Where the words stand; empty where a piece of them does not, or not often enough."""
    text = (article.title if claim.get("part") == "title" else article.text) or ""
    pieces = claim["words"] if isinstance(claim["words"], list) else [claim["words"]]
    found: list[tuple[int, int]] = []
    start = 0
    for piece in pieces:
        at = text.find(piece, start)
        for _ in range(int(claim.get("nth", 1)) - 1 if not found else 0):
            at = text.find(piece, at + 1) if at >= 0 else at
        if at < 0:
            return ()
        found.append((at, at + len(piece)))
        start = at + len(piece)
    return tuple(found)


def _wrong(claim: Row) -> Iterator[str]:
    """What is wrong with a claim's keys and values."""
    yield from (f"lacks {key!r}" for key in ("id", "by", "words", "quotation") if key not in claim)
    yield from (f"has {key!r}, which the guide does not know" for key in claim if key not in CLAIM_KEYS)
    if claim.get("quotation") not in QUOTATIONS or (claim.get("by") is None) != (claim.get("quotation") == "narration"):
        yield f"quotation {claim.get('quotation')!r} by {claim.get('by')!r}"
    if claim.get("stance", "asserts") not in STANCES:
        yield f"stance {claim['stance']!r}"
    if claim.get("channel") and claim["channel"] not in CHANNELS:
        yield f"channel {claim['channel']!r}"
    for row in claim.get("props") or ():
        yield from _wrong_proposition(row)


def _wrong_proposition(row: Row) -> Iterator[str]:
    frame = row.get("frame")
    if frame not in ROLES:
        yield f"frame {frame!r}"
        return
    yield from (f"{frame} has no role {key!r}" for key in row if key not in ROLES[frame] | COMMON)
    for key, value in row.items():
        allowed = VALUES.get((frame, key))
        if allowed and value is not None and value not in allowed:
            yield f"{frame} {key} {value!r}"
        if key in ("min", "max") and not isinstance(value, int | None):
            yield f"{frame} {key} {value!r} is no whole number"


def _unknown(event: Event) -> tuple[Fault, ...]:
    """What matters and origins name and is not there, or stands twice."""
    ids = {mark.id: mark for mark in event.marks}
    faults = []
    for matter in event.matters:
        named = [name for _, group in matter.answers for name in group]
        faults += [Fault(matter.ask, f"{name} is no claim") for name in named if name not in ids]
        faults += [Fault(matter.ask, f"{name} is narration") for name in named if name in ids and ids[name].by is None]
        faults += [Fault(matter.ask, f"{name} answers twice") for name in sorted(set(named)) if named.count(name) > 1]
        answers = {answer for answer, _ in matter.answers}
        faults += [Fault(matter.ask, f"{pair - answers} is no answer") for pair in matter.together if pair - answers]
    for pair in (*event.denies, *event.confirms):
        faults += [Fault("denies, confirms", f"{name} is no claim") for name in pair if name not in ids]
    known = articles(event.name)
    faults += [Fault("origins", f"{name} is no report") for row in event.origins for name in row if name not in known]
    return tuple(faults)

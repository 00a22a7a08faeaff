"""Rows of the ledger's tables → records.

Enter rows; leave the frozen records of `counterclaim.model`, lazily and a chunk at a time, so that memory does not
grow with the ledger. Where entities have been unified, references bear the ledger's own entity id and name; before,
the article's. A claimant keeps the article's own spelling where that is a full name.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from counterclaim.ledger.store import Store
from counterclaim.model import (
    Argument,
    Article,
    Block,
    BlockKind,
    Claim,
    Entity,
    EntityKind,
    Location,
    Modality,
    Part,
    Precision,
    Proposition,
    Provenance,
    Quotation,
    Ref,
    Review,
    Run,
    Span,
    Stance,
    Value,
)

CHUNK = 200
Key = tuple[str, str]
Row = sqlite3.Row | Mapping[str, Any]

# Claims with the ledger's names of who claims and who is answered; the caller adds WHERE and ORDER BY.
CLAIMS = """
SELECT c.*, a.document, a.outlet, a.published,
  coalesce(ce.id, c.claimant) AS claimant_id, coalesce(ce.name, c.claimant_name) AS claimant_as,
  coalesce(ce.kind, c.claimant_kind) AS claimant_is, cl.name AS claimant_here, ce.by_hand AS claimant_by_hand,
  coalesce(ae.id, c.answers) AS answers_id, coalesce(ae.name, c.answers_name) AS answers_as,
  coalesce(ae.kind, c.answers_kind) AS answers_is
FROM claim c JOIN article a ON a.id = c.article
LEFT JOIN local_entity cl ON cl.id = c.claimant LEFT JOIN entity ce ON ce.id = cl.entity
LEFT JOIN local_entity al ON al.id = c.answers LEFT JOIN entity ae ON ae.id = al.entity
"""
# The same as the article itself names them: references bear ids of `local_entity`.
LOCAL_CLAIMS = """
SELECT c.*, a.document, a.outlet, a.published, c.claimant AS claimant_id, c.claimant_name AS claimant_as,
  c.claimant_kind AS claimant_is, NULL AS claimant_here, 0 AS claimant_by_hand, c.answers AS answers_id,
  c.answers_name AS answers_as, c.answers_kind AS answers_is
FROM claim c JOIN article a ON a.id = c.article
"""
LOCAL_ARGUMENTS = """
SELECT g.proposition, g.role, g.words, g.number, g.surface, g.local_entity AS id, g.name, g.kind
FROM argument g JOIN proposition p ON p.id = g.proposition
WHERE p.claim IN ({marks}) ORDER BY g.proposition, g.position
"""
ARGUMENTS = """
SELECT g.proposition, g.role, g.words, g.number, g.surface, coalesce(e.id, g.local_entity) AS id, coalesce(e.name,
g.name) AS name, coalesce(e.kind, g.kind) AS kind
FROM argument g JOIN proposition p ON p.id = g.proposition
LEFT JOIN local_entity l ON l.id = g.local_entity LEFT JOIN entity e ON e.id = l.entity
WHERE p.claim IN ({marks}) ORDER BY g.proposition, g.position
"""


def claim_records(store: Store, rows: Iterable[sqlite3.Row], arguments: str = ARGUMENTS) -> Iterator[Claim]:
    """Rows of `CLAIMS`, or of `LOCAL_CLAIMS` with `LOCAL_ARGUMENTS`, with their spans and propositions, in order."""
    waiting = iter(rows)
    while chunk := list(islice(waiting, CHUNK)):
        ids = [row["id"] for row in chunk]
        spans = _spans(store, ids)
        propositions = _propositions(store, ids, spans, arguments)
        for row in chunk:
            yield claim_record(row, spans, tuple(propositions[row["id"]]))


def article_record(store: Store, row: sqlite3.Row) -> Article:
    """One row of `article` with its blocks and its way back to the input."""
    blocks = store.rows("SELECT * FROM block WHERE article = ? ORDER BY position", (row["id"],))
    runs = store.rows("SELECT * FROM offset_run WHERE article = ? ORDER BY position", (row["id"],))
    return Article(
        document=row["document"],
        text=row["text"],
        blocks=tuple(Block(Span(b["start"], b["stop"]), BlockKind(b["kind"]), b["reason"]) for b in blocks),
        provenance=Provenance(row["path"], row["media"], row["input_sha256"], row["line"]),
        runs=tuple(Run(run["text_start"], run["input_start"], run["length"]) for run in runs),
        title=row["title"] if row["title_apart"] else None,
        headline=_span(row["headline_start"], row["headline_stop"]),
        outlet=row["outlet"],
        byline=row["byline"],
        dateline=_span(row["dateline_start"], row["dateline_stop"]),
        credited=row["credited"],
        published=row["published"],
        language=row["language"],
        url=row["url"],
    )


def entity_record(row: sqlite3.Row, entity_id: str) -> Entity:
    """One row of `entity` or `local_entity`, under the given id."""
    return Entity(
        id=entity_id,
        kind=EntityKind(row["kind"]),
        name=row["name"],
        names=words(row["names"]),
        roles=words(row["roles"]),
        side=row["side"],
        location=location_record(row),
        within=words(row["within"]),
        reasons=words(row["reasons"]),
    )


def location_record(row: sqlite3.Row) -> Location | None:
    """Where a row's entity lies, if that is known."""
    if row["lat"] is None:
        return None
    return Location(row["lat"], row["lon"], Precision(row["precision"]), row["country"])


def words(array: str) -> tuple[str, ...]:
    """The words of a JSON array."""
    return () if array == "[]" else tuple(json.loads(array))


def marks(values: list[str]) -> str:
    """As many question marks as values."""
    return ", ".join("?" * len(values))


def _span(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else Span(start, stop)


def _spans(store: Store, claims: list[str]) -> Mapping[Key, list[Span]]:
    """Spans by (claim, kind), and evidence by (proposition, "evidence")."""
    found: dict[Key, list[Span]] = defaultdict(list)
    sql = f"SELECT * FROM claim_span WHERE claim IN ({marks(claims)}) ORDER BY claim, kind, position"  # noqa: S608
    for row in store.rows(sql, claims):
        found[row["proposition"] or row["claim"], row["kind"]].append(Span(row["start"], row["stop"]))
    return found


def _propositions(
    store: Store, claims: list[str], spans: Mapping[Key, list[Span]], sql: str
) -> Mapping[str, list[Proposition]]:
    arguments: dict[str, list[Argument]] = defaultdict(list)
    for row in store.rows(sql.format(marks=marks(claims)), claims):
        arguments[row["proposition"]].append(Argument(row["role"], value_record(row)))
    found: dict[str, list[Proposition]] = defaultdict(list)
    rows = store.rows(f"SELECT * FROM proposition WHERE claim IN ({marks(claims)}) ORDER BY claim, position", claims)  # noqa: S608
    for row in rows:
        found[row["claim"]].append(proposition_record(row, arguments[row["id"]], spans))
    return found


def proposition_record(row: Row, arguments: Iterable[Argument], spans: Mapping[Key, list[Span]]) -> Proposition:
    """One row of `proposition` with its arguments."""
    return Proposition(
        frame=row["frame"],
        arguments=tuple(arguments),
        negated=bool(row["negated"]),
        modality=Modality(row["modality"]),
        when=row["time"],
        evidence=tuple(spans[row["id"], "evidence"]),
    )


def value_record(row: Row) -> Value:
    """What fills a role, by one row of `ARGUMENTS`."""
    ref = _ref(row["id"], row["name"], row["kind"], row["surface"])
    return ref or (row["words"] if row["words"] is not None else row["number"])


def _ref(entity: str | None, name: str | None, kind: str | None, surface: str | None) -> Ref | None:
    if name is None or surface is None:
        return None
    return Ref(name, surface, entity, EntityKind(kind) if kind else None)


def _claimant_name(row: Row) -> str | None:
    """The article's own name for a person or body where it is as full as the ledger's; else the ledger's.

    A name given by hand stands for all. Two words name a person in full, with or without what may stand between them.
    """
    here, known, kind = row["claimant_here"], row["claimant_as"], row["claimant_is"]
    if not here or not known or kind in (None, EntityKind.PLACE) or row["claimant_by_hand"]:
        return str(known) if known else None
    needed = len(known.split())
    full = len(here.split()) >= (min(needed, 2) if kind == EntityKind.PERSON else needed)
    return str(here if full else known)


def claim_record(row: Row, spans: Mapping[Key, list[Span]], propositions: tuple[Proposition, ...]) -> Claim:
    """One row of `CLAIMS`; spans by (claim, kind)."""
    source, cue, content = (tuple(spans[row["id"], kind]) for kind in ("source", "cue", "content"))
    return Claim(
        id=row["id"],
        article=row["article"],
        document=row["document"],
        part=Part(row["part"]),
        claimant=_ref(row["claimant_id"], _claimant_name(row), row["claimant_is"], row["claimant_surface"]),
        source_spans=source,
        cue_spans=cue,
        content_spans=content,
        content=row["content"],
        quotation=Quotation(row["quotation"]),
        stance=Stance(row["stance"]),
        propositions=propositions,
        confidence=row["confidence"],
        channel=row["channel"],
        relayed_by=words(row["relayed_by"]),
        answers=_ref(row["answers_id"], row["answers_as"], row["answers_is"], row["answers_surface"]),
        said=row["said"],
        outlet=row["outlet"],
        published=row["published"],
        speech=bool(row["speech"]),
        review=Review(row["review"]),
    )

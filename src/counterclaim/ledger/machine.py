"""What the machine read of a claim that a person has corrected: kept beside the claim, compared with it, given back.

Enter a `Store` and claims; leaves `machine_claim` with the rows that were there before, or the claim as it was. Every
derivation first gives all of them back, so that an undo leaves what was read, letter for letter.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from counterclaim.ledger.records import Key, claim_record, proposition_record, value_record
from counterclaim.ledger.rows import ARGUMENT, CLAIM, CLAIM_SPAN, PROPOSITION, Table, claim_tables
from counterclaim.ledger.store import Store
from counterclaim.model import Argument, Article, Claim, Span
from counterclaim.review.adding import added_id

Rows = list[dict[str, Any]]
Who = Callable[[Store, str | None, str | None, str | None], dict[str, Any]]
_PARTS = (
    ("claim", CLAIM, "SELECT * FROM claim WHERE id = ?"),
    ("proposition", PROPOSITION, "SELECT * FROM proposition WHERE claim = ? ORDER BY position"),
    ("claim_span", CLAIM_SPAN, "SELECT * FROM claim_span WHERE claim = ? ORDER BY kind, position"),
    (
        "argument",
        ARGUMENT,
        """SELECT g.* FROM argument g JOIN proposition p ON p.id = g.proposition WHERE p.claim = ?
        ORDER BY p.position, g.position""",
    ),
)
_ENTITY = """
SELECT l.name AS here, e.id, e.name, e.kind, e.by_hand FROM local_entity l LEFT JOIN entity e ON e.id = l.entity
WHERE l.id = ?
"""


def give_back(store: Store) -> None:
    """Every claim as the machine read it, none that a person added, and nobody whom only a person named."""
    for row in store.rows("SELECT claim, read FROM machine_claim").fetchall():
        read = json.loads(row["read"])
        tables = (Table(name, columns, _cells(read[name], columns)) for name, columns, _ in _PARTS)
        _put(store, row["claim"], tables)
    for row in store.rows("SELECT id FROM decision WHERE kind = 'add'").fetchall():
        store.rows("DELETE FROM claim WHERE id = ?", (added_id(row["id"]),))
    store.rows("DELETE FROM machine_claim")
    store.rows("DELETE FROM decision_claim")
    store.rows("UPDATE claim SET review = 'unreviewed' WHERE review <> 'unreviewed'")
    # Only now: claims go with the entity that they point at.
    store.rows("DELETE FROM local_entity WHERE by_hand = 1")


def put_corrected(store: Store, article: Article, claim: Claim) -> None:
    """The claim as corrected, with references to rows of `local_entity`; what the machine read is kept."""
    read = {name: _taken(store, sql, claim.id, columns) for name, columns, sql in _PARTS}
    store.insert("machine_claim", ("claim", "read"), [(claim.id, json.dumps(read, ensure_ascii=False))])
    rows = store.rows("SELECT id FROM local_entity WHERE article = ?", (article.id,))
    local = {row["id"]: row["id"] for row in rows}
    _put(store, claim.id, claim_tables(article, [(read["claim"][0]["position"], claim)], local))


def put_added(store: Store, article: Article, claim: Claim) -> None:
    """A claim that a person added, behind those of its report, with references to rows of `local_entity`."""
    last = store.value("SELECT max(position) FROM claim WHERE article = ?", (article.id,))
    rows = store.rows("SELECT id FROM local_entity WHERE article = ?", (article.id,))
    local = {row["id"]: row["id"] for row in rows}
    for table in claim_tables(article, [(0 if last is None else last + 1, claim)], local):
        store.insert(table.name, table.columns, table.rows)
    store.rows("UPDATE claim SET review = ? WHERE id = ?", (claim.review, claim.id))


def machine_reading(store: Store, claim_id: str, *, local: bool = False) -> Claim | None:
    """The claim as the machine read it, with the ledger's names or the report's own; None where nobody corrected it."""
    kept = store.value("SELECT read FROM machine_claim WHERE claim = ?", (claim_id,))
    return _record(store, json.loads(kept), _own if local else _known) if kept else None


def machine_readings(store: Store) -> dict[str, Claim]:
    """Every corrected claim as the machine read it, by id."""
    rows = store.rows("SELECT claim, read FROM machine_claim ORDER BY claim")
    return {row["claim"]: _record(store, json.loads(row["read"]), _known) for row in rows}


def _taken(store: Store, sql: str, claim_id: str, columns: tuple[str, ...]) -> Rows:
    return [{name: row[name] for name in columns} for row in store.rows(sql, (claim_id,))]


def _cells(rows: Rows, columns: tuple[str, ...]) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(row[name] for name in columns) for row in rows)


def _put(store: Store, claim_id: str, tables: Iterable[Table]) -> None:
    """Other rows for a claim that is there; its own row stays in its place."""
    store.rows("DELETE FROM proposition WHERE claim = ?", (claim_id,))
    store.rows("DELETE FROM claim_span WHERE claim = ?", (claim_id,))
    for table in tables:
        if table.name == "claim":
            names = ", ".join(f"{name} = ?" for name in table.columns)
            store.rows(f"UPDATE claim SET {names} WHERE id = ?", (*table.rows[0], claim_id))  # noqa: S608
        else:
            store.insert(table.name, table.columns, table.rows)


def _record(store: Store, read: Mapping[str, Rows], who: Who) -> Claim:
    spans: dict[Key, list[Span]] = defaultdict(list)
    for row in read["claim_span"]:
        spans[row["proposition"] or row["claim"], row["kind"]].append(Span(row["start"], row["stop"]))
    arguments: dict[str, list[Argument]] = defaultdict(list)
    for row in read["argument"]:
        known = who(store, row["local_entity"], row["name"], row["kind"])
        arguments[row["proposition"]].append(Argument(row["role"], value_record({**row, **known})))
    propositions = tuple(proposition_record(row, arguments[row["id"]], spans) for row in read["proposition"])
    return claim_record(_claim_row(store, read["claim"][0], who), spans, propositions)


def _claim_row(store: Store, row: dict[str, Any], who: Who) -> dict[str, Any]:
    """As a row of `CLAIMS`."""
    about = store.rows("SELECT document, outlet, published FROM article WHERE id = ?", (row["article"],)).fetchone()
    claimant = who(store, row["claimant"], row["claimant_name"], row["claimant_kind"])
    answers = who(store, row["answers"], row["answers_name"], row["answers_kind"])
    return {
        **row,
        **dict(about),
        "claimant_id": claimant["id"],
        "claimant_as": claimant["name"],
        "claimant_is": claimant["kind"],
        "claimant_here": claimant["here"],
        "claimant_by_hand": claimant["by_hand"],
        "answers_id": answers["id"],
        "answers_as": answers["name"],
        "answers_is": answers["kind"],
        "review": "unreviewed",
    }


def _known(store: Store, local: str | None, name: str | None, kind: str | None) -> dict[str, Any]:
    """The ledger's entity for a row of the article's own; the article's words where it has none."""
    found = store.rows(_ENTITY, (local,)).fetchone() if local else None
    if found is not None and found["id"]:
        return dict(found)
    return {"id": local, "name": name, "kind": kind, "here": found["here"] if found else None, "by_hand": 0}


def _own(_store: Store, local: str | None, name: str | None, kind: str | None) -> dict[str, Any]:
    """The article's own words."""
    return {"id": local, "name": name, "kind": kind, "here": None, "by_hand": 0}

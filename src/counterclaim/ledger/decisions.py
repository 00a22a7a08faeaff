"""The decisions that a ledger keeps: appended, read back in order, and which of them still count.

Enters a `Store`; leave `Decision`s, oldest first. Their order is that of their times, so that decisions of two
ledgers come together in the same order whichever takes in the other's. Nothing here changes or removes one.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from counterclaim.errors import NotFoundError
from counterclaim.ledger.decision_json import action_of, content_json, signed
from counterclaim.ledger.store import DERIVED_FOR, Store
from counterclaim.model import Action, Decision, DecisionKind, DecisionState, Undo, Verdict

_ON_ENTITIES = (DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.RENAME)
_ON_CLAIMS = tuple(kind for kind in DecisionKind if kind not in (*_ON_ENTITIES, DecisionKind.UNDO))
_COLUMNS = ("id", "kind", "content", "reason", "made_by", "made_at")


def decisions(store: Store) -> tuple[Decision, ...]:
    """Every decision, undone ones too, oldest first."""
    return tuple(map(decision_record, store.rows("SELECT * FROM decision ORDER BY made_at, id")))


def decision(store: Store, decision_id: str) -> Decision:
    """The decision of that id.

    Raises:
        NotFoundError: there is none.
    """
    row = store.rows("SELECT * FROM decision WHERE id = ?", (decision_id,)).fetchone()
    if row is None:
        raise NotFoundError(f"No decision has the id {decision_id}", "`counterclaim review decisions` lists them")
    return decision_record(row)


def meant(store: Store, name: str) -> tuple[Decision, ...]:
    """The decision of that id, or all those of that bulk, oldest first.

    Raises:
        NotFoundError: there is none.
    """
    sql = "SELECT * FROM decision WHERE json_extract(content, '$.bulk') = ? ORDER BY made_at, id"
    return tuple(map(decision_record, store.rows(sql, (name,)))) or (decision(store, name),)


@dataclass(frozen=True, slots=True)
class Kept:
    """A decision and what became of it when everything was last made anew; None where that was before it came in."""

    decision: Decision
    verdict: Verdict | None


def newest(store: Store, *, begin: int = 0, limit: int = 1, claim: str | None = None) -> tuple[Kept, ...]:
    """The latest decisions first, undone ones too; those on one claim or its relations where its id is given."""
    on = "" if claim is None else "WHERE d.id IN (SELECT decision FROM decision_claim WHERE claim = ?)"
    return _kept(store, f"{on} ORDER BY d.made_at DESC, d.id DESC LIMIT ? OFFSET ?", claim, limit, begin)


def kept(store: Store, decision_id: str) -> Kept:
    """The decision of that id, and what became of it.

    Raises:
        NotFoundError: there is none.
    """
    found = _kept(store, "WHERE d.id = ?", decision_id)
    return found[0] if found else Kept(decision(store, decision_id), None)


def first_of(store: Store, name: str) -> tuple[Decision, int]:
    """The decision of that id, or the first of that bulk, and how many were decided in that go: it may be thousands.

    Raises:
        NotFoundError: there is none.
    """
    of_bulk = "json_extract(d.content, '$.bulk') = ?"
    found = _kept(store, f"WHERE {of_bulk} ORDER BY d.made_at, d.id LIMIT 1", name)
    if not found:
        return decision(store, name), 1
    return found[0].decision, int(store.value(f"SELECT count(*) FROM decision d WHERE {of_bulk}", (name,)))  # noqa: S608


def last_on_claims(store: Store) -> Kept | None:
    """The latest decision on claims or relations that was not undone."""
    where = f"WHERE d.kind IN ({_listed(_ON_CLAIMS)}) AND s.state IS NOT 'undone'"
    return next(iter(_kept(store, f"{where} ORDER BY d.made_at DESC, d.id DESC LIMIT 1")), None)


def on_entities(store: Store) -> tuple[Kept, ...]:
    """The decisions on entities, oldest first, undone ones too; those on claims may be thousands and are not read."""
    return _kept(store, f"WHERE d.kind IN ({_listed(_ON_ENTITIES)}) ORDER BY d.made_at, d.id")


def _listed(kinds: Iterable[DecisionKind]) -> str:
    return ", ".join(f"'{kind}'" for kind in kinds)


def _kept(store: Store, rest: str, *values: str | int | None) -> tuple[Kept, ...]:
    sql = f"SELECT d.*, s.state, s.why FROM decision d LEFT JOIN decision_state s ON s.decision = d.id {rest}"  # noqa: S608
    rows = store.rows(sql, [value for value in values if value is not None])
    return tuple(Kept(decision_record(row), _verdict(row)) for row in rows)


def _verdict(row: sqlite3.Row) -> Verdict | None:
    return Verdict(row["id"], DecisionState(row["state"]), row["why"]) if row["state"] else None


def decision_record(row: sqlite3.Row) -> Decision:
    """One row of `decision`."""
    return Decision(
        id=row["id"],
        action=action_of(row["kind"], row["content"]),
        reason=row["reason"],
        by=row["made_by"],
        at=row["made_at"],
    )


def append(store: Store, made: Iterable[Decision]) -> int:
    """Adds those that the ledger lacks, how many; what follows from all articles has to be made anew then."""
    rows = ((d.id, d.kind, content_json(d.action), d.reason, d.by, d.at) for d in made)
    with store.transaction():
        before = store.connection.total_changes
        store.connection.executemany(
            f"INSERT OR IGNORE INTO decision ({', '.join(_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608
            rows,
        )
        added = store.connection.total_changes - before
        if added:
            store.note(DERIVED_FOR, None)
    return added


def made_now(store: Store, action: Action, *, reason: str | None, by: str) -> Decision:
    """The decision as made at this moment, and after all that the ledger holds, even where the clock went back."""
    now = datetime.now(UTC)
    last = store.value("SELECT max(made_at) FROM decision")
    if last is not None:
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return signed(action, reason=reason, by=by, at=now.isoformat(timespec="microseconds"))


def undone(made: Iterable[Decision]) -> dict[str, Decision]:
    """Which decisions no longer count, and by which. An undo of a bulk is one of each decision in it."""
    held = tuple(made)
    bulks: dict[str, list[str]] = defaultdict(list)
    for one in held:
        if one.bulk is not None:
            bulks[one.bulk].append(one.id)
    found: dict[str, Decision] = {}
    for later in reversed(held):
        if isinstance(later.action, Undo) and later.id not in found:
            for gone in bulks.get(later.action.decision, [later.action.decision]):
                found.setdefault(gone, later)
    return found


def standing(made: Iterable[Decision]) -> tuple[Decision, ...]:
    """Those that count, in their order."""
    held = tuple(made)
    gone = undone(held)
    return tuple(one for one in held if one.id not in gone)


def write_verdicts(store: Store, made: Iterable[Decision], verdicts: Iterable[Verdict]) -> None:
    """What became of every decision."""
    held = tuple(made)
    gone, known = undone(held), {verdict.decision: verdict for verdict in verdicts}
    ids = {one.id for one in held} | {one.bulk for one in held if one.bulk is not None}
    rows = []
    for one in held:
        if one.id in gone:
            later = gone[one.id]
            state, why = DecisionState.UNDONE, f"by {later.by}, {later.at[:10]}, decision {later.id}"
        elif isinstance(one.action, Undo):
            there = one.action.decision in ids
            state = DecisionState.CARRIED_OUT if there else DecisionState.FITS_NOTHING
            why = "" if there else f"there is no decision {one.action.decision}"
        else:
            state, why = known[one.id].state, known[one.id].why
        rows.append((one.id, state, why))
    store.rows("DELETE FROM decision_state")
    store.insert("decision_state", ("decision", "state", "why"), rows)


def verdicts(store: Store) -> dict[str, Verdict]:
    """What became of each decision when everything was last made anew."""
    rows = store.rows("SELECT * FROM decision_state ORDER BY decision")
    return {row["decision"]: Verdict(row["decision"], DecisionState(row["state"]), row["why"]) for row in rows}

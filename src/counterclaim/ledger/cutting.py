"""Parts within one report what its reading joined: names that a person split off there get a row of their own.

Enter a `Store` and the decisions that count; leaves `local_entity` with such rows, and mentions, claims and arguments
that use one of the names pointing at them. A role that stands beside these names alone goes with them, and so does the
side if only such roles give it. What was cut before is first put together again, so that an undo gives back what was
read. Pronouns and descriptions stay where the reading put them. Nothing is refused.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from counterclaim.entities.honoured import bare
from counterclaim.entities.nations import nations_with
from counterclaim.entities.reported import side_in_role
from counterclaim.ledger.names import fold
from counterclaim.ledger.records import words
from counterclaim.ledger.rows import array
from counterclaim.ledger.store import Store
from counterclaim.model import Decision, Entity, EntityKind, NamedIn, Split

_POINTING = (
    ("mention", "local_entity", "surface"),
    ("claim", "claimant", "claimant_surface"),
    ("claim", "answers", "answers_surface"),
    ("argument", "local_entity", "surface"),
)
_COLUMNS = (
    "id", "article", "position", "local", "name", "kind", "names", "roles", "side", "within", "reasons", "cut_from"
)  # fmt: skip
_THERE = """
SELECT l.*, a.document FROM local_entity l JOIN article a ON a.id = l.article AND a.current = 1
WHERE l.cut_from IS NULL AND l.by_hand = 0 AND l.kind <> 'place' AND a.document = ? ORDER BY l.position
"""
_BESIDE = """
SELECT m.surface, m.start, m.stop, CASE m.part WHEN 'title' THEN a.title ELSE a.text END AS words
FROM mention m JOIN article a ON a.id = m.article WHERE m.local_entity = ?
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """What splits took from one entity of a report. `side` says that its side went with its roles."""

    names: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    side: bool = False

    def plus(self, other: "Taken") -> "Taken":
        """Both."""
        return Taken(self.names | other.names, self.roles | other.roles, self.side or other.side)


NOTHING_TAKEN = Taken()


def cut(store: Store, decisions: Iterable[Decision]) -> Mapping[str, Taken]:
    """Make the rows that these decisions ask for, and no others; what they took from which rows, by id."""
    _mend(store)
    taken: dict[str, Taken] = {}
    splits = ((decision.id, decision.action) for decision in decisions)
    asked = ((one, split, there) for one, split in splits if isinstance(split, Split) for there in split.documents)
    for decision, split, document in asked:
        for row in store.rows(_THERE, (document,)).fetchall():
            before = taken.get(row["id"], NOTHING_TAKEN)
            left = [name for name in words(row["names"]) if name not in before.names]
            part = borne(row["name"], left, split.names)
            if part:
                found = _taken(store, row, part)
                taken[row["id"]] = before.plus(found)
                _part(store, row, part, found, decision)
    return taken


def without(entity: Entity, taken: Taken) -> Entity:
    """The entity without what is somebody else's, and without the reasons that speak of these names."""
    if not taken.names:
        return entity
    return replace(
        entity,
        names=tuple(name for name in entity.names if name not in taken.names),
        roles=tuple(role for role in entity.roles if role not in taken.roles),
        side=None if taken.side else entity.side,
        reasons=tuple(one for one in entity.reasons if not any(f"“{name}”" in one for name in taken.names)),
    )


def kept_roles(store: Store, row_id: str, roles: Iterable[str]) -> tuple[str, ...]:
    """Those of a row's roles that no split took."""
    gone = store.rows("SELECT roles FROM local_entity WHERE cut_from = ?", (row_id,)).fetchall()
    taken = {role for row in gone for role in words(row["roles"])}
    return tuple(role for role in roles if role not in taken)


def keeps_side(store: Store, row_id: str) -> bool:
    """Did no split take a row's side along?"""
    return not store.value("SELECT count(*) FROM local_entity WHERE cut_from = ? AND side IS NOT NULL", (row_id,))


def inside(store: Store, entity_id: str, names: Iterable[str], documents: Iterable[str]) -> Iterator[NamedIn]:
    """The names that these reports use beside a fuller one, for somebody whom they hold to be the same."""
    wanted = tuple(names)
    for document in documents:
        for row in store.rows(_THERE, (document,)).fetchall():
            if row["entity"] == entity_id:
                for name in borne(row["name"], words(row["names"]), wanted):
                    yield NamedIn(document, name, EntityKind(row["kind"]))


def borne(own: str, names: Iterable[str], wanted: Iterable[str]) -> tuple[str, ...]:
    """Those of an entity's names that are wanted, where its own name is another."""
    asked = {bare(name) for name in wanted}
    return () if bare(own) in asked else tuple(name for name in names if bare(name) in asked)


def _mend(store: Store) -> None:
    for row in store.rows("SELECT id, cut_from FROM local_entity WHERE cut_from IS NOT NULL").fetchall():
        for table, column, _ in _POINTING:
            store.rows(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (row["cut_from"], row["id"]))  # noqa: S608
    store.rows("DELETE FROM local_entity WHERE cut_from IS NOT NULL")


def _taken(store: Store, whole: sqlite3.Row, part: tuple[str, ...]) -> Taken:
    """The names, the roles that stand beside them and beside no name that is kept, and whether the side goes along."""
    beside = store.rows(_BESIDE, (whole["id"],)).fetchall()
    theirs = [row for row in beside if row["surface"] in part]
    others = [row for row in beside if row["surface"] not in part]
    roles = {
        role
        for role in words(whole["roles"])
        if any(_stands_beside(role, row) for row in theirs) and not any(_stands_beside(role, row) for row in others)
    }
    nations = nations_with(whole["side"])
    giving = {role for role in words(whole["roles"]) if whole["side"] and side_in_role(role, nations) == whole["side"]}
    return Taken(frozenset(part), frozenset(roles), bool(giving) and giving <= roles)


def _stands_beside(role: str, mention: sqlite3.Row) -> bool:
    """Do the words stand right before the name, or behind it and a comma?"""
    before = " ".join(mention["words"][max(0, mention["start"] - 2 * len(role) - 2) : mention["start"]].split())
    after = " ".join(mention["words"][mention["stop"] : mention["stop"] + 2 * len(role) + 4].split())
    return f" {before}".rstrip(", ").endswith(f" {role}") or after.startswith(f", {role}")


def _part(store: Store, whole: sqlite3.Row, part: tuple[str, ...], taken: Taken, decision: str) -> None:
    local = f"{whole['local']}/{decision}"
    part_id = f"{whole['article']}-{local}"
    fullest = max(part, key=lambda name: (len(name.split()), len(name), name))
    about = (part_id, whole["article"], whole["position"], local, fullest, whole["kind"])
    roles = array(role for role in words(whole["roles"]) if role in taken.roles)
    side = whole["side"] if taken.side else None
    store.insert("local_entity", _COLUMNS, [(*about, array(part), roles, side, "[]", "[]", whole["id"])])
    kept = [name for name in words(whole["names"]) if name not in part]
    for table, column, surface in _POINTING:
        said = store.rows(f"SELECT DISTINCT {surface} FROM {table} WHERE {column} = ?", (whole["id"],))  # noqa: S608
        for (used,) in said.fetchall():
            if _uses(used, part, kept):
                sql = f"UPDATE {table} SET {column} = ? WHERE {column} = ? AND {surface} = ?"  # noqa: S608
                store.rows(sql, (part_id, whole["id"], used))


def _uses(surface: str | None, taken: Iterable[str], kept: Iterable[str]) -> bool:
    """Do the words name somebody by one of the taken names, and not by a fuller one that is kept?"""
    said = f" {fold(surface)} "
    fuller = [f" {fold(name)} " for name in kept if f" {fold(name)} " in said]
    named = [f" {fold(name)} " for name in taken if f" {fold(name)} " in said]
    return any(not any(name in other for other in fuller) for name in named)

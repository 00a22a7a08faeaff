"""Parts within one report what its reading joined: names that a person split off there get a row of their own.

Enter a `Store` and the decisions that count; leaves `local_entity` with such rows, and mentions, claims and arguments
that use one of the names pointing at them. What was cut before is first put together again, so that an undo gives back
what was read. Pronouns and descriptions stay where the reading put them. Nothing is refused.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from counterclaim.entities.honoured import bare
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
_COLUMNS = ("id", "article", "position", "local", "name", "kind", "names", "roles", "within", "reasons", "cut_from")
_THERE = """
SELECT l.*, a.document FROM local_entity l JOIN article a ON a.id = l.article AND a.current = 1
WHERE l.cut_from IS NULL AND l.by_hand = 0 AND l.kind <> 'place' AND a.document = ? ORDER BY l.position
"""


def cut(store: Store, decisions: Iterable[Decision]) -> Mapping[str, frozenset[str]]:
    """Make the rows that these decisions ask for, and no others; which names they took from which rows, by id."""
    _mend(store)
    taken: dict[str, frozenset[str]] = {}
    splits = ((decision.id, decision.action) for decision in decisions)
    asked = ((one, split, there) for one, split in splits if isinstance(split, Split) for there in split.documents)
    for decision, split, document in asked:
        for row in store.rows(_THERE, (document,)).fetchall():
            left = [name for name in words(row["names"]) if name not in taken.get(row["id"], ())]
            part = borne(row["name"], left, split.names)
            if part:
                taken[row["id"]] = taken.get(row["id"], frozenset()).union(part)
                _part(store, row["id"], part, decision)
    return taken


def without(entity: Entity, names: frozenset[str]) -> Entity:
    """The entity without names that are somebody else's, and without the reasons that speak of them."""
    if not names:
        return entity
    return replace(
        entity,
        names=tuple(name for name in entity.names if name not in names),
        reasons=tuple(one for one in entity.reasons if not any(f"“{name}”" in one for name in names)),
    )


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


def _part(store: Store, whole_id: str, part: tuple[str, ...], decision: str) -> None:
    whole = store.rows("SELECT * FROM local_entity WHERE id = ?", (whole_id,)).fetchone()
    local = f"{whole['local']}/{decision}"
    part_id = f"{whole['article']}-{local}"
    fullest = max(part, key=lambda name: (len(name.split()), len(name), name))
    about = (part_id, whole["article"], whole["position"], local, fullest, whole["kind"])
    store.insert("local_entity", _COLUMNS, [(*about, array(part), "[]", "[]", "[]", whole_id)])
    kept = [name for name in words(whole["names"]) if name not in part]
    for table, column, surface in _POINTING:
        said = store.rows(f"SELECT DISTINCT {surface} FROM {table} WHERE {column} = ?", (whole_id,))  # noqa: S608
        for (used,) in said.fetchall():
            if _uses(used, part, kept):
                sql = f"UPDATE {table} SET {column} = ? WHERE {column} = ? AND {surface} = ?"  # noqa: S608
                store.rows(sql, (part_id, whole_id, used))


def _uses(surface: str | None, taken: Iterable[str], kept: Iterable[str]) -> bool:
    """Do the words name somebody by one of the taken names, and not by a fuller one that is kept?"""
    said = f" {fold(surface)} "
    fuller = [f" {fold(name)} " for name in kept if f" {fold(name)} " in said]
    named = [f" {fold(name)} " for name in taken if f" {fold(name)} " in said]
    return any(not any(name in other for other in fuller) for name in named)

"""Whom a user means: an id or a name → one entity; and what a decision calls it.

Enter an open `Store` and words; leave an `Entity` or an `EntityKey`. Refused, with whom it could be: a name that
nothing bears, or that several entities do.
"""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from counterclaim.entities.honoured import bare
from counterclaim.errors import InputError, NotFoundError
from counterclaim.ledger.names import fold
from counterclaim.ledger.queries import entity
from counterclaim.ledger.records import entity_record
from counterclaim.ledger.store import Store
from counterclaim.model import Entity, EntityKey, EntityKind, NamedIn

# Reports by which a decision finds its entity again. More would make it no surer, only longer.
_MENTIONS = 20
_SHOWN = 8
_NO_LIMIT = -1
_SPEAKS = """
SELECT 1 FROM article a JOIN local_entity l ON l.article = a.id
WHERE a.document = ? AND a.current = 1 AND l.name = ? AND l.kind = ? AND l.entity = ? AND l.by_hand = 0
"""


def meant(store: Store, name: str) -> Entity:
    """The one entity of that id or name, in any case and accents.

    Raises:
        NotFoundError: none is named so.
        InputError: several are; the advice lists them with their ids.
    """
    if store.value("SELECT 1 FROM entity WHERE id = ?", (name,)):
        return entity(store, name)
    found = _named(store, name)
    if not found:
        raise NotFoundError(f"No entity is named {name!r}", _near(store, name))
    if len(found) > 1:
        listed = "; ".join(map(_candidate, found[:_SHOWN]))
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        advice = f"Give the id of the one you mean: {listed}{more}"
        raise InputError(f"{len(found)} entities are named {name!r}", advice)
    return found[0]


def key_of(found: Entity, mentions: Iterable[NamedIn], name: str | None = None) -> EntityKey:
    """What a decision calls the entity, by these mentions of it; those by that name, or its own, come first."""
    shown = name or found.name
    rows = sorted(dict.fromkeys(mentions), key=lambda row: (bare(row.name) != bare(shown), row.document, row.name))
    return EntityKey(found.kind, shown, found.side, tuple(rows[:_MENTIONS]))


def called(store: Store, entity_id: str, most: int = _NO_LIMIT) -> tuple[NamedIn, ...]:
    """By which full name each current report speaks of the entity, by document; of as many reports as are asked for,
    those that were read first.
    """
    sql = """
        SELECT a.document, l.name, l.kind FROM (SELECT * FROM local_entity WHERE entity = ? AND by_hand = 0 LIMIT ?) l
        JOIN article a ON a.id = l.article AND a.current = 1 ORDER BY a.document, l.position
    """
    rows = store.rows(sql, (entity_id, most))
    return tuple(NamedIn(row["document"], row["name"], EntityKind(row["kind"])) for row in rows)


def called_among(store: Store, entity_id: str, wanted: Collection[NamedIn]) -> frozenset[NamedIn]:
    """Those of these that are how a current report speaks of the entity, which may be one of very many reports."""
    few = "SELECT count(*) FROM (SELECT 1 FROM local_entity WHERE entity = ? LIMIT ?)"
    if store.value(few, (entity_id, len(wanted) + 1)) <= len(wanted):
        return frozenset(wanted).intersection(called(store, entity_id))
    return frozenset(
        one for one in wanted if store.value(_SPEAKS, (one.document, one.name, one.kind, entity_id)) is not None
    )


def _named(store: Store, name: str) -> list[Entity]:
    sql = "SELECT * FROM entity WHERE id IN (SELECT entity FROM entity_name WHERE folded = ?) ORDER BY kind, name, id"
    return [entity_record(row, row["id"]) for row in store.rows(sql, (fold(name),))]


def _candidate(found: Entity) -> str:
    about = ", ".join(filter(None, (found.kind.value, found.side, *found.roles[:1])))
    return f"{found.id} {found.name} ({about})"


def _near(store: Store, name: str) -> str:
    names = {row["folded"]: row["name"] for row in store.rows("SELECT DISTINCT folded, name FROM entity_name")}
    folded = fold(name)
    inside = sorted((one for key, one in names.items() if folded and f" {folded} " in f" {key} "), key=len)
    close = [names[key] for key in get_close_matches(folded, names, n=3, cutoff=0.6)]
    found = list(dict.fromkeys([*inside, *close]))[:3]
    return f"Did you mean {' or '.join(found)}?" if found else "`counterclaim entities` lists them"

"""The user's own entities as a ledger keeps them: the whole list at once, replaced as a whole.

Enter `Actor`s; leave the same. Another list makes what follows from all articles stale.
"""

import json
from dataclasses import asdict

from counterclaim.ledger.records import words
from counterclaim.ledger.rows import array
from counterclaim.ledger.store import DERIVED_FOR, Store
from counterclaim.model import Actor, EntityKind, Tenure

_COLUMNS = ("position", "name", "kind", "names", "roles", "side", "part_of")


def actors(store: Store) -> tuple[Actor, ...]:
    """Those of the last file of actors, in its order."""
    return tuple(
        Actor(
            name=row["name"],
            kind=EntityKind(row["kind"]),
            names=words(row["names"]),
            roles=tuple(Tenure(**role) for role in json.loads(row["roles"])),
            side=row["side"],
            part_of=row["part_of"],
        )
        for row in store.rows("SELECT * FROM actor ORDER BY position")
    )


def set_actors(store: Store, known: tuple[Actor, ...]) -> bool:
    """Keep these from now on, and no others; is that a change?"""
    with store.transaction():
        if known == actors(store):
            return False
        store.rows("DELETE FROM actor")
        rows = ((n, a.name, a.kind, array(a.names), _roles(a), a.side, a.part_of) for n, a in enumerate(known))
        store.insert("actor", _COLUMNS, rows)
        store.note(DERIVED_FOR, None)
    return True


def _roles(actor: Actor) -> str:
    return json.dumps([asdict(tenure) for tenure in actor.roles], ensure_ascii=False)

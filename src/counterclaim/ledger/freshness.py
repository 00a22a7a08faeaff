"""Do the derived tables still hold? Says for which set of articles, actors and decisions they were made.

Enters a `Store`; leaves the answer. Nothing is refused.
"""

import hashlib

from counterclaim.ledger.store import DERIVED_FOR, ORIGINS_BY, Store


def is_derived(store: Store) -> bool:
    """Do the derived tables hold for the articles that are there? Not after a run that was cut off.

    Writing an article removes the note, so no set has to be compared. Another version of Counterclaim derives anew.
    """
    noted = store.meta(DERIVED_FOR)
    return noted is not None and noted.endswith(f" {_version()}")


def has_origins(store: Store) -> bool:
    """Do the origins hold for the articles that are there? They follow from articles alone, not from decisions."""
    held, current = "SELECT count(*) FROM origin_article", "SELECT count(*) FROM article WHERE current = 1"
    return store.meta(ORIGINS_BY) == _version() and store.value(held) == store.value(current)


def note_origins(store: Store) -> None:
    """Say that the origins hold."""
    store.note(ORIGINS_BY, _version())


def note_articles_changed(store: Store) -> None:
    """Say that nothing that follows from all articles holds any more."""
    store.note(DERIVED_FOR, None)
    store.note(ORIGINS_BY, None)


def fingerprint(store: Store) -> str:
    """What the derived tables follow from, as one hash, and the version that derives.

    The set of current articles and what read them; actors and decisions.
    """
    whole = hashlib.sha256()
    for row in store.rows("SELECT id, engine FROM article WHERE current = 1 ORDER BY id"):
        whole.update(f"{row['id']} {row['engine']}\n".encode())
    for table, order in (("actor", "position"), ("decision", "id")):
        for row in store.rows(f"SELECT * FROM {table} ORDER BY {order}"):  # noqa: S608
            whole.update(f"{tuple(row)}\n".encode())
    return f"{whole.hexdigest()} {_version()}"


def _version() -> str:
    from counterclaim import __version__

    return __version__

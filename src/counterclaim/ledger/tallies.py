"""What pages list and count, drawn from the claims of current articles: who claims, of which places, on which days.

Enters a `Store` whose entities, relations and disputes are made; leave the tables that `counterclaim.ledger.listing`
asks. Counts follow from the articles alone; when an article came in is noted once and kept.
"""

from importlib.resources import files

from counterclaim.errors import LedgerError
from counterclaim.ledger.schema import statements
from counterclaim.ledger.store import DERIVED_FOR, Store

TALLIED_FOR = "tallied_for"


def tally(store: Store) -> None:
    """Make the lists and counts anew.

    Raises:
        LedgerError: another program is writing.
    """
    with store.transaction():
        for statement in statements(files(__package__).joinpath("tallies.sql").read_text(encoding="utf-8")):
            store.rows(statement)
        store.note(TALLIED_FOR, store.meta(DERIVED_FOR))


def is_tallied(store: Store) -> bool:
    """Do the lists and counts hold for what was last derived? Not in a ledger of an older program."""
    return store.meta(TALLIED_FOR) is not None and store.meta(DERIVED_FOR) in (None, store.meta(TALLIED_FOR))


def bring_up_to_date(store: Store) -> None:
    """Make the lists and counts of a ledger of an older program; one that has them, or no article, is left alone.

    Raises:
        LedgerError: it may not be written.
    """
    if is_tallied(store) or not store.value("SELECT 1 FROM article LIMIT 1"):
        return
    if store.read_only:
        raise LedgerError(
            f"{store.path} was written by an older Counterclaim, and may not be written to bring it up to date",
            "Copy it into a folder of your own and name the copy with --ledger",
        )
    tally(store)

"""Which local entities of many articles are one."""

from collections.abc import Iterable

from counterclaim.model import Entity


def unify(pairs: Iterable[tuple[str, Entity]]) -> tuple[tuple[Entity, ...], dict[tuple[str, str], str]]:
    """From (article id, local entity) pairs to the ledger's entities, and which local one is which."""
    return (), {}

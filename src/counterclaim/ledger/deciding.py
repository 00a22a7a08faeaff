"""Deciding about entities: what a person says becomes a decision, and all that follows is made anew with it.

Enter ids or names; leaves the ledger with one decision more, in one transaction with all that follows from it: it is
written whole or not at all. Refused, before anything is written: names that nobody or several bear, what cannot be
carried out, and what the user's own file of actors contradicts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.entities.honoured import bare
from counterclaim.errors import InputError
from counterclaim.ledger.cutting import inside
from counterclaim.ledger.naming import called, key_of, meant
from counterclaim.ledger.settling import Made, TakenIn, decide, ready, take_in, undo
from counterclaim.ledger.store import Store
from counterclaim.model import Entity, EntityKind, Merge, NamedIn, Rename, Split

__all__ = ["Made", "TakenIn", "merge", "rename", "split", "take_in", "undo"]

_SHOWN = 12  # names or documents in a message


def merge(store: Store, entity: str, other: str, *, by: str, reason: str | None = None) -> Made:
    """Say that the two are one.

    Raises:
        NotFoundError: nobody is named so.
        InputError: several are, they are one already, or cannot be one.
        LedgerError: another program is writing.
    """
    with ready(store):
        one, two = meant(store, entity), meant(store, other)
        if one.id == two.id:
            raise InputError(
                f"“{entity}” and “{other}” are one already: {one.id} {one.name}", "Its reasons: `entities show`"
            )
        if (one.kind is EntityKind.PLACE) is not (two.kind is EntityKind.PLACE):
            raise InputError(f"“{one.name}” or “{two.name}” is a place", "Merge places with places alone")
        ends = (key_of(found, called(store, found.id)) for found in (one, two))
        return replace(decide(store, [Merge(*ends)], reason, by), unlike=tuple(_unlike(one, two)))


def split(
    store: Store,
    entity: str,
    names: Sequence[str] = (),
    *,
    documents: Sequence[str] = (),
    by: str,
    reason: str | None = None,
) -> Made:
    """Say that these names are somebody else's: wherever they stand, or in these documents alone.

    Without names, whatever the documents call it.

    Raises:
        NotFoundError: nobody is named so.
        InputError: several are, or the entity does not bear these names, or bears no others.
        LedgerError: another program is writing.
    """
    with ready(store):
        found = meant(store, entity)
        rows = called(store, found.id)
        within = tuple(inside(store, found.id, names, documents))
        taken = _taken(found, (*rows, *within), names, documents)
        own = tuple(dict.fromkeys(row.name for row in taken))
        apart = key_of(found, taken, own[0])
        kept = key_of(found, (row for row in rows if row not in taken))
        return decide(store, [Split(kept, apart, own, tuple(documents))], reason, by)


def rename(store: Store, entity: str, name: str, *, by: str, reason: str | None = None) -> Made:
    """Say under which name the entity is shown.

    Raises:
        NotFoundError: nobody is named so.
        InputError: several are, or the name is empty.
        LedgerError: another program is writing.
    """
    if not any(letter.isalnum() for letter in name):
        raise InputError(f"{name!r} is no name", "Give one with letters")
    with ready(store):
        found = meant(store, entity)
        action = Rename(key_of(found, called(store, found.id)), " ".join(name.split()))
        return decide(store, [action], reason, by)


def _unlike(one: Entity, two: Entity) -> Iterator[str]:
    """What two that are merged differ in; a person may know better, and may also have mistyped."""
    if one.kind is not two.kind and EntityKind.PERSON in (one.kind, two.kind):
        yield f"“{one.name}” was read as “{one.kind.value}”, “{two.name}” as “{two.kind.value}”"
    if one.side and two.side and one.side != two.side:
        yield f"“{one.name}” is on the side of {one.side}, “{two.name}” on that of {two.side}"


def _taken(
    found: Entity, rows: Sequence[NamedIn], names: Sequence[str], documents: Sequence[str]
) -> tuple[NamedIn, ...]:
    """What is to be split off: how reports speak of the entity, where that meets the names and documents."""
    if not names and not documents:
        raise InputError("Neither a name nor a report is given", f"Its names: {', '.join(found.names)}")
    there = {row.document for row in rows}
    for document in documents:
        if document not in there:
            raise InputError(f"{document} does not name “{found.name}”", f"These do: {_listed(sorted(there))}")
    part = [row for row in rows if not documents or row.document in documents]
    for name in names:
        if not any(bare(row.name) == bare(name) for row in part):
            raise _not_its_own(found, name, part)
    wanted = {bare(name) for name in names}
    taken = tuple(row for row in part if not wanted or bare(row.name) in wanted)
    if len(taken) == len(rows):
        raise InputError(f"“{found.name}” goes by no other name and in no other report", "Nothing would be left of it")
    return taken


def _not_its_own(found: Entity, name: str, part: Sequence[NamedIn]) -> InputError:
    if bare(name) in map(bare, found.names):
        fuller = _listed(sorted({row.name for row in part}))
        return InputError(
            f"No report calls “{found.name}” only “{name}”: those that do so name it in full too",
            f"Name the report with --in, to part the names there; or one of the full names: {fuller}",
        )
    return InputError(f"“{found.name}” is not called “{name}”", f"Its names: {_listed(found.names)}")


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:_SHOWN]) + (f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else "")

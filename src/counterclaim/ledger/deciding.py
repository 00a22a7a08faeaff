"""Deciding about entities: what a person says becomes a decision, and all that follows is made anew with it.

Enter ids or names; leaves the ledger with one decision more, in one transaction with all that follows from it: it is
written whole or not at all. Refused, before anything is written: names that nobody or several bear, what cannot be
carried out, and what the user's own file of actors contradicts.
"""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.entities.honoured import bare
from counterclaim.errors import InputError
from counterclaim.ledger.cutting import inside
from counterclaim.ledger.decisions import on_entities
from counterclaim.ledger.naming import called, called_among, key_of, meant
from counterclaim.ledger.settling import Made, TakenIn, decide, ready, take_in, undo
from counterclaim.ledger.store import Store
from counterclaim.model import (
    Decision,
    DecisionState,
    Entity,
    EntityKind,
    Merge,
    NamedIn,
    OnEntities,
    Rename,
    Split,
    Verdict,
)

__all__ = ["Made", "TakenIn", "decided", "merge", "rename", "split", "take_in", "undo", "unlike"]

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
        action = Merge(*(key_of(found, called(store, found.id)) for found in (one, two)))
        return replace(decide(store, [action], reason, by), unlike=unlike(action))


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


def unlike(action: Merge) -> tuple[str, ...]:
    """What two that are merged differ in; a person may know better, and may also have mistyped."""
    one, two = action.entity, action.other
    found = []
    if one.kind is not two.kind and EntityKind.PERSON in (one.kind, two.kind):
        found.append(f"“{one.name}” was read as “{one.kind.value}”, “{two.name}” as “{two.kind.value}”")
    if one.side and two.side and one.side != two.side:
        found.append(f"“{one.name}” is on the side of {one.side}, “{two.name}” on that of {two.side}")
    return tuple(found)


def decided(store: Store, entity_id: str) -> tuple[tuple[Decision, Verdict], ...]:
    """Decisions on an entity that were not undone, oldest first, with what became of each: those that name it as some
    report does that names it now.
    """
    made = [(one.decision, one.decision.action, one.verdict) for one in on_entities(store)]
    named = [(one, _named_in(action), became) for one, action, became in made if isinstance(action, OnEntities)]
    own = called_among(store, entity_id, {mention for _, mentions, _ in named for mention in mentions})
    return tuple(
        (one, became)
        for one, mentions, became in named
        if became is not None and became.state is not DecisionState.UNDONE and mentions & own
    )


def _named_in(action: OnEntities) -> set[NamedIn]:
    other = action.other if isinstance(action, Merge) else action.apart if isinstance(action, Split) else action.entity
    return {*action.entity.mentions, *other.mentions}


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

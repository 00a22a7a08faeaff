"""Deciding about entities: what a person says becomes a decision, and all that follows is made anew with it.

Enter ids or names; leaves the ledger with one decision more, in one transaction with all that follows from it: it is
written whole or not at all. Refused, before anything is written: names that nobody or several bear, what cannot be
carried out, and what the user's own file of actors contradicts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from counterclaim.entities.honoured import bare
from counterclaim.errors import InputError
from counterclaim.ledger.cutting import inside
from counterclaim.ledger.decision_json import decision_of
from counterclaim.ledger.decisions import append, decision, decisions, made_now, undone, verdicts
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.freshness import is_derived
from counterclaim.ledger.naming import called, key_of, meant
from counterclaim.ledger.store import Store
from counterclaim.model import (
    Action,
    Decision,
    DecisionState,
    Entity,
    EntityKind,
    Merge,
    NamedIn,
    Rename,
    Split,
    Undo,
    Verdict,
)

_SHOWN = 12  # names or documents in a message


@dataclass(frozen=True, slots=True)
class Made:
    """A decision, the others that are no longer carried out because of it, and what may show a slip of the hand."""

    decision: Decision
    affected: tuple[Verdict, ...]
    unlike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many decisions of a file were new to the ledger, and how many it held."""

    new: int
    known: int


def merge(store: Store, entity: str, other: str, *, by: str, reason: str | None = None) -> Made:
    """Say that the two are one.

    Raises:
        NotFoundError: nobody is named so.
        InputError: several are, they are one already, or cannot be one.
        LedgerError: another program is writing.
    """
    with _ready(store):
        one, two = meant(store, entity), meant(store, other)
        if one.id == two.id:
            raise InputError(
                f"“{entity}” and “{other}” are one already: {one.id} {one.name}", "Its reasons: `entities show`"
            )
        if (one.kind is EntityKind.PLACE) is not (two.kind is EntityKind.PLACE):
            raise InputError(f"“{one.name}” or “{two.name}” is a place", "Merge places with places alone")
        ends = (key_of(found, called(store, found.id)) for found in (one, two))
        return replace(_decide(store, Merge(*ends), reason, by), unlike=tuple(_unlike(one, two)))


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
    with _ready(store):
        found = meant(store, entity)
        rows = called(store, found.id)
        within = tuple(inside(store, found.id, names, documents))
        taken = _taken(found, (*rows, *within), names, documents)
        own = tuple(dict.fromkeys(row.name for row in taken))
        apart = key_of(found, taken, own[0])
        kept = key_of(found, (row for row in rows if row not in taken))
        return _decide(store, Split(kept, apart, own, tuple(documents)), reason, by)


def rename(store: Store, entity: str, name: str, *, by: str, reason: str | None = None) -> Made:
    """Say under which name the entity is shown.

    Raises:
        NotFoundError: nobody is named so.
        InputError: several are, or the name is empty.
        LedgerError: another program is writing.
    """
    if not any(letter.isalnum() for letter in name):
        raise InputError(f"{name!r} is no name", "Give one with letters")
    with _ready(store):
        found = meant(store, entity)
        return _decide(store, Rename(key_of(found, called(store, found.id)), " ".join(name.split())), reason, by)


def undo(store: Store, decision_id: str, *, by: str, reason: str | None = None) -> Made:
    """Say that a decision no longer counts; of an undo, that it counts again.

    Raises:
        NotFoundError: there is no such decision.
        InputError: it is undone already.
        LedgerError: another program is writing.
    """
    with _ready(store):
        found = decision(store, decision_id)
        later = undone(decisions(store)).get(found.id)
        if later is not None:
            raise InputError(
                f"{found.id} was undone by {later.by} on {later.at[:10]}",
                f"To bring it back, `counterclaim entities undo {later.id}`",
            )
        return _decide(store, Undo(found.id), reason, by)


def take_in(store: Store, lines: Iterable[str]) -> TakenIn:
    """Add the decisions of an export, one a line; those that the ledger holds are left as they are.

    Raises:
        InputError: a line is no decision; nothing was written.
        LedgerError: another program is writing.
    """
    found = list(_read(lines))
    with store.transaction():
        new = append(store, found)
        if new:
            derive(store)
    return TakenIn(new, len({one.id for one in found}) - new)


def _read(lines: Iterable[str]) -> Iterator[Decision]:
    for number, line in enumerate(_decoded(lines), start=1):
        if line.strip():
            try:
                yield decision_of(line)
            except InputError as error:
                raise InputError(f"Line {number}: {error.message}", error.advice) from error


def _decoded(lines: Iterable[str]) -> Iterator[str]:
    try:
        yield from lines
    except UnicodeDecodeError as error:
        advice = "Take a file that `export --what decisions` wrote"
        raise InputError(f"The file of decisions is no text in UTF-8: {error}", advice) from error


@contextmanager
def _ready(store: Store) -> Iterator[None]:
    """One transaction, on entities that hold for the articles that are there: a run may have been cut off."""
    with store.transaction():
        if not is_derived(store):
            derive(store)
        yield


def _decide(store: Store, action: Action, reason: str | None, by: str) -> Made:
    """Append the decision and make everything anew; what cannot be carried out is not kept."""
    if not by.strip():
        raise InputError("Nobody is named who decides", "Name yourself with --by NAME")
    made = made_now(store, action, reason=reason, by=by)
    before = verdicts(store)
    append(store, [made])
    derive(store)
    after = verdicts(store)
    own = after[made.id]
    if own.state is not DecisionState.CARRIED_OUT:
        raise InputError(
            f"This cannot be carried out: {own.why}", "The decisions so far: `counterclaim entities decisions`"
        )
    return Made(made, tuple(_no_longer(before, after)))


def _unlike(one: Entity, two: Entity) -> Iterator[str]:
    """What two that are merged differ in; a person may know better, and may also have mistyped."""
    if one.kind is not two.kind and EntityKind.PERSON in (one.kind, two.kind):
        yield f"“{one.name}” was read as “{one.kind.value}”, “{two.name}” as “{two.kind.value}”"
    if one.side and two.side and one.side != two.side:
        yield f"“{one.name}” is on the side of {one.side}, “{two.name}” on that of {two.side}"


def _no_longer(before: Mapping[str, Verdict], after: Mapping[str, Verdict]) -> Iterator[Verdict]:
    for key, verdict in after.items():
        was = before.get(key)
        lost = verdict.state in (DecisionState.OVERRULED, DecisionState.FITS_NOTHING)
        if was is not None and lost and was.state is DecisionState.CARRIED_OUT:
            yield verdict


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

"""What deciding comes to, whatever is decided: a decision is appended and all that follows is made anew with it.

Enter actions; leaves the ledger with one decision more for each, in one transaction with all that follows: they are
written whole or not at all. Refused, before anything is written: what cannot be carried out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from counterclaim.errors import InputError
from counterclaim.ledger.decision_json import decision_of
from counterclaim.ledger.decisions import append, decisions, made_now, meant, undone, verdicts
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.freshness import is_derived
from counterclaim.ledger.store import Store
from counterclaim.model import Action, Decision, DecisionState, Undo, Verdict

LONGEST_NAME, LONGEST_REASON = 200, 2_000  # letters


@dataclass(frozen=True, slots=True)
class Made:
    """The decisions, others that are no longer carried out because of them, and what may show a slip of the hand."""

    decisions: tuple[Decision, ...]
    affected: tuple[Verdict, ...]
    unlike: tuple[str, ...] = ()

    @property
    def decision(self) -> Decision:
        """The first, and mostly the only one."""
        return self.decisions[0]

    @property
    def name(self) -> str:
        """By which all of them are undone at once: the id of the decision, or of the bulk."""
        return self.decision.bulk or self.decision.id


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many decisions of a file were new to the ledger, and how many it held."""

    new: int
    known: int


def undo(store: Store, decision_id: str, *, by: str, reason: str | None = None) -> Made:
    """Say that a decision no longer counts, or all those of a bulk; of an undo, that what it undid counts again.

    Raises:
        NotFoundError: there is no such decision.
        InputError: it is undone already.
        LedgerError: another program is writing.
    """
    with ready(store):
        found = meant(store, decision_id)
        gone = undone(decisions(store))
        if all(one.id in gone for one in found):
            later = gone[found[0].id]
            raise InputError(
                f"{decision_id} was undone by {later.by} on {later.at[:10]}",
                f"To bring it back, `counterclaim review undo {later.id}`",
            )
        return decide(store, [Undo(decision_id)], reason, by)


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
def ready(store: Store) -> Iterator[None]:
    """One transaction, on entities that hold for the articles that are there: a run may have been cut off."""
    with store.transaction():
        if not is_derived(store):
            derive(store)
        yield


def decide(store: Store, actions: Sequence[Action], reason: str | None, by: str) -> Made:
    """Append a decision for each action and make everything anew; what cannot be carried out is not kept.

    Raises:
        InputError: nobody is named, name or reason have no end, or one of them cannot be carried out.
    """
    if not by.strip():
        raise InputError("Nobody is named who decides", "Name yourself with --by NAME")
    for words, most in ((by, LONGEST_NAME), (reason or "", LONGEST_REASON)):
        if len(words) > most:
            raise InputError(f"“{words[:40]}…” has over {most:,} letters", "Say it in fewer")
    made, before = [], verdicts(store)
    for action in actions:
        made.append(made_now(store, action, reason=reason, by=by))
        append(store, made[-1:])
    derive(store)
    after = verdicts(store)
    for own in (after[one.id] for one in made):
        if own.state is not DecisionState.CARRIED_OUT:
            raise InputError(
                f"This cannot be carried out: {own.why}", "The decisions so far: `counterclaim review decisions`"
            )
    return Made(tuple(made), tuple(_no_longer(before, after)))


def _no_longer(before: Mapping[str, Verdict], after: Mapping[str, Verdict]) -> Iterator[Verdict]:
    for key, verdict in after.items():
        was = before.get(key)
        lost = verdict.state in (DecisionState.OVERRULED, DecisionState.FITS_NOTHING)
        if was is not None and lost and was.state is DecisionState.CARRIED_OUT:
            yield verdict

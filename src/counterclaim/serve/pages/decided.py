"""What was decided by hand: the list of all of it, the latest on claims, and what a form has just done.

Enter an open ledger and ids; leave `Decided`s. An id that no decision has is passed over: it stood in an address.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from counterclaim.errors import NotFoundError
from counterclaim.ledger import Ledger
from counterclaim.ledger.carrying import entity_of
from counterclaim.ledger.deciding import unlike
from counterclaim.ledger.decisions import Kept, first_of, kept, last_on_claims, newest
from counterclaim.model import Action, Decision, DecisionState, Merge, OnEntities, Undo, Verdict
from counterclaim.review.telling import action_words, short_words
from counterclaim.serve.links import SiteLinks, address
from counterclaim.serve.looking import Look
from counterclaim.serve.page import DecisionsPage
from counterclaim.serve.pages.filtering import offset
from counterclaim.serve.parts import Decided, Desk

SHOWN = 50
OVERRULED = 8  # of those that a decision costs, as many as are named after it


def decisions_page(look: Look, after: str | None, desk: Desk) -> DecisionsPage:
    """The latest first.

    Raises:
        InputError: `after` is no place to go on from.
    """
    begin = offset(after)
    found = newest(look.ledger, begin=begin, limit=SHOWN + 1)
    return DecisionsPage(
        shell=look.shell("Decisions", "review", legend=False),
        desk=desk,
        made=tuple(_listed(look.ledger, one) for one in found[:SHOWN]),
        more=address("decisions", after=begin + SHOWN) if len(found) > SHOWN else "",
    )


def decided(made: Decision, words: str, became: Verdict | None = None) -> Decided:
    """A decision in those words."""
    state = became.state if became else DecisionState.CARRIED_OUT
    lost = became is not None and state is not DecisionState.CARRIED_OUT
    minded = [f"{state.value.capitalize()}: {became.why}"] if became and lost else []
    if isinstance(made.action, Merge):
        minded += [f"Mind that {difference}" for difference in unlike(made.action)]
    at = made.at[:16].replace("T", " ")
    counts = state is not DecisionState.UNDONE
    return Decided(made.id, words, made.by, at, made.reason or "", "; ".join(minded), counts=counts)


def told(made: Iterable[Decision]) -> tuple[Decided, ...]:
    """Decisions on one claim, on its own page."""
    return tuple(decided(one, short_words(one.action)) for one in made)


def last_decision(ledger: Ledger) -> Decided | None:
    """The latest decision on claims that counts, or all of its bulk."""
    found = last_on_claims(ledger)
    return _together(ledger, found.decision.bulk or found.decision.id) if found else None


def with_what_was_made(ledger: Ledger, desk: Desk, name: str, over: Sequence[str]) -> Desk:
    """The desk, with the decision or bulk of that name, and what it overruled."""
    try:
        made, lost = _together(ledger, name), [kept(ledger, key) for key in over[:OVERRULED]]
    except NotFoundError:
        return desk
    return replace(desk, made=made, overruled=tuple(_lost(one.decision, one.verdict) for one in lost))


def _lost(made: Decision, became: Verdict | None) -> Decided:
    """One that is no longer carried out; that it is overruled is plain there."""
    plain = became is None or became.state is DecisionState.OVERRULED
    return decided(made, action_words(made.action), None if plain else became)


def _together(ledger: Ledger, name: str) -> Decided:
    """Several that were decided at once, as one."""
    first, number = first_of(ledger, name)
    others = f", and {number - 1:,} more at once" if number > 1 else ""
    found = decided(first, _words(ledger, first.action) + others)
    return replace(found, id=first.bulk or first.id) if others else found


def _words(ledger: Ledger, action: Action) -> str:
    if not isinstance(action, Undo):
        return action_words(action)
    try:
        undone, number = first_of(ledger, action.decision)
    except NotFoundError:  # of another ledger, from which this one was taken in
        return action_words(action)
    others = f", and {number - 1:,} more" if number > 1 else ""
    return f"undo: {action_words(undone.action)}{others}"


def _listed(ledger: Ledger, one: Kept) -> Decided:
    made = decided(one.decision, _words(ledger, one.decision.action), one.verdict)
    return replace(made, link=_link(ledger, one.decision))


def _link(ledger: Ledger, made: Decision) -> str:
    if isinstance(made.action, OnEntities):
        found = entity_of(ledger, made.action.entity)
        return SiteLinks().entity(found, made.action.entity.kind) if found else ""
    claim = ledger.value("SELECT claim FROM decision_claim WHERE decision = ? ORDER BY position", (made.id,))
    return SiteLinks().claim(claim) if claim else ""

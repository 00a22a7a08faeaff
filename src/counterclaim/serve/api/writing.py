"""Addresses of the API that write: corrections, what is said of entities, and undo.

Enter bodies; leave what was decided. The ledger is written by the functions that the command line uses.
"""

import shlex
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request

from counterclaim.ledger import Ledger
from counterclaim.ledger.deciding import merge, split
from counterclaim.ledger.proposing import edited
from counterclaim.ledger.reviewing import Correction, correct
from counterclaim.ledger.settling import Made, undo
from counterclaim.serve.api import API
from counterclaim.serve.api.bodies import AddIn, CorrectIn, MadeOut, MergeIn, OverruledOut, SplitIn, UndoIn
from counterclaim.serve.api.taking import body_of, taking
from counterclaim.serve.problems import described
from counterclaim.serve.site import Site

router = APIRouter(prefix=API, responses=described(400, 401, 403, 404, 413, 415, 422, 503))


@router.post("/claims/{claim:path}/correct", summary="Correct a claim", openapi_extra=body_of(CorrectIn))
def correct_(request: Request, claim: str, sent: Annotated[CorrectIn, Depends(taking(CorrectIn))]) -> MadeOut:
    """Say what one claim says in truth of its report; what is not given stays as the machine read it. In roles, @
    before a value makes it the name of somebody or somewhere in the ledger, digits a number, and an empty one opens the
    role.
    """

    def write(held: Ledger) -> Made:
        return correct(held, [claim], _correction(held, claim, sent), by=sent.by, reason=sent.reason)

    return _made(request, write)


@router.post("/entities/{entity:path}/merge", summary="Merge two entities", openapi_extra=body_of(MergeIn))
def merge_(request: Request, entity: str, sent: Annotated[MergeIn, Depends(taking(MergeIn))]) -> MadeOut:
    """Say that the two are one; `unlike` says in what they differ, where that may show a slip."""
    return _made(request, lambda held: merge(held, entity, sent.other, by=sent.by, reason=sent.reason))


@router.post("/entities/{entity:path}/split", summary="Split names off", openapi_extra=body_of(SplitIn))
def split_(request: Request, entity: str, sent: Annotated[SplitIn, Depends(taking(SplitIn))]) -> MadeOut:
    """Say that names are somebody else's: wherever they stand, or in these documents alone."""

    def write(held: Ledger) -> Made:
        return split(held, entity, sent.names, documents=sent.documents, by=sent.by, reason=sent.reason)

    return _made(request, write)


@router.post("/decisions/{decision:path}/undo", summary="Undo a decision", openapi_extra=body_of(UndoIn))
def undo_(request: Request, decision: str, sent: Annotated[UndoIn, Depends(taking(UndoIn))]) -> MadeOut:
    """Say that a decision, or all those of a bulk, no longer count; undoing the undo brings them back."""
    return _made(request, lambda held: undo(held, decision, by=sent.by, reason=sent.reason))


def _correction(held: Ledger, claim: str, sent: CorrectIn) -> Correction:
    told = None
    if sent.set or sent.drop or sent.add:
        sets = [f"{one.proposition}.{one.role}={_worded(one.value)}" for one in sent.set]
        told = edited(held, claim, sets=sets, drops=sent.drop, adds=map(_added, sent.add))
    return Correction(
        claimant=sent.claimant,
        kind=sent.kind,
        outlet=sent.outlet,
        content=tuple(sent.content),
        stance=sent.stance,
        channel=sent.channel,
        said=sent.said,
        speech=sent.speech,
        propositions=told,
    )


def _added(one: AddIn) -> str:
    beside: dict[str, Any] = {"modality": one.modality, "when": one.when}
    settings = [f"{role}={_worded(value)}" for role, value in (one.roles | beside).items() if value is not None]
    return shlex.join([*(["not"] if one.negated else []), one.frame, *settings])


def _worded(value: str | int | bool | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _made(request: Request, write: Callable[[Ledger], Made]) -> MadeOut:
    site: Site = request.app.state.site
    with site.writing() as held:
        made = write(held)
    return MadeOut(
        made.name,
        [one.id for one in made.decisions],
        [OverruledOut(one.decision, one.why) for one in made.affected],
        list(made.unlike),
    )

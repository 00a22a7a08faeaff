"""Addresses of the API that write: what is said of claims, relations and entities, undo, and decisions of others.

Enter bodies; leave what was decided. The ledger is written by the functions that the command line uses.
"""

import json
import shlex
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request

from counterclaim.ledger import Ledger
from counterclaim.ledger.adding import add, added_id
from counterclaim.ledger.deciding import merge, rename, split
from counterclaim.ledger.proposing import edited, proposed
from counterclaim.ledger.reviewing import Correction, accept, correct, judge, reject, unsure
from counterclaim.ledger.settling import Made, take_in, undo
from counterclaim.model import Add
from counterclaim.serve.api import API
from counterclaim.serve.api.bodies import (
    AddIn,
    CorrectIn,
    JudgeIn,
    MadeOut,
    MergeIn,
    MissedIn,
    OverruledOut,
    RenameIn,
    SayIn,
    SplitIn,
    TakeInIn,
    TakenInOut,
    UndoIn,
    Word,
)
from counterclaim.serve.api.taking import body_of, taking
from counterclaim.serve.problems import described
from counterclaim.serve.site import Site

router = APIRouter(prefix=API, responses=described(400, 401, 403, 404, 413, 415, 422, 503))
WORDS = {Word.ACCEPT: accept, Word.REJECT: reject, Word.UNSURE: unsure}


@router.post("/review", summary="Accept, reject, or be unsure", openapi_extra=body_of(SayIn))
def say_(request: Request, sent: Annotated[SayIn, Depends(taking(SayIn))]) -> MadeOut:
    """Say one thing of claims or relations, of several as one bulk."""
    return _made(request, lambda held: WORDS[sent.say](held, sent.ids, by=sent.by, reason=sent.reason))


@router.post("/relations", summary="Judge how two claims stand", openapi_extra=body_of(JudgeIn))
def judge_(request: Request, sent: Annotated[JudgeIn, Depends(taking(JudgeIn))]) -> MadeOut:
    """Say how two claims stand to each other, whether the machine saw it or not."""
    return _made(request, lambda held: judge(held, sent.left, sent.right, sent.kind, by=sent.by, reason=sent.reason))


@router.post("/articles/{article:path}/claims", summary="Add a missed claim", openapi_extra=body_of(MissedIn))
def add_(request: Request, article: str, sent: Annotated[MissedIn, Depends(taking(MissedIn))]) -> MadeOut:
    """Say that a report makes a claim that the machine missed; roles are filled as in a correction."""
    return _made(request, lambda held: add(held, article, _missed(held, sent), by=sent.by, reason=sent.reason))


@router.post("/claims/{claim:path}/correct", summary="Correct a claim", openapi_extra=body_of(CorrectIn))
def correct_(request: Request, claim: str, sent: Annotated[CorrectIn, Depends(taking(CorrectIn))]) -> MadeOut:
    """Say what one claim says in truth of its report; what is not given stays as the machine read it. In roles, @
    before a value makes it the name of somebody or somewhere in the ledger, digits a number, and an empty one opens the
    role.
    """

    def write(held: Ledger) -> Made:
        return correct(held, [claim, *sent.also], _correction(held, claim, sent), by=sent.by, reason=sent.reason)

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


@router.post("/entities/{entity:path}/rename", summary="Rename an entity", openapi_extra=body_of(RenameIn))
def rename_(request: Request, entity: str, sent: Annotated[RenameIn, Depends(taking(RenameIn))]) -> MadeOut:
    """Say under which name it is shown; the words that reports use stay beside it."""
    return _made(request, lambda held: rename(held, entity, sent.name, by=sent.by, reason=sent.reason))


@router.post("/decisions", summary="Take in decisions of others", openapi_extra=body_of(TakeInIn))
def take_in_(request: Request, sent: Annotated[TakeInIn, Depends(taking(TakeInIn))]) -> TakenInOut:
    """Add decisions of another ledger; those that this one holds are left as they are, and a changed one is refused."""
    site: Site = request.app.state.site
    with site.writing() as held:
        taken = take_in(held, map(json.dumps, sent.decisions))
    return TakenInOut(taken.new, taken.known)


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


def _missed(held: Ledger, sent: MissedIn) -> Correction:
    return Correction(
        claimant=sent.claimant,
        kind=sent.kind,
        outlet=sent.outlet,
        content=tuple(sent.content),
        stance=sent.stance,
        channel=sent.channel,
        said=sent.said,
        speech=sent.speech,
        propositions=tuple(proposed(held, _added(one)) for one in sent.add),
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
        added_id(made.decision.id) if isinstance(made.decision.action, Add) else None,
    )

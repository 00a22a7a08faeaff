"""Addresses of the API that tell what waits for a person's look, what was decided, and what that changed.

Their router goes before that of `routes`, whose ids take in all that stands behind them.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from counterclaim.ledger.comparing import compared
from counterclaim.ledger.decision_json import decision_shape
from counterclaim.ledger.decisions import Kept, newest
from counterclaim.ledger.queue import Waiting, queue
from counterclaim.model import Claim, DecisionState, Relation, Verdict
from counterclaim.review.telling import action_words
from counterclaim.serve.api import API, making
from counterclaim.serve.api.bodies import (
    ComparedOut,
    DecisionOut,
    DecisionPageOut,
    WaitingOut,
    WaitingPageOut,
)
from counterclaim.serve.api.routes import Asked, NarrowQuery, Paged, answering
from counterclaim.serve.pages.filtering import offset
from counterclaim.serve.problems import described

router = APIRouter(prefix=API, responses=described(400, 404, 422, 503))


@answering("/review", "What waits for a look", router)
def waiting(ledger: Asked, wanted: Annotated[NarrowQuery, Depends(NarrowQuery)], paging: Paged) -> WaitingPageOut:
    """Claims that meet every filter, and relations of such claims, on which nobody has decided, weightiest first."""
    begin, limit = offset(paging.after), paging.limit
    found = queue(ledger, wanted.filter(), limit=limit + 1, begin=begin)
    more = str(begin + limit) if len(found) > limit else None
    return WaitingPageOut([_waiting(one) for one in found[:limit]], more)


@answering("/decisions", "What was decided by hand", router)
def decisions(
    ledger: Asked,
    paging: Paged,
    claim: Annotated[str | None, Query(description="Only those on this claim and its relations, by its id.")] = None,
) -> DecisionPageOut:
    """Decisions of every kind, the latest first, and what became of each."""
    begin, limit = offset(paging.after), paging.limit
    found = newest(ledger, begin=begin, limit=limit + 1, claim=claim)
    more = str(begin + limit) if len(found) > limit else None
    return DecisionPageOut([_decision(one) for one in found[:limit]], more)


@answering("/claims/{claim:path}/compare", "A claim before and after review", router)
def compare(ledger: Asked, claim: str) -> ComparedOut:
    """A claim as the machine read it and as it is now, and who decided so."""
    found = compared(ledger, claim)
    carried = (Kept(one, Verdict(one.id, DecisionState.CARRIED_OUT)) for one in found.decisions)
    before, after = making.claim_out(found.before), making.claim_out(found.after)
    return ComparedOut(before, after, list(found.changed), list(map(_decision, carried)))


def _waiting(one: Waiting) -> WaitingOut:
    weight = one.weight
    return WaitingOut(
        one.score, one.why, one.sure, weight.disputes, weight.voices, weight.falls,
        making.claim_out(one.item) if isinstance(one.item, Claim) else None,
        making.relation_out(one.item) if isinstance(one.item, Relation) else None,
    )  # fmt: skip


def _decision(kept: Kept) -> DecisionOut:
    state = kept.verdict.state.value if kept.verdict else None
    why = kept.verdict.why if kept.verdict else ""
    return DecisionOut(decision_shape(kept.decision), action_words(kept.decision.action), state, why)

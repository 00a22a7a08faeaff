"""Addresses that write: decisions on claims and relations, corrections, their undo, and signing in.

Enter forms; leaves the ledger with decisions more, by a connection of its own, and the way back to the page. Refused:
forms from elsewhere, and whoever has not signed in where that is asked. Pages themselves cannot write.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from counterclaim.errors import CounterclaimError, InputError
from counterclaim.ledger import Ledger
from counterclaim.ledger.reviewing import accept, correct, reject, unsure
from counterclaim.ledger.settling import Made
from counterclaim.model import RelationKind
from counterclaim.serve.correcting import correction, with_one_more
from counterclaim.serve.desk import REVIEWER, SESSION, SIGNED, Posted, access_of, desk_of, keep, must_write, posted
from counterclaim.serve.pages.claim import claim_page
from counterclaim.serve.pages.correcting import Sent
from counterclaim.serve.problems import status_of
from counterclaim.serve.rendering import render
from counterclaim.serve.routes import look_at
from counterclaim.serve.site import Site

router = APIRouter(include_in_schema=False)
Form = Annotated[Posted, Depends(posted)]
WORDS = {"accept": accept, "reject": reject, "unsure": unsure}
NO_RELATION = "none"


@router.post("/review", dependencies=[Depends(must_write)])
def decide(request: Request, form: Form) -> Response:
    """Say one thing of all claims and relations that are ticked."""
    word = WORDS.get(form.one("say"))
    if word is None:
        raise InputError("Nothing was said of the claims", f"Choose {', '.join(WORDS)}")
    ids = form.values.get("id", [])
    return _written(request, form, lambda held, by, reason: word(held, ids, by=by, reason=reason))


@router.post("/review/correct", dependencies=[Depends(must_write)])
def correct_one(request: Request, form: Form) -> Response:
    """Say what one claim says in truth; what cannot be used is told beside the form, which keeps what was typed."""
    name = form.one("id")
    try:
        if form.one("step"):
            return _form_again(request, name, with_one_more(form, form.one("frame")), None)
        return _written(
            request, form,
            lambda held, by, reason: correct(held, [name], correction(held, name, form), by=by, reason=reason),
        )  # fmt: skip
    except CounterclaimError as error:
        return _form_again(request, name, form, error)


def _form_again(request: Request, name: str, form: Posted, error: CounterclaimError | None) -> Response:
    desk = desk_of(request, request.cookies[SESSION])
    desk = replace(desk, back=form.back, by=form.one("by")[:200] or desk.by)
    site: Site = request.app.state.site
    with site.lent() as ledger:
        page = claim_page(look_at(site, ledger), name, None, desk, Sent(form, error))
        return HTMLResponse(render(page), status_code=status_of(error) if error else 200)


@router.post("/review/relation", dependencies=[Depends(must_write)])
def judge(request: Request, form: Form) -> Response:
    """Say how two claims stand to each other."""
    said = form.one("kind")
    if said not in (*RelationKind, NO_RELATION):
        raise InputError(f"{said!r} is no way to stand to each other", f"Choose {', '.join(RelationKind)} or none")
    kind = None if said == NO_RELATION else RelationKind(said)
    ends = form.one("left"), form.one("right")
    return _written(request, form, lambda held, by, reason: held.judge(*ends, kind, by=by, reason=reason))


@router.post("/review/undo", dependencies=[Depends(must_write)])
def undo(request: Request, form: Form) -> Response:
    """Take a decision or a bulk back."""
    name = form.one("decision")
    return _written(request, form, lambda held, by, reason: held.undo(name, by=by, reason=reason))


@router.post("/review/sign-in")
def sign_in(request: Request, form: Form) -> Response:
    """Give the token."""
    access = access_of(request)
    if not access.knows(form.one("token")):
        raise HTTPException(403, "This is not the token that counterclaim serve printed when it started")
    answer = RedirectResponse(form.back, status_code=303)
    keep(answer, SIGNED, access.sign_in_proof(request.cookies[SESSION]))
    return answer


def _written(request: Request, form: Posted, write: Callable[[Ledger, str, str | None], Made]) -> Response:
    by = form.one("by")
    if not by:
        raise InputError("Nobody is named who decides", "Give your name beside the button")
    site: Site = request.app.state.site
    with site.writing() as ledger:
        write(ledger, by, form.one("reason") or None)
    answer = RedirectResponse(form.back, status_code=303)
    keep(answer, REVIEWER, quote(by[:200]))
    return answer

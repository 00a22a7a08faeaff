"""Addresses that write: decisions on claims, relations and names, corrections, their undo, and signing in.

Enter forms; leaves the ledger with decisions more, by a connection of its own, and the way back to the page, which says
what was decided and what that overruled. Refused: forms from elsewhere, and whoever has not signed in where that is
asked. Pages themselves cannot write.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from counterclaim.errors import CounterclaimError, InputError
from counterclaim.ledger import Ledger
from counterclaim.ledger.adding import add, added_id
from counterclaim.ledger.carrying import entity_of
from counterclaim.ledger.deciding import merge, rename, split
from counterclaim.ledger.decisions import meant
from counterclaim.ledger.reviewing import accept, correct, reject, unsure
from counterclaim.ledger.settling import Made
from counterclaim.model import Add, Decision, EntityKind, OnEntities, RelationKind, Undo
from counterclaim.serve.correcting import addition, correction, with_one_more
from counterclaim.serve.desk import (
    MADE,
    OVER,
    REVIEWER,
    SESSION,
    SIGNED,
    Posted,
    access_of,
    desk_of,
    keep,
    must_write,
    posted,
)
from counterclaim.serve.links import SiteLinks
from counterclaim.serve.pages.article import article_page
from counterclaim.serve.pages.claim import claim_page
from counterclaim.serve.pages.claimant import claimant_page
from counterclaim.serve.pages.correcting import Sent
from counterclaim.serve.pages.decided import OVERRULED
from counterclaim.serve.pages.place import place_page
from counterclaim.serve.problems import status_of
from counterclaim.serve.rendering import render
from counterclaim.serve.routes import look_at
from counterclaim.serve.site import Site

router = APIRouter(include_in_schema=False)
Form = Annotated[Posted, Depends(posted)]
WORDS = {"accept": accept, "reject": reject, "unsure": unsure}
NO_RELATION = "none"
Write = Callable[[Ledger, str, str | None], Made]


@router.post("/review", dependencies=[Depends(must_write)])
def decide(request: Request, form: Form) -> Response:
    """Say one thing of all claims and relations that are ticked."""
    word = WORDS.get(form.one("say"))
    if word is None:
        raise InputError("Nothing was said of the claims", f"Choose {', '.join(WORDS)}")
    ids = form.all("id")
    if not ids:
        raise InputError("Nothing is ticked", "Tick what you mean, and say it then")
    return _written(request, form, lambda held, by, reason: word(held, ids, by=by, reason=reason))


@router.post("/review/correct", dependencies=[Depends(must_write)])
def correct_one(request: Request, form: Form) -> Response:
    """Say what one claim says in truth; what cannot be used is told beside the form, which keeps what was typed."""
    name = form.one("id")

    def write(held: Ledger, by: str, reason: str | None) -> Made:
        return correct(held, [name], correction(held, name, form), by=by, reason=reason)

    return _written_or_again(request, form, claim_page, write)


@router.post("/review/add", dependencies=[Depends(must_write)])
def add_one(request: Request, form: Form) -> Response:
    """Say that a report makes a claim that the machine missed."""

    def write(held: Ledger, by: str, reason: str | None) -> Made:
        return add(held, form.one("id"), addition(held, form), by=by, reason=reason)

    return _written_or_again(request, form, article_page, write)


@router.post("/review/relation", dependencies=[Depends(must_write)])
def judge(request: Request, form: Form) -> Response:
    """Say how two claims stand to each other."""
    said = form.one("kind")
    if said not in (*RelationKind, NO_RELATION):
        raise InputError(f"{said!r} is no way to stand to each other", f"Choose {', '.join(RelationKind)} or none")
    kind = None if said == NO_RELATION else RelationKind(said)
    ends = form.one("left"), form.one("right")
    return _written(request, form, lambda held, by, reason: held.judge(*ends, kind, by=by, reason=reason))


@router.post("/review/merge", dependencies=[Depends(must_write)])
def merge_two(request: Request, form: Form) -> Response:
    """Say that two are one."""
    one, two = form.one("id"), form.one("other")

    def write(held: Ledger, by: str, reason: str | None) -> Made:
        if not two:
            raise InputError("Nobody is named to be merged with it", "Give a name or an id")
        return merge(held, one, two, by=by, reason=reason)

    return _written_on_entity(request, form, "merge", write)


@router.post("/review/split", dependencies=[Depends(must_write)])
def split_one(request: Request, form: Form) -> Response:
    """Say that names are somebody else's."""
    names, documents = form.all("name"), form.all("in")

    def write(held: Ledger, by: str, reason: str | None) -> Made:
        return split(held, form.one("id"), names, documents=documents, by=by, reason=reason)

    return _written_on_entity(request, form, "split", write)


@router.post("/review/rename", dependencies=[Depends(must_write)])
def rename_one(request: Request, form: Form) -> Response:
    """Say under which name one is shown."""

    def write(held: Ledger, by: str, reason: str | None) -> Made:
        return rename(held, form.one("id"), form.one("name"), by=by, reason=reason)

    return _written_on_entity(request, form, "rename", write)


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


def _written(request: Request, form: Posted, write: Write) -> Response:
    by = form.one("by")
    if not by:
        raise InputError("Nobody is named who decides", "Give your name beside the button")
    site: Site = request.app.state.site
    with site.writing() as ledger:
        made = write(ledger, by, form.one("reason") or None)
        onward = _telling(_onward(ledger, made.decision) or form.back, made)
    answer = RedirectResponse(onward, status_code=303)
    keep(answer, REVIEWER, quote(by[:200]))
    return answer


def _telling(path: str, made: Made) -> str:
    """The address of the page with what it has to tell: what was decided, and what that overruled."""
    told = urlencode([(MADE, made.name), *((OVER, one.decision) for one in made.affected[:OVERRULED])])
    return f"{path}{'&' if '?' in path else '?'}{told}"


def _onward(ledger: Ledger, made: Decision) -> str | None:
    """The page of an entity that was decided on, which may have another id now, or of a claim that was added, or its
    report's once that is undone; None for other decisions.
    """
    action = made.action
    links = SiteLinks()
    if isinstance(action, Undo):
        action = meant(ledger, action.decision)[0].action
        if isinstance(action, Add):  # the page of the claim is gone with it
            return links.article(action.claim.document)
    if isinstance(action, Add):
        return links.claim(added_id(made.id))
    if not isinstance(action, OnEntities):
        return None
    found = entity_of(ledger, action.entity)
    area = "/places" if action.entity.kind is EntityKind.PLACE else "/claimants"
    return links.entity(found, action.entity.kind) if found else area


def _written_on_entity(request: Request, form: Posted, asked: str, write: Write) -> Response:
    build = place_page if form.back.startswith("/places/") else claimant_page
    return _written_or_again(request, form, build, write, asked)


def _written_or_again(request: Request, form: Posted, build: Any, write: Write, asked: str = "") -> Response:
    """Write; where that cannot be, or the form only gets longer, the page again with all that was typed."""
    try:
        if form.one("step"):
            return _page_again(request, build, form, Sent(with_one_more(form, form.one("frame")), None))
        return _written(request, form, write)
    except CounterclaimError as error:
        return _page_again(request, build, form, Sent(form, error, asked))


def _page_again(request: Request, build: Any, form: Posted, sent: Sent) -> Response:
    """The page from which the form came, with what was typed and why it cannot be used."""
    desk = desk_of(request, request.cookies[SESSION])
    desk = replace(desk, back=form.back, by=form.one("by")[:200] or desk.by)
    site: Site = request.app.state.site
    with site.lent() as ledger:
        page = build(look_at(site, ledger), form.one("id"), None, desk, sent)
        return HTMLResponse(render(page), status_code=status_of(sent.error) if sent.error else 200)

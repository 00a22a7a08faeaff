"""Which address shows which page.

Enter requests; leave HTML. What an address asks for goes on as it stands; the pages say what of it cannot be used.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from counterclaim.errors import InputError
from counterclaim.ledger import Ledger
from counterclaim.serve.api import API
from counterclaim.serve.assets import MEDIA, asset
from counterclaim.serve.desk import MADE, OVER, SESSION, desk_of, keep, session_of
from counterclaim.serve.looking import Look
from counterclaim.serve.page import ApiPage
from counterclaim.serve.pages.article import article_page
from counterclaim.serve.pages.articles import articles_page
from counterclaim.serve.pages.claim import claim_page
from counterclaim.serve.pages.claimant import claimant_page
from counterclaim.serve.pages.claims import claims_page
from counterclaim.serve.pages.days import days_page
from counterclaim.serve.pages.decided import decisions_page, with_what_was_made
from counterclaim.serve.pages.dispute import dispute_page
from counterclaim.serve.pages.disputes import disputes_page, moment
from counterclaim.serve.pages.entities import entities_page
from counterclaim.serve.pages.imports import imports_page
from counterclaim.serve.pages.map import map_page
from counterclaim.serve.pages.place import place_page
from counterclaim.serve.pages.review import review_page
from counterclaim.serve.rendering import render
from counterclaim.serve.site import Site

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

# When the reader last looked, and when this look began: "before~latest". A look that goes on does not take its own news
# away; one that begins after a pause does.
COOKIE = "looked"
PAUSE = timedelta(minutes=45)
KEPT = timedelta(days=400)
YEAR = int(timedelta(days=365).total_seconds())


def look_at(site: Site, ledger: Ledger) -> Look:
    """One request's view of a lent ledger."""
    return Look(ledger, site.palette(ledger))


def _shown(request: Request, build: Any, *asked: Any) -> HTMLResponse:
    site: Site = request.app.state.site
    with site.lent() as ledger:
        return HTMLResponse(render(build(look_at(site, ledger), *asked)))


def _desk_shown(request: Request, build: Any, *asked: Any) -> HTMLResponse:
    """A page with forms that write."""
    session, query = session_of(request), request.query_params

    def at_desk(look: Look) -> Any:
        desk = with_what_was_made(look.ledger, desk_of(request, session), query.get(MADE, ""), query.getlist(OVER))
        return build(look, *asked, desk)

    answer = _shown(request, at_desk)
    if SESSION not in request.cookies:
        keep(answer, SESSION, session)
    return answer


@router.get("/")
def start() -> Response:
    """The first page is the disputes."""
    return RedirectResponse("/disputes", status_code=307)


@router.get("/disputes")
def disputes(request: Request) -> Response:
    """Disputes, what changed first."""
    now = datetime.now(UTC)
    before, latest = _looked(request.cookies.get(COOKIE, ""))
    if latest and now - datetime.fromisoformat(latest) > PAUSE:
        before = latest
    answer = _shown(request, disputes_page, request.query_params, before)
    _note_look(answer, before, moment(now.isoformat()))
    return answer


@router.post("/disputes/seen")
def seen(request: Request) -> Response:
    """From now on only what comes later is new."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, "Only the page itself may do that")
    answer = RedirectResponse("/disputes", status_code=303)
    now = moment(datetime.now(UTC).isoformat())
    _note_look(answer, now, now)
    return answer


def _looked(cookie: str) -> tuple[str | None, str | None]:
    before, _, latest = cookie.partition("~")
    try:
        return (moment(before) if before else None), (moment(latest) if latest else None)
    except InputError:
        return None, None


def _note_look(answer: Response, before: str | None, latest: str) -> None:
    seconds = int(KEPT.total_seconds())
    answer.set_cookie(COOKIE, f"{before or ''}~{latest}", max_age=seconds, httponly=True, samesite="strict")


@router.get("/disputes/{dispute:path}")
def dispute(request: Request, dispute: str) -> Response:
    """One dispute."""
    return _shown(request, dispute_page, dispute, request.query_params.get("from"))


@router.get("/articles")
def articles(request: Request) -> Response:
    """Reports, searched."""
    return _shown(request, articles_page, request.query_params)


@router.get("/articles/{article:path}")
def article(request: Request, article: str) -> Response:
    """One report."""
    return _desk_shown(request, article_page, article, request.query_params.get("beside"))


@router.get("/claims")
def claims(request: Request) -> Response:
    """Claims, searched."""
    return _shown(request, claims_page, request.query_params)


@router.get("/claims/{claim:path}")
def claim(request: Request, claim: str) -> Response:
    """One claim."""
    return _desk_shown(request, claim_page, claim, request.query_params.get("after"))


@router.get("/review")
def review(request: Request) -> Response:
    """What is most worth a look."""
    return _desk_shown(request, review_page, request.query_params)


@router.get("/decisions")
def decisions(request: Request) -> Response:
    """What was decided by hand."""
    return _desk_shown(request, decisions_page, request.query_params.get("after"))


@router.get("/claimants")
def claimants(request: Request) -> Response:
    """Who speaks."""
    return _shown(request, entities_page, "claimant", request.query_params)


@router.get("/claimants/{entity:path}")
def claimant(request: Request, entity: str) -> Response:
    """One who speaks."""
    return _desk_shown(request, claimant_page, entity, request.query_params.get("after"))


@router.get("/places")
def places(request: Request) -> Response:
    """Places."""
    return _shown(request, entities_page, "place", request.query_params)


@router.get("/places/{entity:path}")
def place(request: Request, entity: str) -> Response:
    """One place."""
    return _desk_shown(request, place_page, entity, request.query_params.get("from"))


@router.get("/map")
def map_(request: Request) -> Response:
    """Places of disputes, on a map."""
    return _shown(request, map_page, request.query_params)


@router.get("/days")
def days(request: Request) -> Response:
    """Claims by frame and day."""
    return _shown(request, days_page, request.query_params)


@router.get("/imports")
def imports(request: Request) -> Response:
    """What was read and what not, in the latest run."""
    return _shown(request, imports_page, None, request.query_params.get("outcome"), request.query_params.get("after"))


@router.get("/imports/{run:int}")
def one_import(request: Request, run: int) -> Response:
    """The same of one run."""
    query = request.query_params
    return _shown(request, imports_page, min(run, 1 << 62), query.get("outcome"), query.get("after"))


@router.get("/api")
def api(request: Request) -> Response:
    """What the API answers."""
    paths = request.app.openapi()["paths"]
    calls = tuple(
        (f"{method.upper()} {path}", one["summary"], one.get("description", ""))
        for path, methods in paths.items()
        if path.startswith(API)
        for method, one in methods.items()
    )

    def build(look: Look) -> ApiPage:
        return ApiPage(look.shell("API", "", legend=False), calls)

    return _shown(request, build)


@router.get("/assets/{mark}/{name}")
def assets(mark: str, name: str) -> Response:
    """Style and script; their addresses change with them."""
    if name not in MEDIA or asset(name).mark != mark:
        raise HTTPException(404)
    headers = {"Cache-Control": f"public, max-age={YEAR}, immutable"}
    return Response(asset(name).text, media_type=MEDIA[name], headers=headers)

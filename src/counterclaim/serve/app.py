"""The application: pages, API and assets over one ledger, behind one guard.

Enters the path of a ledger; leaves an ASGI application. Errors are told in one shape: as a page to browsers, as problem
details below `/api`.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import anyio.to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp

from counterclaim import __version__
from counterclaim.errors import CounterclaimError
from counterclaim.serve.access import READING_ONLY, Access
from counterclaim.serve.api import API, describe
from counterclaim.serve.api.reviewing import router as reviewing
from counterclaim.serve.api.routes import router as api
from counterclaim.serve.api.writing import router as writing
from counterclaim.serve.deciding import router as deciding
from counterclaim.serve.page import ProblemPage
from counterclaim.serve.problems import problem_response, status_of
from counterclaim.serve.rendering import render
from counterclaim.serve.routes import look_at
from counterclaim.serve.routes import router as pages
from counterclaim.serve.security import Guarded
from counterclaim.serve.site import Site

# More threads than cores only wait for each other.
THREADS = 4
ADVICE = "Go back, or begin with the disputes"
SAID = {404: "There is no such page", 405: "This address is asked in another way"}
API_ADVICE = "The OpenAPI document says what can be given"


def build_app(ledger: Path, names: tuple[str, ...] = (), access: Access = READING_ONLY) -> ASGIApp:
    """The application on the ledger at that path; `names` are the host names that it answers to besides addresses.
    `access` says who may decide on claims; without it nobody may.

    Raises:
        LedgerError: there is no ledger there, or it cannot be used.
    """
    site = Site(ledger)
    site.prepare()
    app = FastAPI(
        title="Counterclaim",
        version=__version__,
        description="Who claims what, in which words, and who says otherwise. What it writes are a person's decisions.",
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API}/openapi.json",
        lifespan=partial(_running, site),
    )
    app.state.site, app.state.access = site, access
    app.include_router(pages)
    app.include_router(deciding)
    app.include_router(reviewing)
    app.include_router(api)
    app.include_router(writing)
    app.openapi = partial(describe, app)  # type: ignore[method-assign]
    app.add_exception_handler(CounterclaimError, _told)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_exception_handler(Exception, _broken)
    return Guarded(app, names)


@asynccontextmanager
async def _running(site: Site, _app: FastAPI) -> AsyncIterator[None]:
    anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield
    site.close()


async def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, CounterclaimError)  # noqa: S101
    status = status_of(error)
    words = error.message, error.advice.rstrip(".")
    try:
        return await anyio.to_thread.run_sync(_answer, request, status, *words)
    except CounterclaimError:  # the ledger itself cannot be asked, so no page that asks it can be made either
        return problem_response(status, *words)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    said = SAID.get(error.status_code, str(error.detail))
    advice = API_ADVICE if request.url.path.startswith(API) else ADVICE
    found = await anyio.to_thread.run_sync(_answer, request, error.status_code, said, advice)
    found.headers.update(error.headers or {})
    return found


async def _not_understood(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    wrong = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors())
    said = f"The question cannot be understood ({wrong})"
    return await anyio.to_thread.run_sync(_answer, request, 422, said, API_ADVICE)


async def _broken(_request: Request, _error: Exception) -> Response:
    said = "Something broke here that should not", "Look at what the server printed, and report it"
    return problem_response(500, *said)


def _answer(request: Request, status: int, message: str, advice: str) -> Response:
    if request.url.path.startswith(API):
        return problem_response(status, message, advice)
    site: Any = request.app.state.site
    with site.lent() as ledger:
        page = ProblemPage(look_at(site, ledger).shell("Not to be shown", "", legend=False), message, advice)
        return HTMLResponse(render(page), status_code=status)

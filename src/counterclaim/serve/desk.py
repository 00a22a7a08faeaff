"""What a page knows of the one who reviews, and what a form of it sends.

Enter requests; leave `Desk`s and `Posted` forms. Refused: forms that are too large or of another kind, that come from
elsewhere, or from somebody who has not signed in.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from counterclaim.serve.access import Access
from counterclaim.serve.parts import Desk

SESSION, SIGNED, REVIEWER = "desk", "signed", "reviewer"
LARGEST_FORM = 1 << 18
MOST_FIELDS = 2_000
WITH_FORMS = ("/claims/", "/claimants/", "/places/", "/articles/")
LISTS_WITH_FORMS = ("/review", "/decisions")
# What was decided just before a page is shown, and what that overruled: ids in its address.
MADE, OVER = "made", "over"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Posted:
    """What a form sent; `back` is a page of this server."""

    values: Mapping[str, list[str]]

    def one(self, name: str) -> str:
        """The value of that name; empty where there is none."""
        return self.values.get(name, [""])[0].strip()

    def all(self, name: str) -> tuple[str, ...]:
        """The values of that name that say something, each once."""
        return tuple(dict.fromkeys(filter(None, map(str.strip, self.values.get(name, [])))))

    @property
    def back(self) -> str:
        """Where to go on: only addresses of pages that have forms are followed."""
        path = self.one("back")
        known = path.split("?")[0] in LISTS_WITH_FORMS or path.startswith(WITH_FORMS)
        return path if known and path.isprintable() and "\\" not in path else "/review"


def access_of(request: Request) -> Access:
    """The server's access."""
    found: Access = request.app.state.access
    return found


def desk_of(request: Request, session: str) -> Desk:
    """The desk of a request."""
    access = access_of(request)
    may = access.open_to(session, request.cookies.get(SIGNED, ""))
    kept = urlencode([(name, value) for name, value in request.query_params.multi_items() if name not in (MADE, OVER)])
    return Desk(
        proof=access.form_proof(session),
        by=unquote(request.cookies.get(REVIEWER, ""))[:200],
        back=f"{quote(request.url.path)}{'?' if kept else ''}{kept}",
        writes=may,
        signs_in=access.writing and not may,
    )


def session_of(request: Request) -> str:
    """The browser's session; a new one where it has none."""
    return request.cookies.get(SESSION) or secrets.token_urlsafe(24)


def keep(answer: Response, name: str, value: str) -> None:
    """A cookie that no script sees, that no other site sends, and that ends with the browser."""
    answer.set_cookie(name, value, httponly=True, samesite="strict")


async def posted(request: Request) -> Posted:
    """The form of a request, once it is sure that a page of this server sent it."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise HTTPException(415, "Only forms of the pages themselves are taken")
    sent = b""
    async for chunk in request.stream():
        sent += chunk
        if len(sent) > LARGEST_FORM:
            raise HTTPException(413, "The form is too large")
    try:
        values = parse_qs(sent.decode("utf-8"), max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise HTTPException(400, "The form cannot be read") from error
    form = Posted(values)
    same = request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
    if not same or not access_of(request).proves(request.cookies.get(SESSION, ""), form.one("proof")):
        raise HTTPException(403, "This form did not come from a page of this server, or the server was started anew")
    return form


def must_write(request: Request) -> None:
    """Refuse whoever may not write."""
    if not access_of(request).open_to(request.cookies.get(SESSION, ""), request.cookies.get(SIGNED, "")):
        raise HTTPException(403, "Nothing was decided: sign in with the token first")

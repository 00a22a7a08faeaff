"""What a program may send, and who may send it: bodies as JSON, held to their shape before anything is done.

Enter requests; leave bodies. Refused: whoever has not the token where one is asked for, pages of other sites, anything
but JSON, and bodies that are too large. No cookie counts here, so no browser can be made to send for its user.
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from fastapi.exceptions import RequestValidationError
from pydantic import TypeAdapter, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request

from counterclaim.serve.desk import LARGEST_FORM, access_of

JSON = "application/json"
SCHEME = "bearer "
Body = TypeVar("Body")
TAKEN: dict[str, dict[str, Any]] = {}  # schemas of bodies, by name, for the OpenAPI document


def taking(shape: type[Body]) -> Callable[[Request], Awaitable[Body]]:
    """A dependency that reads a body of that shape, once it is sure that the sender may write."""
    adapter = TypeAdapter(shape)

    async def taken(request: Request) -> Body:
        _must_write(request)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
            raise HTTPException(415, f"The body is not sent as {JSON}")
        sent = b""
        async for chunk in request.stream():
            sent += chunk
            if len(sent) > LARGEST_FORM:
                raise HTTPException(413, "The body is too large")
        try:
            return adapter.validate_json(sent)
        except ValidationError as error:
            wrong = [{**one, "loc": ("body", *one["loc"])} for one in error.errors(include_url=False)]
            raise RequestValidationError(wrong) from error

    return taken


def body_of(shape: type) -> dict[str, Any]:
    """The same for OpenAPI."""
    made = TypeAdapter(shape).json_schema(ref_template="#/components/schemas/{model}")
    TAKEN.update(made.pop("$defs", {}))
    TAKEN[shape.__name__] = made
    schema = {"$ref": f"#/components/schemas/{shape.__name__}"}
    return {"requestBody": {"required": True, "content": {JSON: {"schema": schema}}}}


def _must_write(request: Request) -> None:
    access = access_of(request)
    if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        raise HTTPException(403, "Another site’s page may not decide here")
    if not access.writing:
        raise HTTPException(403, "This server was started for reading only")
    given = request.headers.get("authorization", "")
    told = given[len(SCHEME) :].strip() if given.lower().startswith(SCHEME) else ""
    if access.token is not None and not access.knows(told):
        raise HTTPException(
            401,
            "Whoever decides has to send the token, as Authorization: Bearer TOKEN",
            {"WWW-Authenticate": "Bearer"},
        )

"""Errors as one shape: Problem Details (RFC 9457) for programs, with `advice` on what to do.

Enters what happened; leaves an answer. `PROBLEM` describes it for OpenAPI.
"""

from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

from starlette.responses import JSONResponse

from counterclaim.errors import CounterclaimError, InputError, NotFoundError

MEDIA = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong. `title` names the status, `detail` says what happened, `advice` what to do about it."""

    title: str
    status: int
    detail: str
    advice: str
    type: str = "about:blank"


class ProblemResponse(JSONResponse):
    """A problem as JSON."""

    media_type = MEDIA


def status_of(error: CounterclaimError) -> int:
    """The status that tells of it: what was asked is not there, or cannot be used, or the ledger cannot be asked."""
    return 404 if isinstance(error, NotFoundError) else 400 if isinstance(error, InputError) else 503


def problem_response(status: int, detail: str, advice: str) -> ProblemResponse:
    """The answer."""
    return ProblemResponse(asdict(Problem(HTTPStatus(status).phrase, status, detail, advice)), status_code=status)


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The same for OpenAPI."""
    return {
        status: {"description": HTTPStatus(status).phrase, "content": {MEDIA: {"schema": {"$ref": SCHEMA}}}}
        for status in statuses
    }


SCHEMA = "#/components/schemas/Problem"
SCHEMA_OF_PROBLEM: dict[str, Any] = {
    "type": "object",
    "title": "Problem",
    "description": Problem.__doc__,
    "required": ["type", "title", "status", "detail", "advice"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "advice": {"type": "string"},
    },
}

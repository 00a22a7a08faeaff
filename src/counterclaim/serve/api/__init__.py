"""The JSON API below `/api/v1`: records of the ledger as dataclasses, described by OpenAPI.

Enter requests; leave records, or problem details. Ids are those of the ledger and of exports.
"""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from counterclaim.serve.api.taking import TAKEN
from counterclaim.serve.problems import SCHEMA_OF_PROBLEM

API = "/api/v1"


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document, with the one shape of errors. Made once."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        made["components"]["schemas"]["Problem"] = SCHEMA_OF_PROBLEM
        made["components"]["schemas"].update(TAKEN)
        for unused in ("HTTPValidationError", "ValidationError"):
            made["components"]["schemas"].pop(unused, None)
        app.openapi_schema = made
    return app.openapi_schema

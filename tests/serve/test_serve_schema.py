"""Schemathesis asks the API what its OpenAPI document allows, and more: nothing breaks, no answer has another shape."""

from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance
from tests.report.world import CLAIMS, POST, write_ledger

from counterclaim.serve.access import Access
from counterclaim.serve.app import build_app

LOCAL = {"host": "localhost"}
CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]
EXAMPLES = 20


def test_nothing_that_a_program_sends_breaks_what_it_may_write(tmp_path: Path) -> None:
    app = build_app(write_ledger(tmp_path / "written.db"), access=Access(writing=True))
    document = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=LOCAL)
    # Whether there is something of a made-up id is no question here: what is sent to it is.
    there = {"claim": CLAIMS[1].id, "decision": "b-none", "entity": "Ada Quell", "article": POST.id}
    told: set[int] = set()

    def send(operation: schemathesis.schemas.APIOperation) -> None:  # type: ignore[type-arg]
        @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(case=operation.as_strategy(generation_mode=GenerationMode.POSITIVE))
        def once(case: schemathesis.Case) -> None:
            case.path_parameters = {name: there[name] for name in case.path_parameters}
            told.add(case.call_and_validate(headers=LOCAL, checks=CHECKS).status_code)

        once()

    for found in document.get_all_operations():
        if found.ok().method == "post":
            send(found.ok())
    assert told & {200, 400, 404}, "no body was understood"


def test_no_question_breaks_the_api(quarrel: Path) -> None:
    document = schemathesis.openapi.from_asgi("/api/v1/openapi.json", build_app(quarrel), headers=LOCAL)
    asked: set[str] = set()

    def ask(operation: schemathesis.schemas.APIOperation, mode: GenerationMode) -> None:  # type: ignore[type-arg]
        @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(case=operation.as_strategy(generation_mode=mode))
        def once(case: schemathesis.Case) -> None:
            case.call_and_validate(headers=LOCAL, checks=CHECKS)
            asked.add(operation.path)

        once()

    for found in document.get_all_operations():
        operation = found.ok()
        ask(operation, GenerationMode.POSITIVE)
        if "limit" in {one.name for one in operation.query}:  # any text at all is a fitting id
            ask(operation, GenerationMode.NEGATIVE)
    assert len(asked) == len(document.raw_schema["paths"])

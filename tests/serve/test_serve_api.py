"""The API as programs use it: every page's facts, stable ids, pages that miss nothing, one shape of errors."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.report.world import CLAIMS, COPY, POST

API = "/api/v1"


def asked(client: TestClient, path: str, status: int = 200) -> Any:
    answer = client.get(API + path)
    assert answer.status_code == status, answer.text
    return answer.json()


def paged(client: TestClient, path: str, limit: int = 1) -> list[dict[str, Any]]:
    """All items, page by page."""
    found, after = [], ""
    while True:
        page = asked(client, f"{path}{'&' if '?' in path else '?'}limit={limit}{after and f'&after={after}'}")
        assert len(page["items"]) <= limit
        found += page["items"]
        if page["next"] is None:
            return found
        after = page["next"]


def test_what_there_is(client: TestClient) -> None:
    held = asked(client, "/ledger")
    assert (held["articles"], held["claims"], held["derived"]) == (3, 5, True)


def test_pages_of_claims_hold_each_once_newest_day_first(client: TestClient) -> None:
    found = paged(client, "/claims", limit=2)
    assert sorted(one["id"] for one in found) == sorted(one.id for one in CLAIMS)
    days = [one["said"] or one["published"] for one in found]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("query", "contents"),
    [
        ("claimant=jon+brask", {CLAIMS[1].content, CLAIMS[3].content}),
        ("place=Mirrow&frame=control&until=2031-05-03", {one.content for one in CLAIMS[:3]}),
        ("q=north+quay&since=2031-05-04", {CLAIMS[3].content}),
        ("outlet=gull+daily", {CLAIMS[2].content}),
        ("min_confidence=0.5&claimant=Brask", {CLAIMS[1].content}),
        ("stance=denies", set()),
        ("names=e-nobody", set()),
    ],
)
def test_filters_mean_what_they_mean_on_the_command_line(client: TestClient, query: str, contents: set[str]) -> None:
    assert {one["content"] for one in paged(client, f"/claims?{query}")} == contents


def test_a_claim_has_the_shape_of_exports_and_its_spans_carry_its_words(client: TestClient) -> None:
    claim = asked(client, f"/claims/{CLAIMS[1].id}")
    article = asked(client, f"/articles/{claim['article']}")
    start, end = claim["content_spans"][0]
    assert article["text"][start:end] == claim["content"]
    assert claim["claimant"]["name"] == "Jon Brask"
    assert claim["relayed_by"] == ["Delta Wire"]
    assert claim["propositions"][0]["frame"] == "control"


def test_a_dispute_its_sides_their_claims_and_why(client: TestClient) -> None:
    (dispute,) = paged(client, "/disputes")
    assert asked(client, f"/disputes/{dispute['id']}") == dispute
    for side in dispute["sides"]:
        claims = paged(client, f"/claims?side={side['id']}")
        assert len(claims) == side["claims"]
        assert len({one["article"] for one in claims}) == side["reports"]
    relations = paged(client, f"/disputes/{dispute['id']}/relations")
    assert relations
    assert all(one["why"] for one in relations)


def test_disputes_since_a_moment_are_those_that_changed_after_it(client: TestClient) -> None:
    (dispute,) = paged(client, "/disputes?since=2000-01-01")
    assert dispute["opened"] <= dispute["changed"]
    assert paged(client, f"/disputes?since={dispute['changed']}") == []


def test_relations_of_a_claim_give_both_ends_and_the_reason(client: TestClient) -> None:
    found = paged(client, f"/claims/{CLAIMS[0].id}/relations")
    assert found
    assert all(CLAIMS[0].id in (one["left"], one["right"]) for one in found)
    only = paged(client, f"/claims/{CLAIMS[0].id}/relations?kind=contradicts")
    assert {one["kind"] for one in only} == {"contradicts"}


def test_reports_their_claims_and_what_differs(client: TestClient) -> None:
    assert {one["id"] for one in paged(client, "/articles?q=hands")} == {POST.id, COPY.id}
    assert [one["id"] for one in paged(client, f"/articles/{POST.id}/claims")] == [
        CLAIMS[0].id,
        CLAIMS[1].id,
        CLAIMS[4].id,
    ]
    rows = asked(client, f"/articles/{POST.id}/beside?other={COPY.id}")
    assert {row["kind"] for row in rows} >= {"same", "left"}


def test_who_speaks_places_and_who_said_who_held_one(client: TestClient) -> None:
    speakers = paged(client, "/claimants")
    assert {one["name"]: one["claims"] for one in speakers} == {"Ada Quell": 2, "Jon Brask": 2}
    (mirrow,) = paged(client, "/places?name=mirrow")
    place = asked(client, f"/entities/{mirrow['id']}")
    assert (place["lat"], place["lon"], place["precision"]) == (41.2, -33.4, "town")
    days = asked(client, f"/entities/{mirrow['id']}/timeline")["items"]
    assert days[0]["state"] == "contested"
    assert {one["holder"] for day in days for one in day["claims"]} == {"Orvann", "Telsk"}


def test_days_and_runs(client: TestClient) -> None:
    days = asked(client, "/days")
    assert {"frame": "control", "day": "2031-05-04", "claims": 1} in days
    assert asked(client, "/days?claimant=brask&frame=control&place=Mirrow&since=2031-05-04") == [
        {"frame": "control", "day": "2031-05-04", "claims": 1}
    ]
    assert {one["frame"] for one in asked(client, "/days?place=Haven district")} == {"attack"}
    assert asked(client, "/days?claimant=Nobody") == []
    (run,) = asked(client, "/runs")
    log = paged(client, f"/runs/{run['id']}/log")
    assert len(log) == sum(run["outcomes"].values())


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/claims/c-1", 404),
        ("/claims?since=yesterday", 400),
        ("/claims?limit=0", 422),
        ("/claims?after=here", 400),
        ("/claims?stance=shouts", 422),
        ("/disputes?after=x", 400),
        ("/articles/none.txt", 404),
        ("/entities/e-9/timeline", 404),
        ("/runs/7/log", 404),
        ("/nowhere", 404),
    ],
)
def test_errors_have_one_shape_and_say_what_to_do(client: TestClient, path: str, status: int) -> None:
    answer = client.get(API + path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert set(problem) == {"type", "title", "status", "detail", "advice"}
    assert problem["status"] == status
    assert problem["detail"]
    assert problem["advice"]


def test_it_writes_nothing_but_decisions(client: TestClient) -> None:
    writing = set()
    for path, calls in client.get(f"{API}/openapi.json").json()["paths"].items():
        assert set(calls) <= {"get", "post"}, path
        writing |= {path.removeprefix(API).replace(":path", "")} if "post" in calls else set()
    assert writing == {
        "/review", "/relations", "/decisions", "/decisions/{decision}/undo", "/claims/{claim}/correct",
        "/articles/{article}/claims", "/entities/{entity}/merge", "/entities/{entity}/split",
        "/entities/{entity}/rename",
    }  # fmt: skip
    assert client.post(f"{API}/claims").status_code == 405


def test_the_document_names_the_one_shape_of_errors(client: TestClient) -> None:
    document = client.get(f"{API}/openapi.json").json()
    assert "HTTPValidationError" not in document["components"]["schemas"]
    for call in (one for calls in document["paths"].values() for one in calls.values()):
        assert {"400", "404", "422", "503"} <= set(call["responses"])
        assert "application/problem+json" in call["responses"]["422"]["content"]
        assert call["summary"]
        assert call["description"]

"""What a person has said of claims shows wherever they stand, and what she has rejected shows nowhere unasked."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.report.htmlcheck import look
from tests.report.world import CLAIMS, POST, opened, write_ledger

from counterclaim.serve.app import build_app

KEPT, DROPPED, LOOKED = CLAIMS[1], CLAIMS[4], CLAIMS[0]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = write_ledger(tmp_path_factory.mktemp("reviewed") / "quarrel.db")
    with opened(path) as held:
        held.accept(KEPT.id, by="Ada")
        held.reject(DROPPED.id, by="Ada")
        held.unsure(LOOKED.id, by="Ada")
    with TestClient(build_app(path), base_url="http://localhost") as served:
        yield served


def words(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return look(answer.text).words


def items(client: TestClient, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/api/v1{path}").json()["items"]
    return found


@pytest.mark.parametrize("path", ["/claims", f"/articles/{POST.id}", "/claims?q=Nobody", "/days"])
def test_a_rejected_claim_stands_on_no_page(client: TestClient, path: str) -> None:
    assert f"n-{DROPPED.id}" not in client.get(path).text
    assert "attack" not in words(client, "/days")


def test_counts_leave_it_out(client: TestClient) -> None:
    assert "4 claims" in words(client, "/claims")
    assert client.get("/api/v1/ledger").json()["claims"] == 4
    assert {one["claims"] for one in items(client, "/articles")} == {1, 2}


def test_it_shows_where_it_is_asked_for(client: TestClient) -> None:
    assert "rejected by hand" in words(client, "/claims?review=rejected")
    assert "rejected by hand" in words(client, f"/claims/{DROPPED.id}")
    assert [one["id"] for one in items(client, "/claims?review=rejected")] == [DROPPED.id]
    said = items(client, f"/articles/{POST.id}/claims?rejected=true")
    assert [one["review"] for one in said if one["id"] == DROPPED.id] == ["rejected"]
    assert DROPPED.id not in {one["id"] for one in items(client, f"/articles/{POST.id}/claims")}


def test_rows_pages_and_the_api_say_what_was_said_of_a_claim(client: TestClient) -> None:
    listed = words(client, "/claims")
    assert "accepted by hand" in listed
    assert "looked at, unsure" in listed
    assert "Looked at accepted by hand" in words(client, f"/claims/{KEPT.id}")
    assert "accepted by hand" in words(client, f"/articles/{POST.id}")
    assert client.get(f"/api/v1/claims/{KEPT.id}").json()["review"] == "accepted"
    both = items(client, "/claims?review=accepted&review=unsure")
    assert {one["id"] for one in both} == {KEPT.id, LOOKED.id}


def test_a_state_that_there_is_not_is_told(client: TestClient) -> None:
    assert "is nothing that a person says of a claim" in words(client, "/claims?review=liked")
    assert client.get("/api/v1/claims?review=liked").status_code == 422

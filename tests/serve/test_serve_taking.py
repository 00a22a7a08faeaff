"""Deciding by program: the API takes what the command line takes, from whoever has the token and from no other page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from tests.report.world import CLAIMS, opened, write_ledger

from counterclaim.ledger.decisions import decisions
from counterclaim.ledger.proposing import edited
from counterclaim.ledger.reviewing import Correction
from counterclaim.model import EntityKind, Stance
from counterclaim.serve.access import Access, access_at
from counterclaim.serve.app import build_app

HOME = "http://localhost"
TOKEN = " ".join(["long", "enough", "words"])
PATH = f"/api/v1/claims/{CLAIMS[1].id}/correct"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path / "quarrel.db")


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(build_app(ledger, access=Access(writing=True)), base_url=HOME) as served:
        yield served


def sent(client: TestClient, status: int = 200, path: str = PATH, **body: Any) -> Any:
    answer: Response = client.post(path, json={"by": "Ada"} | body)
    assert answer.status_code == status, answer.text
    return answer.json()


def made(ledger: Path) -> int:
    with opened(ledger) as held:
        return len(decisions(held))


def test_a_correction_is_what_the_command_makes_of_it(client: TestClient, ledger: Path, tmp_path: Path) -> None:
    told = sent(
        client, reason="line 4", claimant="Orla Vint", kind="person", content=["on the north", "quay"], stance="denies",
        channel="", said="2031-05-02", speech=True,
        set=[
            {"proposition": 1, "role": "holder", "value": "@Orvann"}, {"proposition": 1, "role": "part", "value": None},
            {"proposition": 1, "role": "negated", "value": True},
        ],
        add=[{"frame": "losses", "roles": {"side": "@Telsk", "kind": "killed", "min": 40}, "when": "2031-05"}],
    )  # fmt: skip
    other = write_ledger(tmp_path / "other.db")
    with opened(other) as held:
        said = edited(
            held, CLAIMS[1].id, sets=["1.holder=@Orvann", "1.part=", "1.negated=yes"],
            adds=["losses side=@Telsk kind=killed min=40 when=2031-05"],
        )  # fmt: skip
        wanted = Correction(
            "Orla Vint", EntityKind.PERSON, content=("on the north", "quay"), stance=Stance.DENIES, channel="",
            said="2031-05-02", speech=True, propositions=said,
        )  # fmt: skip
        held.correct(CLAIMS[1].id, wanted=wanted, by="Ada", reason="line 4")
        expected, claim = decisions(held)[0], held.claim(CLAIMS[1].id)
    with opened(ledger) as held:
        found = decisions(held)[0]
        assert (found.action, found.by, found.reason) == (expected.action, expected.by, expected.reason)
        assert held.claim(CLAIMS[1].id) == claim
    assert told == {"undo": found.id, "decisions": [found.id], "overruled": [], "unlike": [], "claim": None}


def test_what_it_overrules_is_told_and_all_of_it_can_be_undone(client: TestClient, ledger: Path) -> None:
    first = sent(client, channel="radio")["undo"]
    second = sent(client, channel="a letter")
    assert [one["decision"] for one in second["overruled"]] == [first]
    sent(client, path=f"/api/v1/decisions/{second['undo']}/undo")
    assert client.get(f"/api/v1/claims/{CLAIMS[1].id}").json()["channel"] == "radio"
    assert "was undone by Ada" in sent(client, 400, f"/api/v1/decisions/{second['undo']}/undo")["detail"]
    sent(client, 404, "/api/v1/decisions/none/undo")


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ({}, 400, "Nothing is corrected"),
        ({"by": " ", "channel": "radio"}, 400, "Nobody is named who decides"),
        ({"claimant": "Orla Vint"}, 404, "No entity is named 'Orla Vint'"),
        ({"content": ["the south quay"]}, 400, "do not stand in the report"),
        ({"stance": "likes"}, 422, "stance"),
        ({"chanel": "radio"}, 422, "chanel"),
        ({"drop": [7]}, 400, "no proposition 7"),
        ({"set": [{"proposition": 1, "role": "extent", "value": "9" * 5000}]}, 400, "a number that nothing has"),
        ({"add": [{"frame": "fortune"}]}, 400, "No installed pack has a frame"),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_is_written(
    client: TestClient, ledger: Path, body: dict[str, Any], status: int, said: str
) -> None:
    problem = sent(client, status, **body)
    assert said in problem["detail"]
    assert problem["advice"]
    assert made(ledger) == 0


def test_pages_of_others_and_forms_cannot_make_a_browser_decide(client: TestClient, ledger: Path) -> None:
    body = {"by": "Eve", "channel": "radio"}
    answers = [
        client.post(PATH, json=body, headers={"sec-fetch-site": site}) for site in ("cross-site", "same-site")
    ]  # fmt: skip
    answers += [client.post(PATH, data=body), client.post(PATH, content='{"by": "Eve", "channel": "radio"}')]
    answers.append(client.post(PATH, content='{"by": "Eve"}', headers={"content-type": "text/plain"}))
    assert [one.status_code for one in answers] == [403, 403, 415, 415, 415]
    assert client.post(PATH, json=body | {"reason": "x" * 400_000}).status_code == 413
    assert made(ledger) == 0


def test_only_who_has_the_token_decides_and_a_cookie_is_no_token(ledger: Path) -> None:
    with TestClient(build_app(ledger, access=access_at(loopback=False, token=TOKEN)), base_url=HOME) as client:
        refused = client.post(PATH, json={"by": "Eve", "channel": "radio"})
        assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
        assert refused.headers["content-type"] == "application/problem+json"
        page = client.get("/review").text
        proof = page.partition('name="proof" value="')[2].partition('"')[0]
        client.post("/review/sign-in", data={"proof": proof, "token": TOKEN})
        assert client.post(PATH, json={"by": "Eve", "channel": "radio"}).status_code == 401
        wrong = {"authorization": f"Bearer {TOKEN}s"}
        assert client.post(PATH, json={"by": "Eve", "channel": "radio"}, headers=wrong).status_code == 401
        assert made(ledger) == 0
        right = {"authorization": f"Bearer {TOKEN}"}
        assert client.post(PATH, json={"by": "Ada", "channel": "radio"}, headers=right).status_code == 200
    assert made(ledger) == 1


def test_a_server_for_reading_only_takes_nothing(ledger: Path) -> None:
    with TestClient(build_app(ledger), base_url=HOME) as client:
        assert client.post(PATH, json={"by": "Ada", "channel": "radio"}).status_code == 403
    assert made(ledger) == 0

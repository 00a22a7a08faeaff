"""Reviewing in the browser: what is said there is a decision, can be undone, and nobody else can say it."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient
from httpx import Response
from tests.report.htmlcheck import look
from tests.report.world import CLAIMS, opened, write_ledger
from tests.serve.desk import landed

from counterclaim.cli import main
from counterclaim.errors import InputError
from counterclaim.export import What
from counterclaim.ledger.decisions import decisions
from counterclaim.ledger.reviewing import Correction
from counterclaim.model import RelationKind
from counterclaim.serve.access import Access, access_at
from counterclaim.serve.app import build_app

HOME = "http://localhost"
TOKEN = " ".join(["long", "enough", "words"])
WAITING = CLAIMS[3]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path / "quarrel.db")


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(build_app(ledger, access=Access(writing=True)), base_url=HOME) as served:
        yield served


@pytest.fixture
def guarded(ledger: Path) -> Iterator[TestClient]:
    with TestClient(build_app(ledger, access=access_at(loopback=False, token=TOKEN)), base_url=HOME) as served:
        yield served


def proof(client: TestClient) -> str:
    found = re.search(r'name="proof" value="([0-9a-f]+)"', client.get("/review").text)
    return found[1] if found else ""


def send(client: TestClient, path: str = "/review", **fields: str | list[str]) -> Response:
    form = {"proof": proof(client), "by": "Ada", "back": "/review"} | fields
    return client.post(path, data=form, follow_redirects=False)


def exported(ledger: Path) -> list[str]:
    found = []
    with opened(ledger) as held:
        for what in (What.CLAIMS, What.RELATIONS, What.DISPUTES, What.ENTITIES):
            stream = io.StringIO()
            held.export(what, "jsonl", stream)
            found.append(stream.getvalue())
    return found


def decided(ledger: Path) -> int:
    with opened(ledger) as held:
        return len(decisions(held))


def test_what_waits_shows_its_words_in_their_report_and_why_it_waits(client: TestClient) -> None:
    page = look(client.get("/review").text)
    assert "confidence 0.30; stands in 1 dispute" in page.words
    assert WAITING.content in page.words
    assert f"/articles/{WAITING.article}#w-{WAITING.id}" in page.links
    assert '<em class="hit">' in client.get("/review").text


@pytest.mark.parametrize(("say", "state"), [("accept", "accepted"), ("reject", "rejected"), ("unsure", "unsure")])
def test_several_are_decided_at_once_and_undone_at_once(client: TestClient, ledger: Path, say: str, state: str) -> None:
    before = exported(ledger)
    ids = [WAITING.id, CLAIMS[1].id]
    answer = send(client, say=say, id=ids, reason="the second line")
    assert landed(answer) == "/review"
    assert [client.get(f"/api/v1/claims/{one}").json()["review"] for one in ids] == [state, state]
    with opened(ledger) as held:
        assert {(one.by, one.reason) for one in decisions(held)} == {("Ada", "the second line")}
    page = client.get("/review").text
    assert "and 1 more at once" in page
    assert exported(ledger) != before
    name = re.search(r'name="decision" value="(b-[^"]+)"', page)
    assert name
    assert send(client, "/review/undo", decision=name[1]).status_code == 303
    assert exported(ledger) == before
    assert "Decided last" not in client.get("/review").text


def test_a_rejected_claim_leaves_pages_and_counts_until_the_rejection_is_undone(client: TestClient) -> None:
    send(client, say="reject", id=CLAIMS[0].id)
    assert "4 claims" in look(client.get("/claims").text).words
    page = look(client.get(f"/claims/{CLAIMS[0].id}").text)
    assert re.search(r"reject\s*, by\s+Ada", page.words)
    decision = re.search(r'name="decision" value="([^"]+)"', client.get(f"/claims/{CLAIMS[0].id}").text)
    assert decision
    send(client, "/review/undo", decision=decision[1], back=f"/claims/{CLAIMS[0].id}")
    assert "5 claims" in look(client.get("/claims").text).words


def test_a_relation_is_judged_from_the_page_of_a_claim(client: TestClient, ledger: Path) -> None:
    left, right = CLAIMS[0].id, CLAIMS[1].id
    send(client, "/review/relation", left=left, right=right, kind="corroborates", back=f"/claims/{left}")
    with opened(ledger) as held:
        related = {frozenset((one.left, one.right)): one.kind for one in held.relations()}
        assert related[frozenset((left, right))] is RelationKind.CORROBORATES
    page = client.get(f"/claims/{left}").text
    assert "corrected by hand" in page
    assert 'action="/review/relation"' in page
    send(client, "/review/relation", left=left, right=right, kind="none")
    with opened(ledger) as held:
        assert {left, right} not in [{one.left, one.right} for one in held.relations()]
    assert send(client, "/review/relation", left=left, right=right, kind="likes").status_code == 400


def test_what_the_machine_said_stands_beside_the_correction(client: TestClient, ledger: Path) -> None:
    with opened(ledger) as held:
        held.correct(CLAIMS[1].id, wanted=Correction(channel="radio"), by="Ada", reason="line 4")
    page = look(client.get(f"/claims/{CLAIMS[1].id}").text).words
    assert re.search(r"The machine said Corrected to\s+channel Telegram radio", page)
    assert re.search(r"correct channel\s*, by\s+Ada\s*, [\d-]+ [\d:]+ UTC:\s+line 4", page)


@pytest.mark.parametrize("path", ["/review", "/review/undo", "/review/relation", "/review/sign-in"])
def test_a_form_from_elsewhere_is_refused(client: TestClient, ledger: Path, path: str) -> None:
    good = {"proof": proof(client), "by": "Ada", "say": "accept", "id": WAITING.id}
    without = client.post(path, data=good | {"proof": ""})
    wrong = client.post(path, data=good | {"proof": "0" * 64})
    crossed = client.post(path, data=good, headers={"sec-fetch-site": "same-site"})
    other_kind = client.post(path, json=good)
    client.cookies.clear()
    no_cookie = client.post(path, data=good)
    assert [one.status_code for one in (without, wrong, crossed, other_kind, no_cookie)] == [403, 403, 403, 415, 403]
    assert decided(ledger) == 0


def test_the_proof_of_one_browser_is_none_for_another(client: TestClient, ledger: Path) -> None:
    mine = proof(client)
    client.cookies.clear()
    client.get("/review")
    assert (
        client.post("/review", data={"proof": mine, "by": "Eve", "say": "reject", "id": WAITING.id}).status_code == 403
    )
    assert decided(ledger) == 0


def test_nothing_is_written_before_the_token_is_given(guarded: TestClient, ledger: Path) -> None:
    page = guarded.get("/review").text
    assert "Sign in" in page
    assert 'value="accept"' not in page
    assert send(guarded, say="accept", id=WAITING.id).status_code == 403
    assert send(guarded, "/review/sign-in", token=TOKEN[:-1]).status_code == 403
    guarded.cookies.set("signed", "0" * 64, domain="localhost.local")
    assert send(guarded, say="accept", id=WAITING.id).status_code == 403
    assert decided(ledger) == 0
    del guarded.cookies["signed"]
    assert send(guarded, "/review/sign-in", token=TOKEN).status_code == 303
    assert send(guarded, say="accept", id=WAITING.id).status_code == 303
    assert decided(ledger) == 1


def test_a_server_for_reading_only_writes_nothing(ledger: Path) -> None:
    with TestClient(build_app(ledger), base_url=HOME) as served:
        assert "started for reading only" in served.get("/review").text
        assert send(served, say="accept", id=WAITING.id).status_code == 403
    assert decided(ledger) == 0


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"by": " "}, "Nobody is named who decides"),
        ({"id": []}, "Nothing is ticked"),
        ({"id": "c-none"}, "Nothing in the ledger has the id"),
        ({"say": "like"}, "Nothing was said of the claims"),
    ],
)
def test_what_is_missing_is_told_and_nothing_is_written(
    client: TestClient, ledger: Path, fields: dict[str, str | list[str]], said: str
) -> None:
    answer = send(client, **({"say": "accept", "id": WAITING.id} | fields))
    assert answer.status_code in (400, 404)
    assert said in look(answer.text).words
    assert decided(ledger) == 0


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "/claims/\\x", ""])
def test_the_way_back_leads_to_this_server(client: TestClient, back: str) -> None:
    assert landed(send(client, say="accept", id=WAITING.id, back=back)) == "/review"


def test_a_form_without_end_is_cut_off(client: TestClient) -> None:
    assert send(client, say="accept", id=WAITING.id, reason="x" * 400_000).status_code == 413


def test_beyond_this_machine_a_token_is_made_and_short_ones_are_refused() -> None:
    assert access_at(loopback=True, token=None).token is None
    made = [access_at(loopback=False, token=None).token for _ in range(2)]
    assert made[0] != made[1]
    assert all(one and len(one) >= 20 for one in made)
    with pytest.raises(InputError):
        access_at(loopback=False, token=TOKEN[:5])


@pytest.mark.parametrize(
    ("options", "writing", "asks"),
    [
        ([], True, False),
        (["--token", TOKEN], True, True),
        (["--host", "0.0.0.0"], True, True),  # noqa: S104 - what a user may type
        (["--host", "0.0.0.0", "--read-only"], False, False),  # noqa: S104
    ],
)
def test_the_command_tells_the_token_that_it_asks_for(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], writing: bool, asks: bool
) -> None:
    given: list[Access] = []
    monkeypatch.setattr("counterclaim.serve.running.serve", lambda *_, access, **__: given.append(access))
    said = CliRunner().invoke(main, ["serve", "--port", "0", "--ledger", str(ledger), *options])
    assert said.exit_code == 0, said.output
    assert (given[0].writing, given[0].token is not None) == (writing, asks)
    assert ("signs in with the token" in said.output) == asks
    assert (given[0].token or "") in said.output

"""Who may ask, and what a browser may do with the answer."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from counterclaim.cli import main
from counterclaim.serve.app import build_app
from counterclaim.serve.security import HEADERS, is_loopback

EVERYWHERE = ["/", "/disputes", "/claims?q=x", "/nowhere", "/assets/0/style.css", "/api", "/api/v1/ledger", "/api/v1/x"]


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_forbids_what_a_page_does_not_need(client: TestClient, path: str) -> None:
    answer = client.get(path, follow_redirects=False)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "'unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


def test_style_and_script_are_kept_because_their_address_changes_with_them(client: TestClient) -> None:
    page = client.get("/disputes").text
    for ending in (".css", ".js", ".svg"):
        link = next(part for part in page.split('"') if part.startswith("/assets/") and part.endswith(ending))
        answer = client.get(link)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "evil.example:8765"]
)
def test_a_strangers_name_is_refused(client: TestClient, host: str) -> None:
    """DNS rebinding: a stranger's page points its own name at this machine."""
    answer = client.get("/disputes", headers={"host": host})
    assert answer.status_code == 421
    assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
    assert "--name" in answer.json()["advice"]


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8765", "127.0.0.1:8765", "[::1]:8765", "192.168.1.7"])
def test_this_machine_and_plain_addresses_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/disputes", headers={"host": host}).status_code == 200


def test_a_name_that_was_given_is_answered(quarrel: Path) -> None:
    with TestClient(build_app(quarrel, ("Desk.example",)), base_url="http://desk.example") as named:
        assert named.get("/disputes").status_code == 200
        assert named.get("/disputes", headers={"host": "other.example"}).status_code == 421


def test_only_the_page_itself_marks_disputes_as_seen(client: TestClient) -> None:
    refused = client.post("/disputes/seen", headers={"sec-fetch-site": "cross-site"}, follow_redirects=False)
    assert refused.status_code == 403
    done = client.post("/disputes/seen", headers={"sec-fetch-site": "same-origin"}, follow_redirects=False)
    assert done.status_code == 303
    assert "HttpOnly" in done.headers["set-cookie"]
    assert "SameSite=strict" in done.headers["set-cookie"]
    client.cookies.clear()


@pytest.mark.parametrize(
    ("host", "near"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("10.1.2.3", False), ("desk", False)],  # noqa: S104
)
def test_what_others_can_reach_is_told_from_what_they_cannot(host: str, near: bool) -> None:
    assert is_loopback(host) is near


def test_listening_beyond_this_machine_warns(quarrel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from counterclaim.serve import running

    monkeypatch.setattr(running, "serve", lambda *_given, **_named: None)
    told = CliRunner().invoke(main, ["serve", "--host", "0.0.0.0", "--port", "0", "--ledger", str(quarrel)])  # noqa: S104
    assert told.exit_code == 0, told.output
    assert "can read all of the ledger" in told.stderr
    quiet = CliRunner().invoke(main, ["serve", "--port", "0", "--ledger", str(quarrel)])
    assert "can read all of the ledger" not in quiet.stderr


def test_a_port_that_is_taken_is_told_with_what_to_do(quarrel: Path) -> None:
    from counterclaim.serve.running import listening

    with listening("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        told = CliRunner().invoke(main, ["serve", "--port", port, "--ledger", str(quarrel)])
    assert told.exit_code == 2
    assert "--port" in told.stderr

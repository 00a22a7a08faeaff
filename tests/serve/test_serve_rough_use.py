"""What a new or a rough user does: an empty ledger, addresses by hand, the same twice, two at once, endless words."""

import re
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.report.htmlcheck import look
from tests.report.world import CLAIMS, POST, opened, write_ledger
from tests.serve.desk import form_on, landed, send, send_again, undo_last

from counterclaim.ledger import open_ledger
from counterclaim.ledger.store import Store
from counterclaim.serve.access import Access
from counterclaim.serve.app import build_app
from counterclaim.serve.links import address

HOME = "http://localhost"
PAGE = address("claims", CLAIMS[1].id)
PAGES = [
    "disputes", "claims", "articles", "claimants", "places", "map", "days", "review", "decisions", "imports", "api",
]  # fmt: skip
LISTS = [
    "ledger",
    "disputes",
    "claims",
    "articles",
    "claimants",
    "places",
    "map",
    "days",
    "runs",
    "review",
    "decisions",
]
ENDLESS = {
    "words": " ".join(f"w{n}" for n in range(6_000)),
    "one word": "x" * 50_000,
    "quotation marks": '"' * 15_001,
    "open quotations": '"a ' * 9_000,
    "words that search engines know": "((NEAR AND OR NOT ^*:" * 300,
    "control characters": "\x00\x01\u202e",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path / "quarrel.db")


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(build_app(ledger, access=Access(writing=True)), base_url=HOME) as served:
        yield served


@pytest.fixture(scope="module")
def reading(quarrel: Path) -> Iterator[TestClient]:
    with TestClient(build_app(quarrel), base_url=HOME) as served:
        yield served


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_ledger_says_on_every_page_that_it_is_empty_and_what_to_do(tmp_path: Path, name: str) -> None:
    open_ledger(tmp_path / "empty.db").close()
    with TestClient(build_app(tmp_path / "empty.db", access=Access(writing=True)), base_url=HOME) as empty:
        answer = empty.get(f"/{name}")
        assert answer.status_code == 200
        assert "Read reports into it with counterclaim read" in look(answer.text).words
        assert "Nobody of that name" not in answer.text
        assert empty.get("/api/v1/review").json() == {"items": [], "next": None}


@pytest.mark.parametrize("name", LISTS)
def test_programs_get_empty_lists_of_an_empty_ledger(tmp_path: Path, name: str) -> None:
    open_ledger(tmp_path / "empty.db").close()
    with TestClient(build_app(tmp_path / "empty.db"), base_url=HOME) as empty:
        assert empty.get(f"/api/v1/{name}").status_code == 200


def test_one_report_without_a_claim_can_be_walked_through_and_gets_its_first_by_hand(tmp_path: Path) -> None:
    with TestClient(
        build_app(write_ledger(tmp_path / "one.db", (POST,), ()), access=Access(writing=True)), base_url=HOME
    ) as client:
        assert {client.get(f"/{name}").status_code for name in PAGES} == {200}
        page = address("articles", POST.id)
        answer = send(client, page, "/review/add", claimant="Orla Vint", kind="person", content=["We stand on"])
        assert client.get(landed(answer)).status_code == 200
        assert "Orla Vint" in look(client.get("/claimants").text).words
        assert landed(undo_last(client, landed(answer))).startswith("/articles/")
        assert client.get("/api/v1/claims").json()["items"] == []


@pytest.mark.parametrize("what", ENDLESS)
@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/claims", "q"), ("/claims", "claimant"), ("/claims", "place"), ("/claims", "after"), ("/claims", "outlet"),
        ("/articles", "q"), ("/review", "q"), ("/review", "place"), ("/disputes", "q"), ("/disputes", "since"),
        ("/claimants", "name"), ("/days", "place"), ("/days", "from"), ("/map", "place"), ("/decisions", "made"),
        ("/decisions", "after"), ("/api/v1/claims", "q"), ("/api/v1/review", "q"), ("/api/v1/decisions", "claim"),
    ],
)  # fmt: skip
def test_a_filter_without_end_is_answered(reading: TestClient, path: str, field: str, what: str) -> None:
    answer = reading.get(path, params={field: ENDLESS[what]})
    assert answer.status_code in (200, 400, 422)


def test_an_address_that_takes_a_form_says_so_when_it_is_opened(client: TestClient) -> None:
    """Somebody who presses Enter in the address of a form that was refused."""
    answer = client.get("/review/correct")
    assert answer.status_code == 405
    assert "This address is asked in another way" in look(answer.text).words


def test_the_same_undo_twice_says_who_was_faster(client: TestClient) -> None:
    send(client, PAGE, "/review", say="accept")
    page = client.get(PAGE).text
    assert landed(send_again(client, page, "/review/undo")) == PAGE
    again = send_again(client, page, "/review/undo", by="Ben")
    assert again.status_code == 400
    assert "was undone by Ada" in look(again.text).words


def test_a_name_or_reason_without_end_is_refused(client: TestClient, ledger: Path) -> None:
    for given in ({"by": "x" * 201}, {"reason": "x" * 2_001}):
        answer = send(client, PAGE, "/review", say="accept", **given)
        assert (answer.status_code, "letters" in answer.text) == (400, True)
        body = {"by": "Ada", "say": "accept", "ids": [CLAIMS[1].id]} | given
        assert client.post("/api/v1/review", json=body).status_code == 400
    with opened(ledger) as held:
        assert not held.decisions()


def test_names_and_reasons_are_text_wherever_they_are_shown(client: TestClient) -> None:
    odd = "A\u202eB <script>alert(1)</script>"
    answer = send(client, PAGE, "/review/correct", channel="radio", by=odd, reason=odd)
    last = send(client, PAGE, "/review/correct", channel="a letter")
    for path in (PAGE, "/decisions", "/review", answer.headers["location"], last.headers["location"]):
        page = client.get(path).text
        assert "<script>alert" not in page
        assert not look(page).wrong


def test_whoever_decides_while_a_program_writes_is_told_on_a_page(
    client: TestClient, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        Store.__init__, "__kwdefaults__", {**(Store.__init__.__kwdefaults__ or {}), "busy_seconds": 0.1}
    )
    pages = client.get(PAGE).text, client.get(address("articles", POST.id)).text
    with sqlite3.connect(ledger, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        plain = send_again(client, pages[0], "/review", say="accept")
        kept = send_again(client, pages[0], "/review/correct", channel="radio")
        program = client.post("/api/v1/review", json={"by": "Ada", "say": "accept", "ids": [CLAIMS[1].id]})
        other.execute("ROLLBACK")
    for answer in (plain, kept):
        assert answer.status_code == 503
        assert "Another program is writing" in look(answer.text).words
    assert form_on(kept.text, "/review/correct")["channel"] == ["radio"]
    assert program.headers["content-type"] == "application/problem+json"
    assert landed(send_again(client, kept.text, "/review/correct")) == PAGE


def test_many_who_decide_at_once_are_all_heard_in_some_order(client: TestClient, ledger: Path) -> None:
    pages = [client.get(address("claims", one.id)).text for one in CLAIMS]
    told: list[int] = []

    def decide(number: int) -> None:
        say = ("accept", "reject", "unsure")[number % 3]
        told.append(send_again(client, pages[number % len(pages)], "/review", say=say, by=f"No. {number}").status_code)

    started = [threading.Thread(target=decide, args=(number,)) for number in range(8)]
    for one in started:
        one.start()
    for one in started:
        one.join()
    assert told == [303] * 8
    with opened(ledger) as held:
        assert {one.by for one in held.decisions()} == {f"No. {number}" for number in range(8)}
        assert not held.check()
    assert len(re.findall("by <bdi>No. ", client.get("/decisions").text)) == 8

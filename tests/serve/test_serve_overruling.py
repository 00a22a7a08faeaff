"""After a decision its page says what was decided and which earlier ones that costs; the list of decisions keeps it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.report.htmlcheck import look
from tests.report.world import CLAIMS, opened, write_ledger
from tests.serve.desk import landed, send, send_again, undo_last

from counterclaim.ledger.reviewing import Correction
from counterclaim.serve.access import Access
from counterclaim.serve.app import build_app
from counterclaim.serve.links import address

HOME = "http://localhost"
PAGE = address("claims", CLAIMS[1].id)
NOTICE = re.compile(r'<div class="notice last" role="status">.*?</div>(?:\s*<p>.*?</ul>)?\s*</div>', re.DOTALL)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path / "quarrel.db")


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(build_app(ledger, access=Access(writing=True)), base_url=HOME) as served:
        yield served


def notice(client: TestClient, path: str) -> str:
    found = NOTICE.search(client.get(path).text)
    return look(f"<main>{found[0]}</main>").words if found else ""


def test_a_correction_says_which_earlier_one_it_overrules_and_its_undo_brings_that_back(
    client: TestClient, ledger: Path
) -> None:
    """Else somebody takes back a colleague's work without having seen that it was there."""
    send(client, PAGE, "/review/correct", channel="radio", by="Ada", reason="line 4")
    answer = send(client, PAGE, "/review/correct", channel="a letter", by="Ben")
    said = notice(client, answer.headers["location"])
    assert re.search(r"Decided\s+correct channel of .*, by\s+Ben", said)
    assert re.search(r"No longer carried out because of it:\s+correct channel of .*by\s+Ada.*line 4", said)
    with opened(ledger) as held:
        assert held.claim(CLAIMS[1].id).channel == "a letter"
    back = send_again(client, client.get(answer.headers["location"]).text, "/review/undo")
    with opened(ledger) as held:
        assert held.claim(CLAIMS[1].id).channel == "radio"
    assert re.search(r"undo: correct channel", notice(client, back.headers["location"]))
    assert landed(back) == PAGE


def test_a_page_says_before_it_is_decided_whose_decisions_are_there(client: TestClient) -> None:
    assert "wins over these" not in client.get(PAGE).text
    send(client, PAGE, "/review/correct", channel="radio", by="Ben")
    assert "What you say now wins over these" in client.get(PAGE).text


def test_two_tabs_that_decide_on_one_claim_do_not_pass_each_other_unseen(client: TestClient, ledger: Path) -> None:
    one, two = client.get(PAGE).text, client.get(PAGE).text
    assert send_again(client, one, "/review/correct", channel="radio").status_code == 303
    refused = send_again(client, two, "/review/correct", channel="a letter")
    assert refused.status_code == 400
    assert "was changed after the form was opened" in look(refused.text).words
    send_again(client, one, "/review", say="accept", by="Ben")
    answer = send_again(client, two, "/review", say="reject")
    said = notice(client, answer.headers["location"])
    assert re.search(r"Decided\s+reject .*No longer carried out because of it:\s+accept .*by\s+Ben", said)
    with opened(ledger) as held:
        assert held.claim(CLAIMS[1].id).review == "rejected"


def test_what_stands_in_the_address_is_told_of_real_decisions_only(client: TestClient) -> None:
    for query in ("made=d-none", "made=<b>x</b>", "made=", "over=d-none", "made=d-none&over=d-none"):
        answer = client.get(f"{PAGE}?{query}")
        assert answer.status_code == 200
        assert "notice last" not in answer.text
    answer = send(client, f"{PAGE}?made=d-none&after=0", "/review", say="accept")
    assert landed(answer) == PAGE
    assert answer.headers["location"].count("made=") == 1
    assert "after=0" in answer.headers["location"]


def test_the_list_of_decisions_keeps_what_is_undone_and_overruled_and_leads_to_its_claim(client: TestClient) -> None:
    assert "Nothing was decided by hand so far" in client.get("/decisions").text
    send(client, PAGE, "/review/correct", channel="radio", by="Ben", reason="line 4")
    send(client, PAGE, "/review/correct", channel="a letter")
    send(client, PAGE, "/review", id=[CLAIMS[0].id, CLAIMS[3].id], say="accept")
    undo_last(client, "/review")
    page = client.get("/decisions")
    words = look(page.text).words
    assert re.search(r"undo: accept .*, and 1 more", words)
    assert words.count("Undone: by Ada") == 2
    assert "Overruled: the later decision" in words
    assert PAGE in look(page.text).links
    assert page.text.count('action="/review/undo"') == 3, "what is undone is brought back by undoing the undo"
    first = send_again(client, page.text, "/review/undo")
    assert landed(first) == "/decisions"
    assert look(client.get("/decisions").text).words.count("Undone: by Ada") == 1, "the undo itself"


def test_a_long_list_of_decisions_is_turned_over(
    client: TestClient, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(ledger) as held:
        for number in range(3):
            held.correct(CLAIMS[1].id, wanted=Correction(channel=f"letter {number}"), by="Ada", reason=f"no. {number}")
    monkeypatch.setattr("counterclaim.serve.pages.decided.SHOWN", 2)
    first = client.get("/decisions").text
    assert ["no. 2" in first, "no. 1" in first, "no. 0" in first] == [True, True, False]
    rest = client.get("/decisions?after=2").text
    assert "no. 0" in rest
    assert "/decisions?after=2" in first
    assert client.get("/decisions?after=x").status_code == 400

"""Adding what the machine missed, on the page of its report: the words are given as text, and all else as in a
correction; nothing that was typed is lost when it cannot be used.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.report.htmlcheck import look
from tests.report.world import CLAIMS, POST, opened, report, write_ledger
from tests.serve.desk import form_on, landed, send, send_again, undo_last

from counterclaim.ledger.proposing import proposed
from counterclaim.ledger.reviewing import Correction
from counterclaim.model import Stance
from counterclaim.serve.access import Access
from counterclaim.serve.app import build_app
from counterclaim.serve.links import address

HOME = "http://localhost"
FORM = "/review/add"
PAGE = address("articles", POST.id)
MISSED = CLAIMS[1]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path / "quarrel.db", claims=[one for one in CLAIMS if one != MISSED])


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(build_app(ledger, access=Access(writing=True)), base_url=HOME) as served:
        yield served


def test_what_was_missed_is_added_with_its_propositions_and_stands_in_the_report(
    client: TestClient, ledger: Path, tmp_path: Path
) -> None:
    page = send(
        client,
        PAGE,
        FORM,
        step="add",
        frame="control",
        claimant="brask",
        content=["We stand on the\nnorth quay"],
        by="",
    )
    assert page.status_code == 200
    answer = send_again(
        client, page.text, FORM, channel="Telegram", stance="confirms", said="2031-05-02", reason="line 4",
        **{"new1.place": "Mirrow", "new1.holder": "@Telsk", "new1.extent": "partial", "new1.part": "the north quay"},
    )  # fmt: skip
    assert answer.status_code == 303
    told = look(client.get(answer.headers["location"]).text)
    assert "We stand on the north quay" in told.words
    assert re.search(r"add\s*, by\s+Ada", told.words)
    assert "stands against" in told.words, "it is compared with the claims of others"
    assert "The machine said otherwise" not in told.words
    marked = client.get(PAGE).text
    assert f'id="w-{landed(answer).rpartition("/")[2]}"' in marked
    other = write_ledger(tmp_path / "other.db", claims=[one for one in CLAIMS if one != MISSED])
    with opened(ledger) as ours, opened(other) as held:
        said = proposed(held, 'control place=@Mirrow part="the north quay" holder=@Telsk extent=partial')
        wanted = Correction(
            claimant="Jon Brask", content=("We stand on the north quay",), channel="Telegram", stance=Stance.CONFIRMS,
            said="2031-05-02", propositions=(said,),
        )  # fmt: skip
        held.add(POST.id, wanted=wanted, by="Ada", reason="line 4")
        mine, theirs = ours.decisions()[0], held.decisions()[0]
        assert (mine.action, mine.reason) == (theirs.action, theirs.reason)


def test_undoing_it_leads_back_to_the_report_and_leaves_nothing(client: TestClient) -> None:
    before = client.get(f"/api/v1/articles/{POST.id}/claims").json()
    page = landed(send(client, PAGE, FORM, claimant="brask", content=["We stand on", "north quay"]))
    assert len(client.get(f"/api/v1/articles/{POST.id}/claims").json()["items"]) == len(before["items"]) + 1
    back = undo_last(client, page)
    assert client.get(back.headers["location"]).status_code == 200
    assert "Orvann says Mirrow is taken" in look(client.get(back.headers["location"]).text).words
    assert client.get(page).status_code == 404
    assert client.get(f"/api/v1/articles/{POST.id}/claims").json() == before


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"content": ["We stood"]}, "do not stand in the report"),
        ({"content": []}, "No words are given"),
        ({"claimant": ""}, "Nobody is named who claims it"),
        ({"voice": "outlet"}, "Either somebody claims it, or the outlet"),
        ({"claimant": "Orla Vint"}, "No entity is named"),
        ({"said": "soon"}, "is no time"),
        ({"claimant": "Quell", "content": [CLAIMS[0].content]}, "has this claim already"),
        ({"by": ""}, "Nobody is named who decides"),
    ],
)
def test_what_cannot_be_added_is_told_beside_the_form_which_keeps_what_was_typed(
    client: TestClient, ledger: Path, changes: dict[str, str], said: str
) -> None:
    given = {"claimant": "brask", "content": ["We stand on"], "channel": "radio"} | changes
    answer = send(client, PAGE, FORM, **given)
    assert answer.status_code in (400, 404)
    page = look(answer.text)
    assert not page.wrong
    assert said in page.words
    assert "We stand on the north quay" in page.words, "the report is still there to copy from"
    assert form_on(answer.text, FORM)["channel"] == ["radio"]
    with opened(ledger) as held:
        assert not held.decisions()


def test_the_outlets_own_voice_somebody_new_and_a_thought(client: TestClient) -> None:
    made = [
        send(client, PAGE, FORM, voice="outlet", content=["wrote on Telegram"]),
        send(client, PAGE, FORM, claimant="Orla Vint", kind="person", content=["We stand"]),
        send(client, PAGE, FORM, claimant="brask", thought="yes", content=["on the north quay"]),
    ]
    found = [client.get(f"/api/v1{landed(one)}").json() for one in made]
    assert [one["claimant"] and one["claimant"]["name"] for one in found] == [None, "Orla Vint", "Jon Brask"]
    assert [one["speech"] for one in found] == [True, True, False]


def test_nothing_is_added_to_an_old_version_without_proof_or_where_only_reading_is_allowed(tmp_path: Path) -> None:
    newer = report(POST.text + "\nNobody else spoke.", POST.document)
    path = write_ledger(tmp_path / "versions.db", (POST, newer), CLAIMS[:1])
    with TestClient(build_app(path, access=Access(writing=True)), base_url=HOME) as client:
        assert FORM not in client.get(PAGE).text
        assert FORM in client.get(address("articles", newer.id)).text
        fields = {"id": newer.id, "claimant": "quell", "content": "Nobody else", "by": "Eve"}
        assert client.post(FORM, data=fields).status_code == 403
    with TestClient(build_app(path), base_url=HOME) as client:
        assert FORM not in client.get(address("articles", newer.id)).text
    with opened(path) as held:
        assert not held.decisions()

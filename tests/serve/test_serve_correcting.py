"""Correcting in the browser: the form says what the claim is now, and what is changed there is what a command would
say; nothing that was typed is lost when it cannot be used.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.report.htmlcheck import look
from tests.report.world import CLAIMS, POST, opened, report, write_ledger
from tests.serve.desk import form_on, landed, send, send_again, undo_last

from counterclaim.ledger.decisions import decisions
from counterclaim.ledger.proposing import edited
from counterclaim.ledger.reviewing import Correction
from counterclaim.model import Claim, Correct, Decision, EntityKind, Modality, Ref, Review, Stance
from counterclaim.serve.access import Access, access_at
from counterclaim.serve.app import build_app
from counterclaim.serve.links import address

HOME = "http://localhost"
FORM = "/review/correct"
SAYS = CLAIMS[1]
PAGE = address("claims", SAYS.id)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path / "quarrel.db")


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(build_app(ledger, access=Access(writing=True)), base_url=HOME) as served:
        yield served


def now(ledger: Path, claim: Claim = SAYS) -> Claim:
    with opened(ledger) as held:
        return held.claim(claim.id)


def made(ledger: Path) -> tuple[Decision, ...]:
    with opened(ledger) as held:
        return decisions(held)


def correction(ledger: Path) -> Correct:
    action = made(ledger)[-1].action
    assert isinstance(action, Correct)
    return action


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_form_that_is_sent_as_it_stands_corrects_nothing(client: TestClient, ledger: Path, claim: Claim) -> None:
    answer = send(client, address("claims", claim.id), FORM)
    assert answer.status_code == 400
    assert "Nothing is corrected" in look(answer.text).words
    assert not made(ledger)


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"claimant": "quell"}, Correction(claimant="Ada Quell")),
        (
            {"claimant": "Orla Vint", "kind": "person"},
            Correction(claimant="Orla Vint", kind=EntityKind.PERSON),
        ),
        ({"voice": "outlet"}, Correction(outlet=True)),
        ({"content": ["on the\r\nnorth", "quay"]}, Correction(content=("on the north", "quay"))),
        ({"stance": "denies"}, Correction(stance=Stance.DENIES)),
        ({"channel": ""}, Correction(channel="")),
        ({"channel": "radio "}, Correction(channel="radio")),
        ({"said": "2031-05-02"}, Correction(said="2031-05-02")),
        ({"thought": "yes"}, Correction(speech=False)),
    ],
)
def test_each_field_says_what_the_command_says_and_nothing_else(
    client: TestClient, ledger: Path, tmp_path: Path, changes: dict[str, str], wanted: Correction
) -> None:
    answer = send(client, PAGE, FORM, reason="line 4", **changes)
    assert landed(answer) == PAGE
    other = write_ledger(tmp_path / "other.db")
    with opened(other) as held:
        held.correct(SAYS.id, wanted=wanted, by="Ada", reason="line 4")
    assert correction(ledger) == correction(other)
    assert now(ledger) == now(other)
    assert (made(ledger)[0].by, made(ledger)[0].reason) == ("Ada", "line 4")
    assert undo_last(client, PAGE).status_code == 303
    assert now(ledger).review is Review.UNREVIEWED


def test_propositions_are_changed_dropped_and_added_as_the_command_does(
    client: TestClient, ledger: Path, tmp_path: Path
) -> None:
    changes = {
        "1.holder": "Orvann", "1.extent": "none", "1.part": "", "1.negated": "yes", "1.modality": "planned",
        "1.when": "2031-06",
    }  # fmt: skip
    send(client, PAGE, FORM, **changes)
    more = send(client, PAGE, FORM, step="add", frame="losses")
    send_again(
        client, more.text, FORM,
        **{"1.drop": "yes", "new1.side": "@Telsk", "new1.kind": "killed", "new1.min": "40", "new1.negated": "yes"},
    )  # fmt: skip
    other = write_ledger(tmp_path / "other.db")
    with opened(other) as held:
        sets = ["1.holder=@Orvann", "1.extent=none", "1.part=", "1.negated=yes", "1.modality=planned", "1.when=2031-06"]
        told = edited(held, SAYS.id, sets=sets)
        held.correct(SAYS.id, wanted=Correction(propositions=told), by="Ada")
    assert made(ledger)[0].action == correction(other)
    with opened(other) as held:
        told = edited(held, SAYS.id, drops=[1], adds=["not losses side=@Telsk kind=killed min=40"])
        held.correct(SAYS.id, wanted=Correction(propositions=told), by="Ada")
    assert correction(ledger) == correction(other)
    said = now(ledger).propositions[0]
    assert (said.frame, said.negated, said.get("min"), said.modality) == ("losses", True, 40, Modality.ACTUAL)
    assert isinstance(said.get("side"), Ref)


def test_what_is_not_so_any_more_can_be_taken_back_field_by_field(client: TestClient, ledger: Path) -> None:
    for name, reads in (
        ("1.negated", lambda claim: claim.propositions[0].negated),
        ("thought", lambda claim: not claim.speech),
    ):
        send(client, PAGE, FORM, **{name: "yes"})
        assert reads(now(ledger))
        send(client, PAGE, FORM, **{name: None})
        assert not reads(now(ledger))
    assert now(ledger).propositions[0].get("extent") == "partial"


def test_roles_have_the_inputs_that_their_pack_gives_them(client: TestClient) -> None:
    page = client.get(PAGE).text
    fields = form_on(page, FORM)
    assert fields["1.extent"] == ["partial"]
    assert {"1.place", "1.part", "1.holder", "1.change"} <= set(fields)
    select = page.partition('name="1.extent">')[2].partition("</select>")[0]
    assert [f'value="{one}"' in select for one in ("full", "partial", "none")] == [True] * 3
    assert ">extent (needed)</label>" in page
    assert '<option value="Ada Quell">' in page.partition("<datalist")[2]


@pytest.mark.parametrize(
    ("changes", "said", "to_do"),
    [
        ({"claimant": "Orla Vint"}, "No entity is named 'Orla Vint'", "say of what kind it is"),
        ({"claimant": ""}, "Nobody is named who claims it", "choose the outlet’s own voice"),
        ({"claimant": "Ada Quell", "voice": "outlet"}, "cannot both claim it", "Give one of the two"),
        ({"content": ["We stand on the south quay"]}, "do not stand in the report", "Copy them as they are"),
        ({"content": []}, "No words are left", "reject the claim"),
        ({"said": "yesterday"}, "'yesterday' is no time", "Write EDTF"),
        ({"stance": "likes"}, "'likes' cannot be chosen", "Choose asserts"),
        ({"kind": "ship", "claimant": "Orla"}, "'ship' cannot be chosen", "Choose person"),
        ({"1.extent": "some"}, "The extent of control is not 'some'", "It is one of full, partial, none"),
        ({"1.extent": ""}, "A proposition of control needs 'extent'", "extent=full or partial or none"),
        ({"1.holder": "Nobodania"}, "No entity is named 'Nobodania'", "counterclaim entities"),
        ({"1.when": "soon"}, "'soon' is no time", "Write EDTF"),
        ({"by": "", "channel": "radio"}, "Nobody is named who decides", "Give your name"),
    ],
)
def test_what_cannot_be_used_is_told_beside_the_form_which_keeps_what_was_typed(
    client: TestClient, ledger: Path, changes: dict[str, str], said: str, to_do: str
) -> None:
    answer = send(client, PAGE, FORM, **{"reason": "line 4", "1.part": "the west quay"} | changes)
    assert answer.status_code in (400, 404)
    page = look(answer.text)
    assert not page.wrong
    assert said in page.words
    assert to_do in page.words
    assert 'id="correct" open' in answer.text
    again = form_on(answer.text, FORM)
    for name, value in ({"reason": "line 4", "1.part": "the west quay"} | changes).items():
        if name not in ("by", "stance", "kind") and value:
            kept = value if isinstance(value, list) else [value]
            assert again[name][: len(kept)] == kept
    assert again["back"] == [PAGE]
    assert changes.get("by") == "" or again["by"] == ["Ada"]
    assert not made(ledger)


def test_a_form_opened_before_somebody_else_corrected_the_claim_overrides_nobody_unseen(
    client: TestClient, ledger: Path
) -> None:
    open_form = client.get(PAGE).text
    with opened(ledger) as held:
        held.correct(SAYS.id, wanted=Correction(channel="radio"), by="Bo")
    answer = send_again(client, open_form, FORM, stance="denies")
    assert answer.status_code == 400
    assert "changed after the form was opened" in look(answer.text).words
    assert len(made(ledger)) == 1
    assert "radio" in look(answer.text).words
    send_again(client, answer.text, FORM, channel="radio")
    assert (now(ledger).channel, now(ledger).stance) == ("radio", Stance.DENIES)


def test_an_added_proposition_can_be_thought_better_of(client: TestClient, ledger: Path) -> None:
    more = send(client, PAGE, FORM, step="add", frame="attack", channel="radio", by="")
    assert more.status_code == 200
    assert not made(ledger)
    assert form_on(more.text, FORM)["channel"] == ["radio"]
    again = send_again(client, more.text, FORM, step="add", frame="losses")
    answer = send_again(client, again.text, FORM, **{"new1.drop": "yes", "new2.kind": "killed"})
    assert answer.status_code == 303
    assert [one.frame for one in now(ledger).propositions] == ["control", "losses"]
    wrong = send(client, PAGE, FORM, step="add", frame="fortune")
    assert "No kind of proposition is chosen" in look(wrong.text).words


def test_a_claim_of_an_older_version_of_its_report_says_where_to_correct_it(tmp_path: Path) -> None:
    newer = report(POST.text + "\nNobody else spoke.", POST.document)
    path = write_ledger(tmp_path / "versions.db", (POST, newer), CLAIMS[:2])
    with TestClient(build_app(path, access=Access(writing=True)), base_url=HOME) as client:
        page = look(client.get(PAGE).text).words
    assert "Look for the claim in its current version" in page


def test_nobody_corrects_without_proof_or_token_or_where_only_reading_is_allowed(ledger: Path) -> None:
    token = " ".join(["long", "enough", "words"])
    for access in (Access(), access_at(loopback=False, token=token), Access(writing=True)):
        with TestClient(build_app(ledger, access=access), base_url=HOME) as client:
            page = client.get(PAGE).text
            assert ('action="/review/correct"' in page) == (access == Access(writing=True, key=access.key))
            proof = form_on(page, "/review")["proof"] if access.token is None and access.writing else [""]
            fields = {"id": SAYS.id, "by": "Eve", "channel": "radio", "proof": proof[0][:-1]}
            assert client.post(FORM, data=fields).status_code == 403
    assert not made(ledger)


def test_a_claim_that_is_not_there_cannot_be_corrected(client: TestClient) -> None:
    assert send(client, PAGE, FORM, id="c-none").status_code == 404

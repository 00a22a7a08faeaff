"""Who is who, decided in the browser: two become one or one becomes two, as the command line does it, and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.report.htmlcheck import look
from tests.report.world import opened, write_ledger
from tests.serve.desk import form_on, landed, send, undo_last

from counterclaim.ledger import deciding
from counterclaim.ledger.decisions import decisions
from counterclaim.model import Decision
from counterclaim.serve.access import Access
from counterclaim.serve.app import build_app
from counterclaim.serve.links import address

HOME = "http://localhost"
MERGE, SPLIT, RENAME = "/review/merge", "/review/split", "/review/rename"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path / "quarrel.db")


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(build_app(ledger, access=Access(writing=True)), base_url=HOME) as served:
        yield served


def made(ledger: Path) -> tuple[Decision, ...]:
    with opened(ledger) as held:
        return decisions(held)


def who(ledger: Path) -> set[tuple[str, tuple[str, ...]]]:
    with opened(ledger) as held:
        return {(one.name, tuple(sorted(one.names))) for one in held.entities()}


def page_of(ledger: Path, name: str, area: str = "claimants") -> str:
    with opened(ledger) as held:
        return address(area, next(one.id for one in held.entities() if one.name == name))


def test_two_are_merged_from_the_page_of_one_and_the_merge_is_undone_there(client: TestClient, ledger: Path) -> None:
    before = who(ledger)
    answer = send(client, page_of(ledger, "Ada Quell"), MERGE, other="brask", reason="one voice")
    assert answer.status_code == 303
    page = look(client.get(answer.headers["location"]).text).words
    assert "merge “Ada Quell” with “Jon Brask”" in page
    assert "one voice" in page
    assert "“Ada Quell” is on the side of Orvann, “Jon Brask” on that of Telsk" in page
    assert "We stand on the north quay" in page, "the claims of both"
    assert len(who(ledger)) == len(before) - 1
    back = undo_last(client, answer.headers["location"])
    assert "Ada Quell" in look(client.get(back.headers["location"]).text).words
    assert who(ledger) == before


def test_what_is_decided_is_what_the_command_decides(client: TestClient, ledger: Path, tmp_path: Path) -> None:
    other = write_ledger(tmp_path / "other.db")
    send(client, page_of(ledger, "Ada Quell"), MERGE, other="Jon Brask", reason="one voice")
    send(client, page_of(ledger, "Ada Quell"), SPLIT, name=["Jon Brask", ""], reason="two after all")
    send(client, page_of(ledger, "Ada Quell"), SPLIT, **{"in": ["copy.txt", ""]})
    with opened(other) as held:
        deciding.merge(held, "Ada Quell", "Jon Brask", by="Ada", reason="one voice")
        deciding.split(held, "Ada Quell", ["Jon Brask"], by="Ada", reason="two after all")
        meant = next(one.id for one in held.entities() if one.name == "Ada Quell")
        deciding.split(held, meant, documents=["copy.txt"], by="Ada")
        expected = decisions(held)
    assert [(one.action, one.reason) for one in made(ledger)] == [(one.action, one.reason) for one in expected]
    assert who(ledger) == who(other)


def test_a_split_leads_to_what_is_left_and_can_be_undone_from_either_page(client: TestClient, ledger: Path) -> None:
    page = page_of(ledger, "Ada Quell")
    assert {"name", "in"} <= set(form_on(client.get(page).text, SPLIT))
    assert 'value="copy.txt"' in client.get(page).text
    answer = send(client, page, SPLIT, **{"in": "copy.txt"})
    assert answer.status_code == 303
    with opened(ledger) as held:
        both = [address("claimants", one.id) for one in held.entities() if one.name == "Ada Quell"]
    assert len(both) == 2
    for one in both:
        assert "split “Ada Quell” in copy.txt from “Ada Quell”" in look(client.get(one).text).words
    apart = next(one for one in both if one != landed(answer))
    back = undo_last(client, apart)
    assert client.get(back.headers["location"]).status_code == 200, "the page of the one that is gone is not asked for"
    assert "Nobody has decided on its names" in look(client.get(back.headers["location"]).text).words


def test_places_are_merged_with_places_on_their_own_page(client: TestClient, ledger: Path) -> None:
    page = page_of(ledger, "Mirrow", "places")
    refused = send(client, page, MERGE, other="Ada Quell")
    assert refused.status_code == 400
    assert "Merge places with places alone" in look(refused.text).words
    assert "41.200° N" in look(refused.text).words, "it is the page of the place that says so"
    answer = send(client, page, MERGE, other="Haven district")
    assert answer.headers["location"].startswith("/places/")
    assert "Haven district" in look(client.get(answer.headers["location"]).text).words


@pytest.mark.parametrize(
    ("form", "changes", "said", "to_do"),
    [
        (MERGE, {"other": "Orla Vint"}, "No entity is named 'Orla Vint'", "counterclaim entities"),
        (MERGE, {"other": " "}, "Nobody is named to be merged with it", "Give a name or an id"),
        (MERGE, {"other": "Quell"}, "are one already", "Its reasons"),
        (SPLIT, {}, "Neither a name nor a report is given", "Its names: Ada Quell"),
        (SPLIT, {"name": "Quell"}, "those that do so name it in full too", "Name the report"),
        (SPLIT, {"name": "Ada Quell"}, "goes by no other name", "Nothing would be left of it"),
        (SPLIT, {"in": "none.txt"}, "none.txt does not name", "copy.txt"),
        (MERGE, {"other": "Jon Brask", "by": ""}, "Nobody is named who decides", "Give your name"),
        (RENAME, {"name": "–"}, "is no name", "Give one with letters"),
        (RENAME, {"name": "Ada of Velm", "by": " "}, "Nobody is named who decides", "Give your name"),
    ],
)
def test_what_cannot_be_done_is_told_beside_the_form_and_nothing_is_written(
    client: TestClient, ledger: Path, form: str, changes: dict[str, str], said: str, to_do: str
) -> None:
    answer = send(client, page_of(ledger, "Ada Quell"), form, reason="line 4", **changes)
    assert answer.status_code in (400, 404)
    page = look(answer.text)
    assert not page.wrong
    assert len(page.ids) == len(set(page.ids))
    assert said in page.words
    assert to_do in page.words
    kept = form_on(answer.text, form)
    assert kept["reason"] == ["line 4"]
    for name, value in changes.items():
        assert value.strip() in kept[name] or name == "by"
    assert not made(ledger)


def test_one_is_renamed_from_its_page_as_the_command_does_it_and_back(
    client: TestClient, ledger: Path, tmp_path: Path
) -> None:
    page = page_of(ledger, "Ada Quell")
    assert form_on(client.get(page).text, RENAME)["name"] == ["Ada Quell"]
    answer = send(client, page, RENAME, name="  Ada  of Velm ", reason="her own spelling")
    told = look(client.get(answer.headers["location"]).text).words
    assert "rename “Ada Quell” to “Ada of Velm”" in told
    assert "her own spelling" in told
    assert "Ada of Velm" in look(client.get("/claims").text).words
    other = write_ledger(tmp_path / "other.db")
    with opened(other) as held:
        deciding.rename(held, "Ada Quell", "Ada of Velm", by="Ada", reason="her own spelling")
        expected = decisions(held)
    assert [(one.action, one.reason, one.by) for one in made(ledger)] == [
        (one.action, one.reason, one.by) for one in expected
    ]
    assert who(ledger) == who(other)
    again = send(client, landed(answer), RENAME, name="Mayor Quell")
    assert "names it otherwise" in look(client.get(again.headers["location"]).text).words, "what it overrules"
    undo_last(client, landed(again))
    assert ("Ada of Velm" in look(client.get(landed(answer)).text).words) is True


def test_places_are_renamed_too(client: TestClient, ledger: Path) -> None:
    answer = send(client, page_of(ledger, "Mirrow", "places"), RENAME, name="New Mirrow")
    assert landed(answer).startswith("/places/")
    assert "New Mirrow" in look(client.get("/map").text).words


def test_a_decision_that_no_longer_holds_says_why(client: TestClient, ledger: Path) -> None:
    send(client, page_of(ledger, "Ada Quell"), MERGE, other="Jon Brask")
    send(client, page_of(ledger, "Ada Quell"), SPLIT, name="Jon Brask")
    send(client, page_of(ledger, "Ada Quell"), MERGE, other="Jon Brask")
    page = look(client.get(page_of(ledger, "Ada Quell")).text).words
    with opened(ledger) as held:
        why = [one.why for one in held.verdicts().values() if one.why]
    assert why
    assert all(one in page for one in why)


def test_nobody_merges_where_only_reading_is_allowed_or_from_elsewhere(client: TestClient, ledger: Path) -> None:
    page = page_of(ledger, "Ada Quell")
    fields = {"id": page.rpartition("/")[2], "other": "Jon Brask", "name": "Quell", "by": "Eve"}
    for path in (MERGE, SPLIT, RENAME):
        assert client.post(path, data=fields).status_code == 403
    with TestClient(build_app(ledger), base_url=HOME) as reading:
        assert "/review/merge" not in reading.get(page).text
    assert not made(ledger)


def test_programs_merge_and_split_too_and_are_told_what_may_be_a_slip(client: TestClient, ledger: Path) -> None:
    told = client.post("/api/v1/entities/Ada Quell/merge", json={"by": "Ada", "other": "Jon Brask"}).json()
    assert told["unlike"] == ["“Ada Quell” is on the side of Orvann, “Jon Brask” on that of Telsk"]
    entity = page_of(ledger, "Ada Quell").rpartition("/")[2]
    answer = client.post(f"/api/v1/entities/{entity}/split", json={"by": "Ada", "names": ["Jon Brask"]})
    assert answer.status_code == 200
    before = len(who(ledger))
    assert client.post(f"/api/v1/decisions/{answer.json()['undo']}/undo", json={"by": "Ada"}).status_code == 200
    assert len(who(ledger)) == before - 1
    assert client.post("/api/v1/entities/Nobody/split", json={"by": "Ada", "names": ["x"]}).status_code == 404

"""Whatever the command line can say in review, a program can say and ask too, and it comes to the same decisions."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from tests.report.world import CLAIMS, POST, opened, write_ledger

from counterclaim.export import What
from counterclaim.ledger import Ledger, deciding
from counterclaim.ledger.decisions import decisions
from counterclaim.ledger.proposing import proposed
from counterclaim.ledger.reviewing import Correction
from counterclaim.ledger.tallies import tally
from counterclaim.model import Action, RelationKind, Stance
from counterclaim.serve.access import Access, access_at
from counterclaim.serve.app import build_app

HOME = "http://localhost"
API = "/api/v1"
TOKEN = " ".join(["long", "enough", "words"])
MISSED = CLAIMS[1]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path / "quarrel.db")


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(build_app(ledger, access=Access(writing=True)), base_url=HOME) as served:
        yield served


def sent(client: TestClient, path: str, status: int = 200, **body: Any) -> Any:
    answer: Response = client.post(API + path, json={"by": "Ada"} | body)
    assert answer.status_code == status, answer.text
    return answer.json()


def actions(ledger: Path | Ledger) -> list[tuple[Action, str, str | None]]:
    if isinstance(ledger, Ledger):
        return [(one.action, one.by, one.reason) for one in decisions(ledger)]
    with opened(ledger) as held:
        return actions(held)


@pytest.mark.parametrize("word", ["accept", "reject", "unsure"])
def test_claims_and_relations_are_decided_on_as_the_command_does_several_at_once(
    client: TestClient, ledger: Path, tmp_path: Path, word: str
) -> None:
    relation = client.get(f"{API}/claims/{CLAIMS[1].id}/relations").json()["items"][0]["id"]
    one = sent(client, "/review", say=word, ids=[CLAIMS[0].id], reason="line 4")
    several = sent(client, "/review", say=word, ids=[CLAIMS[3].id, relation])
    assert (len(one["decisions"]), len(several["decisions"])) == (1, 2)
    assert several["undo"].startswith("b-")
    with opened(write_ledger(tmp_path / "other.db")) as other:
        say = getattr(other, word)
        say(CLAIMS[0].id, by="Ada", reason="line 4")
        say(CLAIMS[3].id, by="Ada")
        say(relation, by="Ada")
        expected = actions(other)
    # The bulk's own id holds the moment; all else is the same.
    bare = [repr(action).split("bulk=")[0] for action, _, _ in actions(ledger)]
    assert bare == [repr(action).split("bulk=")[0] for action, _, _ in expected]
    sent(client, f"/decisions/{several['undo']}/undo")
    assert client.get(f"{API}/claims/{CLAIMS[3].id}").json()["review"] == "unreviewed"


def test_two_claims_are_set_beside_each_other(client: TestClient, ledger: Path, tmp_path: Path) -> None:
    left, right = CLAIMS[0].id, CLAIMS[1].id
    sent(client, "/relations", left=left, right=right, kind="corroborates", reason="the same quay")
    sent(client, "/relations", left=left, right=right)
    with opened(write_ledger(tmp_path / "other.db")) as other:
        other.judge(left, right, RelationKind.CORROBORATES, by="Ada", reason="the same quay")
        other.judge(left, right, None, by="Ada")
        assert actions(ledger) == actions(other)
    assert "no relation to itself" in sent(client, "/relations", 400, left=left, right=left)["detail"]


def test_a_missed_claim_is_added_and_its_id_told(tmp_path: Path) -> None:
    paths = [
        write_ledger(tmp_path / name, claims=[one for one in CLAIMS if one != MISSED]) for name in ("a.db", "b.db")
    ]
    with TestClient(build_app(paths[0], access=Access(writing=True)), base_url=HOME) as client:
        told = sent(
            client, f"/articles/{POST.document}/claims", claimant="brask", content=["We stand on the", "north quay"],
            channel="Telegram", stance="confirms", said="2031-05-02", reason="line 4",
            add=[{"frame": "control", "roles": {"place": "@Mirrow", "holder": "@Telsk", "extent": "partial"}}],
        )  # fmt: skip
        claim = client.get(f"{API}/claims/{told['claim']}").json()
        assert (claim["claimant"]["name"], claim["stance"], claim["review"]) == ("Jon Brask", "confirms", "corrected")
        again = sent(
            client, f"/articles/{POST.id}/claims", 400, claimant="brask", content=["We stand on", "north quay"]
        )
        assert "has this claim already" in again["detail"]
        assert (
            "Either somebody claims it" in sent(client, f"/articles/{POST.id}/claims", 400, content=["quay"])["detail"]
        )
        sent(client, "/articles/none/claims", 404, outlet=True, content=["quay"])
    with opened(paths[1]) as other:
        said = proposed(other, "control place=@Mirrow holder=@Telsk extent=partial")
        wanted = Correction(
            claimant="Jon Brask", content=("We stand on the", "north quay"), channel="Telegram", stance=Stance.CONFIRMS,
            said="2031-05-02", speech=True, propositions=(said,),
        )  # fmt: skip
        other.add(POST.id, wanted=wanted, by="Ada", reason="line 4")
        assert actions(paths[0]) == actions(other)


def test_several_claims_are_corrected_alike(client: TestClient, ledger: Path) -> None:
    told = sent(client, f"/claims/{CLAIMS[0].id}/correct", channel="radio", also=[CLAIMS[1].id])
    assert len(told["decisions"]) == 2
    assert {client.get(f"{API}/claims/{one.id}").json()["channel"] for one in CLAIMS[:2]} == {"radio"}
    words = sent(client, f"/claims/{CLAIMS[0].id}/correct", 400, content=["quay"], also=[CLAIMS[1].id])
    assert "one claim's own" in words["detail"]
    assert len(actions(ledger)) == 2


def test_an_entity_is_renamed_and_back(client: TestClient, ledger: Path, tmp_path: Path) -> None:
    told = sent(client, "/entities/Ada Quell/rename", name="Ada of Velm", reason="her own spelling")
    with opened(write_ledger(tmp_path / "other.db")) as other:
        deciding.rename(other, "Ada Quell", "Ada of Velm", by="Ada", reason="her own spelling")
        assert actions(ledger) == actions(other)
    names = {one["name"] for one in client.get(f"{API}/claimants").json()["items"]}
    assert "Ada of Velm" in names
    sent(client, f"/decisions/{told['undo']}/undo")
    assert {one["name"] for one in client.get(f"{API}/claimants").json()["items"]} == names - {"Ada of Velm"} | {
        "Ada Quell"
    }
    assert "is no name" in sent(client, "/entities/Ada Quell/rename", 400, name="–")["detail"]


def test_what_waits_is_what_the_command_lists_page_by_page(client: TestClient, ledger: Path) -> None:
    with opened(ledger) as held:
        expected = [(one.item.id, one.score, one.why) for one in held.queue()]
    found, after = list[tuple[str, float, str]](), "0"
    while after is not None:
        page = client.get(f"{API}/review", params={"limit": 2, "after": after}).json()
        found += [((one["claim"] or one["relation"])["id"], one["score"], one["why"]) for one in page["items"]]
        after = page["next"]
    assert found == expected
    narrowed = client.get(f"{API}/review", params={"claimant": "brask"}).json()["items"]
    assert narrowed
    assert len(narrowed) < len(expected)
    sent(client, "/review", say="accept", ids=[expected[0][0]])
    left = client.get(f"{API}/review").json()["items"]
    assert [(one["claim"] or one["relation"])["id"] for one in left] == [name for name, _, _ in expected[1:]]
    assert client.get(f"{API}/review", params={"since": "soon"}).status_code == 400


def test_before_and_after_and_who_decided_so_are_told(client: TestClient) -> None:
    made = sent(client, f"/claims/{CLAIMS[1].id}/correct", channel="radio", reason="line 4")["undo"]
    told = client.get(f"{API}/claims/{CLAIMS[1].id}/compare").json()
    assert (told["before"]["channel"], told["after"]["channel"], told["changed"]) == ("Telegram", "radio", ["channel"])
    (decision,) = told["decisions"]
    assert (decision["decision"]["id"], decision["decision"]["reason"], decision["state"]) == (
        made,
        "line 4",
        "carried out",
    )
    assert client.get(f"{API}/claims/none/compare").status_code == 404


def test_decisions_are_listed_with_what_became_of_them_and_taken_into_another_ledger(
    client: TestClient, ledger: Path, tmp_path: Path
) -> None:
    sent(client, f"/claims/{CLAIMS[1].id}/correct", channel="radio")
    sent(client, f"/claims/{CLAIMS[1].id}/correct", channel="a letter")
    sent(client, "/entities/Ada Quell/rename", name="Ada of Velm")
    first = client.get(f"{API}/decisions", params={"limit": 2}).json()
    rest = client.get(f"{API}/decisions", params={"limit": 2, "after": first["next"]}).json()
    every = [*first["items"], *rest["items"]]
    assert [one["state"] for one in every] == ["carried out", "carried out", "overruled"]
    assert "says otherwise" in every[2]["why"]
    assert rest["next"] is None
    on_claim = client.get(f"{API}/decisions", params={"claim": CLAIMS[1].id}).json()["items"]
    assert [one["words"].split(" of ")[0] for one in on_claim] == ["correct channel", "correct channel"]
    stream = io.StringIO()
    with opened(ledger) as held:
        held.export(What.DECISIONS, "jsonl", stream)
    shapes = [one["decision"] for one in every]
    assert shapes[::-1] == [json.loads(line) for line in stream.getvalue().splitlines()]
    other = write_ledger(tmp_path / "other.db")
    with TestClient(build_app(other, access=Access(writing=True)), base_url=HOME) as taking:
        wrong = [{**shapes[0], "by": "Eve"}]
        answer = taking.post(f"{API}/decisions", json={"decisions": wrong})
        assert (answer.status_code, "was changed" in answer.json()["detail"]) == (400, True)
        assert taking.post(f"{API}/decisions", json={"decisions": shapes}).json() == {"new": 3, "known": 0}
        assert taking.post(f"{API}/decisions", json={"decisions": shapes[:2]}).json() == {"new": 0, "known": 2}
        assert taking.get(f"{API}/claims/{CLAIMS[1].id}").json()["channel"] == "a letter"
    assert actions(other) == actions(ledger)


def test_reversals_and_places_inside_are_those_of_the_pages(client: TestClient, ledger: Path) -> None:
    places = client.get(f"{API}/places").json()["items"]
    names = {one["name"]: one["id"] for one in places}
    with opened(ledger) as held:
        both = names["Mirrow"], names["Haven district"]
        held.rows("INSERT INTO entity_within (entity, place) VALUES (?, ?)", both)
        tally(held)
    inside = client.get(f"{API}/entities/{names['Haven district']}/inside").json()["items"]
    assert [one["name"] for one in inside] == ["Mirrow"]
    sent(client, "/relations", left=CLAIMS[0].id, right=CLAIMS[3].id, kind="revises")
    claimant = CLAIMS[0].claimant
    assert claimant
    who = client.get(f"{API}/claims/{CLAIMS[0].id}").json()["claimant"]["id"]
    found = client.get(f"{API}/entities/{who}/reversals").json()["items"]
    assert (CLAIMS[0].id, CLAIMS[3].id) in [(one["left"], one["right"]) for one in found]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/review", {"say": "accept", "ids": [CLAIMS[0].id]}),
        ("/relations", {"left": CLAIMS[0].id, "right": CLAIMS[1].id}),
        (f"/articles/{POST.id}/claims", {"outlet": True, "content": ["wrote on Telegram"]}),
        ("/entities/Ada Quell/rename", {"name": "Eve"}),
        ("/decisions", {"decisions": []}),
    ],
)
def test_each_asks_for_the_token_and_refuses_what_it_does_not_know(
    ledger: Path, path: str, body: dict[str, Any]
) -> None:
    by = {} if path == "/decisions" else {"by": "Eve"}
    with TestClient(build_app(ledger, access=access_at(loopback=False, token=TOKEN)), base_url=HOME) as client:
        refused = client.post(API + path, json=by | body)
        assert (refused.status_code, refused.headers["content-type"]) == (401, "application/problem+json")
        right = {"authorization": f"Bearer {TOKEN}"}
        assert client.post(API + path, json=by | body | {"x": 1}, headers=right).status_code == 422
        elsewhere = right | {"sec-fetch-site": "cross-site"}
        assert client.post(API + path, json=by | body, headers=elsewhere).status_code == 403
        assert not actions(ledger)
        assert client.post(API + path, json=by | body, headers=right).status_code == 200
    with TestClient(build_app(ledger), base_url=HOME) as reading:
        assert reading.post(API + path, json=by | body).status_code == 403

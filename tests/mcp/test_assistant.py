"""An assistant asks over standard input and output, gets words with their places, and can change nothing."""

import asyncio
import hashlib
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from click.testing import CliRunner
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters
from tests.report.world import CLAIMS, POST, write_ledger

from counterclaim.cli import main
from counterclaim.ledger import open_ledger

Answer = dict[str, Any]
Told = TypeVar("Told")
ENDS = 60


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ledger(tmp_path_factory.mktemp("mcp") / "quarrel.db")


def session(ledger: Path, ask: Callable[[Client], Awaitable[Told]]) -> Told:
    """One session with `counterclaim mcp` as a program of its own."""

    async def go() -> Told:
        command = StdioServerParameters(
            command=sys.executable,
            args=["-m", "counterclaim", "mcp", "--ledger", str(ledger)],
            env=dict(os.environ),
        )
        async with Client(command) as client:
            return await asyncio.wait_for(ask(client), ENDS)

    return asyncio.run(go())


def answers(ledger: Path, *calls: tuple[str, Answer]) -> list[Any]:
    """What each call answers: the structured content, or the words of the error."""

    async def ask(client: Client) -> list[Any]:
        results = [await client.call_tool(name, arguments) for name, arguments in calls]
        return [result.content[0].text if result.is_error else result.structured_content for result in results]  # type: ignore[union-attr]

    return session(ledger, ask)


def words_in(answer: Any) -> list[Answer]:
    """Every object of an answer that bears words with their place."""
    if isinstance(answer, dict):
        own = [answer] if {"document", "start", "words"} <= set(answer) else []
        return own + [one for value in answer.values() for one in words_in(value)]
    return [one for value in answer for one in words_in(value)] if isinstance(answer, list) else []


def test_every_tool_says_what_it_does_and_that_it_only_reads(ledger: Path) -> None:
    async def ask(client: Client) -> Any:
        return client.instructions, (await client.list_tools()).tools

    instructions, tools = session(ledger, ask)
    assert [tool.name for tool in tools] == [
        "search_claims", "show_claim", "list_disputes", "show_dispute", "find_entity",
    ]  # fmt: skip
    assert "no instruction to you" in instructions
    for tool in tools:
        assert tool.description
        assert tool.annotations.read_only_hint
        assert not tool.annotations.destructive_hint
        assert tool.output_schema["properties"]
        assert all(one.get("description") for name, one in tool.input_schema["properties"].items() if name != "kind")


def test_every_answer_bears_words_that_stand_where_it_says(ledger: Path) -> None:
    with open_ledger(ledger) as held:
        (dispute,) = held.disputes()
        texts = {one.document: one.text for one in held.articles()}
    found = answers(
        ledger,
        ("search_claims", {"place": "Mirrow"}),
        ("show_claim", {"claim_id": CLAIMS[1].id}),
        ("list_disputes", {}),
        ("show_dispute", {"dispute_id": dispute.id}),
    )
    for answer in found:
        assert words_in(answer), answer
        for one in words_in(answer):
            assert texts[one["document"]][one["start"] : one["end"]] == one["words"]


def test_claims_are_searched_and_paged(ledger: Path) -> None:
    one, two, by_name, by_day, by_words = answers(
        ledger,
        ("search_claims", {"limit": 3}),
        ("search_claims", {"limit": 3, "offset": 3}),
        ("search_claims", {"claimant": "quell"}),
        ("search_claims", {"days": "2031-05-04/2031-05-06"}),
        ("search_claims", {"words": '"north quay"'}),
    )
    assert (len(one["claims"]), one["next_offset"]) == (3, 3)
    assert (len(two["claims"]), two["next_offset"]) == (2, None)
    assert len({claim["id"] for claim in one["claims"] + two["claims"]}) == 5
    assert {claim["claimant"] for claim in by_name["claims"]} == {"Ada Quell"}
    assert [claim["id"] for claim in by_day["claims"]] == [CLAIMS[3].id]
    assert {claim["evidence"][0]["words"] for claim in by_words["claims"]} == {
        "We stand on the north quay", "Telsk kept the north quay of Mirrow",
    }  # fmt: skip


def test_a_claim_is_shown_with_who_stands_against_it(ledger: Path) -> None:
    (shown,) = answers(ledger, ("show_claim", {"claim_id": CLAIMS[1].id}))
    assert shown["claim"]["relayed_by"] == ["Delta Wire"]
    assert shown["claim"]["channel"] == "Telegram"
    assert shown["source"][0]["words"] == "Jon Brask"
    assert (shown["before"] + "We stand on the north quay" + shown["after"]) == POST.text
    against = [one["claim"]["claimant"] for one in shown["related"] if one["kind"] == "contradicts"]
    assert against == ["Ada Quell", "Ada Quell"]
    assert len(shown["disputes"]) == 1


def test_a_dispute_is_shown_with_both_sides(ledger: Path) -> None:
    (listed,) = answers(ledger, ("list_disputes", {"place": "Mirrow"}))
    (one,) = listed["disputes"]
    whole, cut = answers(
        ledger, ("show_dispute", {"dispute_id": one["id"]}), ("show_dispute", {"dispute_id": one["id"], "limit": 1})
    )
    assert [side["claimants"] for side in whole["sides"]] == [["Jon Brask"], ["Ada Quell"]]
    assert [side["voices"] for side in whole["sides"]] == [side["voices"] for side in one["sides"]]
    assert [len(side["claims"]) + side["not_shown"] for side in cut["sides"]] == [
        len(side["claims"]) for side in whole["sides"]
    ]
    assert cut["sides"][0]["not_shown"] == 1


def test_an_assistant_tells_nobody_what_a_person_found_misread(tmp_path: Path) -> None:
    path = write_ledger(tmp_path / "reviewed.db")
    with open_ledger(path) as held:
        (dispute, *_) = held.disputes()
        accepted, rejected = dispute.sides[0].claims[0], dispute.sides[1].claims[0]
        held.accept(accepted, by="Ada")
        held.reject(rejected, by="Ada")
    one, other = ("show_claim", {"claim_id": accepted}), ("show_claim", {"claim_id": rejected})
    found, shown, kept = answers(path, ("search_claims", {"limit": 100}), one, other)
    states = {one["id"]: one["review"] for one in found["claims"]}
    assert states[accepted] == "accepted"
    assert set(states.values()) == {"accepted", "unreviewed"}
    assert rejected not in {*states, *(one["claim"]["id"] for one in shown["related"])}
    assert kept["claim"]["review"] == "rejected"


def test_entities_are_found_by_any_name(ledger: Path) -> None:
    person, place = answers(
        ledger, ("find_entity", {"name": "QUELL"}), ("find_entity", {"name": "haven", "kind": "place"})
    )
    (quell,) = person["entities"]
    assert (quell["name"], quell["side"], quell["claims"]) == ("Ada Quell", "Orvann", 2)
    (haven,) = place["entities"]
    assert (haven["lat"], haven["precision"]) == (41.5, "district")


REFUSED: tuple[tuple[str, Answer, str], ...] = (
    ("find_entity", {"name": "Qwell"}, "Did you mean Quell"),
    ("search_claims", {"claimant": "Brsk"}, "Did you mean Brask"),
    ("search_claims", {"days": "soon"}, "no date"),
    ("show_claim", {"claim_id": "c-none"}, "No claim has the id c-none"),
    ("show_dispute", {"dispute_id": "d-none"}, "No dispute has the id d-none"),
    ("list_disputes", {"place": "Nowhere"}, "no place 'Nowhere'"),
    ("find_entity", {"name": "Mirrow", "kind": "person"}, "is no person"),
    ("search_claims", {"limit": 1000}, "less than or equal to 100"),
)


def test_what_cannot_be_answered_says_why(ledger: Path) -> None:
    """An empty answer to a misspelt name would be taken for silence."""
    found = answers(ledger, *((tool, arguments) for tool, arguments, _ in REFUSED))
    for answer, (_, _, told) in zip(found, REFUSED, strict=True):
        assert told in answer


def test_the_ledger_is_not_written(ledger: Path) -> None:
    """Not a byte, and no file is left beside it; claims read meanwhile are seen."""
    before = hashlib.sha256(ledger.read_bytes()).hexdigest()
    beside = sorted(ledger.parent.iterdir())
    answers(ledger, ("search_claims", {}), ("list_disputes", {}), ("find_entity", {"name": "quell"}))
    assert hashlib.sha256(ledger.read_bytes()).hexdigest() == before
    assert sorted(ledger.parent.iterdir()) == beside


def test_what_is_read_meanwhile_is_seen(tmp_path: Path) -> None:
    path = write_ledger(tmp_path / "growing.db", (POST,))

    async def ask(client: Client) -> list[int]:
        first = await client.call_tool("search_claims", {})
        write_ledger(path)
        second = await client.call_tool("search_claims", {})
        return [len(one.structured_content["claims"]) for one in (first, second)]

    assert session(path, ask) == [3, 5]


def test_without_a_ledger_it_is_said_what_to_do(tmp_path: Path) -> None:
    found = CliRunner().invoke(main, ["mcp", "--ledger", str(tmp_path / "none.db")])
    assert found.exit_code == 2
    assert "counterclaim read FOLDER" in found.stderr
    assert not list(tmp_path.iterdir())


def test_without_the_library_it_is_said_how_to_get_it(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("counterclaim.mcp.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    found = CliRunner().invoke(main, ["mcp", "--ledger", str(ledger)])
    assert found.exit_code == 2
    assert "counterclaim[mcp]" in found.stderr

"""`entities`: who is who, why, and a person's last word on it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result
from tests.cli.conftest import Run
from tests.report.world import opened

Decide = Callable[..., Result]


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """A copy of the ledger, to decide on."""
    return Path(shutil.copy(ledger, tmp_path / "own.db"))


@pytest.fixture
def decide(run: Run, own: Path) -> Decide:
    def go(*words: str, stdin: str | None = None) -> Result:
        return run("entities", *words, env={"COUNTERCLAIM_LEDGER": str(own)}, stdin=stdin)

    return go


def lines(found: Result) -> list[dict[str, Any]]:
    assert found.exit_code == 0, found.output
    return [json.loads(line) for line in found.stdout.splitlines()]


def test_showing_one_tells_by_which_words_it_speaks_and_who_gives_its_role_when(run: Run) -> None:
    told = run("entities", "show", "ada quell")
    assert told.exit_code == 0
    for words in ("Speaks as", "“Ada Quell” 2×, 2 reports", "Ferry Post", "spokeswoman", "3 May 2031", "Orvann"):
        assert words in told.stdout, words


def test_show_as_json_gives_all_that_the_text_gives(run: Run) -> None:
    (found,) = lines(run("entities", "show", "Ada Quell", "--json"))
    assert {"entity", "by_hand", "part_of", "names", "speaking", "roles", "sides"} == set(found)
    assert found["entity"]["name"] == "Ada Quell"
    assert {report["outlet"] for use in found["speaking"] for report in use["reports"]}
    assert {role["role"] for role in found["roles"]} == {"spokeswoman"}
    assert all(role["report"]["published"] for role in found["roles"])


def test_merging_changes_lists_claims_and_disputes_at_once_and_undoing_gives_them_back(
    decide: Decide, run: Run, own: Path
) -> None:
    before = run("disputes", "--json", "--ledger", str(own)).stdout
    made = decide("merge", "Ada Quell", "Jon Brask", "--reason", "one voice", "--by", "Ada", "--json")
    (decision,) = lines(made)
    assert (decision["kind"], decision["state"], decision["by"]) == ("merge", "carried out", "Ada")
    assert run("disputes", "--json", "--ledger", str(own)).stdout != before
    shown = decide("show", "Jon Brask").stdout
    assert "Ada Quell" in shown
    assert "one voice" in shown
    assert decision["id"] in shown
    assert decide("undo", decision["id"]).exit_code == 0
    assert run("disputes", "--json", "--ledger", str(own)).stdout == before


def test_a_decision_says_how_to_take_it_back(decide: Decide) -> None:
    told = decide("rename", "Ada Quell", "A. Quell")
    assert told.exit_code == 0
    assert "rename “Ada Quell” to “A. Quell”" in told.stdout
    assert "entities undo d-" in told.stderr
    assert "A. Quell" in decide().stdout


def test_a_merge_of_two_that_are_unlike_is_made_and_says_in_what(decide: Decide) -> None:
    made = decide("merge", "Ada Quell", "Jon Brask")
    assert made.exit_code == 0
    assert "“Ada Quell” is on the side of Orvann, “Jon Brask” on that of Telsk" in made.stderr
    assert "Mind that" not in decide("rename", "Ada Quell", "A. Quell").stderr


def test_without_a_name_the_decider_is_who_the_system_says(decide: Decide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "jo")
    (decision,) = lines(decide("rename", "Ada Quell", "A. Quell", "--json"))
    assert decision["by"] == "jo"

    def nobody() -> str:
        raise OSError("no such user")

    monkeypatch.setattr("getpass.getuser", nobody)
    told = decide("rename", "Ada Quell", "Q.")
    assert told.exit_code == 2
    assert "--by" in told.stderr


def test_a_name_that_several_bear_is_refused_with_whom_it_could_be(decide: Decide, own: Path) -> None:
    with opened(own) as held:
        held.rows("INSERT INTO entity_name VALUES ((SELECT id FROM entity WHERE name = 'Jon Brask'), 'Quell', 'quell')")
        ids = [entity.id for entity in held.entities() if entity.name in ("Ada Quell", "Jon Brask")]
    told = decide("rename", "Quell", "Q.")
    assert told.exit_code == 2
    assert all(one in told.stderr for one in ids)
    assert "spokeswoman" in told.stderr


def test_a_name_that_nobody_bears_is_told_what_comes_near(decide: Decide) -> None:
    told = decide("merge", "Ada Quel", "Jon Brask")
    assert told.exit_code == 2
    assert "Ada Quell" in told.stderr


def test_the_log_tells_who_decided_what_and_what_became_of_it(decide: Decide) -> None:
    assert "Nothing was decided" in decide("decisions").stderr
    (first,) = lines(decide("merge", "Ada Quell", "Jon Brask", "--by", "Ada", "--json"))
    decide("undo", first["id"], "--by", "Jon", "--reason", "two voices")
    told = decide("decisions").stdout
    for words in ("merge “Ada Quell” with “Jon Brask”", "Ada, ", "undone: by Jon", "two voices"):
        assert words in told, words
    assert [one["state"] for one in lines(decide("decisions", "--json"))] == ["undone", "carried out"]


def test_decisions_go_from_ledger_to_ledger(decide: Decide, run: Run, ledger: Path, own: Path, tmp_path: Path) -> None:
    decide("merge", "Ada Quell", "Jon Brask")
    file = tmp_path / "decisions.jsonl"
    run("export", "--what", "decisions", "--ledger", str(own), "-o", str(file))
    other = shutil.copy(ledger, tmp_path / "other.db")
    assert "1 new decision, 0 known" in run("entities", "import", str(file), "--ledger", other).stdout
    assert "0 new decisions, 1 known" in run("entities", "import", str(file), "--ledger", other).stdout
    piped = run("entities", "import", "-", "--json", "--ledger", other, stdin=file.read_text(encoding="utf-8"))
    assert json.loads(piped.stdout) == {"new": 0, "known": 1}
    found = [run("export", "--what", "entities", "--ledger", str(path)).stdout for path in (own, other)]
    assert found[0] == found[1]


def test_a_file_of_decisions_with_a_byte_order_mark_is_taken_in(decide: Decide, run: Run, own: Path) -> None:
    decide("merge", "Ada Quell", "Jon Brask")
    exported = run("export", "--what", "decisions", "--ledger", str(own)).stdout
    marked = own.with_suffix(".jsonl")
    marked.write_text(exported, encoding="utf-8-sig")
    assert "0 new decisions, 1 known" in run("entities", "import", str(marked), "--ledger", str(own)).stdout


def test_a_file_of_bytes_is_no_file_of_decisions(run: Run, own: Path) -> None:
    own.with_suffix(".bin").write_bytes(b"\xc3\x28\n")
    refused = run("entities", "import", str(own.with_suffix(".bin")), "--ledger", str(own))
    assert refused.exit_code == 2
    assert "export --what decisions" in refused.stderr


def test_check_counts_decisions_that_fit_nothing_and_is_content(decide: Decide, run: Run, own: Path) -> None:
    decide("rename", "Ada Quell", "A. Quell")
    with opened(own) as held:
        held.rows("UPDATE decision_state SET state = 'fits nothing'")
    told = run("check", "--ledger", str(own))
    assert told.exit_code == 0
    assert "1 decision now fit" in told.stderr


def test_options_before_the_command_are_refused_rather_than_passed_over(decide: Decide, own: Path) -> None:
    """`entities --ledger X merge …` must not decide on another ledger than the one that was named."""
    told = decide("--ledger", str(own), "merge", "Ada Quell", "Jon Brask")
    assert told.exit_code == 2
    assert "behind 'merge'" in told.stderr


def test_actors_are_listed(decide: Decide, own: Path) -> None:
    from counterclaim.ledger.actors import set_actors
    from counterclaim.model import Actor, EntityKind, Tenure

    assert "No file of actors" in decide("actors").stderr
    with opened(own) as held:
        set_actors(held, (Actor("Ada Quell", EntityKind.PERSON, ("A. Q.",), (Tenure("envoy", "2031"),), "Orvann"),))
    told = decide("actors")
    assert "Ada Quell [Orvann]" in told.stdout
    assert "envoy" in told.stdout
    assert lines(decide("actors", "--json"))[0]["roles"] == [{"role": "envoy", "first": "2031", "last": None}]


COMMANDS = ("show", "merge", "split", "rename", "undo", "decisions", "import", "actors")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_for_each_option(name: str, run: Run) -> None:
    from counterclaim.cli.entities import command

    found = command.commands[name]
    options = [one for one in found.params if isinstance(one, click.Option)]
    assert {"--json", "--ledger"} <= {opt for one in options for opt in one.opts}
    assert all(one.help and one.help.endswith(".") for one in options)
    assert run("entities", name, "--help").exit_code == 0

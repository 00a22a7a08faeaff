"""`review`: what waits for a look, and a person's last word on claims, from the command line."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result
from tests.cli.conftest import Run
from tests.report.world import CLAIMS

Review = Callable[..., Result]
DOUBTED = CLAIMS[3].id  # read with a confidence of 0.3, all others with 0.9


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """A copy of the ledger, to decide on."""
    return Path(shutil.copy(ledger, tmp_path / "own.db"))


@pytest.fixture
def go(run: Run, own: Path) -> Review:
    def command(*words: str, env: dict[str, str] | None = None, stdin: str | None = None) -> Result:
        return run(*words, env={"COUNTERCLAIM_LEDGER": str(own)} | (env or {}), stdin=stdin)

    return command


@pytest.fixture
def review(go: Review) -> Review:
    return lambda *words, **more: go("review", *words, **more)


def lines(found: Result) -> list[dict[str, Any]]:
    assert found.exit_code == 0, found.output
    return [json.loads(line) for line in found.stdout.splitlines()]


def test_the_most_doubtful_claim_of_a_dispute_waits_first_and_says_why(review: Review) -> None:
    told = review("--limit", "1")
    assert "confidence 0.30; stands in 1 dispute" in told.stdout
    assert DOUBTED in told.stdout
    assert "0 of 5 claims reviewed" in told.stderr
    (first,) = lines(review("--limit", "1", "--json"))
    assert set(first) == {"score", "why", "doubt", "impact", "disputes", "voices", "falls", "kind", "item"}
    assert first["score"] == pytest.approx(first["doubt"] * first["impact"])
    assert (first["kind"], first["item"]["id"]) == ("claim", DOUBTED)
    assert "relation" in {one["kind"] for one in lines(review("--limit", "20", "--json"))}


def test_a_rejected_claim_goes_from_lists_and_comes_back_with_the_undo(review: Review, go: Review) -> None:
    before = go("disputes", "--json").stdout
    (made,) = lines(review("reject", DOUBTED, "--by", "Ada", "--reason", "misread", "--json"))
    assert (made["kind"], made["state"], made["by"], made["reason"]) == ("reject", "carried out", "Ada", "misread")
    assert DOUBTED not in go("claims", "--json").stdout
    assert go("disputes", "--json").stdout != before
    assert DOUBTED in go("claims", "--review", "rejected").stdout
    assert DOUBTED in go("export", "--rejected").stdout
    assert DOUBTED not in go("export").stdout
    assert "rejected by hand" in go("show", DOUBTED).stdout
    assert review("undo", made["id"]).exit_code == 0
    assert go("disputes", "--json").stdout == before


def test_a_correction_shows_what_the_machine_read(review: Review, go: Review) -> None:
    told = review(
        "correct", DOUBTED, "--claimant", "Ada Quell", "--set", "1.part=south quay", "--channel", "radio",
        "--stance", "denies", "--said", "2031-05-02", "--content", "north quay", "--reason", "heard it",
    )  # fmt: skip
    assert told.exit_code == 0, told.output
    assert "correct claimant, content, stance, channel, said, propositions" in told.stdout
    shown = go("show", DOUBTED).stdout
    for words in ("Ada Quell denies", "[north quay]", "corrected by hand", "the machine read Jon Brask", "heard it"):
        assert words in shown, words
    (found,) = lines(review("compare", "--json"))
    assert found["changed"] == ["claimant", "content", "stance", "channel", "said", "propositions"]
    assert found["machine"]["claimant"]["name"] == "Jon Brask"
    assert found["now"]["propositions"][0]["part"] == "south quay"
    assert [one["kind"] for one in found["decisions"]] == ["correct"]
    assert "1 control place=@Mirrow" in review("compare", DOUBTED).stdout
    assert go("check").exit_code == 0


def test_all_that_a_filter_names_is_decided_in_one_go_and_undone_as_one(review: Review, go: Review) -> None:
    refused = review("accept", "--frame", "control")
    assert refused.exit_code == 2
    assert "4 claims meet the filters" in refused.stderr
    assert "--yes" in refused.stderr
    made = lines(review("accept", "--frame", "control", "--yes", "--json"))
    assert len(made) == 4
    (bulk,) = {one["content"]["bulk"] for one in made}
    assert len(lines(go("claims", "--reviewed", "--json"))) == 4
    assert len(lines(go("claims", "--unreviewed", "--json"))) == 1
    assert "2 reviewed" in go("disputes").stdout
    assert review("undo", bulk).exit_code == 0
    assert go("claims", "--reviewed").exit_code == 0
    assert not go("claims", "--reviewed").stdout
    assert [one["state"] for one in lines(review("decisions", "--json"))] == ["undone"] * 4 + ["carried out"]


def test_many_at_once_are_told_in_one_line_with_how_to_take_them_back(review: Review, go: Review) -> None:
    ids = [one["id"] for one in lines(go("claims", "--json"))]
    relations = [one["id"] for one in lines(go("export", "--what", "relations"))]
    told = review("unsure", *ids, *relations)
    assert f"{len(ids) + len(relations)} decisions: unsure" in told.stdout
    assert "review undo b-" in told.stderr
    assert "Nothing waits for a look here. 5 of 5 claims reviewed." in review().stderr


def test_a_relation_is_judged_by_its_id_or_by_its_claims(review: Review, go: Review) -> None:
    relations = lines(go("export", "--what", "relations"))
    against = next(one for one in relations if one["kind"] == "contradicts")
    assert review("reject", against["id"]).exit_code == 0
    assert against["id"] not in go("export", "--what", "relations").stdout
    assert against["id"] in review("compare").stdout
    told = review("relation", against["left"], against["right"], "corroborates", "--reason", "the same quay")
    assert told.exit_code == 0
    assert "is no longer carried out" in told.stderr
    (now,) = [one for one in lines(go("export", "--what", "relations")) if one["left"] == against["left"]
              and one["right"] == against["right"]]  # fmt: skip
    assert (now["kind"], now["machine"], now["review"], now["why"]) == (
        "corroborates", "contradicts", "corrected", "the same quay",
    )  # fmt: skip
    assert "the machine saw contradicts" in review("compare").stdout
    assert review("relation", against["left"], against["right"], "none").exit_code == 0


def test_the_report_of_reviewed_claims_alone_says_so_and_holds_no_others(review: Review, go: Review) -> None:
    ids = [one["id"] for one in lines(go("claims", "--frame", "control", "--json"))]
    assert review("accept", *ids[:1]).exit_code == 0
    assert go("report", "-o", "r.html", "--reviewed-only").exit_code == 0
    page = Path("r.html").read_text(encoding="utf-8")
    assert "Only claims that a person has accepted or corrected are shown." in page
    assert "1 claims by 1 claimants" in page
    assert go("export", "--reviewed-only").stdout.count("\n") == 1
    assert go("disputes", "--reviewed-only").exit_code == 0
    assert "review" in go("disputes", "--reviewed-only").stderr
    refused = go("export", "--what", "origins", "--reviewed-only")
    assert refused.exit_code == 2


def test_decisions_are_handed_on_from_ledger_to_ledger(review: Review, go: Review, run: Run, ledger: Path) -> None:
    review("correct", DOUBTED, "--stance", "predicts", "--by", "Ada")
    review("reject", CLAIMS[0].id, "--by", "Ada")
    assert go("export", "--what", "decisions", "-o", "d.jsonl").exit_code == 0
    other = Path(shutil.copy(ledger, "other.db"))
    assert "2 new decisions" in run("review", "import", "d.jsonl", "--ledger", str(other)).stdout
    assert "2 known already" in run("entities", "import", "d.jsonl", "--ledger", str(other)).stdout
    for what in ("claims", "disputes", "relations"):
        assert run("export", "--what", what, "--ledger", str(other)).stdout == go("export", "--what", what).stdout


def test_who_decides_is_named_by_the_option_the_environment_or_the_system(review: Review) -> None:
    (made,) = lines(review("unsure", DOUBTED, "--json", env={"COUNTERCLAIM_BY": "Desk 4"}))
    assert made["by"] == "Desk 4"
    (made,) = lines(review("unsure", DOUBTED, "--json", "--by", "Ada", env={"COUNTERCLAIM_BY": "Desk 4"}))
    assert made["by"] == "Ada"


REFUSED = (
    (["accept"], "No claim is named"),
    (["accept", DOUBTED, "--frame", "control"], "both given"),
    (["accept", "--words", "zebra"], "No claim meets"),
    (["reject", "c-0"], "Nothing in the ledger has the id"),
    (["correct", DOUBTED], "Nothing is corrected"),
    (["correct", DOUBTED, "c-1", "--drop", "1"], "claim by claim"),
    (["correct", DOUBTED, "--content", "never said"], "do not stand in the report"),
    (["correct", DOUBTED, "--claimant", "Nobody"], "No entity is named"),
    (["correct", DOUBTED, "--add", "control place=@Mirrow"], "needs 'extent'"),
    (["undo", "d-0"], "No decision has the id"),
    (["--limit", "3", "accept", DOUBTED], "Options go behind"),
)


@pytest.mark.parametrize(("words", "told"), REFUSED, ids=[told for _, told in REFUSED])
def test_what_cannot_be_done_is_refused_with_what_to_do(words: list[str], told: str, review: Review) -> None:
    refused = review(*words)
    assert refused.exit_code == 2
    assert told in refused.stderr
    assert "Nothing was decided" in review("decisions").stderr


COMMANDS = ("accept", "reject", "unsure", "correct", "add", "relation", "compare", "undo", "decisions", "import")


def test_the_commands_of_both_groups_are_one() -> None:
    from counterclaim.cli import entities, review

    assert set(review.command.commands) == set(COMMANDS)
    for name in ("undo", "decisions", "import"):
        assert review.command.commands[name] is entities.command.commands[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_for_each_option(name: str, run: Run) -> None:
    from counterclaim.cli.review import command

    found = command.commands[name]
    options = [one for one in found.params if isinstance(one, click.Option)]
    assert {"--json", "--ledger"} <= {opt for one in options for opt in one.opts}
    assert all(one.help and one.help.endswith(".") for one in options)
    assert run("review", name, "--help").exit_code == 0


def test_a_claim_that_was_missed_is_added_and_undone(review: Review, go: Review) -> None:
    before = go("claims", "--json").stdout
    words = ("--claimant", "Ada Quell", "--content", "Nobody could be", "--content", "in Haven district")
    more = ("--channel", "radio", "--add", "attack kind=raid place=@Mirrow", "--by", "Ada", "--json")
    (made,) = lines(review("add", "post.txt", *words, *more))
    assert (made["kind"], made["state"]) == ("add", "carried out")
    found = [one for one in lines(go("claims", "--json")) if one["content"] == "Nobody could be in Haven district"]
    assert [(one["claimant"]["name"], one["channel"], one["review"]) for one in found] == [
        ("Ada Quell", "radio", "corrected")
    ]
    assert found[0]["propositions"][0]["kind"] == "raid"
    assert "add “Nobody could be … in Haven district” (post.txt)" in review("decisions").stdout
    assert go("check").exit_code == 0
    assert review("undo", made["id"]).exit_code == 0
    assert go("claims", "--json").stdout == before


def test_a_claim_whose_words_the_report_has_not_is_not_added(review: Review) -> None:
    told = review("add", "post.txt", "--outlet", "--content", "words of another report")
    assert told.exit_code == 2
    assert "do not stand in the report" in told.stderr

"""The shorter commands that ask a ledger: disputes, timeline, entities, export, report, check."""

import csv
import io
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.report.world import CLAIMS

from counterclaim.cli.grid import grid
from counterclaim.cli.terminal import cells, fit, plain, table, wrap
from counterclaim.cli.timeline import day_lines
from counterclaim.relate import ControlClaim, ControlDay, ControlState


def test_a_dispute_names_its_sides_and_their_weight(run: Run) -> None:
    found = run("disputes", "--place", "mirrow")
    assert found.exit_code == 0
    assert "Mirrow" in found.stdout
    assert "Ada Quell" in found.stdout
    assert "2 claims in 2 reports" in found.stdout


def test_a_place_that_is_not_there_is_told_what_it_is_close_to(run: Run) -> None:
    for words in (["disputes", "--place", "Mirow"], ["timeline", "Mirow"]):
        found = run(*words)
        assert found.exit_code == 2
        assert "Did you mean Mirrow?" in found.stderr


def test_a_place_without_disputes_says_so(run: Run) -> None:
    found = run("disputes", "--place", "Haven district")
    assert found.exit_code == 0
    assert "No claims stand against each other" in found.stderr


def test_the_timeline_draws_claims_as_claims(run: Run) -> None:
    found = run("timeline", "Mirrow").stdout
    assert "held by Orvann" in found
    assert "3 May 2031" in found
    assert "/////" in found
    assert "wholly held by Orvann (2 reports)" in found


def test_a_place_that_nobody_says_is_held_says_so(run: Run) -> None:
    found = run("timeline", "Haven district")
    assert found.exit_code == 0
    assert "Nobody says who holds Haven district" in found.stderr


def day(iso: str | None, *claims: tuple[str, str, str], state: ControlState = ControlState.CONTESTED) -> ControlDay:
    told = [
        ControlClaim("c", iso, who, None, holder, None, extent, None, None, False, "w")
        for who, holder, extent in claims
    ]
    return ControlDay(iso, state, tuple(told))


def test_the_grid_breaks_into_a_further_one_where_days_do_not_fit() -> None:
    days = [day(f"2031-05-{n:02}", ("Ada", "Orvann", "full"), ("Jon", "Telsk", "partial")) for n in range(1, 21)]
    lines = list(grid(days, 80))
    assert all(cells(line) <= 80 for line in lines)
    assert sum(line.count("May") for line in lines) == 20
    assert sum(line.count("#") for line in lines) == 20


def test_a_claimant_is_one_mark_however_many_reports_carry_it() -> None:
    (_, _, row) = grid([day("2031-05-01", ("Ada", "Orvann", "full"), ("Ada", "Orvann", "full"))], 80)
    assert row.count("#") == 1


def test_silence_and_unknown_days_are_drawn_too() -> None:
    days = [
        day("2031-05-01", ("Ada", "Orvann", "full")),
        day("2031-05-02/2031-05-08", state=ControlState.UNSPOKEN),
        day(None, ("Jon", "Telsk", "none")),
    ]
    head, bars, *rows = grid(days, 80)
    assert head.split() == ["1", "May", "…", "undated"]
    assert ". . ." in bars
    assert any("x" in row.removeprefix("held by Telsk") for row in rows)


def test_entities_are_found_by_any_of_their_names(run: Run) -> None:
    assert "Ada Quell" in run("entities", "--name", "QUELL", "--kind", "person").stdout
    found = run("entities", "--name", "Quall")
    assert found.exit_code == 0
    assert "Did you mean" in found.stderr


@pytest.mark.parametrize("what", ["claims", "relations", "entities", "mentions", "articles", "disputes"])
def test_every_kind_is_exported_to_standard_output_as_json_lines(what: str, run: Run) -> None:
    found = run("export", "--what", what, "-o", "-")
    assert found.exit_code == 0
    assert all(json.loads(line) for line in found.stdout.splitlines())


def test_csv_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    found = run("export", "--what", "claims", "--format", "csv", "-o", "claims.csv")
    assert found.exit_code == 0
    assert f"{len(CLAIMS)} records of claims written to claims.csv" in found.stderr
    rows = list(csv.DictReader(io.StringIO((tmp_path / "claims.csv").read_text(encoding="utf-8"))))
    assert {row["id"] for row in rows} == {one.id for one in CLAIMS}


@pytest.mark.parametrize("words", [["export", "-o", "no/such/x.jsonl"], ["report", "-o", "no/such/x.html"]])
def test_a_file_that_cannot_be_written_is_said_in_words(words: list[str], run: Run) -> None:
    found = run(*words)
    assert found.exit_code == 2
    assert "cannot be written" in found.stderr


def test_the_report_says_where_it_lies(run: Run, tmp_path: Path) -> None:
    found = run("report", "-o", "out.html")
    assert found.exit_code == 0
    assert "out.html" in found.stderr
    assert (tmp_path / "out.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads(run("report", "-o", "out.html", "--json").stdout)["bytes"] > 1000


def test_check_passes_a_sound_ledger_and_names_what_is_not_so(run: Run, ledger: Path, tmp_path: Path) -> None:
    sound = run("check")
    assert sound.exit_code == 0
    assert "checked" in sound.stderr
    broken = Path(shutil.copy(ledger, tmp_path / "broken.db"))
    with sqlite3.connect(broken) as connection:
        connection.create_function("fold", 1, str)
        connection.execute(
            "UPDATE claim_span SET start = start + 1, stop = stop + 1 WHERE claim = ? AND kind = 'content'",
            (CLAIMS[0].id,),
        )
    connection.close()
    found = run("check", "--ledger", str(broken))
    assert found.exit_code == 1
    assert CLAIMS[0].id in found.stdout
    assert json.loads(run("check", "--json", "--ledger", str(broken)).stdout.splitlines()[0])["kind"] == "claim"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred\x07", "a�[31mred�"),
        ("one\ntwo\tthree", "one two three"),
        ("\u202eright\u202c \u2066left\u2069", "right left"),
        ("ordinary – Бахмут 東京", "ordinary – Бахмут 東京"),
        ("\x9b31m", "�31m"),
    ],
)
def test_text_of_articles_cannot_steer_the_terminal(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize("text", ["plain", "東京都庁舎前", "e\u0301te\u0301", "a" * 50, ""])
def test_cells_are_cut_and_padded_to_columns_of_any_script(text: str) -> None:
    assert cells(fit(text, 9)) == 9


def test_columns_line_up_beside_wide_characters() -> None:
    first, second = table([("東京", "x"), ("Rome", "x")], (6, 3)).splitlines()
    assert cells(first) == cells(second)


def test_lines_are_wrapped_behind_their_indent() -> None:
    lines = wrap("word " * 60, indent="    ", columns=60).splitlines()
    assert all(line.startswith("    ") and len(line) <= 60 for line in lines)


def test_on_a_narrow_terminal_the_words_stand_whole_under_the_name() -> None:
    """On a telephone, "partly held by Halv…" would not say by whom."""
    told = ControlClaim(
        "c", None, "Ada", None, "Orvann", None, "full", None, None, False, "wholly held by Orvann, of all"
    )
    narrow = day_lines(ControlDay(None, ControlState.CONTESTED, (told,)), {}, 24)
    assert narrow == ["Ada", "  wholly held by Orvann,", "  of all"]
    assert day_lines(ControlDay(None, ControlState.CONTESTED, (told,)), {}, 90) == [
        "Ada  wholly held by Orvann, of all"
    ]

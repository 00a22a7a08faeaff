"""Thoughts are shown to who asks for them, and never look like claims."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.ledger.builders import article, reading

from counterclaim.cli import main
from counterclaim.ledger import open_ledger
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import Quotation, Stance
from counterclaim.report import write_report

TEXT = "A day in Tarn\nOrla says: they hold the north in Tarn.\nMesk says: nobody is there in Tarn."


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    told = reading(article(TEXT))
    plan = {"speech": False, "quotation": Quotation.NARRATION, "propositions": (), "stance": Stance.PLANS}
    with open_ledger(tmp_path / "l.db") as held:
        whole = replace(told, claims=(told.claims[0], replace(told.claims[1], **plan)))  # type: ignore[arg-type]
        write_reading(held, whole, run=begin_run(held, [], "e"), engine="e")
        derive(held)
    return tmp_path / "l.db"


def run(ledger: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--ledger", str(ledger)])


def test_claims_lists_thoughts_only_when_asked_and_says_what_they_are(ledger: Path) -> None:
    assert "Mesk" not in run(ledger, "claims").stdout
    shown = run(ledger, "claims", "--thoughts").stdout
    assert "Mesk is said to plan" in shown
    assert "told in passing" in shown
    assert "Orla asserts" in shown
    assert [
        json.loads(line)["speech"] for line in run(ledger, "claims", "--thoughts", "--json").stdout.split("\n")[:2]
    ] == [
        True,
        False,
    ]


def test_a_thinker_is_found_only_among_thoughts(ledger: Path) -> None:
    """Who thinks and never speaks is known to the ledger, but makes no claim."""
    assert run(ledger, "claims", "--claimant", "Mesk", "--thoughts").stdout.count("Mesk") == 1
    assert not run(ledger, "claims", "--claimant", "Mesk").stdout


def test_show_sets_thoughts_below_the_claims(ledger: Path) -> None:
    shown = run(ledger, "show", "report.txt").stdout
    assert shown.index("Orla asserts") < shown.index("Mesk is said to plan")


def test_the_report_counts_and_shows_claims_only(ledger: Path) -> None:
    with open_ledger(ledger) as held:
        html = write_report(held, ledger.with_suffix(".html")).read_text(encoding="utf-8")
    assert "1 claims by 1 claimants" in html
    assert "is said to plan" not in html

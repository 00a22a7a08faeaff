"""Who trusts sure readings only sees nothing that rests on an unsure one."""

import json
import math
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.report.world import CLAIMS

from counterclaim.errors import InputError
from counterclaim.ledger import ClaimFilter, open_ledger

UNSURE = CLAIMS[3].id  # read with a confidence of 0.3, all others with 0.9


def rows(run: Run, what: str, *words: str) -> list[dict[str, object]]:
    found = run("export", "--what", what, *words)
    assert found.exit_code == 0, found.stderr
    return [json.loads(line) for line in found.stdout.splitlines()]


def test_claims_and_relations_that_rest_on_them_are_left_out_of_exports(run: Run) -> None:
    assert UNSURE in {row["id"] for row in rows(run, "claims")}
    assert UNSURE not in {row["id"] for row in rows(run, "claims", "--min-confidence", "0.5")}
    every, sure = rows(run, "relations"), rows(run, "relations", "--min-confidence", "0.5")
    assert sure == [row for row in every if UNSURE not in (row["left"], row["right"])]
    assert 0 < len(sure) < len(every)
    assert not rows(run, "relations", "--min-confidence", "0.95")


def test_disputes_lose_unsure_claims_and_their_voices(run: Run) -> None:
    """A side must not weigh more than the claims that are shown for it."""
    (every,) = rows(run, "disputes")
    (sure,) = rows(run, "disputes", "--min-confidence", "0.5")
    assert sure["id"] == every["id"]
    assert UNSURE in str(every)
    assert UNSURE not in str(sure)
    voices = [sum(side["voices"] for side in one["sides"]) for one in (every, sure)]  # type: ignore[attr-defined]
    assert voices[1] == voices[0] - 1
    listed = run("disputes", "--json", "--min-confidence", "0.5").stdout
    assert [json.loads(line) for line in listed.splitlines()] == [sure]
    assert "1 claim in 1 report, 1 voice" in run("disputes", "--min-confidence", "0.5").stdout


def test_without_sure_claims_there_is_no_dispute_and_that_is_said(run: Run) -> None:
    found = run("disputes", "--min-confidence", "0.95")
    assert found.exit_code == 0
    assert not found.stdout
    assert "confidence of 0.95 or more" in found.stderr


def test_the_report_says_what_was_left_out(run: Run) -> None:
    """A reader of the file alone must know that claims are missing."""
    assert (
        run("report", "-o", "all.html").exit_code
        == run("report", "-o", "sure.html", "--min-confidence", "0.5").exit_code
        == 0
    )
    every, sure = (Path(name).read_text(encoding="utf-8") for name in ("all.html", "sure.html"))
    words = CLAIMS[3].content
    assert f">{words}<" in every or words in every
    assert "confidence below 0.5 are left out" in sure
    assert "left out" not in every
    assert UNSURE in every
    assert UNSURE not in sure


@pytest.mark.parametrize("command", ["claims", "disputes", "report", "export"])
@pytest.mark.parametrize("number", ["1.5", "-0.1", "much", "nan"])
def test_a_confidence_that_is_none_is_refused(command: str, number: str, run: Run) -> None:
    found = run(command, "--min-confidence", number)
    assert found.exit_code == 2
    assert "min-confidence" in found.stderr or "from 0 to 1" in found.stderr


def test_kinds_without_confidence_refuse_one_and_touch_no_file(run: Run) -> None:
    """Whoever asks for sure articles believes afterwards to have them."""
    Path("old.jsonl").write_text("kept", encoding="utf-8")
    for what in ("entities", "mentions", "articles", "origins"):
        found = run("export", "--what", what, "--min-confidence", "0.5", "-o", "old.jsonl")
        assert found.exit_code == 2
        assert "claims, relations, disputes" in found.stderr
    assert Path("old.jsonl").read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize("number", [-0.1, 1.1, math.nan])
def test_the_library_refuses_it_too(number: float, ledger: Path) -> None:
    with open_ledger(ledger) as held:
        for ask in (
            lambda: held.claims(ClaimFilter(min_confidence=number)),
            lambda: held.relations(number),
            lambda: held.disputes(number),
        ):
            with pytest.raises(InputError, match="no confidence"):
                list(ask())

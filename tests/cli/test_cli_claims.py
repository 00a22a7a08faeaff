"""`claims`: what a user who filters is shown, and what one is told who finds nothing."""

import json

import pytest
from tests.cli.conftest import Run
from tests.report.world import CLAIMS


def ids(run: Run, *words: str) -> set[str]:
    found = run("claims", "--json", *words)
    assert found.exit_code == 0, found.stderr
    return {json.loads(line)["id"] for line in found.stdout.splitlines()}


def test_without_filters_every_claim_is_listed_with_its_words_and_its_way(run: Run) -> None:
    found = run("claims")
    assert all(one.id in found.stdout for one in CLAIMS)
    assert "“We stand on the north quay”" in found.stdout
    assert "Telegram · Jon Brask ← Delta Wire ← Ferry Post" in found.stdout
    assert "= Orvann holds all of Mirrow, gained" in found.stdout
    assert "Ferry Post, outlet’s own voice asserts" in found.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--claimant", "brask"], {1, 3}),
        (["--claimant", "Ada Quell"], {0, 2}),
        (["--frame", "attack"], {4}),
        (["--since", "2031-05-04"], {3}),
        (["--until", "2031-05-03"], {0, 1, 2, 4}),
        (["--since", "2031-05", "--until", "2031-05"], {0, 1, 2, 3, 4}),
        (["--words", "quay"], {1, 3}),
        (["--words", '"north quay of"'], {3}),
        (["--min-confidence", "0.5"], {0, 1, 2, 4}),
        (["--claimant", "brask", "--since", "2031-05-04"], {3}),
        (["--place", "Haven district"], {4}),
    ],
)
def test_filters_narrow_each_other_down(words: list[str], expected: set[int], run: Run) -> None:
    assert ids(run, *words) == {CLAIMS[n].id for n in expected}


def test_the_limit_holds(run: Run) -> None:
    assert len(ids(run, "--limit", "2")) == 2


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--claimant", "Ada Quel"], "Ada Quell"),
        (["--claimant", "Bask"], "Brask"),
        (["--place", "Mirow"], "Mirrow"),
        (["--frame", "controll"], "control"),
    ],
)
def test_a_misspelt_name_is_told_what_it_is_close_to(words: list[str], hint: str, run: Run) -> None:
    found = run("claims", *words)
    assert found.exit_code == 2
    assert f"Did you mean {hint}" in found.stderr
    assert not found.stdout


def test_a_name_like_nothing_in_the_ledger_is_told_where_to_look(run: Run) -> None:
    found = run("claims", "--claimant", "Zzyzx")
    assert found.exit_code == 2
    assert "counterclaim entities" in found.stderr


def test_filters_that_nothing_meets_are_no_error_but_are_said(run: Run) -> None:
    found = run("claims", "--claimant", "Quell", "--since", "2040-01-01")
    assert found.exit_code == 0
    assert not found.stdout
    assert "No claim meets all of these filters" in found.stderr


@pytest.mark.parametrize("day", ["yesterday", "2031-13-40", "03/05/2031"])
def test_a_date_that_is_none_is_refused_with_an_example(day: str, run: Run) -> None:
    found = run("claims", "--since", day)
    assert found.exit_code == 2
    assert "2023-05-20" in found.stderr

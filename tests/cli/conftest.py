"""A ledger with the quarrel over Mirrow, and a way to run commands on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.report.world import write_ledger

from counterclaim.cli import main

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ledger(tmp_path_factory.mktemp("cli") / "quarrel.db")


@pytest.fixture
def run(ledger: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in an empty folder, with the ledger in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)

    def go(*words: str, env: dict[str, str] | None = None, stdin: str | None = None) -> Result:
        return CliRunner().invoke(
            main, list(words), env={"COUNTERCLAIM_LEDGER": str(ledger)} | (env or {}), input=stdin
        )

    return go

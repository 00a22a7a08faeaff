"""`counterclaim serve` as a process: it tells where it is, goes on while reports are read, and ends quietly."""

import json
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.report.world import CLAIMS, COPY, ENTITIES, LATER, POST, write_ledger

from counterclaim.errors import LedgerError
from counterclaim.ledger import open_ledger
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.tallies import TALLIED_FOR
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import Reading
from counterclaim.serve import site
from counterclaim.serve.site import Site, TooSlowError


@contextmanager
def served(ledger: Path, *options: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    command = [
        sys.executable,
        "-m",
        "counterclaim",
        "serve",
        "--json",
        "--port",
        "0",
        "--ledger",
        str(ledger),
        *options,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield json.loads(process.stdout.readline())["url"], process
        finally:
            process.terminate()


def asked(url: str) -> Any:
    """What the API answers; a process that has just started may take a moment."""
    for _ in range(60):
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 - the address that the command printed
                return json.load(answer)
        except ConnectionError:
            time.sleep(0.5)
    raise AssertionError(url)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_answers_and_ends_when_interrupted(quarrel: Path, workers: str) -> None:
    with served(quarrel, "--workers", workers) as (url, process):
        assert asked(f"{url}api/v1/ledger")["claims"] == len(CLAIMS)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert "Traceback" not in said
    assert process.returncode in (0, 130)


def test_what_is_read_meanwhile_is_shown_at_once(tmp_path: Path) -> None:
    path = write_ledger(tmp_path / "growing.db", (POST, COPY))
    with served(path, "--workers", "1") as (url, _):
        assert asked(f"{url}api/v1/ledger")["articles"] == 2
        with open_ledger(path) as held:
            claims = tuple(claim for claim in CLAIMS if claim.article == LATER.id)
            reading = Reading(LATER, tuple(ENTITIES.values()), (), claims)
            write_reading(held, reading, run=begin_run(held, [], "test"), engine="test")
            assert asked(f"{url}api/v1/ledger")["derived"] is False
            derive(held)
        assert asked(f"{url}api/v1/ledger")["articles"] == 3
        assert len(asked(f"{url}api/v1/claims?claimant=Brask")["items"]) == 2


def test_another_ledger_under_the_same_name_is_noticed(tmp_path: Path) -> None:
    path = write_ledger(tmp_path / "one.db", (POST,))
    held = Site(path)
    with held.lent() as ledger:
        assert len(list(ledger.articles())) == 1
    write_ledger(tmp_path / "two.db", (POST, COPY)).replace(path)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    with held.lent() as ledger:
        assert len(list(ledger.articles())) == 2
    held.close()


def test_a_question_that_takes_too_long_is_broken_off_and_says_how_to_narrow_it(
    quarrel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "LONGEST_QUESTION", 0.2)
    held = Site(quarrel)
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(TooSlowError) as told, held.lent() as ledger:
        ledger.value(endless)
    assert "Narrow it" in told.value.advice
    with held.lent() as ledger:
        assert ledger.value("SELECT 1") == 1
    held.close()


def test_pages_can_write_nothing(quarrel: Path) -> None:
    held = Site(quarrel)
    with pytest.raises(LedgerError), held.lent() as ledger:
        ledger.rows("DELETE FROM article")
    held.close()


def test_a_ledger_without_lists_that_may_not_be_written_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_ledger(tmp_path / "older.db")
    with open_ledger(path) as held, held.transaction():
        held.note(TALLIED_FOR, None)
    monkeypatch.setattr("counterclaim.ledger.store._may_write", lambda _path: False)
    with pytest.raises(LedgerError) as told:
        Site(path).prepare()
    assert "Copy it" in told.value.advice

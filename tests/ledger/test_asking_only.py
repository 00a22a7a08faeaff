"""Who only asks can spoil nothing, whatever he asks."""

import sqlite3
from pathlib import Path

import pytest
from tests.ledger.builders import article, write

from counterclaim.errors import LedgerError
from counterclaim.ledger import open_ledger

TEXT = "A day in Tarn\nOrla says: they hold the north in Tarn."


def test_sqlite_refuses_to_write(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as held:
        write(held, article(TEXT))
    with open_ledger(tmp_path / "l.db", asking=True) as held:
        assert len(list(held.claims())) == 1
        for statement in ("DELETE FROM claim", "CREATE TABLE mine (a)", "PRAGMA user_version = 1"):
            with pytest.raises((LedgerError, sqlite3.Error)):
                held.rows(statement)
        with pytest.raises(LedgerError):
            write(held, article(TEXT + "\nMore."))
    with open_ledger(tmp_path / "l.db") as held:
        assert len(list(held.claims())) == 1


def test_asking_makes_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger"):
        open_ledger(tmp_path / "none.db", asking=True)
    assert not list(tmp_path.iterdir())


def test_an_older_ledger_is_not_brought_up_to_date(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as held:
        held.connection.execute("PRAGMA user_version = 1")
    before = (tmp_path / "l.db").read_bytes()
    with pytest.raises(LedgerError, match="older Counterclaim") as told:
        open_ledger(tmp_path / "l.db", asking=True)
    assert "counterclaim check" in told.value.advice
    assert (tmp_path / "l.db").read_bytes() == before

"""A ledger is recognised, brought up to date whole, and nothing else is ever written to."""

import os
import sqlite3
from pathlib import Path

import pytest
from tests.ledger.builders import article, write

from counterclaim.errors import LedgerError, NotFoundError
from counterclaim.ledger import open_ledger, schema
from counterclaim.ledger.writing import begin_run


def test_files_that_are_no_ledger_are_refused_and_left_alone(tmp_path: Path) -> None:
    """`--ledger notes.txt` must not cost anyone their notes."""
    notes, other = tmp_path / "notes.txt", tmp_path / "other.db"
    notes.write_text("what I want to keep\n" * 300)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (a)")
    connection.close()
    for path in (notes, other):
        before = path.read_bytes()
        with pytest.raises(LedgerError, match="left as it is"):
            open_ledger(path)
        assert path.read_bytes() == before


def test_a_ledger_of_a_newer_program_is_refused_with_advice(tmp_path: Path) -> None:
    """Writing into tables one does not know would break them."""
    with open_ledger(tmp_path / "l.db") as ledger:
        ledger.rows(f"PRAGMA user_version = {len(schema.steps()) + 1}")
    with pytest.raises(LedgerError, match="newer Counterclaim") as raised:
        open_ledger(tmp_path / "l.db")
    assert "Upgrade" in raised.value.advice


def test_folders_and_missing_files_are_said_so(tmp_path: Path) -> None:
    """The user learns which of the many things that can be wrong with a path it is."""
    for path, words in (
        (tmp_path, "is a folder"),
        (tmp_path / "no" / "l.db", "no folder"),
        (tmp_path / "l.db", "no ledger"),
    ):
        with pytest.raises(LedgerError, match=words):
            open_ledger(path, create=path != tmp_path / "l.db")
    assert not list(tmp_path.iterdir())


def test_a_damaged_ledger_is_said_to_be_damaged(tmp_path: Path) -> None:
    """Not a traceback out of SQLite."""
    path = tmp_path / "l.db"
    with open_ledger(path) as ledger:
        write(ledger, article("A day in Tarn\nOrla says: it is shut in Tarn."))
    raw = path.read_bytes()
    path.write_bytes(raw[:100] + b"\xff" * (len(raw) - 100))
    with pytest.raises(LedgerError, match="damaged"):
        open_ledger(path)


def test_a_step_that_fails_leaves_the_ledger_at_the_step_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a change of tables could be neither used nor changed again."""
    path = tmp_path / "l.db"
    with open_ledger(path) as ledger:
        begin_run(ledger, ["x"], "e")
    taken = schema.steps()
    monkeypatch.setattr(schema, "steps", lambda: (*taken, "CREATE TABLE extra (a);\nINSERT INTO nowhere VALUES (1);"))
    with pytest.raises(LedgerError, match="nowhere"):
        open_ledger(path)
    monkeypatch.setattr(schema, "steps", lambda: (*taken, "CREATE TABLE extra (a);"))
    with open_ledger(path) as ledger:
        assert ledger.value("SELECT count(*) FROM extra") == 0
        assert ledger.value("SELECT count(*) FROM reading_run") == 1
        assert ledger.value("PRAGMA user_version") == len(taken) + 1


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    """A mistyped id gets advice, not an empty answer."""
    with open_ledger(tmp_path / "l.db") as ledger:
        for ask in (ledger.claim, ledger.article, ledger.entity):
            with pytest.raises(NotFoundError, match="c-0"):
                ask("c-0")


def unwritable(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a read-only disk; the superuser, as whom tests may run, is stopped by no permission."""
    monkeypatch.setattr("counterclaim.ledger.store.os.access", lambda _path, mode: mode != os.W_OK)


def test_a_ledger_that_may_not_be_written_can_be_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a shared disk, a ledger belongs to who reads reports into it; the others only ask."""
    path = tmp_path / "a folder?" / "l#1.db"
    path.parent.mkdir()
    with open_ledger(path) as ledger:
        write(ledger, article("A day in Tarn\nOrla says: it is shut in Tarn."))
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    unwritable(monkeypatch)
    with open_ledger(path) as ledger:
        assert ledger.read_only
        assert len(list(ledger.claims())) == 1
        with pytest.raises(LedgerError, match="cannot be written") as raised:
            write(ledger, article("A day in Velm\nOrla says: it is shut in Velm.", "other.txt"))
        assert "permissions" in raised.value.advice
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def test_asking_sees_what_another_program_has_just_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a run is under way its newest articles lie in SQLite's log only."""
    path = tmp_path / "l.db"
    with open_ledger(path) as writing:
        write(writing, article("A day in Tarn\nOrla says: it is shut in Tarn."))
        unwritable(monkeypatch)
        with open_ledger(path) as ledger:
            assert len(list(ledger.claims())) == 1


def test_an_older_ledger_that_may_not_be_written_is_refused_with_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_ledger(tmp_path / "l.db"):
        pass
    taken = schema.steps()
    monkeypatch.setattr(schema, "steps", lambda: (*taken, "CREATE TABLE extra (a);"))
    unwritable(monkeypatch)
    with pytest.raises(LedgerError, match="older Counterclaim") as raised:
        open_ledger(tmp_path / "l.db")
    assert "Copy it" in raised.value.advice

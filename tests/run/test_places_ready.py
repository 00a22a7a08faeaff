"""The index of places is made once, by the parent, and what goes wrong with it is said in words."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ledger.builders import line_reader

from counterclaim.entities.places import build
from counterclaim.errors import InputError
from counterclaim.ledger import Ledger, open_ledger
from counterclaim.run import OwnFiles, read_inputs, reading
from counterclaim.run.places import is_ready, make_ready

SAYING = "The day in Tarn brought no change to the old town.\n\nOrla says: gate {number} is shut in Tarn.\n"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new machine's cache folder, and an index that is made of two places only."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("COUNTERCLAIM_CACHE", str(folder))
    place = (1, "geonames:1", "Tarn", 50.0, 20.0, build.TOWN, "XT", None, None, 900)
    monkeypatch.setattr(build, "_gather", lambda: ([place], [("tarn", 1, build.MAIN)]))
    monkeypatch.setattr(build, "_mark_capitals", lambda _database: None)
    return folder


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    monkeypatch.setattr(reading, "build_reader", line_reader)
    with open_ledger(tmp_path / "l.db") as held:
        yield held


def test_the_index_is_there_before_workers_start(cache: Path, ledger: Ledger, tmp_path: Path) -> None:
    """Eight workers that each make it would take eight times the half minute, all at once."""
    assert not is_ready()
    (tmp_path / "a.txt").write_text(SAYING.format(number=1), encoding="utf-8")
    read_inputs(ledger, [str(tmp_path / "a.txt")], workers=1)
    assert is_ready()
    assert [file.suffix for file in cache.iterdir()] == [".sqlite"]


def test_a_run_that_finds_nothing_new_makes_none(cache: Path, ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    read_inputs(ledger, [str(tmp_path / "empty")], workers=1)
    assert not is_ready()


def test_an_index_that_cannot_be_made_is_no_traceback(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk, most of the time; nothing half made is left to be taken for the index later."""

    def full() -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(build, "_gather", full)
    with pytest.raises(InputError, match="disk is full") as raised:
        make_ready(None)
    assert "COUNTERCLAIM_CACHE" in raised.value.advice
    assert list(cache.iterdir()) == []


def test_a_damaged_index_is_said_to_be_so(cache: Path) -> None:
    make_ready(None)
    next(cache.iterdir()).write_bytes(b"not what it was" * 99)
    with pytest.raises(InputError, match="cannot be made or opened") as raised:
        make_ready(None)
    assert str(cache) in str(raised.value)


def test_a_gazetteer_that_cannot_be_used_stops_the_run_before_it_begins(
    cache: Path, ledger: Ledger, tmp_path: Path
) -> None:
    (tmp_path / "places.csv").write_text("name,lat,lon\nTarn,north,20\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(SAYING.format(number=1), encoding="utf-8")
    with pytest.raises(InputError):
        read_inputs(ledger, [str(tmp_path / "a.txt")], own=OwnFiles(gazetteer=tmp_path / "places.csv"), workers=1)
    assert not list(ledger.articles())

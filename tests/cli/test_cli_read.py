"""`read` and `demo`: what is said of what was read and what not, and with which exit status."""

import gzip
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.ledger.builders import line_reader

REPORT = """Quiet in Tarn

Anna says: the bridge is whole in Tarn. She spoke for a long while about the river and its many boats that day.

Boris denies: the bridge is whole in Tarn. He spoke for a long while about the market and its many stalls that day.
"""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader of plain lines in the place of the language model."""
    monkeypatch.setattr("counterclaim.run.reading.build_reader", line_reader)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "reports"
    place.mkdir()
    (place / "one.txt").write_text(REPORT, encoding="utf-8")
    return place


def read(run: Run, *words: str, ledger: str = "new.db", stdin: str | None = None):  # type: ignore[no-untyped-def]
    return run("read", *words, "--ledger", ledger, "--workers", "1", stdin=stdin)


@pytest.mark.usefixtures("quick")
def test_reading_says_what_was_read_and_what_comes_next(run: Run, folder: Path) -> None:
    found = read(run, str(folder))
    assert found.exit_code == 0
    assert "1 article (1 read); 2 new claims." in found.stdout
    assert "counterclaim disputes" in found.stdout
    assert "\x1b" not in found.output


@pytest.mark.usefixtures("quick")
def test_reading_again_says_that_nothing_is_new(run: Run, folder: Path) -> None:
    read(run, str(folder))
    found = read(run, str(folder))
    assert found.exit_code == 0
    assert "1 article (1 known already); 0 new claims." in found.stdout


@pytest.mark.usefixtures("quick")
def test_what_cannot_be_read_is_named_and_the_rest_goes_on(run: Run, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "cut.txt.gz").write_bytes(gzip.compress(REPORT.encode() * 50)[:60])
    found = read(run, str(folder))
    assert found.exit_code == 0
    assert "Not read: " in found.stderr
    assert "empty.txt" in found.stderr
    assert "cut.txt.gz" in found.stderr
    assert "2 inputs could not be read" in found.stdout


@pytest.mark.usefixtures("quick")
def test_only_when_nothing_could_be_read_does_it_exit_with_1(run: Run, tmp_path: Path) -> None:
    found = read(run, str(tmp_path / "nothing-here"))
    assert found.exit_code == 1
    assert "nothing-here" in found.stderr


@pytest.mark.usefixtures("quick")
def test_json_lines_come_in_through_a_dash_and_the_summary_goes_out_as_json(run: Run) -> None:
    line = json.dumps({"document": "a", "title": "Quiet", "text": REPORT, "published": "2031-05-03"})
    found = read(run, "-", "--json", stdin=f"{line}\n{{broken\n")
    summary = json.loads(found.stdout)
    assert (summary["articles"], summary["claims"], len(summary["problems"])) == (1, 2, 1)
    assert summary["problems"][0]["line"] == 2


@pytest.mark.parametrize("option", ["--manifest", "--gazetteer"])
def test_a_table_that_is_not_there_stops_the_run_with_words(option: str, run: Run, folder: Path) -> None:
    found = read(run, str(folder), option, "no-such.csv")
    assert found.exit_code == 2
    assert "no-such.csv" in found.stderr
    assert "Traceback" not in found.output


def test_read_without_inputs_is_a_mistake_of_usage(run: Run) -> None:
    assert run("read").exit_code == 2


def test_the_demo_reads_its_corpus_prints_disputes_and_says_where_the_report_lies(run: Run, tmp_path: Path) -> None:
    found = run("demo", "--workers", "1")
    assert found.exit_code == 0, found.stderr
    report = tmp_path / "counterclaim-demo" / "report.html"
    assert str(report) in found.stdout
    assert report.is_file()
    assert "Who holds" in found.stdout
    assert run("check", "--ledger", str(tmp_path / "counterclaim-demo" / "demo.db")).exit_code == 0


@pytest.mark.usefixtures("quick")
def test_the_demo_never_replaces_a_ledger_of_ones_own(run: Run, folder: Path, tmp_path: Path) -> None:
    read(run, str(folder), ledger="mine.db")
    before = (tmp_path / "mine.db").read_bytes()
    found = run("demo", "--ledger", "mine.db", "--workers", "1")
    assert found.exit_code == 2
    assert "more than the demo corpus" in found.stderr
    assert (tmp_path / "mine.db").read_bytes() == before

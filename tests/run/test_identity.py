"""Two reports are never taken for one, and one never for two."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ledger.builders import article, write

from counterclaim.ledger import Ledger, open_ledger
from counterclaim.run.identity import identify

ONE, TWO = "The gate is shut.", "The gate is open."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as held:
        yield held


def test_another_file_of_the_same_name_is_another_report(ledger: Ledger, tmp_path: Path) -> None:
    """`monday/page.txt` and `tuesday/page.txt`: the second is no correction of the first."""
    write(ledger, article(ONE, "page.txt", path=str(tmp_path / "monday/page.txt")))
    other = article(TWO, "page.txt", path=str(tmp_path / "tuesday/page.txt"))
    assert identify(ledger, other, {}).document == "tuesday/page.txt"
    write(ledger, identify(ledger, other, {}))
    again = article(TWO + " Still.", "page.txt", path=str(tmp_path / "tuesday/page.txt"))
    assert identify(ledger, again, {}).document == "tuesday/page.txt"


def test_a_third_file_gets_one_more_folder(ledger: Ledger, tmp_path: Path) -> None:
    """Names stay apart however many folders hold a file of one name."""
    for number, folder in enumerate(("a/day", "b/day", "c/day")):
        new = article(f"{ONE} {number}", "page.txt", path=str(tmp_path / folder / "page.txt"))
        write(ledger, identify(ledger, new, {}))
    assert [one.document for one in ledger.articles()] == ["c/day/page.txt", "day/page.txt", "page.txt"]


def test_the_same_text_elsewhere_is_the_same_report(ledger: Ledger, tmp_path: Path) -> None:
    """A folder that was moved must not be counted twice."""
    write(ledger, article(ONE, "page.txt", path=str(tmp_path / "old/page.txt")))
    moved = identify(ledger, article(ONE, "page.txt", path=str(tmp_path / "new/page.txt")), {})
    assert moved.id == article(ONE, "page.txt").id


def test_a_change_after_a_move_is_still_a_change(ledger: Ledger, tmp_path: Path) -> None:
    """The folder was renamed, then the outlet corrected its report: one report, two versions."""
    write(ledger, article(ONE, "page.txt", path=str(tmp_path / "old/page.txt")))
    write(ledger, article(ONE, "page.txt", path=str(tmp_path / "new/page.txt")))
    changed = article(TWO, "page.txt", path=str(tmp_path / "new/page.txt"))
    assert identify(ledger, changed, {}).document == "page.txt"


def test_a_copy_does_not_take_the_place_of_its_original(ledger: Ledger, tmp_path: Path) -> None:
    """Both files are there, and what changes later in the first is still the first's."""
    first = tmp_path / "page.txt"
    first.write_text(ONE, encoding="utf-8")
    write(ledger, article(ONE, "page.txt", path=str(first)))
    write(ledger, article(ONE, "page.txt", path=str(tmp_path / "copy/page.txt")))
    assert identify(ledger, article(TWO, "page.txt", path=str(first)), {}).document == "page.txt"


def test_a_file_keeps_its_first_name_however_it_is_named_later(ledger: Ledger, tmp_path: Path) -> None:
    """Reading one folder, then its parent, gives longer names; the report is still the same."""
    path = str(tmp_path / "week/monday/page.txt")
    write(ledger, article(ONE, "page.txt", path=path))
    assert identify(ledger, article(TWO, "monday/page.txt", path=path), {}).document == "page.txt"


def test_lines_that_name_themselves_are_known_by_that_name(ledger: Ledger, tmp_path: Path) -> None:
    """Tomorrow's dump holds today's report again, corrected: that is a new version."""
    write(ledger, article(ONE, "gate-7", path=str(tmp_path / "monday.jsonl"), line=3))
    later = article(TWO, "gate-7", path=str(tmp_path / "tuesday.jsonl"), line=90)
    assert identify(ledger, later, {}).document == "gate-7"


def test_lines_without_a_name_are_known_by_where_they_stand(ledger: Ledger, tmp_path: Path) -> None:
    """The third line of two dumps is not one report."""
    write(ledger, article(ONE, "dump.jsonl:3", path=str(tmp_path / "a/dump.jsonl"), line=3))
    other = article(TWO, "dump.jsonl:3", path=str(tmp_path / "b/dump.jsonl"), line=3)
    assert identify(ledger, other, {}).document == "b/dump.jsonl:3"
    same = article(TWO, "dump.jsonl:3", path=str(tmp_path / "a/dump.jsonl"), line=3)
    assert identify(ledger, same, {}).document == "dump.jsonl:3"


def test_a_line_never_replaces_a_file_of_its_name(ledger: Ledger, tmp_path: Path) -> None:
    """They come from two places and neither says that it is the other."""
    write(ledger, article(ONE, "page.txt", path=str(tmp_path / "page.txt")))
    line = article(TWO, "page.txt", path=str(tmp_path / "d/dump.jsonl"), line=1)
    assert identify(ledger, line, {}).document == "d/page.txt"


def test_what_is_piped_in_does_not_replace_what_was_piped_in_before(ledger: Ledger) -> None:
    """`counterclaim read -` twice is two reports."""
    write(ledger, article(ONE, "stdin", path="-"))
    assert identify(ledger, article(ONE, "stdin", path="-"), {}).document == "stdin"
    second = identify(ledger, article(TWO, "stdin", path="-"), {})
    assert second.document.startswith("stdin-")
    write(ledger, second)
    assert identify(ledger, article(TWO, "stdin", path="-"), {}) == second


def test_names_of_articles_that_are_still_being_read_are_taken(ledger: Ledger, tmp_path: Path) -> None:
    """Else two files of one run could be given one name."""
    first = article(ONE, "page.txt", path=str(tmp_path / "a/page.txt"))
    second = article(TWO, "page.txt", path=str(tmp_path / "b/page.txt"))
    assert identify(ledger, second, {"page.txt": first}).document == "b/page.txt"

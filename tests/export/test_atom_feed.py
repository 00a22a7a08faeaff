"""Who follows the feed is told of a dispute when it changes, and never when it does not."""

from pathlib import Path
from typing import Any

import feedparser
import pytest
from tests.export.conftest import HOSTILE, ODD, odd_claims
from tests.report.world import CLAIMS, COPY, ENTITIES, LATER, POST, claim, report, said

from counterclaim.errors import InputError
from counterclaim.export import FORMATS, Wanted, What, Written, atom, write
from counterclaim.ledger import Ledger, open_ledger
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import Article, Claim, Reading

AWAY = report("Words over Haven\nAda Quell said all was hers.\nJon Brask said all was his.", "haven.txt")
AWAY_CLAIMS = (
    claim(AWAY, "all was hers", "quell", said("control", place="haven", holder="orvann", extent="full")),
    claim(AWAY, "all was his", "brask", said("control", place="haven", holder="telsk", extent="full")),
)


class Desk:
    """A ledger that reads on given days, and a feed in a file."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.held: Ledger = open_ledger(folder / "desk.db")
        self.path, self.monkeypatch = folder / "feed.xml", monkeypatch

    def read(self, day: str, *articles: Article, leaving_out: Claim | None = None) -> None:
        self.monkeypatch.setattr("counterclaim.ledger.writing._now", lambda: f"{day}T06:00:00+00:00")
        run = begin_run(self.held, [], day)
        for article in articles:
            known = (*CLAIMS, *AWAY_CLAIMS, *odd_claims())
            told = tuple(one for one in known if one.article == article.id and one != leaving_out)
            write_reading(self.held, Reading(article, tuple(ENTITIES.values()), (), told), run=run, engine=day)
        derive(self.held)

    def write(self, previous: bytes | None = None, **more: Any) -> Written:
        with self.path.open("wb") as stream:
            return write(self.held, "atom", Wanted(What.DISPUTES, previous=previous, **more), stream)

    def feed(self, **more: Any) -> Any:
        """The feed, carried on from the last one."""
        self.write(self.path.read_bytes() if self.path.exists() else None, **more)
        read = feedparser.parse(self.path.read_bytes())
        assert not read.bozo, read.get("bozo_exception")
        assert read.version == "atom10"
        return read

    def updated(self) -> dict[str, str]:
        """Days of the last changes, by the place in the question."""
        return {entry.title.split(",")[0]: entry.updated[:10] for entry in self.feed().entries}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    made = Desk(tmp_path, monkeypatch)
    made.read("2031-06-01", POST, COPY, AWAY)
    yield made
    made.held.close()


MIRROW, HAVEN = "Who holds Mirrow", "Who holds Haven district"


def test_a_feed_reader_reads_it(desk: Desk) -> None:
    read = desk.feed()
    assert read.feed.id == "urn:counterclaim:feed"
    assert {entry.id for entry in read.entries} == {f"urn:counterclaim:{one.id}" for one in desk.held.disputes()}
    entry = next(one for one in read.entries if one.title.startswith(MIRROW))
    assert "We stand on the north quay" in entry.content[0].value
    assert "post.txt, text 134–160" in entry.content[0].value
    assert entry.content[0].type == "text/html"
    assert read.feed.updated == read.entries[0].updated


def test_a_dispute_is_updated_when_a_report_adds_to_it(desk: Desk) -> None:
    assert desk.updated() == {MIRROW: "2031-06-01", HAVEN: "2031-06-01"}
    ids = {entry.id for entry in desk.feed().entries}
    desk.read("2031-06-05", LATER)
    read = desk.feed()
    assert {entry.title.split(",")[0]: entry.updated[:10] for entry in read.entries}[HAVEN] == "2031-06-01"
    assert read.entries[0].title.startswith(MIRROW)  # the newest first
    assert read.entries[0].updated == "2031-06-05T06:00:00+00:00"
    assert HAVEN in {entry.title.split(",")[0] for entry in read.entries if entry.id in ids}


def test_reading_again_without_a_change_updates_nothing(desk: Desk) -> None:
    """A new version of the program reads everything again; subscribers must not be woken for it."""
    before = desk.feed()
    first = desk.path.read_bytes()
    desk.read("2031-06-09", POST, COPY, AWAY)
    assert desk.updated() == {MIRROW: "2031-06-01", HAVEN: "2031-06-01"}
    assert desk.path.read_bytes() == first
    assert before.entries


def test_a_dispute_that_lost_a_claim_is_updated_too(desk: Desk) -> None:
    """No report of it is new; only the last feed tells that it said something else."""
    desk.read("2031-06-05", LATER)
    desk.feed()
    desk.read("2031-06-09", LATER, leaving_out=CLAIMS[3])
    assert desk.updated()[MIRROW] == "2031-06-09"
    assert desk.updated()[HAVEN] == "2031-06-01"


def test_without_a_last_feed_the_days_come_from_the_ledger(desk: Desk) -> None:
    desk.read("2031-06-05", LATER)
    desk.write()
    fresh = desk.path.read_bytes()
    desk.write()
    assert desk.path.read_bytes() == fresh
    days = {one.title.split(",")[0]: one.updated[:10] for one in feedparser.parse(fresh).entries}
    assert days == {MIRROW: "2031-06-05", HAVEN: "2031-06-01"}


def test_the_feed_holds_the_newest_and_says_what_is_left_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.read("2031-06-05", LATER)
    monkeypatch.setattr(atom, "LENGTH", 1)
    written = desk.write()
    assert written.records == 1
    assert written.notes == ("1 of 2 disputes, changed longer ago, are not in the feed",)
    assert feedparser.parse(desk.path.read_bytes()).entries[0].title.startswith(MIRROW)


def test_words_of_reports_are_words_in_the_reader(desk: Desk) -> None:
    """And a character that XML cannot hold does not break the feed."""
    hostile = claim(ODD, HOSTILE, "quell", said("control", place="haven", holder="orvann", extent="full"))
    desk.monkeypatch.setattr("tests.export.test_atom_feed.odd_claims", lambda: (hostile,))
    desk.read("2031-06-05", ODD)
    content = desk.feed().entries[0].content[0].value
    assert "&lt;script&gt;" in content
    assert "<script" not in content
    assert "\N{REPLACEMENT CHARACTER} so on" in content


def test_entries_lead_to_the_pages_of_the_ledger(desk: Desk) -> None:
    entry = desk.feed(base="https://desk.invalid").entries[0]
    assert entry.link == entry.id
    assert entry.id.startswith("https://desk.invalid/disputes/d-")


@pytest.mark.parametrize("other", [b"notes of mine", b"<html/>", b"<!DOCTYPE a><feed/>"])
def test_a_file_that_is_no_feed_is_not_taken_for_one(desk: Desk, other: bytes) -> None:
    with pytest.raises(InputError, match="no Atom feed"):
        desk.write(previous=other)
    assert FORMATS["atom"].takes == {"base", "previous"}

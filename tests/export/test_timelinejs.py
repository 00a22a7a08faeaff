"""A timeline shows each claim on its day, and no report can put a script on the page that shows it."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict
from tests.export.conftest import Save

from counterclaim.errors import InputError
from counterclaim.export import What
from counterclaim.ledger import Ledger


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Day(Strict):
    year: int
    month: int
    day: int


class Text(Strict):
    headline: str
    text: str


class Event(Strict):
    """A slide, as the documentation of TimelineJS's JSON has it."""

    start_date: Day
    text: Text
    unique_id: str
    group: str
    end_date: Day | None = None


class Title(Strict):
    text: Text


class Timeline(Strict):
    title: Title
    events: list[Event]


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)


def timeline(save: Save, what: What, **narrowing: Any) -> Timeline:
    path, written = save("timelinejs", what, **narrowing)
    read = Timeline.model_validate(json.loads(path.read_text(encoding="utf-8")))
    assert len(read.events) == written.records
    return read


def test_a_dispute_is_told_day_by_day_and_side_by_side(save: Save, held: Ledger) -> None:
    (dispute,) = held.disputes()
    read = timeline(save, What.CLAIMS, dispute=dispute.id)
    assert read.title.text.headline == dispute.question
    assert {event.group for event in read.events} <= {side.position for side in dispute.sides}
    days = {event.unique_id: event.start_date.day for event in read.events}
    assert days == {claim.id: int((claim.published or "")[-2:]) for claim in map(held.claim, days)}


def test_what_has_no_day_is_left_out_and_counted(save: Save) -> None:
    _, written = save("timelinejs", What.CLAIMS, place="Mirrow")
    assert written.records == 4
    assert written.notes == ("2 of 6 have no known day and are left out",)


def test_words_of_reports_are_shown_as_words(save: Save, held: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    held.connection.execute("BEGIN")  # undone below: the ledger is shared
    held.connection.execute("""UPDATE claim SET content = '<img src=x onerror="alert(1)">'""")
    texts = [event.text.text for event in timeline(save, What.CLAIMS, place="Mirrow").events]
    held.connection.execute("ROLLBACK")
    assert texts
    assert {tag for text in texts for tag in Tags(text).found} == {"blockquote", "p"}


def test_disputes_are_spans_of_days(save: Save, held: Ledger) -> None:
    (dispute,) = held.disputes()
    (event,) = timeline(save, What.DISPUTES).events
    assert (event.start_date, event.end_date) == (Day(year=2031, month=5, day=3), Day(year=2031, month=5, day=4))
    assert event.text.headline == dispute.question


def test_a_timeline_of_everything_is_refused_with_what_to_ask_for(save: Save) -> None:
    with pytest.raises(InputError, match="--dispute"):
        save("timelinejs", What.CLAIMS)

"""Without these, undated reports are news for ever or never, and a ledger's disputes tell less than they hold."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.ledger.builders import article
from tests.ledger.quarrel import quarrel

from counterclaim.errors import InputError
from counterclaim.ledger import Ledger
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.following import article_days
from counterclaim.ledger.writing import begin_run, write_reading

DAYS = {"a.txt": "2031-04-02", "b.txt": "2031-04-03", "c.txt": "2031-04-05"}
TEXTS = {
    "a.txt": "A day in Tarn\nOrla says: the gate is held in Tarn.",
    "b.txt": "A day in Velm\nMesk says: the wall is held in Tarn.",
    "c.txt": "A week in Velm\nDain says: the mill is held in Tarn.",
}


def put(held: Ledger, text: str, document: str, published: str | None, engine: str = "engine 1") -> None:
    told = replace(article(text, document), published=published)
    write_reading(held, quarrel(told), run=begin_run(held, [], engine), engine=engine)


@pytest.fixture
def held() -> Iterator[Ledger]:
    with Ledger(":memory:") as one:
        for document, text in TEXTS.items():
            put(one, text, document, DAYS[document])
        derive(one)
        yield one


def test_a_third_answer_is_a_new_side(held: Ledger) -> None:
    (change,) = held.changes("2031-04-04")
    assert not change.new
    assert len(change.sides) == 1
    assert "Dain" in change.words[0]


def test_the_first_contradiction_makes_it_new(held: Ledger) -> None:
    (change,) = held.changes("2031-04-03")
    assert change.new


def test_nothing_is_new_after_the_last_report(held: Ledger) -> None:
    assert held.changes("2031-04-06") == ()


@pytest.mark.parametrize("words", ["2031-04", "April", "2031-04-02/2031-04-05", ""])
def test_what_is_no_day_is_refused_in_words(held: Ledger, words: str) -> None:
    with pytest.raises(InputError, match=re.escape(f"{words!r} is no day")):
        held.changes(words)


def test_an_undated_report_counts_for_the_day_on_which_it_was_read(held: Ledger) -> None:
    put(held, "Late\nWend says: the quay is held in Tarn.", "d.txt", None)
    derive(held)
    today = datetime.now(UTC).date()
    days = {held.article(name).document: day for name, day in article_days(held).items()}
    assert today - timedelta(days=1) <= days["d.txt"] <= today
    assert days["a.txt"] == date(2031, 4, 2)


def test_reading_again_with_a_newer_program_makes_an_undated_report_no_newer(held: Ledger) -> None:
    text = "Late\nWend says: the quay is held in Tarn."
    put(held, text, "d.txt", None)
    held.rows("UPDATE reading_run SET started = '2020-01-01T09:00:00+00:00'")
    put(held, text, "d.txt", None, engine="engine 2")
    days = {held.article(name).document: day for name, day in article_days(held).items()}
    assert days["d.txt"] == date(2020, 1, 1)


def test_a_new_version_of_an_undated_report_is_new(held: Ledger) -> None:
    put(held, "Late\nWend says: the quay is held in Tarn.", "d.txt", None)
    held.rows("UPDATE reading_run SET started = '2020-01-01T09:00:00+00:00'")
    put(held, "Late\nWend says: the mole is held in Tarn.", "d.txt", None)
    days = {held.article(name).document: day for name, day in article_days(held).items()}
    assert days["d.txt"] > date(2020, 1, 1)


def test_of_a_month_the_last_day_counts(held: Ledger) -> None:
    put(held, "Late\nWend says: the quay is held in Tarn.", "d.txt", "2031-04")
    days = {held.article(name).document: day for name, day in article_days(held).items()}
    assert days["d.txt"] == date(2031, 4, 30)


def test_a_dispute_in_detail_has_everyone_in_it(held: Ledger) -> None:
    (dispute,) = held.disputes()
    told = held.detail(dispute)
    assert sorted(course.claimant for course in told.courses) == ["Dain", "Mesk", "Orla"]
    assert len(told.sides) == len(dispute.sides)
    assert sum("one voice" in point for point in told.open_points) == 3

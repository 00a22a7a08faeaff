"""Phrases: what a proposition says in words a reader can check against the quotation."""

from datetime import date

import pytest
from tests.report.world import CLAIMS, KEPT, TAKEN, claim, report, said

from counterclaim.model import Argument, Modality, Proposition
from counterclaim.report.words import chain_words, claim_day, date_words, proposition_words


@pytest.mark.parametrize(
    ("proposition", "words"),
    [
        (TAKEN, "Orvann holds all of Mirrow, gained"),
        (said("control", place="mirrow", holder="telsk", extent="none"), "Telsk holds nothing of Mirrow"),
        (said("control", place="mirrow", holder="telsk", change="lost"), "Telsk has lost Mirrow"),
        (KEPT, "Telsk holds part of Mirrow (the north quay)"),
        (said("fighting", place="mirrow", status="ongoing"), "fighting in Mirrow goes on"),
        (said("fighting", status="ended"), "fighting has ended"),
        (said("attack", kind="raid", place="haven", actor="orvann"), "raid by Orvann at Haven district"),
        (said("attack", negated=True, actor="orvann"), "not so: attack by Orvann"),
        (said("responsibility", event="the fire", actor="telsk"), "Telsk is behind the fire"),
        (said("responsibility", event="the fire", cause="a gas leak"), "the fire comes of a gas leak"),
        (
            said("movement", kind="withdraw", actor="telsk", origin="mirrow", status="planned"),
            "Telsk withdraws from Mirrow – planned",
        ),
        (said("movement", kind="advance", actor="orvann", place="mirrow", status="done"), "Orvann advances to Mirrow"),
        (
            said("losses", side="telsk", kind="killed", quantity="at least nine", min=9),
            "losses of Telsk: at least nine killed",
        ),
        (said("losses", kind="killed", min=3, max=5, place="mirrow"), "losses: 3–5 killed, at Mirrow"),
        (said("aim", event="the raid", purpose="to draw away troops"), "the raid is meant: to draw away troops"),
        (said("statement", text="all is well"), "all is well"),
        (said("weather", sky="grey", place="mirrow"), "weather: sky grey; place Mirrow"),
    ],
)  # fmt: skip
def test_a_proposition_in_words(proposition: Proposition, words: str) -> None:
    assert proposition_words(proposition) == words


def test_modality_and_time_are_told() -> None:
    fact = Proposition("control", (Argument("holder", "Telsk"),), modality=Modality.PLANNED, when="2031-05-04")
    assert proposition_words(fact) == "Telsk holds a place (planned, 4 May 2031)"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "date unknown"),
        ("2031-05-04", "4 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("2031-05-04/2031-05-06", "4–6 May 2031"),
        ("2031-05-30/2031-06-02", "30 May – 2 June 2031"),
        ("2031-12-30/2032-01-02", "30 December 2031 – 2 January 2032"),
        ("../2031-06-01", "until 1 June 2031"),
        ("2031-06-01/..", "from 1 June 2031"),
        ("XXXX-05-25", "05-25, year unknown"),
        ("nonsense", "nonsense"),
    ],
)
def test_times_in_words(edtf: str | None, words: str) -> None:
    assert date_words(edtf) == words


def test_a_claim_counts_on_the_day_it_was_said_and_else_on_the_day_of_its_report() -> None:
    article = report("Head\nAda Quell said so.", "day.txt", published="2031-05-06")
    assert claim_day(claim(article, "so", "quell", said="2031-05-05")) == date(2031, 5, 5)
    assert claim_day(claim(article, "so", "quell", said="XXXX-05-05")) == date(2031, 5, 6)
    undated = report("Head\nAda Quell said so.", "undated.txt", published=None)
    assert claim_day(claim(undated, "so", "quell")) is None


def test_the_way_of_the_words_runs_outwards() -> None:
    assert chain_words(CLAIMS[1]) == "Jon Brask ← Delta Wire ← Ferry Post"

"""Whose the losses of an invented war are, and in what words they are told.

A false side tells readers of another army's dead.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.frames.tarvia import BEFORE, Page, Said
from tests.frames.test_frame_sentences import brief

from counterclaim.model import Claim

Frame = Callable[[Page], tuple[Claim, ...]]
LINES = (Path(__file__).parent / "losses.txt").read_text("utf-8").splitlines()
TABLE = [line.split(" | ") for line in LINES if " | " in line and not line.startswith("#")]


@pytest.mark.parametrize(("opening", "who", "sentence", "expected"), TABLE)
def test_counts_whom_the_words_count_and_nobody_else(
    read: Frame, opening: str, who: str, sentence: str, expected: str
) -> None:
    """All losses of a sentence, and no others."""
    page = Page((opening or BEFORE, sentence), (Said(who, sentence.removesuffix(".")),))
    claim = next(claim for claim in read(page) if claim.claimant is not None)
    found = sorted(brief(p) for p in claim.propositions if p.frame == "losses")
    assert found == sorted(expected.split("; ") if expected != "-" else [])


def recount(read: Frame, second: str) -> list[tuple[str, str | None]]:
    """What the staff counts, with its day, a paragraph after the ministry counted 19 of Monday in Karsh."""
    first = "19 Tarvian soldiers were killed in Karsh on Monday"
    page = Page(
        (
            BEFORE,
            f"{first}, the Tarvian Defence Ministry said.",
            "Both sides buried their dead.",
            f"The Orvenian General Staff put {second}.",
        ),
        (Said("ministry", first), Said("staff", second)),
        (("Monday", "2031-04-07"),),
    )
    claims = [claim for claim in read(page) if claim.claimant is not None]
    return [(brief(p), p.when) for p in claims[-1].propositions if p.frame == "losses"]


def test_another_figure_for_what_was_just_counted_is_of_the_same_place_and_day(read: Frame) -> None:
    same = "losses side=Tarvia kind=killed quantity=60 min=60 max=60"
    assert recount(read, "the Tarvian dead at 60") == [(f"{same} place=Karsh", "2031-04-07")]
    assert recount(read, "the Tarvian dead in Orlo at 60") == [(same, None)]


def test_a_figure_of_the_war_is_not_of_the_last_clash(read: Frame) -> None:
    killed = "losses side=Tarvia kind=killed"
    of_all = recount(read, "the Tarvian dead at 60 since the war began")
    assert of_all == [(f"{killed} quantity=60 min=60 max=60", None)]
    assert recount(read, "the Tarvian dead at 7,000") == [(f"{killed} quantity=7,000 min=7000 max=7000", None)]

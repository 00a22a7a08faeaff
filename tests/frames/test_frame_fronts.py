"""The fight for a town, line by line: what is called a lie, how much is held, whether it is still fought over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.frames.tarvia import Page, Said
from tests.frames.test_frame_sentences import brief

from counterclaim.model import Claim

LINES = (Path(__file__).parent / "fronts.txt").read_text("utf-8").splitlines()
TABLE = [line.split(" | ") for line in LINES if " | " in line and not line.startswith("#")]
Frame = Callable[[Page], tuple[Claim, ...]]


@pytest.mark.parametrize(("who", "report", "expected"), TABLE)
def test_what_is_said_of_a_town_that_is_fought_over(read: Frame, who: str, report: str, expected: str) -> None:
    """A line that is read wrong sets one side against another over what neither said."""
    before, told = report.split(" >> ")
    content = told[told.index("{") + 1 : told.index("}")]
    said = (Said("institute", before.removesuffix(".")), Said(who, content))
    claims = [claim for claim in read(Page((before, told.replace("{", "").replace("}", "")), said)) if claim.claimant]
    found = [brief(proposition) for proposition in claims[-1].propositions]
    assert expected in found if expected != "-" else all(one.startswith("statement") for one in found)


def test_children_among_the_dead_are_no_second_count(read: Frame) -> None:
    """ "Three civilians, two of them children, were killed" must not stand against "three were killed"."""
    told = "The Observer Mission said three civilians, two of them children, were killed when shells fell in Karsh."
    content = told.removeprefix("The Observer Mission said ").removesuffix(".")
    page = Page(("Soldiers shelled Karsh with artillery.", told), (Said("observers", content),))
    counts = [p.get("quantity") for claim in read(page) if claim.claimant for p in claim.propositions]
    assert [count for count in counts if count is not None] == ["three"]

"""Whose dead a state's own office counts: without this, two countries' tolls of one quake contradict each other."""

from collections.abc import Callable

from tests.frames.tarvia import Page, Said
from tests.frames.test_frame_sentences import brief

from counterclaim.model import Claim


def test_an_office_counts_the_dead_of_its_own_country(read: Callable[[Page], tuple[Claim, ...]]) -> None:
    quake = "A quake hit Tarvia and Orvenia on Monday."
    first = "The death toll in Tarvia has risen to 3,400."
    second = "The Orvenian Health Ministry said 812 people had died."
    said = (
        Said("institute", "The death toll in Tarvia has risen to 3,400"),
        Said("health", "812 people had died"),
    )
    claims = read(Page((quake, first, second), said))
    found = [brief(p) for p in claims[-1].propositions]
    assert found == ["toll kind=dead quantity=812 min=812 max=812 place=Orvenia event=quake"]

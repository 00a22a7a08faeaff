"""Posts and diary leaves below a line with their writer. Lose these, and a page of them gives no claim at all."""

from collections.abc import Callable

import pytest
from tests.attribution.conftest import Heard

Hear = Callable[..., list[Heard]]

SIGNED = """Oskar Lindqvist, 8 June, 04:10
We are in the mill. The old flag I keep.
Oskar Lindqvist, 9 June, 19:05
Nobody sent us back. The miller says that his dog ran away.
Sent by a reader from Vessia: “The supply boat was turned back on Tuesday by the guards.”"""

DATED = """From the diary of harbour master Oskar Lindqvist, who was shut in for a week.
8 June
We slept in the mill. I counted nine boats.
9 June, evening
They came back and we hid."""


def test_posts_are_those_of_whoever_signs_the_line_above(hear: Hear) -> None:
    said = [(one.source, one.content) for one in hear(SIGNED)]
    assert ("Oskar Lindqvist", "We are in the mill. The old flag I keep") in said
    assert ("Oskar Lindqvist", "Nobody sent us back. The miller says that his dog ran away") in said


def test_others_words_in_a_post_are_passed_on_and_a_readers_are_his(hear: Hear) -> None:
    heard = {one.content: one for one in hear(SIGNED)}
    assert heard["his dog ran away"].attribution.relayed_by == ("Oskar Lindqvist",)
    assert heard["The supply boat was turned back on Tuesday by the guards"].source == "a reader from Vessia"


def test_leaves_of_a_diary_are_those_of_whom_the_words_above_name(hear: Hear) -> None:
    said = [one.content for one in hear(DATED) if one.source == "Oskar Lindqvist"]
    assert said == ["We slept in the mill. I counted nine boats", "They came back and we hid"]


@pytest.mark.parametrize(
    "text",
    [
        "8 June\nThe mill burned down.\n9 June\nThe mill was rebuilt.",
        "Oskar Lindqvist, 8 June, 04:10\nThe mill burned down.",
        "What happened when\n8 June\nWe have been told.\n9 June\nThe mill stands.\n10 June\nThe mill burned down.",
    ],
    ids=["nobody named", "one line", "a list of days"],
)
def test_days_alone_make_no_writer(hear: Hear, text: str) -> None:
    assert not hear(text)

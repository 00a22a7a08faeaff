"""Speakers whom the parser cuts off from their words: behind "?" and "!", and before a label's colon."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "“How often must we see this?” Ms. Brenn said. “In Tarn, a bridge fell. Nobody came.”",
            "Ms. Brenn",
            "How often must we see this? / In Tarn, a bridge fell. Nobody came",
        ),
        (
            '"This is the year of the harbour!" Mr. Halm shouted. "The town is watching us."',
            "Mr. Halm",
            "This is the year of the harbour! / The town is watching us",
        ),
        ("“Who will help us?” Ms. Brenn asked. The mayor shrugged.", "Ms. Brenn", "Who will help us?"),
    ],
)
def test_what_goes_on_behind_the_speaker_is_part_of_it(
    hear: Callable[..., list], text: str, source: str, content: str
) -> None:
    assert [(one.source, one.content) for one in hear(text)] == [(source, content)]


def test_what_another_says_next_is_not(hear: Callable[..., list]) -> None:
    heard = hear("“Who will help us?” Ms. Brenn asked. “Nobody will,” Mr. Halm said.")
    assert [(one.source, one.content) for one in heard] == [
        ("Ms. Brenn", "Who will help us?"),
        ("Mr. Halm", "Nobody will"),
    ]


TRANSCRIPT = """The talk, in parts:
“BRENN: Do you really hold the two to be alike? Is that so?
“TARN: Well, look, the mayor has been out there. The town knows it.
“BRENN: And the bridge?”"""


def test_a_label_in_capitals_speaks_in_quote_marks_too(hear: Callable[..., list]) -> None:
    assert [(one.source, one.content) for one in hear(TRANSCRIPT)] == [
        ("BRENN", "Do you really hold the two to be alike? Is that so?"),
        ("TARN", "Well, look, the mayor has been out there. The town knows it"),
    ]


@pytest.mark.parametrize("text", ["UN: the bridge.", "The TARN plan: a bridge for the town of the north."])
def test_no_other_colon_is_a_label(hear: Callable[..., list], text: str) -> None:
    assert all(one.source not in ("UN", "The TARN plan") for one in hear(text))

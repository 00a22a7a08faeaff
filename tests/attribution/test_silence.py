"""What is not said must not become a claim, and a "not" among the words said must not make their speaker silent."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            '"Are we where we want to be? Probably not," Ms. Brenn said. "Shall we get there? Yes."',
            "Are we where we want to be? Probably not / Shall we get there? Yes",
        ),
        ("“Certainly not,” Ms. Brenn said.", "Certainly not"),
        ("The bridge will not be closed, Ms. Brenn said.", "The bridge will not be closed"),
    ],
)
def test_a_not_among_the_words_leaves_their_speaker_her_voice(
    hear: Callable[..., list], text: str, content: str
) -> None:
    assert [(one.source, one.content) for one in hear(text)] == [("Ms. Brenn", content)]


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Brenn did not say whether the bridge was open.",
        "Ms. Brenn has never publicly said that the bridge was open.",
        "Ms. Brenn didn't immediately say who had closed the bridge.",
        "Ms. Brenn was unable to confirm that the bridge was open.",
        "Ms. Brenn would neither confirm nor deny that the bridge had been closed.",
        "Ms. Brenn referred questions about it to the harbour police.",
        "Ms. Brenn stopped short of blaming the harbour police for the fire.",
        "Ms. Brenn refrained from accusing the harbour police of theft.",
        "A member of the harbour police called the Iron Guard was arrested on Monday.",
        "Neither Ms. Brenn nor Mr. Holt has confirmed the reports of a closed bridge.",
    ],
)
def test_who_did_not_say_it_claims_nothing(hear: Callable[..., list], text: str) -> None:
    assert hear(text) == []

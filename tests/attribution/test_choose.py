"""No words in two mouths, none that only lead to a quotation: else a dispute sets a speaker against her own words."""

from collections.abc import Callable

import pytest

MARV = "It is only fair that they pay for what they have not paid for, while the rest of us have been paying for it"
BRIGHTSIDE = "Absolutely it is fair. No one should get something for nothing"
TWO = f'Username Marv wrote: "{MARV}." Another, username brightside remarked: "{BRIGHTSIDE}."'


def test_each_of_two_quotations_has_one_mouth(hear: Callable[..., list]) -> None:
    said = [(one.source.split()[-1], one.content) for one in hear(TWO)]
    assert said == [("Marv", MARV), ("brightside", BRIGHTSIDE)]


def test_a_label_before_a_quotation_speaks_as_far_as_its_marks(hear: Callable[..., list]) -> None:
    heard = hear('Username Marv: "It is only fair that they pay." Another, username Bright: "No one should get it."')
    assert [one.content for one in heard] == ["It is only fair that they pay", "No one should get it"]


def test_what_leads_to_a_quotation_is_the_reports(hear: Callable[..., list]) -> None:
    text = 'In the talk, Kal had a message for the young of the port who look for work: "Cherish it," Kal said.'
    assert [(one.source, one.content) for one in hear(text)] == [("Kal", "Cherish it")]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Mr. Halm said he had worked through three winters in the port and called it a common thing.",
            ("Mr. Halm", "he had worked through three winters in the port"),
            ("Mr. Halm", "it a common thing"),
        ),
        (
            "The mayor said the bridge was safe and the road was open, and also denied that anyone had been hurt.",
            ("The mayor", "the bridge was safe and the road was open"),
            ("The mayor", "anyone had been hurt"),
        ),
    ],
)
def test_what_a_speaker_says_next_is_a_claim_of_its_own(
    hear: Callable[..., list], text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    """Else "said that A and called B a lie" holds B to be said as A is, and a denial to be a part of a statement."""
    assert [(one.source, one.content) for one in hear(text)] == [first, second]


def test_speech_within_speech_keeps_its_words(hear: Callable[..., list]) -> None:
    heard = hear("The mayor said that the baker had told her that the mill was on fire.")
    assert [one.content for one in heard] == [
        "the baker had told her that the mill was on fire",
        "the mill was on fire",
    ]

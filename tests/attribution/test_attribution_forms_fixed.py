"""Forms of words that state a claim without a word of saying: who reads over them loses tolls, demands and digests."""

from collections.abc import Callable

import pytest

FIXED = [
    ("The Marsh League put the army’s dead at more than 400.", "The Marsh League", "the army’s dead at more than 400"),
    ("The ministry revised the toll to 12 dead.", "The ministry", "the toll to 12 dead"),
    (
        "The minister called on Orvenia to send observers to the zone.",
        "The minister",
        "Orvenia to send observers to the zone",
    ),
    ("He asked both parties to respect the truce.", "He", "both parties to respect the truce"),
    ("▪️ Ministry: our troops hold the town.", "Ministry", "our troops hold the town"),
    (
        "Orvenia’s army has withdrawn from the town, two officials said on Friday, a day after the fire.",
        "two officials",
        "Orvenia’s army has withdrawn from the town",
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), FIXED)
def test_a_form_that_leaves_no_doubt_is_a_claim(
    hear: Callable[..., list], text: str, source: str, content: str
) -> None:
    assert (source, content) in [(one.source, one.content) for one in hear(text)]


def test_what_somebody_is_to_do_is_urged(hear: Callable[..., list]) -> None:
    (heard,) = hear("The minister called on Orvenia to send observers to the zone.")
    assert heard.attribution.stance.value == "urges"


def test_who_said_it_is_who_blames(hear: Callable[..., list]) -> None:
    heard = hear("A drone attack on a base killed a driver, the ministry said, blaming a militia from the south.")
    assert {one.source for one in heard} == {"the ministry"}
    assert "a militia from the south" in [one.content for one in heard]


@pytest.mark.parametrize(
    "text", ["The mayor raised the flag to the top of the tower.", "• The list: bread, salt and water for 40 people."]
)
def test_other_uses_of_the_same_words_claim_nothing(hear: Callable[..., list], text: str) -> None:
    assert hear(text) == []


def test_a_first_name_is_no_word_of_saying(hear: Callable[..., list]) -> None:
    """ "Spokeswoman Resila NAME denied": the parser takes the name for a noun with a clause below it."""
    heard = hear("Police spokeswoman Resila Onvango denied that the guards had beaten anyone.")
    assert [one.source for one in heard] == ["Police spokeswoman Resila Onvango"]


HEADED = "Ten villages burnt as the army left the valley of the Orn, said the Reed Front on Monday."


@pytest.mark.parametrize(
    ("headline", "silent"),
    [
        ("Mirova: the army says it killed 203 fighters", "Mirova"),
        ("Orvenia protests: 25 killed as police open fire, students say", "Orvenia"),
        ("Barro: 19 dead in protests, no blood on my hands", "19 dead in"),
    ],
)
def test_what_a_headline_opens_with_may_say_nothing(hear: Callable[..., list], headline: str, silent: str) -> None:
    heard = hear(f"{headline}\n\n{HEADED}")
    assert silent not in [one.source for one in heard]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            (
                "The Lakes Commission said on Monday that 22 people were killed when guards fired at strikers. "
                "Nineteen of them died in Marle, its chair, Roseline Odede, said."
            ),
            "Roseline Odede",
            "Nineteen of them died in Marle",
        ),
        (
            "Two people died in Marle, the capital, Orla Vennick said.",
            "Orla Vennick",
            "Two people died in Marle, the capital",
        ),
    ],
)
def test_a_content_ends_before_its_speaker(hear: Callable[..., list], text: str, source: str, content: str) -> None:
    """The office before a name is the speaker's; an aside on the town belongs to what is said."""
    assert content in [one.content for one in hear(text)], source

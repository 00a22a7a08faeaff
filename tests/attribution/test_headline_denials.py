"""Headlines with a denial behind the claim, accusations told whole, and fighting that "continues"."""

from collections.abc import Callable

import pytest

HEADLINES = [
    ("Rebels say Karsh is under full control, Velm rejects claim", "Velm", "claim"),
    ("Grey Wolf chief says Karsh has fallen; Orvenia denies report", "Orvenia", "report"),
]


@pytest.mark.parametrize(("headline", "source", "content"), HEADLINES)
def test_who_denies_at_the_end_of_a_headline_is_heard(
    hear: Callable[..., list], headline: str, source: str, content: str
) -> None:
    """Where the parser takes "rejects" for a noun, a side would be told as passing on what it denies."""
    heard = hear(f"{headline}\n\nSoldiers fought in Karsh on Monday.", headline=True)
    denials = [(one.source, one.content) for one in heard if one.attribution.stance.value == "denies"]
    assert (source, content) in denials
    assert all(not one.attribution.relayed_by for one in heard)


def test_an_accusation_is_more_than_whom_it_falls_on(hear: Callable[..., list]) -> None:
    """What Velm is accused of is the claim."""
    told = "The government in Karsh accuses Velm of having sent more troops across the border; Velm has denied this."
    assert "Velm of having sent more troops across the border" in [one.content for one in hear(told)]


def test_fighting_that_continues_says_nothing(hear: Callable[..., list]) -> None:
    """A battle is no speaker."""
    heard = hear("Mayor: Karsh has not fallen, fighting continues\n\nSoldiers fought on Monday.", headline=True)
    assert "fighting" not in [one.source for one in heard]


OWNED = [
    (
        "“The rebels' claims that they captured Karsh do not correspond to reality,” the mayor said.",
        "they captured Karsh",
    ),
]


@pytest.mark.parametrize(("text", "content"), OWNED)
def test_what_is_said_of_a_claim_is_no_part_of_it(hear: Callable[..., list], text: str, content: str) -> None:
    assert content in [one.content for one in hear(text)]
    assert all(one.attribution.stance.value == "denies" for one in hear(text) if one.source == "the mayor")


def test_what_is_said_against_an_account_is_not_denied(hear: Callable[..., list]) -> None:
    """ "He disputed the account: “X is not ours”": the account is denied, and the quotation claimed."""
    heard = hear("Dan Orr disputed the government's account: “The army is not in control of Karsh.”")
    assert ("the government's account", "denies") in [(one.content, one.attribution.stance.value) for one in heard]


def test_what_stands_first_is_claimed_whatever_is_foretold_last(hear: Callable[..., list]) -> None:
    """A quotation that its cue interrupts is no prediction because of how it ends."""
    text = "“Our men have taken all of Karsh,” Otto Lind was quoted as saying. “The list will be read out tomorrow.”"
    assert [one.attribution.stance.value for one in hear(text)] == ["asserts"]

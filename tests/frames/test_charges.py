"""Charges that two sides of a war lay to each other, and their flat denials, each in a report of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.frames.tarvia import Page, Said
from tests.frames.test_frame_sentences import brief

from counterclaim.model import Claim, Stance

Frame = Callable[[Page], tuple[Claim, ...]]
FOUGHT = "Tarvian and Orvenian soldiers fought near Karsh for days with artillery."
NAMES = {
    "ministry": "The Tarvian Defence Ministry",
    "staff": "The Orvenian General Staff",
    "observers": "The Observer Mission",
    "institute": "The Institute for Border Studies",
}
LINES = (Path(__file__).parent / "charges.txt").read_text("utf-8").splitlines()
TABLE = [line.split(" | ") for line in LINES if " | " in line and not line.startswith("#")]


def told(read: Frame, before: str, who: str, words: str, **options: object) -> list[str]:
    content = words.removesuffix(".")
    lead = FOUGHT if before == "-" else f"{FOUGHT} {before}"
    said = Said(who, content, **options)  # type: ignore[arg-type]
    claims = read(Page((lead, f"{NAMES[who]} said {words}"), (said,)))
    spoken = next(claim for claim in claims if claim.claimant is not None)
    return [brief(one) for one in spoken.propositions if one.frame != "statement"]


@pytest.mark.parametrize(("before", "who", "words", "expected"), TABLE)
def test_says_who_is_charged(read: Frame, before: str, who: str, words: str, expected: str) -> None:
    found = told(read, before, who, words)
    assert found == [] if expected == "-" else expected in found


@pytest.mark.parametrize(
    "words",
    [
        "the guards broke up the march in Karsh.",
        "gunmen crushed the protest in Karsh.",
    ],
)
def test_a_crowd_that_is_driven_apart_is_attacked(read: Frame, words: str) -> None:
    found = told(read, "A crowd of protesters met in Karsh.", "observers", words)
    assert any(one.startswith("attack kind=assault actor=") and "place=Karsh" in one for one in found)


def test_a_crowd_that_goes_home_is_not(read: Frame) -> None:
    assert told(read, "A crowd of protesters met in Karsh.", "observers", "the march dispersed in the evening.") == []


def test_a_denial_that_goes_on_in_own_words_is_turned_once(read: Frame) -> None:
    """ "Rejected this: no camp was attacked" says that none was."""
    content = "this: no Tarvian strike on a camp in Karsh had taken place"
    said = Said("ministry", content, stance=Stance.DENIES, cue="rejected")
    claims = read(Page((FOUGHT, f"The Tarvian Defence Ministry rejected {content}."), (said,)))
    spoken = next(claim for claim in claims if claim.claimant is not None)
    attacks = [brief(one) for one in spoken.propositions if one.frame == "attack"]
    assert attacks
    assert all(one.startswith("not ") for one in attacks)


def test_it_is_what_the_sentence_before_said_was_hit(read: Frame) -> None:
    content = "Orvenian troops attacked it on purpose"
    told_of = f"A hospital in Karsh was shelled. The Tarvian Defence Ministry said {content}."
    claim = next(claim for claim in read(Page((FOUGHT, told_of), (Said("ministry", content),))) if claim.claimant)
    assert "attack kind=assault actor=Orvenia target=hospital place=Karsh" in [brief(p) for p in claim.propositions]

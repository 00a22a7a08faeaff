"""Who is said to be behind an attack in words that only their speaker completes: a claim, a charge rejected."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.frames import tarvia
from tests.frames.tarvia import Page, Said
from tests.frames.test_frame_sentences import brief

from counterclaim.model import Claim, Stance

Frame = Callable[[Page], tuple[Claim, ...]]
STRUCK = "Missiles struck a hospital in Karsh, where soldiers and rebels have fought for days."


def told(read: Frame, *said: tuple[str, Said]) -> list[str]:
    """What the last of the claims comes to."""
    claims = read(Page((STRUCK, *(sentence for sentence, _ in said)), tuple(one for _, one in said)))
    return [brief(proposition) for proposition in claims[-1].propositions]


def test_who_claims_responsibility_did_it(read: Frame) -> None:
    """ "Claimed responsibility for the two explosions" lays them to nobody else."""
    claim = Said("front", "for the two explosions in Karsh", cue="claimed responsibility")
    found = told(read, ("The Northern Liberation Front claimed responsibility for the two explosions in Karsh.", claim))
    assert any(one.startswith("responsibility") and "actor=Northern Liberation Front" in one for one in found)


@pytest.mark.parametrize(
    "words",
    ["the finger at the Northern Liberation Front over the strike", "the Northern Liberation Front over the strike"],
)
def test_at_whom_the_finger_is_pointed_is_said_to_have_done_it(read: Frame, words: str) -> None:
    """However much of the phrase counts as the cue."""
    whole = "The Orvenian General Staff pointed the finger at the Northern Liberation Front over the strike."
    cue = whole.removesuffix(".").removesuffix(words).removeprefix("The Orvenian General Staff ").strip()
    found = told(read, (whole, Said("staff", words, cue=cue)))
    assert any(one.startswith("responsibility") and "actor=Northern Liberation Front" in one for one in found)


def test_who_rejects_the_accusation_rejects_the_one_against_them(read: Frame) -> None:
    """What was said last need not be the charge: the charge is what lays the deed to whoever rejects it."""
    found = told(
        read,
        (
            "The Tarvian Defence Ministry said a rocket misfired by the Northern Liberation Front hit the hospital.",
            Said("ministry", "a rocket misfired by the Northern Liberation Front hit the hospital"),
        ),
        (
            "The Observer Mission said there was no Tarvian strike on the hospital in Karsh.",
            Said("observers", "there was no Tarvian strike on the hospital in Karsh"),
        ),
        (
            "The Northern Liberation Front rejected the accusation.",
            Said("front", "the accusation", stance=Stance.DENIES, cue="rejected"),
        ),
    )
    assert any(one.startswith("not responsibility") and "actor=Northern Liberation Front" in one for one in found)


def test_being_involved_is_denied_with_the_cue(read: Frame) -> None:
    """ "Denied being involved in the strike" clears whoever denies it."""
    denial = Said("staff", "being involved in the strike", stance=Stance.DENIES, cue="denied")
    found = told(read, ("The Orvenian General Staff denied being involved in the strike.", denial))
    assert any(one.startswith("not responsibility") and "actor=Orvenia" in one for one in found)


def test_what_another_says_is_not_said_by_who_tells_of_it(read: Frame) -> None:
    """ "Said a soldier admits that they blew up the dam": the soldier's claim, and a statement of who heard it."""
    words = "The Orvenian General Staff said the Grey Wolf Group admits that Tarvian troops shelled the hospital."
    outer = Said(
        "staff",
        "the Grey Wolf Group admits that Tarvian troops shelled the hospital",
        cue="General Staff said",
    )
    inner = Said(
        "wolf",
        "Tarvian troops shelled the hospital",
        stance=Stance.CONFIRMS,
        cue="admits",
        source="Grey Wolf Group",
    )
    claims = [claim for claim in read(Page((STRUCK, words), (outer, inner))) if claim.claimant]
    frames = {claim.claimant.name: {p.frame for p in claim.propositions} for claim in claims if claim.claimant}
    assert frames["Orvenian General Staff"] == {"statement"}
    assert "attack" in frames["Grey Wolf Group"]


def test_the_army_by_the_mouth_of_a_movement_is_not_its_own(read: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    """ "The Front accused the army of bombing the market" must not lay the bombs to the Front."""
    sided = tuple(replace(one, side="Taliban") if one.id == "front" else one for one in tarvia.WORLD)
    monkeypatch.setattr("tests.frames.conftest.WORLD", sided)
    sentence = "The Northern Liberation Front accused the army of bombing the market in Karsh."
    found = told(read, (sentence, Said("front", "the army of bombing the market in Karsh", cue="accused")))
    assert any("actor=army" in one for one in found)
    assert not any("Taliban" in one or "Front" in one for one in found)

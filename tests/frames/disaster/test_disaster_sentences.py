"""Sentences on invented disasters and what each comes to. A wrong line is a toll that nobody claimed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.frames.tarvia import Page, Said
from tests.frames.test_frame_sentences import brief

from counterclaim.model import Claim

Frame = Callable[[Page], tuple[Claim, ...]]
LINES = (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
TABLE = [line.split(" | ") for line in LINES if " | " in line and not line.startswith("#")]
QUAKE = "A quake hit Karsh."
TALKS = "Talks went on in Mirefield."

OTHERWISE = [
    (QUAKE, "The epicentre was 12 kilometres below the lake."),
    (QUAKE, "12 people in shelters had fever."),
    (TALKS, "A flood of 400 refugees reached Karsh."),
    (TALKS, "The vote was an earthquake in politics."),
    (TALKS, "A landslide victory gave the party 40 seats."),
    (TALKS, "A storm of protest met the plan for Karsh."),
    (TALKS, "The minister blamed the collapse of the talks on Tarvia."),
    (TALKS, "The toll road to Karsh cost 40 million."),
    (TALKS, "The sanctions took a toll on 40 firms."),
    (TALKS, "The team took the league by storm."),
    (TALKS, "The market crash wiped out 40 funds."),
    (TALKS, "There was no sabotage."),
    (QUAKE, "On 12 May the people of Karsh gathered."),
    (QUAKE, "The quake of 1998 was remembered in Karsh."),
    (QUAKE, "Up to 200 people could be trapped."),
    (QUAKE, "The toll will rise to 100."),
    (QUAKE, "Rescuers hope to save 12 miners."),
    (QUAKE, "The two firms blame each other for the collapse."),
    (QUAKE, "The driver had suffered serious injuries."),
    (QUAKE, "The slide blocked a 2-kilometre section of the river."),
    (QUAKE, "The quake killed 40 percent of the herds."),
    (QUAKE, "An aftershock of magnitude 5.2 followed."),
    (QUAKE, "The shop is 300 metres from the bridge."),
    (QUAKE, "The state will pay 3,000 families."),
    (QUAKE, "Prices were 6.4 percent higher."),
    (QUAKE, "The office gave the number of schools as 12."),
    (QUAKE, "The neighbours buried 64 villagers yesterday."),
    (QUAKE, "The quake killed 300 cattle."),
    (QUAKE, "Four bodies had been counted twice."),
    (QUAKE, "The police are still looking for 12 trucks."),
    (QUAKE, "The company lost 40 contracts."),
    ("A ferry sank off Dolenska.", "Sabotage is not ruled out."),
    (QUAKE, "The captain had fallen asleep earlier in the year."),
    (TALKS, "The loss of the vote was laid at the door of the mayor."),
    (TALKS, "It was the mayor who brought down the price."),
]


@pytest.mark.parametrize(("before", "sentence", "expected"), TABLE)
def test_says_what_the_sentence_says(read: Frame, before: str, sentence: str, expected: str) -> None:
    found = propositions(read, before, sentence)
    assert expected in found


@pytest.mark.parametrize(("before", "sentence"), OTHERWISE)
def test_claims_no_more_than_a_statement(read: Frame, before: str, sentence: str) -> None:
    """A figure of speech, a fear or a date must never stand in a dispute as a toll that somebody claimed."""
    assert [words.split()[0] for words in propositions(read, before, sentence)] == ["statement"]


@pytest.mark.parametrize(("before", "sentence", "expected"), TABLE)
def test_no_words_are_a_loss_and_a_toll_at_once(read: Frame, before: str, sentence: str, expected: str) -> None:
    """A reader would be told of twice as many dead."""
    frames = {words.removeprefix("not ").split()[0] for words in propositions(read, before, sentence)}
    assert not {"losses", "toll"} <= frames
    assert not {"responsibility", "cause"} <= frames


def propositions(read: Frame, before: str, sentence: str) -> list[str]:
    said = Said("institute", sentence.removesuffix("."))
    claims = read(Page((before, sentence), (said,)))
    return [brief(p) for claim in claims if claim.claimant is not None for p in claim.propositions]


def test_what_is_called_man_made_has_that_cause(read: Frame) -> None:
    """ "Called the flood man-made", of which the parser makes a clause of the flood."""
    said = Said("institute", "the flood man-made", cue="called")
    claims = read(Page(("A flood hit Karsh.", "The Institute for Border Studies called the flood man-made."), (said,)))
    found = [brief(p) for claim in claims if claim.claimant is not None for p in claim.propositions]
    assert "cause event=flood cause=man-made place=Karsh" in found


def test_what_is_charged_afterwards_causes_nothing(read: Frame) -> None:
    """Nobody brings a quake about by coming late, nor a collapse by lying of it."""
    for charge in ("the army of arriving late", "the council of hiding the dead", "the firm of failing to help them"):
        said = Said("institute", charge, cue="accused")
        claims = read(Page((QUAKE, f"The Institute for Border Studies accused {charge}."), (said,)))
        assert {p.frame for claim in claims if claim.claimant for p in claim.propositions} == {"statement"}


REPORTS = [
    # Neither what nobody has proved nor what happened three days before has killed them.
    (
        "A tower collapsed in Karsh.", "A small quake had been felt on Wednesday.",
        "There was no sign of an explosion.", "The quake could not have damaged the tower.", "collapse",
    ),
    # In a storm, and of the sinking.
    ("A ferry sank in a storm off Dolenska.", "The storm grew.", "The sinking was quick.", "It rained.", "sinking"),
    # "The crash" goes on speaking of the crash.
    ("Two trains collided near Karsh.", "The crash was loud.", "A fire at a shop was put out.", "It rained.", "crash"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "three", "four", "event"), REPORTS)
def test_the_dead_are_those_of_what_the_report_is_about(
    read: Frame, one: str, two: str, three: str, four: str, event: str
) -> None:
    said = Said("institute", "14 people had died")
    claims = read(Page((one, two, three, four, "14 people had died."), (said,)))
    tolls = [p for claim in claims if claim.claimant for p in claim.propositions if p.frame == "toll"]
    assert [p.get("event") for p in tolls] == [event]


def test_an_accident_stays_one_where_an_attack_is_spoken_of(read: Frame) -> None:
    """The dead of a train crash are no losses of a war because somebody suspects rebels."""
    told = (
        "Two trains collided near Karsh.", "The crash was heard far off.", "Rail workers had been on strike in April.",
        "Rebels had blown up the track, a deputy suspected.", "The crash site is closed.", "27 people had died.",
    )  # fmt: skip
    claims = read(Page(told, (Said("institute", "27 people had died"),)))
    assert [p.frame for claim in claims if claim.claimant for p in claim.propositions] == ["toll"]


def test_the_dead_of_a_bombing_told_after_a_blast_are_losses(read: Frame) -> None:
    told = ("An explosion shook the market in Karsh.", "The bomb attack had killed ten people.")
    claims = read(Page(told, (Said("institute", "The bomb attack had killed ten people"),)))
    assert "losses" in [p.frame for claim in claims if claim.claimant for p in claim.propositions]

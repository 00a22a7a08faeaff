"""What is neither denied nor told of a town: each case here once set two sides against each other over nothing."""

from collections.abc import Callable

import pytest
from tests.frames.tarvia import Page, Said
from tests.frames.test_frame_compare import CONFLICTS, kind, prop
from tests.frames.test_frame_sentences import brief

from counterclaim.model import Claim, Proposition, Quotation, Stance

Frame = Callable[[Page], tuple[Claim, ...]]
FOUGHT = "Tarvian and Orvenian soldiers fought in Karsh."


@pytest.mark.parametrize(("how", "denied"), [("chaotic", False), ("a rout", False), ("complete", True)])
def test_who_denies_how_it_went_does_not_deny_that_it_did(read: Frame, how: str, *, denied: bool) -> None:
    told = ("The Orvenian General Staff said its troops had withdrawn from Karsh.",)
    page = Page(
        (*told, f"Eva Lindqvist denied that the withdrawal had been {how}."),
        (
            Said("staff", "its troops had withdrawn from Karsh"),
            Said("lind", f"the withdrawal had been {how}", stance=Stance.DENIES, cue="denied"),
        ),
    )
    assert any(p.frame == "movement" and p.negated for p in read(page)[-1].propositions) is denied


def test_they_are_those_of_the_sentence_before_in_the_same_quotation(read: Frame) -> None:
    page = Page(
        (
            FOUGHT,
            "The Grey Wolf Group was in Karsh. Tarvian troops were there, too.",
            "“There are no Orvenian soldiers any more. They have all left Karsh,” said a shopkeeper.",
        ),
        (
            Said(
                None,
                "There are no Orvenian soldiers any more. They have all left Karsh",
                quotation=Quotation.DIRECT,
                source="a shopkeeper",
            ),
        ),
    )
    found = [brief(p) for c in read(page) if c.claimant for p in c.propositions]
    assert "movement kind=withdraw actor=Orvenia origin=Karsh status=done" in found


def test_a_capital_that_gives_its_version_is_not_the_city_spoken_of(read: Frame) -> None:
    page = Page(
        (FOUGHT, "Mirefield gives another version. The city is under the full control of Tarvia, its ministry said."),
        (Said("ministry", "The city is under the full control of Tarvia"),),
    )
    assert [p.ref("place").name for c in read(page) if c.claimant for p in c.propositions if p.ref("place")] == [
        "Karsh"
    ]


LOOTING = prop("attack", actor="Tarvia", place="Karsh", target="houses", negated=True)
HOSPITAL = prop("attack", kind="assault", actor="Tarvia", place="Karsh", target="hospital", negated=True)


@pytest.mark.parametrize(
    ("denied", "told"),
    [
        (LOOTING, prop("attack", kind="strike", actor="Tarvia", place="Karsh", target="centre")),
        (HOSPITAL, prop("attack", kind="assault", actor="Tarvia", place="Karsh")),
    ],
)
def test_a_denied_deed_is_no_denial_of_another(denied: Proposition, told: Proposition) -> None:
    assert kind(denied, told) is not CONFLICTS
    assert kind(HOSPITAL, prop("attack", kind="assault", actor="Tarvia", place="Karsh", target="hospital")) is CONFLICTS


def test_whose_defenders_are_ours_by_whom_he_is_against(read: Frame) -> None:
    """A town was held by the governor himself, whom no report gave a side."""
    told = "“The Orvenians are shelling Karsh. Our defenders hold the town,” said Karel Dost."
    content = told.split("”", maxsplit=1)[0].removeprefix("“").removesuffix(",")
    page = Page(
        ("Tarvian troops and Orvenian troops fought in Karsh.", told), (Said("voice", content, Quotation.DIRECT),)
    )
    found = [brief(p) for claim in read(page) if claim.claimant for p in claim.propositions]
    assert "control place=Karsh holder=Tarvia extent=full" in found


def test_who_denied_losing_a_part_holds_it() -> None:
    """ "It has not lost the port" went unnoticed beside "we took the port"."""
    kept = prop("control", place="Karsh", part="port", holder="Orvenia", extent="none", change="lost", negated=True)
    assert kind(kept, prop("control", place="Karsh", part="port", holder="Tarvia", extent="partial")) is CONFLICTS
    assert kind(kept, prop("control", place="Karsh", part="mill", holder="Tarvia", extent="partial")) is not CONFLICTS


def test_the_dead_of_one_day_are_some_of_those_since_may() -> None:
    since = prop("losses", kind="wounded", quantity="500", min=500, max=500, when="2031-05/2031-06-09")
    on_day = prop("losses", kind="wounded", quantity="35", min=35, max=35, when="2031-06-08")
    assert kind(since, on_day) is None


def test_the_time_of_two_counts_is_that_of_both(read: Frame) -> None:
    told = "The Observer Mission said 30 soldiers had been killed and 70 wounded in Karsh since May."
    content = told.removeprefix("The Observer Mission said ").removesuffix(".")
    page = Page((FOUGHT, told), (Said("observers", content),), (("since May", "2031-05/2031-06-09"),))
    times = [p.when for claim in read(page) if claim.claimant for p in claim.propositions if p.frame == "losses"]
    assert times == ["2031-05/2031-06-09"] * 2

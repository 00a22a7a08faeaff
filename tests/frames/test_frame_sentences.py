"""Sentences of an invented war and what each comes to. A wrong line is a claim that a reader would be told falsely."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.frames.tarvia import BEFORE, Page, Said

from counterclaim.model import Claim, Proposition, Quotation, Ref, Stance

Frame = Callable[[Page], tuple[Claim, ...]]
Propose = Callable[..., tuple[Proposition, ...]]


def brief(proposition: Proposition) -> str:
    """ "control Mirefield holder=Tarvia extent=full": the frame, then its roles in the order of the pack."""
    roles = {argument.role: argument.value for argument in proposition.arguments}
    shown = [f"{role}={value.name if isinstance(value, Ref) else value}" for role, value in roles.items()]
    return " ".join([("not " if proposition.negated else "") + proposition.frame, *shown])


LINES = [line for line in (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines() if " | " in line]
TABLE = [line.split(" | ") for line in LINES if not line.startswith("#")]
AFTER = (Path(__file__).parent / "contexts.txt").read_text("utf-8").splitlines()
CONTEXTS = [line.split(" | ") for line in AFTER if " | " in line and not line.startswith("#")]

OTHERWISE = [
    "the fight against inflation continues.",
    "the government is fighting corruption in Tarvia.",
    "they are trying to capture Mirefield.",
    "Tarvia will seize Dolenska within a week.",
    "the operation to liberate Dolenska continues.",
    "the enemy occupied two villages near Karsh.",
    "the minister attacked the bill in Dolenska.",
    "the album hit a record in Dolenska.",
    "we are planning to attack Karsh.",
    "Tarvian troops tried to storm Karsh.",
    "the aim of capturing Karsh was clear.",
    "the withdrawal from Karsh is unlikely.",
    "the advance on Karsh was ruled out.",
    "the minister was hit by heavy fire from the press in Karsh.",
    "the bombing of Karsh is contested by historians.",
    "Orvenian forces recaptured two villages.",
    "the mayor plans to blow up the old mill in Karsh.",
    "residents left Dolenska.",
    "the mayor kept his office in Karsh.",
    "talks were held in Mirefield.",
    "the wars are holding back trade in Tarvia.",
    "the company captured a third of the market.",
    "no Tarvian teams took part in any tournament in Karsh.",
    "the conference took place in Karsh.",
    "police arrested four teenagers in Karsh.",
    "police were targeting two shops in Karsh.",
    "the offices of the council in Karsh were raided.",
    "the strike was meant to press for better wages.",
    "the navy carried out an operation to clean the beaches of Karsh.",
    "the party holds twelve seats in Karsh.",
    "talks will begin once the guns are silent in Karsh.",
    "the raid on Karsh leaves two sides blaming each other.",
    "the school in Karsh fell to a quake.",
    "the number of visitors in Karsh had risen to 14.",
    "the council of Karsh gave its budget figure as 163.",
    "the number of people with jobs in Karsh stood at 400.",
    "the mayor lost his seat in Karsh.",
    "prices in Karsh have fallen.",
    "seven of the twelve members were in hospital management in Karsh.",
    "the company fired three workers in Karsh.",
    "the coach came under fire from the press in Karsh.",
    "workers cleared the market of Karsh.",
    "the hill that dominates Karsh is green.",
    "nothing had been lost in Karsh.",
    "the team has returned to its hotel in Dolenska.",
    "a plane landed at Karsh.",
    "a helicopter crashed near Karsh, on a village.",
]


@pytest.mark.parametrize(("who", "sentence", "expected"), TABLE)
def test_says_what_the_sentence_says(propositions: Propose, who: str, sentence: str, expected: str) -> None:
    assert expected in [brief(proposition) for proposition in propositions(sentence, who)]


@pytest.mark.parametrize(("who", "report", "expected"), CONTEXTS)
def test_what_only_the_sentences_before_complete(read: Frame, who: str, report: str, expected: str) -> None:
    """ "Spoke of at least eleven", "named X as the perpetrator": of whom and of what stands a sentence before."""
    before, told = report.split(" >> ")
    content = told[told.index("{") + 1 : told.index("}")]
    said = (Said("institute", before.removesuffix(".")), Said(who, content))
    claims = [claim for claim in read(Page((before, told.replace("{", "").replace("}", "")), said)) if claim.claimant]
    found = [brief(proposition) for proposition in claims[-1].propositions]
    assert expected in found if expected != "-" else all(one.startswith("statement") for one in found)


@pytest.mark.parametrize("sentence", OTHERWISE)
def test_claims_no_more_than_a_statement(propositions: Propose, sentence: str) -> None:
    """A wish, a plan or a figure of speech must never stand in a dispute as a fact that somebody claimed."""
    assert [proposition.frame for proposition in propositions(sentence, "institute")] == ["statement"]


def test_two_things_in_one_sentence_are_two_propositions(propositions: Propose) -> None:
    found = [brief(p) for p in propositions("We have lost Karsh but we hold the western bank.", "staff")]
    assert found == [
        "control place=Karsh holder=Orvenia extent=none change=lost",
        "control place=Karsh part=western bank holder=Orvenia extent=partial",
    ]


def test_evidence_lies_inside_the_sentence(propositions: Propose) -> None:
    """A reader who clicks on a proposition must land on its words."""
    (found,) = propositions("Our troops have captured Mirefield.", "ministry")
    assert found.evidence
    assert all(len(span) <= len("Our troops have captured Mirefield") for span in found.evidence)


def test_evidence_leaves_out_a_cue_that_interrupts(read: Frame) -> None:
    """Evidence that runs over the cue would lay the reporter's words to the speaker."""
    words = "Our troops, the ministry said, have captured Karsh."
    said = Said("ministry", "Our troops … have captured Karsh", quotation=Quotation.DIRECT, cue="said")
    (claim,) = (claim for claim in read(Page((BEFORE, words), (said,))) if claim.claimant is not None)
    spans = [span for proposition in claim.propositions for span in proposition.evidence]
    assert claim.propositions[0].frame == "control"
    assert spans
    assert all(any(content.covers(span) for content in claim.content_spans) for span in spans)


def test_a_pronoun_inside_the_phrase_that_it_might_mean(read: Frame) -> None:
    """The article must be read to its end, whatever its pronouns could point to."""
    said = Said("institute", "the soldiers of their army hold Karsh")
    claims = read(Page((BEFORE, "The institute said the soldiers of their army hold Karsh."), (said,)))
    assert any(claim.propositions for claim in claims)


def test_our_men_are_those_of_the_body_that_a_spokesman_speaks_for(read: Frame) -> None:
    """A spokesman on nobody's side takes no town himself."""
    words = "A spokesman said our fighters have liberated Karsh."
    first = "The Northern Liberation Front rebels said the town had been surrounded."
    page = Page(
        (first, words),
        (Said("front", "the town had been surrounded"), Said("voice", "our fighters have liberated Karsh")),
    )
    assert brief(read(page)[-1].propositions[0]).startswith("control place=Karsh holder=Northern Liberation Front")


def test_a_denied_sentence_is_turned(read: Frame) -> None:
    """ "Denied that the town had fallen" must not be kept as a claim that it fell."""
    told = Said("staff", "Karsh was captured by Tarvian forces", stance=Stance.DENIES, cue="denied")
    (claim,) = read(Page(("The Orvenian General Staff denied that Karsh was captured by Tarvian forces.",), (told,)))
    assert [brief(p) for p in claim.propositions] == ["not control place=Karsh holder=Tarvia extent=full change=gained"]


def test_my_men_are_those_whom_the_speaker_leads(read: Frame) -> None:
    """A commander's plan for his own company must not be kept as his country's plan."""
    told = Said("brezh", "My men will pull out of Dolenska", Quotation.DIRECT, Stance.PLANS)
    (claim,) = read(
        Page(("Anton Brezh leads the Grey Wolf Group.", "“My men will pull out of Dolenska,” Brezh said."), (told,))
    )
    assert [brief(p) for p in claim.propositions] == [
        "movement kind=withdraw actor=Grey Wolf Group origin=Dolenska status=planned"
    ]


def test_a_denial_in_the_speakers_own_words_is_not_turned_twice(propositions: Propose) -> None:
    found = propositions("We did not shell Karsh.", "ministry", stance=Stance.DENIES, quotation=Quotation.DIRECT)
    assert [(p.frame, p.negated) for p in found] == [("attack", True)]


def test_who_is_told_to_leave_is_the_one_who_leaves(read: Frame) -> None:
    """In "told the rebels to leave" the words for who is to leave stand before the content."""
    told = Said("ministry", "to leave Karsh", stance=Stance.URGES, cue="told")
    (claim,) = read(Page(("The Tarvian Defence Ministry told Orvenian troops to leave Karsh.",), (told,)))
    assert [brief(p) for p in claim.propositions] == ["movement kind=withdraw actor=Orvenia origin=Karsh status=urged"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They are leaving Karsh.", "movement kind=withdraw actor=Orvenia origin=Karsh status=ongoing"),
        ("They hold the mill in Karsh.", "control place=Karsh part=mill holder=Orvenia extent=partial"),
    ],
)
def test_they_in_the_words_of_one_sides_official_are_the_other_side(
    propositions: Propose, sentence: str, expected: str
) -> None:
    assert expected in [brief(one) for one in propositions(sentence, "ministry", quotation=Quotation.DIRECT)]
    others = propositions(sentence, "observers", quotation=Quotation.DIRECT)
    assert all("Orvenia" not in brief(one) and "Tarvia" not in brief(one) for one in others)


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("blamed", "a Tarvian airstrike", "responsibility event=shelling on hospital actor=Tarvia"),
        ("blamed", "a stray rocket", "responsibility event=shelling on hospital kind=shelling place=Karsh cause=stray"),
        ("claimed", "to have targeted two ships in Dolenska", "attack kind=strike actor=Orvenia target=two ships"),
        ("accused", "Tarvian troops of lying", "statement"),
        ("denied", "being behind the shelling", "not responsibility event=shelling on hospital"),
        ("captured", "the pilot of a plane that crashed near Karsh", "statement"),
    ],
)
def test_whoever_blames_a_weapon_and_whoever_claims_a_deed(read: Frame, cue: str, content: str, expected: str) -> None:
    """ "Blamed an airstrike" names who struck, as much as "said that they struck"."""
    before = "Shells struck a hospital in Karsh, soldiers said."
    first = Said("institute", "Shells struck a hospital in Karsh")
    told = Said("staff", content, cue=cue, stance=Stance.DENIES if cue == "denied" else Stance.ASSERTS)
    claims = read(Page((before, f"The Orvenian General Staff {cue} {content}."), (first, told)))
    assert brief(claims[-1].propositions[0]).startswith(expected)


def test_who_denies_a_capture_by_nobody_denies_the_enemys(read: Frame) -> None:
    """ "Denied that the town had been captured" must not have the denying side as the one who did not capture it."""
    told = Said("staff", "Karsh had been captured", stance=Stance.DENIES, cue="denied")
    text = "The Orvenian General Staff denied that Karsh had been captured. The Tarvian Defence Ministry is silent."
    (claim,) = read(Page((text,), (told,)))
    assert [brief(p) for p in claim.propositions] == ["not control place=Karsh holder=Tarvia extent=full change=gained"]


def test_nobody_drives_back_their_own_soldiers(read: Frame) -> None:
    """In "denied that X had pushed back its soldiers" the soldiers are those of the side that denies it."""
    told = Said("staff", "Tarvian forces had pushed back its soldiers from Karsh", stance=Stance.DENIES, cue="denied")
    text = "The Orvenian General Staff denied that Tarvian forces had pushed back its soldiers from Karsh."
    (claim,) = read(Page((text,), (told,)))
    wanted = ["not movement kind=withdraw actor=Orvenia origin=Karsh status=done"]
    assert [brief(p) for p in claim.propositions] == wanted

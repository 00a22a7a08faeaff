"""Numbers that somebody puts, gives, counts or has. Lose these, and of a dispute over the dead one side is missing."""

from collections.abc import Callable

import pytest
from tests.attribution.conftest import Heard

Hear = Callable[..., list[Heard]]

# sentence, who says what
ROWS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "The interior ministry puts the number of displaced at 30,000.",
        [("The interior ministry", "the number of displaced at 30,000")],
    ),
    (
        "The ministry now puts the number of people drowned at the old mill at 14, five more than on Monday.",
        [("The ministry", "the number of people drowned at the old mill at 14")],
    ),
    ("The ministry gave the figure as 163.", [("The ministry", "the figure as 163")]),
    (
        "The Nurses Union has raised its count to 18 after a student died of her wounds.",
        [("The Nurses Union", "its count to 18")],
    ),
    (
        "The civil protection elevated to 33 the dead and lowered to 47 the missing.",
        [("The civil protection", "to 33 the dead"), ("The civil protection", "to 47 the missing")],
    ),
    (
        "The monitor group Vale Watch has counted 38 dead soldiers and at least 20 dead rebels.",
        [("The monitor group Vale Watch", "38 dead soldiers and at least 20 dead rebels")],
    ),
    ("The health minister gave a much lower number: 3,166 dead.", [("The health minister", "3,166 dead")]),
    ("The Seismic Survey measured the shock at 6.4.", [("The Seismic Survey", "the shock at 6.4")]),
    (
        "The ministry put the losses at 40 and blamed the rebels.",
        [("The ministry", "the losses at 40"), ("The ministry", "the rebels")],
    ),
    (
        "The ministry put its losses at 12 dead and 31 wounded.",
        [("The ministry", "its losses at 12 dead and 31 wounded")],
    ),
    ("Mr Lindqvist's own count of the dead sailors is 22.", [("Mr Lindqvist", "the dead sailors is 22")]),
    ("The ministry's count, given in the capital, stood at 112.", [("The ministry", "stood at 112")]),
    ("The governor's figure was at least 190.", [("The governor", "was at least 190")]),
    ("The ministry gave 174 dead on Friday.", [("The ministry", "174 dead")]),
    (
        "The Tarn Observatory in neighbouring Norway measured 7.1.",
        [("The Tarn Observatory in neighbouring Norway", "7.1")],
    ),
    ("The committee advances the figure of 19 dead.", [("The committee", "the figure of 19 dead")]),
    ("The governor's office kept to seven.", [("The governor's office", "seven")]),
    ("By her account forty boats are missing.", [("her", "forty boats are missing")]),
    ("He has lost 58 men, by the reckoning of the institute.", [("the institute", "He has lost 58 men")]),
    ("On Lindqvist's tally, 340 sailors drowned.", [("Lindqvist", "340 sailors drowned")]),
    (
        "As the organisation Delta Relief reports, 71 people have drowned.",
        [("the organisation Delta Relief", "71 people have drowned")],
    ),
    # nobody's number, no number, no claim
    ("The farmer put two cows at the gate.", []),
    ("The mayor raised the flag to 40 cheers.", []),
    ("The army gave the prisoners as hostages.", []),
    ("The ministry's toll is lower.", []),
    ("On his account at the bank lay 40 crowns.", []),
    ("The farmer kept to two cows.", []),
    ("The minister stood by two sailors.", []),
    ("The company gave 200 workers notice.", []),
    ("As the army advances, the town is emptying.", []),
    ("The ministry said that it had counted 40 dead.", [("The ministry", "it had counted 40 dead")]),
    (
        "The harbour master counted 23 drowned sailors, not 17 as the navy reported on Monday.",
        [("The harbour master", "23 drowned sailors"), ("the navy", "17")],
    ),
    (
        "The nurses told us there were 40 dead, not 27, as officials had said.",
        [("The nurses", "there were 40 dead, not 27"), ("officials", "27")],
    ),
    (
        "The union spoke of 14 dead rather than the nine announced by the ministry.",
        [("The union", "14 dead rather than the nine announced by the ministry"), ("the ministry", "nine")],
    ),
    (
        "The mayor said that it was shut for three weeks, not two months, as planned.",
        [("The mayor", "it was shut for three weeks, not two months, as planned")],
    ),
]


@pytest.mark.parametrize(("text", "said"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_numbers_go_to_who_gives_them(hear: Hear, text: str, said: list[tuple[str, str]]) -> None:
    assert [(one.source, one.content) for one in hear(text)] == said


# headline, who says what
ABOVE: list[tuple[str, list[tuple[str, str]]]] = [
    ("Rebels say they hold half of Vessia as hospital is shelled", [("Rebels", "they hold half of Vessia")]),
    (
        "Police storm harbour square; ministry says two dead, doctors count eleven",
        [("ministry", "two dead"), ("doctors", "eleven")],
    ),
    ("Quake flattens brick towns, ministry says 112 dead", [("ministry", "112 dead")]),
    ("“We ran out of sheets”: a conversation with Ruta Kalnina", [("Ruta Kalnina", "We ran out of sheets")]),
    (
        "‘Shots from the tower’: Danish minister blames opposition as square is emptied",
        [("Danish minister", "Shots from the tower"), ("Danish minister", "opposition")],
    ),
    (
        "Vessia rebels 'took half of the town'... Government army \"Not one street\"",
        [("Vessia rebels", "took half of the town"), ("Government army", "Not one street")],
    ),
    ('The "iron wall" of Vessia', []),
    ("Death toll raised to 297", []),
    ("Harbour live: the bridge is open again, mayor says", [("mayor", "Harbour live: the bridge is open again")]),
]


@pytest.mark.parametrize(("text", "said"), ABOVE, ids=[row[0][:40] for row in ABOVE])
def test_headlines_say_who_says_what(hear: Hear, text: str, said: list[tuple[str, str]]) -> None:
    heard = hear(f"{text}\nThe trains were late in the morning.", headline=True)
    assert [(one.source, one.content) for one in heard] == said


def test_a_quotation_above_is_whose_it_is_below(hear: Hear) -> None:
    below = "“There was no siren. The dogs were the siren,” said Ruta Kalnina."
    heard = hear(f"'The dogs were the siren': villagers dispute mine's account\n{below}", headline=True)
    assert ("Ruta Kalnina", "The dogs were the siren") in [(one.source, one.content) for one in heard]


# sentences whose verb of saying was taken for a thought or for passing talk
PLAIN: list[tuple[str, str, str]] = [
    ("The general made known his plan to pull the troops out.", "The general", "his plan to pull the troops out"),
    ("Ruta Kalnina made it known that the mine would close.", "Ruta Kalnina", "the mine would close"),
    (
        "The minister, in a press conference, has excluded that the police used live rounds.",
        "The minister, in a press conference",
        "the police used live rounds",
    ),
    (
        "An officer of the regiment has confided to the daily Lantern that the order came by telephone.",
        "An officer of the regiment",
        "the order came by telephone",
    ),
    ("The mayor divulged that two men had drowned.", "The mayor", "two men had drowned"),
    (
        "The ministry of health revealed in a press release that nine persons died.",
        "The ministry of health",
        "nine persons died",
    ),
    ("The clinics reported 31 deaths.", "The clinics", "31 deaths"),
    ("The brigade reported repelling two attacks on the weir.", "The brigade", "repelling two attacks on the weir"),
    (
        "The admiral reckoned that three boats had been lost and forty men taken.",
        "The admiral",
        "three boats had been lost and forty men taken",
    ),
    ("While talks went on, Tarvia declared a full victory in Karsh.", "Tarvia", "a full victory in Karsh"),
    ("The mayor grants that the alarm came late.", "The mayor", "the alarm came late"),
    ("The port office now accepts that the crane had been unsafe.", "The port office", "the crane had been unsafe"),
    ("Tarvia would have it that the island was never inhabited.", "Tarvia", "the island was never inhabited"),
    (
        "The fire was laid by the owner himself, the inspector considers.",
        "the inspector",
        "The fire was laid by the owner himself",
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), PLAIN, ids=[row[0][:40] for row in PLAIN])
def test_plain_claims_are_no_passing_remarks(hear: Hear, text: str, source: str, content: str) -> None:
    heard = next(one for one in hear(text) if one.content == content)
    assert heard.source.startswith(source.split(",", maxsplit=1)[0])
    assert heard.attribution.listed >= 0.25


def test_a_matter_reported_on_is_no_count(hear: Hear) -> None:
    assert not hear("The local paper reported the arrival of the circus.")


def test_what_is_called_off_is_no_demand(hear: Hear) -> None:
    assert not hear("The rescue service has called off the search.")


def test_volunteers_who_quit_announce_nothing(hear: Hear) -> None:
    heard = hear("Chilean volunteers to quit the harbour\nThe trains were late in the morning.", headline=True)
    assert all(one.attribution.listed < 0.2 for one in heard)


def test_an_announced_truce_is_a_claim(hear: Hear) -> None:
    heard = hear("The Harbour Pilots Association has announced a truce of 24 hours from Monday morning.")
    assert [one.attribution.listed >= 0.25 for one in heard] == [True]

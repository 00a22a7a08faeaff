"""Wars within one country, and crowds on its streets: who "the rebels", "the garrison" and "our side" are."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.frames.tarvia import article_of, body, person, place, span_of
from tests.frames.test_frame_sentences import brief

from counterclaim.frames import frame
from counterclaim.frames.factions import Factions
from counterclaim.model import (
    Attribution,
    Cast,
    EntityKind,
    Mention,
    Part,
    Precision,
    Quotation,
    Ref,
    Span,
    Stance,
)
from counterclaim.syntax import Parser

LAND = (
    place("tarvia", Precision.COUNTRY, "Tarvia"),
    place("karsh", Precision.TOWN, "Karsh"),
    body("reed", "Tarvia", "Reed Alliance"),
    person("moll", None, "Brigadier", "Jon Moll", "Moll"),
    person("ferr", None, "police chief", "Ada Ferr", "Ferr"),
)
WAR = "Tarvia's rebel Reed Alliance and the Tarvian army fought over Karsh on Monday, with artillery on both sides."
CROWD = "Protesters filled Karsh on Monday, and shots were fired at the crowd near the bridge."
LINES = (Path(__file__).parent / "factions.txt").read_text("utf-8").splitlines()
TABLE = [line.split(" | ") for line in LINES if " | " in line and not line.startswith("#")]
Tell = Callable[[str, str, str], list[str]]


@pytest.fixture
def tell(parser: Parser) -> Tell:
    """What a sentence by one claimant comes to, after an opening that says what the report is about."""

    def telling(opening: str, who: str, sentence: str) -> list[str]:
        article = article_of((opening, sentence))
        mentions = [
            Mention(Part.TEXT, Span(*found.span()), entity.kind, entity.id, entity.names[0])
            for entity in LAND
            for found in re.finditer(rf"\b{entity.names[0]}\b", article.text)
        ]
        content = (span_of(article.text, sentence.removesuffix(".")),)
        said = Attribution(Part.TEXT, (), (), content, Quotation.INDIRECT, Stance.ASSERTS, 0.9)
        speaker = next((Ref(e.name, e.name, e.id, e.kind) for e in LAND if e.id == who), None)
        speaker = speaker or Ref(who, who, None, EntityKind.GROUP)
        cast = Cast(LAND, tuple(sorted(mentions, key=lambda m: m.span)), (speaker,), ((),), (("Tarvian", "Tarvia"),))
        claims = frame(parser.parse(article), (said,), cast, ())
        return [brief(p) for claim in claims if claim.claimant is not None for p in claim.propositions]

    return telling


@pytest.mark.parametrize(("who", "sentence", "expected"), [row[1:] for row in TABLE if row[0] == "war"])
def test_a_state_that_fights_its_own_people_is_told_by_its_army(
    tell: Tell, who: str, sentence: str, expected: str
) -> None:
    """ "Tarvia holds Karsh" says nothing where both who fight over Karsh are of Tarvia."""
    assert expected in tell(WAR, who, sentence)


@pytest.mark.parametrize(("who", "sentence", "expected"), [row[1:] for row in TABLE if row[0] == "crowd"])
def test_where_a_crowd_is_shot_at_police_and_crowd_are_the_parties(
    tell: Tell, who: str, sentence: str, expected: str
) -> None:
    """A crackdown is told of police and protesters; neither is anybody's troops."""
    assert expected in tell(CROWD, who, sentence)


def test_who_speaks_of_rebels_is_none(parser: Parser) -> None:
    """Else "the army said rebels fired at the trucks" has the army fire at its own."""
    text = "The Ridge Command said rebels fired at the trucks. The Reed Alliance said it had left Karsh."
    article = article_of((text,))
    bodies = (body("ridge", None, "Ridge Command"), body("reed", None, "Reed Alliance"))
    spans = ((one, re.search(one.name, article.text)) for one in bodies)
    mentions = tuple(Mention(Part.TEXT, Span(*at.span()), one.kind, one.id, one.name) for one, at in spans if at)
    cast = Cast(bodies, mentions, (), (), ())
    factions = Factions(parser.parse(article), cast, frozenset(), {})
    assert factions.rebels is not None
    assert factions.rebels.name == "Reed Alliance"


@pytest.mark.parametrize(
    ("name", "army"),
    [
        ("Tarvian Armed Forces", "Tarvian Armed Forces"),
        ("Tarvian National Army", "Tarvian National Army"),
        ("Reed Defence Forces", "army"),
        ("Hill Independence Army", "army"),
    ],
)
def test_only_an_army_of_a_state_is_the_army(parser: Parser, name: str, army: str) -> None:
    """Else "the military bombed a village" lays it to those who fight the military."""
    article = article_of((f"Rebels and the military fought. The {name} said it had left.",))
    one = body("one", None, name)
    at = article.text.index(name)
    mentions = (Mention(Part.TEXT, Span(at, at + len(name)), one.kind, one.id, name),)
    factions = Factions(parser.parse(article), Cast((one,), mentions, (), (), ()), frozenset(), {"Tarvian": "Tarvia"})
    assert factions.army is not None
    assert factions.army.name == army


@pytest.mark.parametrize(
    ("role", "wanted"),
    [
        ("governor of Upper Sarn", ["control place=Karsh holder=Orvenia extent=full"]),
        ("Tarvian-installed governor of Upper Sarn", []),
    ],
)
def test_a_governors_we_is_the_country_of_the_province(parser: Parser, role: str, wanted: list[str]) -> None:
    """What is "ours" in the mouth of a governor whom no state is named for."""
    text = f"Eva Lindqvist, {role}, said after shelling by artillery from Orvenia: Karsh is ours."
    sarn = replace(place("sarn", Precision.REGION, "Upper Sarn"), within=("orvenia",))
    lind = person("lind", None, role, "Eva Lindqvist")
    orvenia, karsh = place("orvenia", Precision.COUNTRY, "Orvenia"), place("karsh", Precision.TOWN, "Karsh")
    cast_ = (sarn, lind, orvenia, karsh)
    mentions = [Mention(Part.TEXT, span_of(text, e.name), e.kind, e.id, e.name) for e in cast_]
    said = Attribution(Part.TEXT, (), (), (span_of(text, "Karsh is ours"),), Quotation.DIRECT, Stance.ASSERTS, 0.9)
    cast = Cast(
        cast_, tuple(sorted(mentions, key=lambda m: m.span)), (Ref(lind.name, lind.name, lind.id, lind.kind),), ((),)
    )
    (claim,) = (c for c in frame(parser.parse(article_of((text,))), (said,), cast, ()) if c.claimant is not None)
    assert [found for p in claim.propositions if "Orvenia" in (found := brief(p))] == wanted


def test_the_rebels_army_is_not_the_states(parser: Parser) -> None:
    """Else "the army holds Karsh" gives the town to the rebels who call themselves an army."""
    article = article_of(("The rebel Reed Army has left Karsh. The army holds the town.",))
    reed = body("reed", None, "Reed Army")
    mention = Mention(Part.TEXT, span_of(article.text, "Reed Army"), reed.kind, reed.id, reed.name)
    factions = Factions(parser.parse(article), Cast((reed,), (mention,), (), (), ()), frozenset(), {})
    assert factions.army is not None
    assert factions.army.name == "army"


MILITIA = (
    "The Tarvian army and the paramilitary Reed Alliance fought over Karsh on Monday, with artillery on both sides."
)


@pytest.mark.parametrize(
    ("who", "sentence", "expected"),
    [
        ("reed", "our movement controls Karsh.", "control place=Karsh holder=Reed Alliance extent=full"),
        (
            "doctor",
            "the paramilitary group holds half of Karsh.",
            "control place=Karsh holder=Reed Alliance extent=partial",
        ),
        ("doctor", "the militia holds Karsh.", "control place=Karsh holder=Reed Alliance extent=full"),
        ("moll", "our soldiers hold Karsh.", "control place=Karsh holder=Tarvian army extent=full"),
    ],
)
def test_a_militia_that_nobody_calls_rebels_fights_the_state_as_rebels_do(
    tell: Tell, who: str, sentence: str, expected: str
) -> None:
    """Who fights the army by name is told apart from the state, whatever the article calls them."""
    assert expected in tell(MILITIA, who, sentence)


def test_where_rebels_fight_a_state_a_third_state_is_no_enemy(parser: Parser) -> None:
    """Allies and neighbours have troops in a war with rebels; only the rebels' movement is the state's enemy."""
    text = "Rebels shelled Karsh. Tarvian troops, Orvenian troops and Lethurian troops fired back."
    adjectives = {"Tarvian": "Tarvia", "Orvenian": "Orvenia", "Lethurian": "Lethuria"}
    cast = Cast(LAND, (), (), (), ())
    factions = Factions(parser.parse(article_of((text,))), cast, frozenset(adjectives.values()), adjectives)
    assert factions.foe_of("Tarvia", ["Orvenia", "Lethuria"]) is None
    assert factions.foe_of("Tarvia", ["Orvenia", "Taliban"]) == "Taliban"

"""Speakers in small letters: the rebels, its command, an officer and his "he". A wrong one feeds the other camp."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.entities.conftest import article_of

from counterclaim.attribution import attribute
from counterclaim.entities import Gazetteer, resolve
from counterclaim.model import Cast
from counterclaim.syntax import Parser

# what, text, who speaks each claim, in reading order
ROWS: list[tuple[str, str, list[str]]] = [
    (
        "the rebels: the one body that is described so",
        "Chile's rebel Wells Alliance said that it held the town.\nThe rebels insisted that they would stay.",
        ["Wells Alliance", "Wells Alliance"],
    ),
    (
        "rebels: described behind the name",
        "The Wells Alliance, league of the rebel armies of Chile, said it held on.\nRebels claimed that all was safe.",
        ["Wells Alliance", "Wells Alliance"],
    ),
    (
        "insurgents: another word of the kind",
        "The rebel Wells Alliance said it held the town.\nThe insurgents claimed that the hospital was safe.",
        ["Wells Alliance", "Wells Alliance"],
    ),
    (
        "the rebels: two bodies are described so",
        "The rebel Sun Front said it held on.\nThe rebel Moon Front said it did.\nThe rebels said that they had left.",
        ["Sun Front", "Moon Front", "rebels"],
    ),
    (
        "its spokesman: whose men the sentence speaks of",
        "Lantern Relief said it had left.\nThe army has lost 12 men since Monday, its spokesman said.",
        ["Lantern Relief", "army"],
    ),
    (
        "its command: the body itself",
        "Of the Harbour Alliance's fighters four have fallen, according to its command.",
        ["Harbour Alliance"],
    ),
    (
        "the company: the firm that the relative clause shows",
        "Ferrado Minerals, which runs the mine, said that the dam had failed. Sirens were sounded, the company said.",
        ["Ferrado Minerals", "Ferrado Minerals"],
    ),
    (
        "the alliance: the subject of the sentence before",
        "The Harbour Front is not convinced. Some two hundred officers are still there, the alliance says.",
        ["Harbour Front"],
    ),
    (
        "he: an officer whom nobody names",
        "Ruta Kalnina was ill.\nA field officer told me that they had left. The banners, he said, were flying.",
        ["field officer", "field officer"],
    ),
    (
        "he: introduced without a word",
        "Ruta Kalnina was ill.\nA shift foreman was in the room. He says that it was locked. “We ran,” he says.",
        ["shift foreman", "shift foreman"],
    ),
    (
        "he: a person named since",
        "A doctor said that seventeen had died. Oskar Lindqvist came at noon. He said that it was late.",
        ["doctor", "Oskar Lindqvist"],
    ),
    (
        "the engineer: an office in a relative clause",
        "Rosa Delmont, who was the dam engineer until May, said that it leaked.\nIt burst, according to the engineer.",
        ["Rosa Delmont", "Rosa Delmont"],
    ),
    (
        "the minister of a country: named in the next paragraph",
        "The interior minister of Chile has said that shots were fired.\nTomas Arvel said that they came from a roof.",
        ["Tomas Arvel", "Tomas Arvel"],
    ),
    (
        "the minister of a country: not the grocer after him",
        "The interior minister of Chile said that shots were fired.\nTomas Arvel, a grocer, said that he ran.",
        ["interior minister of Chile", "Tomas Arvel"],
    ),
]


@pytest.fixture(scope="module")
def cast_of(parser: Parser, gazetteer: Gazetteer) -> Callable[[str], Cast]:
    def resolved(text: str) -> Cast:
        parsed = parser.parse(article_of(text))
        return resolve(parsed, attribute(parsed), gazetteer)

    return resolved


@pytest.mark.parametrize(("what", "text", "speakers"), ROWS, ids=[row[0] for row in ROWS])
def test_speakers_in_small_letters(cast_of: Callable[[str], Cast], what: str, text: str, speakers: list[str]) -> None:
    assert [ref.name if ref else None for ref in cast_of(text).speakers] == speakers, what


@pytest.mark.parametrize("body", ["Chile's rebel Wells Alliance", "The Chilean opposition Wells Alliance"])
def test_who_fights_a_state_is_not_on_its_side(cast_of: Callable[[str], Cast], body: str) -> None:
    cast = cast_of(f"{body} said that it had taken the town.")
    assert [entity.side for entity in cast.entities if "Wells Alliance" in entity.names] == [None]


HEADLINES: list[tuple[str, str, str, list[str]]] = [
    (
        "the company: who says so in the text",
        "Seven dead in Tarnholm quarry collapse, company says",
        "A wall of the Tarnholm quarry collapsed and killed seven workers, operator Varda Quarries said.",
        ["Varda Quarries", "Varda Quarries"],
    ),
    (
        "inspectors: the agency that sent them",
        "Cracks found in Tarnholm reservoir wall, inspectors say",
        "The Water Safety Agency said that cracks were found in the wall of the Tarnholm reservoir.",
        ["Water Safety Agency", "Water Safety Agency"],
    ),
    (
        "police: others say so in the text",
        "Seven dead in Tarnholm quarry collapse, police say",
        "A wall of the Tarnholm quarry collapsed and killed seven workers, operator Varda Quarries said.",
        ["police", "Varda Quarries"],
    ),
    (
        "a deputy minister whose name the lead holds back",
        "Deputy minister: our troops still hold Tarnholm",
        (
            "Chile's deputy defence minister said that her troops were still in Tarnholm.\n"
            "“The battle is going on,” Ilka Norden told a news conference."
        ),
        ["Ilka Norden", "Ilka Norden", "Ilka Norden"],
    ),
]


@pytest.mark.parametrize(("what", "title", "text", "speakers"), HEADLINES, ids=[row[0] for row in HEADLINES])
def test_speakers_of_headlines(
    parser: Parser, gazetteer: Gazetteer, what: str, title: str, text: str, speakers: list[str]
) -> None:
    parsed = parser.parse(replace(article_of(text), title=title))
    cast = resolve(parsed, attribute(parsed), gazetteer)
    assert [ref.name for ref in cast.speakers if ref is not None] == speakers


def test_the_group_that_posts_is_no_platform(cast_of: Callable[[str], Cast]) -> None:
    """ "In a statement on its Telegram channels, the group said": Telegram says nothing."""
    cast = cast_of(
        "The Reed Front group claimed responsibility for the two explosions in Tarnholm.\nIn a statement on its"
        " Telegram channels, the group said that two of its members had blown themselves up."
    )
    assert [ref.name for ref in cast.speakers if ref is not None and ref.name == "Telegram"] == []

"""Names that stand right behind an office and what it is of, ranks and names with small words inside.

A name that is cut wrong makes two people of one, or gives his words to whoever bears half of it.
"""

import pytest
from tests.entities.conftest import article_of

from counterclaim.attribution import attribute
from counterclaim.entities import Gazetteer, resolve
from counterclaim.syntax import Parser

LEGATION = "Permanent Mission of the Republic of Peru"
# text, who speaks each claim, in reading order
ROWS: list[tuple[str, list[str]]] = [
    ("President of Peru Marta Quispe said that the town had fallen.", ["Marta Quispe"]),
    ("Mayor of Tacna Julia Ramos said that the town was shelled.", ["Julia Ramos"]),
    ("Border adviser to the President Marta Quispe said that the town had fallen.", ["Marta Quispe"]),
    ("Head of the Office of the President Marta Quispe said that the army had left.", ["Marta Quispe"]),
    ("The Front's ambassador to Chile Anton Weber claimed that the plant was taken.", ["Anton Weber"]),
    ("Acting Governor of the Upper Region Pablo Weber said that the town was shelled.", ["Pablo Weber"]),
    ("Deputy commander of the contingent Captain First Rank Anton Weber said that two men fell.", ["Anton Weber"]),
    ("Deputy head of the Centre for Truce Captain First Rank Anton Weber said that two men fell.", ["Anton Weber"]),
    ("“We hold the town. The enemy has left,” army spokesman Brig. Gen. Anton Weber said.", ["Anton Weber"]),
    ("Nurses Without Borders said it had left the town.", ["Nurses Without Borders"]),
    (
        "The head of the Foreign Ministry of Peru Marta Elena Quispe said that the town had fallen.",
        ["Marta Elena Quispe"],
    ),
    ("Chilean Ambassador to the UN Marta Quispe responded that it was Peru that laid mines.", ["Marta Quispe"]),
    ("The leader of the group “Those Who Wait” Pablo Weber said that the plant was taken.", ["Pablo Weber"]),
    ("Minister of Trade, Labor and Social Welfare Ana Weber said that the port was closed.", ["Ana Weber"]),
    ("The Attorney General, Tarek Pablo Weber, said that the port was closed.", ["Tarek Pablo Weber"]),
    ("Former premier Anton Sen, now a deputy, wrote: “We hold the town.”", ["Anton Sen"]),
    ("Maj-Gen Anton Weber, the army's spokesman, said that the town had fallen.", ["Anton Weber"]),
    ("“The town is free,” wrote on X Marta Quispe, the spokeswoman of the movement.", ["Marta Quispe"]),
    (
        "Chile's Ministry of Defense spokesperson Anton Weber reported that the town was shelled. He said it burnt.",
        ["Anton Weber"] * 2,
    ),
    (
        "The town is lost, Prime Minister Marta Quispe said. “The count is not final,” the Premier added.",
        ["Marta Quispe"] * 2,
    ),
    ("FURIOUS Peter Weber last night warned Peru faces war.", ["Peter Weber"]),
    ("Four people were shot in the town, according to the NGO Foro Claro.", ["Foro Claro"]),
    ("The Permanent Mission of the Republic of Peru denied that its air force struck the town.", [LEGATION]),
    (
        "Foreign Minister Walid al-Haddad said that the town had fallen.\nLater, al-Haddad said that it had not.",
        ["Walid al-Haddad"] * 2,
    ),
    (
        "A military source in the Third Division said that the town had fallen. He pointed out that it was burning.",
        ["military source in the Third Division"] * 2,
    ),
    (
        (
            "The army has left Tacna, the chief of the Peruvian Armed Forces, Pablo Weberskyi, announced.\n"
            "“I gave the order,” wrote the general.\nGeneral Pablo Quispe, head of the south group, said it was hard."
        ),
        ["Pablo Weberskyi", "Pablo Weberskyi", "Pablo Quispe"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_who_speaks(parser: Parser, gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    cast = resolve(parsed := parser.parse(article_of(text)), attribute(parsed), gazetteer)
    assert [ref.name for ref in cast.speakers if ref is not None] == expected


def test_the_ministry_is_that_of_the_minister_before(parser: Parser, gazetteer: Gazetteer) -> None:
    """Else a report from Lima gives Chile's ministry, of which it has just named the minister, to Peru."""
    text = "Lima - Chilean Defence Minister Ana Weber was in Arica.\nHowever, the ministry said that its men had left."
    cast = resolve(parsed := parser.parse(article_of(text)), attribute(parsed), gazetteer)
    ministry = next(entity for entity in cast.entities if "inistry" in entity.name)
    assert (ministry.name, ministry.side) == ("Chilean Defence Ministry", "Chile")


def test_a_movement_of_a_day_bears_its_letter_and_number(parser: Parser, gazetteer: Gazetteer) -> None:
    """Else the rebels of one name and those of the other are two bodies, and the first hold nothing."""
    text = "The rebels of the May 19 Movement (M19) took the airport, residents said. M19 said that it was calm."
    cast = resolve(parsed := parser.parse(article_of(text)), attribute(parsed), gazetteer)
    assert [set(entity.names) >= {"May 19 Movement", "M19"} for entity in cast.entities if "M19" in entity.names] == [
        True
    ]


def test_an_alliance_named_for_a_land_is_no_states(parser: Parser, gazetteer: Gazetteer) -> None:
    text = "The Alliance for the Peru Coast said that it held the port. The Peru River Alliance said that it did not."
    cast = resolve(parsed := parser.parse(article_of(text)), attribute(parsed), gazetteer)
    assert {entity.side for entity in cast.entities if "Alliance" in entity.name} == {None}


def test_a_place_on_no_map_is_no_body(parser: Parser, gazetteer: Gazetteer) -> None:
    """Else the gunners of a village that the article names are lost to the town that it names besides."""
    text = "Soldiers fired at positions near Quillahue. They are in Quillahue, the army said. He left."
    cast = resolve(parsed := parser.parse(article_of(text)), attribute(parsed), gazetteer)
    bodies = {entity.name for entity in cast.entities if entity.kind.value == "organization"}
    assert "Quillahue" not in bodies

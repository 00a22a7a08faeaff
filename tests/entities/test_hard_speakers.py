"""Speakers that the sentence itself does not name in full. A wrong one here puts true words into the wrong mouth."""

from collections.abc import Callable

import pytest
from tests.entities.conftest import article_of

from counterclaim.attribution import attribute
from counterclaim.entities import Gazetteer, resolve
from counterclaim.model import Quotation
from counterclaim.syntax import Parser

Row = tuple[str, str, list[str]]

VELKOVA = "Irina Velkova, the Bulgarian deputy transport minister, said that the tunnel was safe.\n"

# form, text, who speaks each claim, in reading order
ROWS: list[Row] = [
    (
        "a document whose authors have spoken",
        "The report's authors say that the dam leaks.\nRuta Kalnina says that it holds.\nThe report says it froze.",
        ["report's authors", "Ruta Kalnina", "report's authors"],
    ),
    (
        "a namesake who is introduced later, as her colleague",
        "Finance Minister Arvel said that the tax stays.\nHer colleague Tomas Arvel said that it falls.",
        ["Arvel", "Tomas Arvel"],
    ),
    (
        "the full name a sentence later",
        "Minister Arvel said that the budget would hold.\nThe crisis is over, Tomas Arvel said.",
        ["Tomas Arvel", "Tomas Arvel"],
    ),
    ("no name but a capital", "Recent reports have revealed that a sailor was arrested.", ["Recent reports"]),
    (
        "part of a page",
        "The history section of the site explains that the film was withdrawn.",
        ["history section of the site"],
    ),
    (
        "a surname that is a town's name",
        "Valeria London, a Belgian nurse, said that the clinic was shut.\nLondon claims that she was never paid.",
        ["Valeria London", "Valeria London"],
    ),
    (
        "a town whose name somebody bears",
        "Valeria London said that she had left.\nShops in London were shut.\nLondon said that it would not pay.",
        ["Valeria London", "United Kingdom"],
    ),
    (
        "title a page later",
        VELKOVA + "Work began in March. Trains have run since May. Tickets cost more than before.\n"
        "The deputy transport minister added that the tunnel would close at night.",
        ["Irina Velkova", "Irina Velkova"],
    ),
    (
        "title with the nation",
        VELKOVA + "The Bulgarian minister also said that the rails were new.",
        ["Irina Velkova", "Irina Velkova"],
    ),
    ("surname", VELKOVA + "Velkova also said that the rails were new.", ["Irina Velkova", "Irina Velkova"]),
    (
        "called he by a translation",
        VELKOVA + "“The rails are new and the lights work,” he stressed.",
        ["Irina Velkova", "Irina Velkova"],
    ),
    (
        "it added",
        "The Harbor Pilots Association said that pay was low.\nIt added that talks had failed on Friday.",
        ["Harbor Pilots Association", "Harbor Pilots Association"],
    ),
    (
        "it of a body without a name",
        (
            "Soldiers surrounded the palace in Tarnholm.\n"
            "The presidency said that the Harbour Guard had begun a mutiny and that the army stood ready. "
            "The president and his family are well, it added."
        ),
        ["presidency", "presidency"],
    ),
    (
        "the statement said",
        "The Harbor Pilots Association said that pay was low.\n“Talks have failed and we strike,” the statement said.",
        ["Harbor Pilots Association", "Harbor Pilots Association"],
    ),
    (
        "spokeswoman without a name",
        "A spokeswoman for the Harbor Pilots Association said that pay was low.",
        ["Harbor Pilots Association"],
    ),
    (
        "spokeswoman with a name",
        "A spokeswoman for the Harbor Pilots Association, Lena Brandt, said that pay was low.",
        ["Lena Brandt"],
    ),
    (
        "a movement by what it is called besides",
        "Yemen's Iran-aligned Houthi group said that it had hit a ship. Houthi rebels said that it had sunk.",
        ["Houthis", "Houthis"],
    ),
    (
        "the government of whose state he leads",
        "Norway's prime minister, Liv Aas, said that the pier was safe. Her government said that it was new.",
        ["Liv Aas", "Norway's government"],
    ),
    (
        "a name of two words' beginnings",
        "Peru's Central Command (CENTCOM) said that the pier was safe. CENTCOM said that it was new.",
        ["Central Command", "Central Command"],
    ),
    (
        "a field that is an office as well",
        "The bridge was sold, the U.S. Department of Justice said.",
        ["U.S. Department of Justice"],
    ),
    (
        "several people behind a name are not its bearer",
        "The Front has taken Aster, residents said.",
        ["residents"],
    ),
    (
        "unnamed officials of a body",
        "Two officials of the transport ministry said that the rails were old.",
        ["Two officials of the transport ministry"],
    ),
    (
        "unnamed source",
        "A source close to the board said that the tunnel would close.",
        ["source close to the board"],
    ),
    ("group", "Several truck drivers said that the tunnel was dark.", ["Several truck drivers"]),
    (
        "a number alone, of the group before it",
        "Several harbour secretaries said that the pier was safe. Two said that it was new.",
        ["Several harbour secretaries", "Two secretaries"],
    ),
    (
        "rebels, where one body has a rebels' name",
        (
            "Rebels in the north of Peru said that they held the mill.\n"
            "The Coastal Liberation Front said that the mill was quiet. The rebels said that it would stay so."
        ),
        ["Coastal Liberation Front"] * 3,
    ),
    (
        "two of the rebels are not all of them",
        "The Coastal Liberation Front said that it was quiet. Two rebels said that the mill was shut.",
        ["Coastal Liberation Front", "Two rebels"],
    ),
    (
        "rebels, where two bodies have such names",
        (
            "The Coastal Liberation Front said that it held the mill. "
            "The Hill Resistance Movement said that it did not.\n"
            "The rebels said that the road was shut."
        ),
        ["Coastal Liberation Front", "Hill Resistance Movement", "rebels"],
    ),
    (
        "a state's ministry by its pronoun",
        "Peru denied any blame. Its foreign ministry said that no boat had left the port.",
        ["Peru", "Peru's foreign ministry"],
    ),
    (
        "a state's firm's own council is no body of the state",
        "Peru's Harbour Company said that it was open. Its council said that no boat had left the port.",
        ["Harbour Company", "council"],
    ),
    (
        "a state's side",
        "The Peruvian side said that no boat had left the port.",
        ["Peru"],
    ),
    (
        "a service of a state's own",
        "Peru's border service said that no boat had left the port.",
        ["Peru's border service"],
    ),
    (
        "group with one member named",
        "Ministers in the new cabinet, including Irina Velkova, said that the tunnel was safe.",
        ["Irina Velkova"],
    ),
    (
        "two at once",
        "The repairs began after Irina Velkova and Marko Dimitrov said the rails had rusted.",
        ["Irina Velkova and Marko Dimitrov"],
    ),
    (
        "named only in the next sentence",
        (
            "A senior Bulgarian official has said that the tunnel will close in May.\n"
            "The head of the road agency, Irina Velkova, told reporters that it would stay shut until autumn."
        ),
        ["Irina Velkova", "Irina Velkova"],
    ),
    (
        "unnamed lawyer, then he",
        VELKOVA + "At another office a lawyer said the papers could be bought. He added that it was done every day.",
        ["Irina Velkova", "lawyer", "lawyer"],
    ),
    (
        "unnamed firm, then it",
        "The Courier found rust.\nOne repair firm closed its office on Friday. It said that it had kept the rules.",
        ["One repair firm"],
    ),
    (
        "what a second one is",
        "A lawyer said the papers could be bought. Another said that it was done every day.",
        ["lawyer", "Another lawyer"],
    ),
    (
        "whose lawyer",
        "Greta Olsen, a lawyer for Tomas Lind, said that the case was weak.",
        ["Greta Olsen"],
    ),
    (
        "who",
        "The order came from Hugo Lemaire, who said that nobody was hurt.",
        ["Hugo Lemaire"],
    ),
    (
        "after according to",
        (
            "Sofia Lund says the fares are fair.\nThe rails have rusted, according to Marko Dimitrov, author of a "
            "railway website.\n“Nobody has painted them since I was young,” he says."
        ),
        ["Sofia Lund", "Marko Dimitrov", "Marko Dimitrov"],
    ),
    (
        "minister of many things",
        "The Minister of Labour, Family and Equal Chances, Irina Velkova, announced that pay would rise.",
        ["Irina Velkova"],
    ),
    (
        "shouted name",
        "IRINA Velkova said that the tunnel was safe.\nVelkova added that it was dry.",
        ["Irina Velkova", "Irina Velkova"],
    ),
    (
        "subject of what is said",
        "Marko Dimitrov praised the works, saying they had been quick.",
        ["Marko Dimitrov"],
    ),
    (
        "signed below",
        "“Our tunnel is the safest of all tunnels in the south.”\n– Irina Velkova, Deputy Minister, Sofia",
        ["Irina Velkova"],
    ),
]


@pytest.fixture(scope="module")
def speakers(parser: Parser, gazetteer: Gazetteer) -> Callable[[str], list[str]]:
    """Text → the speaker of each claim that is read out of it."""

    def found(text: str) -> list[str]:
        parsed = parser.parse(article_of(text))
        attributions = attribute(parsed)
        refs = resolve(parsed, attributions, gazetteer).speakers
        told = zip(attributions, refs, strict=True)
        return [ref.name if ref else "" for one, ref in told if one.quotation is not Quotation.NARRATION]

    return found


@pytest.mark.parametrize(("form", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_hard_speaker(form: str, text: str, expected: list[str], speakers: Callable[[str], list[str]]) -> None:
    assert speakers(text) == expected, form

"""Who speaks where a label, an office or a pronoun stands for him: else his claim is put in another's mouth."""

from collections.abc import Callable

import pytest
from tests.entities.conftest import article_of

from counterclaim.attribution import attribute
from counterclaim.entities import Gazetteer, resolve
from counterclaim.model import Quotation
from counterclaim.syntax import Parser

Row = tuple[str, str, list[str]]

# form, text, who speaks each claim, in reading order
TALKS: list[Row] = [
    (
        "A of an interview",
        (
            "Lena Orvik ran the port of Tarnholm for nine years. We met her in March.\n"
            "Q: Why did you resign?\n"
            "A: I said that the cranes were rotten.\n"
            "Q: And the council?\n"
            "A: I heard that there was no money."
        ),
        ["Lena Orvik"],
    ),
    (
        "A of who is spoken to in a question",
        (
            "Bram Tolke keeps sheep by the dam.\n"
            "Q: Dr Orvik, will the dam hold?\n"
            "A: I said that the dam would hold.\n"
            "Q: For how long?\n"
            "A: I heard that it was built for a century."
        ),
        ["Orvik"],
    ),
    (
        "rebels by who arms them",
        (
            "The Lake Front claimed the capture of Tarnholm on Monday.\n"
            "Norway-backed rebels said that the port was quiet. The rebels added that nobody had been hurt."
        ),
        ["Lake Front"],
    ),
    (
        "initials of who answers",
        (
            "Lena Orvik ran the port of Tarnholm for nine years.\n"
            "Lena Orvik: The cranes were rotten by then, all of them.\n"
            "Did you tell the council?\n"
            "LO: The council knew it before me, and it paid for nothing.\n"
            "What would you do now?\n"
            "LO: The cranes should be sold for scrap this year."
        ),
        ["Lena Orvik"],
    ),
    (
        "an office whose bearer a bracket gave",
        (
            "The Minister (Bram Tolke): The bridge was inspected in May.\n"
            "Ada Wren: The bridge fell in June.\n"
            "The Minister: The inspection was found to be sound.\n"
            "Ada Wren: The inspectors never saw the bridge."
        ),
        ["Ada Wren", "Bram Tolke"],
    ),
]

ROWS: list[Row] = [
    (
        "he, of somebody without a name who is the subject",
        (
            "Ada Wren said that the vote was fair.\n"
            "The landlord keeps a lamp lit. He dreads the vote. “They will ask me twice,” he sighed."
        ),
        ["Ada Wren", "landlord"],
    ),
    (
        "she, of a worker without a name",
        (
            "Ada Wren said that the vote was fair.\n"
            "A worker at the mill, who would not give a name, was less sure. “I heard two shots,” she said."
        ),
        ["Ada Wren", "worker at the mill"],
    ),
    (
        "a person within the words said is not he who says them",
        "Bram Tolke went home at noon. “A soldier who bargains is no soldier,” he said.",
        ["Bram Tolke"],
    ),
    (
        "who was named since in the paragraph",
        (
            "Bram Tolke said that the mine was safe.\n"
            "The alarm was raised by a student, Ada Wren. “I saw the water rise,” she said."
        ),
        ["Bram Tolke", "Ada Wren"],
    ),
    (
        "what he is was never said",
        "Ada Wren doubts the date. In a paper the historian said that the seal was cut later.",
        ["Ada Wren"],
    ),
    (
        "a rank",
        "Sgt Ivor Brandt opened it.\nLt. Ada Wren said that all was still.\nThe sergeant said that he saw two men.",
        ["Ada Wren", "Ivor Brandt"],
    ),
    (
        "another's office is not his who was named",
        "Bram Tolke said that the lamps were lit.\nThe rector said that they were not.",
        ["Bram Tolke", "rector"],
    ),
    (
        "head of state",
        "President Bram Tolke received the guests. The head of state said that the border was quiet.",
        ["Bram Tolke"],
    ),
    (
        "an office of a body, and the name without a comma",
        (
            "The head of the Harbour Board Ada Wren said that the pier was closed.\n"
            "The president of the Republic Bram Tolke said that it was open."
        ),
        ["Ada Wren", "Bram Tolke"],
    ),
    (
        "the name behind a clause",
        "The doctor who examined them, Ada Wren, said that both men were thin.",
        ["Ada Wren"],
    ),
    (
        "the company that the sentence names",
        "Shares in Tarnholm Metals fell after the company said that a furnace had failed.",
        ["Tarnholm Metals"],
    ),
    (
        "his widow",
        "Bram Tolke died in July. His widow said that he never slept.",
        ["Bram Tolke's widow"],
    ),
    (
        "whose nobody can tell",
        "Bram Tolke met Ivor Brandt in July. His widow said that they never spoke.",
        ["widow"],
    ),
    (
        "a body's lawyers",
        "Tarnholm Metals sold the furnace. Its lawyers said that the sale was legal.",
        ["Tarnholm Metals"],
    ),
    (
        "we, in a communiqué",
        (
            "Communiqué No. 4 of the Free Harbour League\n"
            "The Free Harbour League met on Monday at the old pier. We declare that the harbour is closed."
        ),
        ["Free Harbour League"],
    ),
    (
        "I, in a turn of a talk",
        (
            "Lena Orvik ran the port for nine years.\nWhy did you stay?\n"
            "Lena Orvik: The cranes were mine. I admit that I was slow.\n"
            "And the town?\nLena Orvik: The town was asleep, as towns are in winter.\n"
            "Would you go back?\nLena Orvik: The cranes are gone, so there is nothing to go back to."
        ),
        ["Lena Orvik", "Lena Orvik", "Lena Orvik", "Lena Orvik"],
    ),
    (
        "they, of people without a name",
        (
            "Bram Tolke said that the road was open.\n"
            "The farmers of the valley have shut the road since June. “The dust kills our sheep,” they said."
        ),
        ["Bram Tolke", "farmers of the valley"],
    ),
    (
        "it, of a body without a name",
        (
            "Bram Tolke said that the road was open.\n"
            "The weather office sent two lines to the paper. It said that snow was near."
        ),
        ["Bram Tolke", "weather office"],
    ),
    (
        "its lawyer, with his name",
        "The harbour company denies it. Its lawyer, Bram Tolke, was brief. “There was no leak,” he said.",
        ["harbour company", "Bram Tolke"],
    ),
    (
        "an office that is not that of the person named",
        (
            "Ivor Brandt, a union secretary, walked in at noon. He said that pay was low.\n"
            "The mayor said that it was not."
        ),
        ["Ivor Brandt", "mayor"],
    ),
    (
        "a general named behind the body that he leads, while another person is nearer",
        (
            "The hill is free, Chief of the General Staff General Artem Tolke reported to President Ada Wren.\n"
            "“They ran,” the general said."
        ),
        ["Artem Tolke", "Artem Tolke"],
    ),
    (
        "the mother of a general is not he",
        "The mother of General Artem Tolke said that he slept.",
        ["mother of General Artem Tolke"],
    ),
    (
        "a name behind what he is known as",
        "A Peruvian military blogger known as Heron said that the bridge was gone. “I saw it,” he wrote.",
        ["Heron", "Heron"],
    ),
    (
        "names to write, to post and to fight under",
        (
            "A war correspondent who writes as Lynx said that the road was cut.\n"
            "Another blogger, posting under the name Wasp, said that it was not.\n"
            "A drone pilot with the call sign Badger said that it rained.\n"
            "A sniper from the 4th Brigade, call sign Otter, told the paper that it snowed."
        ),
        ["Lynx", "Wasp", "Badger", "Otter"],
    ),
    (
        "no person: a group so known, several, and whom somebody knows",
        (
            "A group known as Raven said that the dam broke.\n"
            "Bloggers known as Sparrows said that the mill fell.\n"
            "A soldier known to Raven said that the well was dry.\n"
            "A man known as Peru’s Robin Hood said that the hen died."
        ),
        [
            "group known as Raven",
            "Bloggers known as Sparrows",
            "soldier known to Raven",
            "man known as Peru’s Robin Hood",
        ],
    ),
    (
        "a body with a country that it is for in its name",
        (
            "The Freedom for Peru Legion said that it held the mill. “We are here,” the Legion wrote.\n"
            "The Tarn Institute for River Studies said that the dam held."
        ),
        ["Freedom for Peru Legion", "Freedom for Peru Legion", "Tarn Institute for River Studies"],
    ),
    (
        "what a thing is for makes no name",
        "Weapons for Peru Legion units came, Ada Wren said. Bram Tolke for the Reed Legion said that none came.",
        ["Ada Wren", "Bram Tolke"],
    ),
    (
        "a member of a parliament goes by the name without the letters",
        ("Northgate MLA Bram Tolke spoke first. “The mine is closed,” MLA Bram Tolke said."),
        ["Bram Tolke"],
    ),
    (
        "an official whose name is kept back is not the general named beside him",
        (
            "A naval officer who had sailed with General Bram Tolke said that he never drank. “He prays at sea,” "
            "said the official, who was not authorised to speak for the fleet."
        ),
        ["naval officer", "naval officer"],
    ),
    (
        "the official who says that others may not talk is the one named",
        ("Bram Tolke, the mayor, came late. The official said that guards were not authorized to talk."),
        ["Bram Tolke"],
    ),
    (
        "who goes on behind his own quotation is nobody named in it",
        (
            "Bram Tolke spoke on Monday. Tolke said during the talk, “I met President Wren. I met President Falk” "
            "and added of the dam, “It stands far from here.”"
        ),
        ["Bram Tolke", "Bram Tolke"],
    ),
    (
        "a state under its president, a share with a number in brackets, a son behind a loose accent",
        (
            "The United States, under Wren, pledged that the port would stay.\n"
            "A further 41 percent (2,509 people) said that the tax was high.\n"
            "Leo Falk, Wren´s son who was 11 then, said that they bought ice."
        ),
        ["United States", "further 41 percent", "Leo Falk"],
    ),
    (
        "an office with a country written with stops",
        "Leo Tolke, the American president, met Ada Falk, the Polish one. The U.S. president said that it rained.",
        ["Leo Tolke"],
    ),
    (
        "the same ministry, the same mayor, of two who have spoken",
        (
            "The Peruvian interior ministry said that the lock leaked. In a bulletin the same ministry had spoken of "
            "12 dead.\n"
            "Ada Wren, the mayor, said that it rained. Bram Tolke, a driver, said that it did not. The same mayor said "
            "that it snowed."
        ),
        [
            "Peruvian interior ministry",
            "Peruvian interior ministry",
            "Ada Wren",
            "Bram Tolke",
            "Ada Wren",
        ],
    ),
    (
        "a state by its adjective",
        "The Peruvian claim that the port was shelled is contested.",
        ["Peru"],
    ),
    (
        "a form of address that the tagger does not know",
        "The lawyer of the parents, master Ada Wren, said that a car had hit him.",
        ["Ada Wren"],
    ),
    (
        "what no ministry can be",
        (
            "Police clashed with strikers on Tuesday, the interior ministry said. The ministry said strikers held the "
            "bridge. The union said that police had fired. The company said the bridge was open. The hospital said two "
            "men died. The party said the mayor must go. The ministry said it was raining. The police said nobody was "
            "hurt. The court said the case was open."
        ),
        ["interior ministry"] * 2 + ["union", "company", "hospital", "party", "interior ministry", "police", "court"],
    ),
    (
        "what any body can be",
        (
            "The Quill Foundation said the school was closed. The organisation said it would rebuild it. The group "
            "said the roof was gone."
        ),
        ["Quill Foundation", "Quill Foundation", "Quill Foundation"],
    ),
    (
        "the only governor",
        "Governor Ada Ferr said the road was open. The provincial governor said that the bridge was gone.",
        ["Ada Ferr", "Ada Ferr"],
    ),
    (
        "the only mayor of a place",
        "Mayor Jon Moll said the road was open. The mayor of Ostrel said that the bridge was gone.",
        ["Jon Moll", "Jon Moll"],
    ),
    (
        "called by what he is behind what he says next",
        "Colonel Jon Moll said that his men had fired twice. “Nobody was hit,” the police chief said. “They ran.”",
        ["Jon Moll", "Jon Moll"],
    ),
    (
        "a colonel is no surgeon",
        "Colonel Jon Moll said that the road was open. “Nobody was hit,” the surgeon said.",
        ["Jon Moll", "surgeon"],
    ),
    (
        "a mayor is no governor",
        "Governor Ada Ferr said that the road was open. “Nobody drove on it,” the mayor said.",
        ["Ada Ferr", "mayor"],
    ),
    (
        "a foreign minister is a diplomat",
        "Foreign Minister Ada Ferr said that the letter was forged. “Whoever wrote it,” the diplomat noted, “is mad.”",
        ["Ada Ferr", "Ada Ferr"],
    ),
    (
        "a trade in two words, of whom nothing else is said",
        "Jon Moll tells it differently. The bus driver, who stood behind the lorries, said that the road was open.",
        ["Jon Moll"],
    ),
    (
        "a lieutenant whom nobody names is an officer",
        (
            "A lieutenant who came with the column said that the order was given on Thursday. “We had no shells,” said "
            "the officer, who asked not to be named."
        ),
        ["lieutenant", "lieutenant"],
    ),
    (
        "an office with a clause about its holder",
        (
            "Mayor Jon Moll and Governor Ada Ferr disagree about the road.\nThe mayor, who is now in Ostrel, said that "
            "the bridge was gone."
        ),
        ["Jon Moll"],
    ),
    (
        "initials behind an office",
        "Minister of the Interior T. Moll thanked the crew. “The road was open all night,” he said.",
        ["T. Moll"],
    ),
    (
        "the day is no part of who says it",
        "The navy on 12 June put the number of sailors drowned at 19.",
        ["navy"],
    ),
    (
        "claimed by its opponent on the way",
        "Ada Ferr called a report by Governor Jon Moll about a flood in Ostrel false. “There was no flood,” she said.",
        ["Ada Ferr", "Jon Moll", "Ada Ferr"],
    ),
    (
        "the name behind an office and what it is of",
        "The head of the harbour relief mission, Sefu Koyo, described the lock as unsafe.",
        ["Sefu Koyo"],
    ),
    (
        "a surname that the tagger left out",
        "“This is a turn,” Front spokesman Al-Hadi Moroush said.",
        ["Al-Hadi Moroush"],
    ),
    (
        "a body that others run",
        "The Hamas-run harbour ministry said that nine had died. Hamas denied that its boats were there.",
        ["Hamas-run harbour ministry", "Hamas"],
    ),
    (
        "words under the heading of a quote",
        "Ivar Moll has reported that the lock was shut.\nQuote from Moll: “The lock will stay shut until May.”",
        ["Ivar Moll", "Ivar Moll"],
    ),
    (
        "a diplomat, of whoever speaks for foreign affairs",
        "Foreign Ministry spokeswoman Ada Ferr said that the strait was shut. The diplomat added that Oslo had known.",
        ["Ada Ferr", "Ada Ferr"],
    ),
    (
        "quoted by his spokeswoman",
        "The president met the nurses. “I have spoken to them,” his spokeswoman Ada Ferr quoted Jon Moll as saying.",
        ["Jon Moll"],
    ),
    (
        "two capitals that each say so",
        "Lima and Quito each said that the other had opened the lock.",
        ["Peru and Ecuador"],
    ),
    (
        "one of those named since, and not of who spoke in the headline",
        (
            "Lock is safe, says port director\nThe lock has leaked since May.\nIt will be mended, a diver said.\n"
            "The plan was dropped by inspectors.\nWork began in the spring.\n“People see many things,” said one."
        ),
        ["port director", "diver", "one"],
    ),
    (
        "an official of the government is no spokesman of the rebels",
        (
            "A government official denied that the mill was hit.\n"
            "“They sent boats to the mill,” Ada Ferr, spokeswoman of the Coastal Front, wrote."
        ),
        ["government official", "Ada Ferr"],
    ),
    (
        "neither of them",
        "Ada Ferr said that she had no answer. Neither Norway nor the Front has confirmed the reports of a truce.",
        ["Ada Ferr"],
    ),
]


@pytest.fixture(scope="module")
def speakers(parser: Parser, gazetteer: Gazetteer) -> Callable[[str], list[str]]:
    def run(text: str) -> list[str]:
        parsed = parser.parse(article_of(text))
        found = attribute(parsed)
        cast = resolve(parsed, found, gazetteer)
        pairs = zip(found, cast.speakers, strict=True)
        return [ref.name if ref else "" for one, ref in pairs if one.quotation is not Quotation.NARRATION]

    return run


def test_the_day_before_an_office_is_no_part_of_it(parser: Parser, gazetteer: Gazetteer) -> None:
    text = "On 21 November the board’s director general, Ida Falk, wrote that the lock leaked."
    parsed = parser.parse(article_of(text))
    falk = next(e for e in resolve(parsed, attribute(parsed), gazetteer).entities if e.name == "Ida Falk")
    assert falk.roles == ("the board’s director general",)


def test_a_body_for_a_country_is_not_on_its_side(parser: Parser, gazetteer: Gazetteer) -> None:
    text = "The Freedom for Peru Legion said that it held the mill. The Peru Legion for Peace said that it did not."
    parsed = parser.parse(article_of(text))
    sides = {entity.name: entity.side for entity in resolve(parsed, attribute(parsed), gazetteer).entities}
    assert sides["Freedom for Peru Legion"] is None
    assert sides["Peru Legion for Peace"] == "Peru"


def test_who_is_known_by_a_pen_name_has_the_words_before_it_for_a_role(parser: Parser, gazetteer: Gazetteer) -> None:
    parsed = parser.parse(article_of("A Peruvian military blogger known as Heron said that the bridge was gone."))
    cast = resolve(parsed, attribute(parsed), gazetteer)
    heron = next(entity for entity in cast.entities if entity.name == "Heron")
    assert (heron.roles, heron.side) == (("Peruvian military blogger",), "Peru")


@pytest.mark.parametrize(("form", "text", "expected"), TALKS, ids=[row[0] for row in TALKS])
def test_turns_of_a_talk(speakers: Callable[[str], list[str]], form: str, text: str, expected: list[str]) -> None:
    assert list(dict.fromkeys(name for name in speakers(text) if name[0].isupper())) == expected, form


@pytest.mark.parametrize(("form", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_whose_mouth(speakers: Callable[[str], list[str]], form: str, text: str, expected: list[str]) -> None:
    assert speakers(text) == expected, form


def test_an_army_of_somebodys_is_the_army_that_speaks(parser: Parser, gazetteer: Gazetteer) -> None:
    text = "The Tarn National Army (TNA) of Marshal Ivo Brand claimed that its forces had taken the airport."
    parsed = parser.parse(article_of(text))
    speakers = [ref.name for ref in resolve(parsed, attribute(parsed), gazetteer).speakers if ref is not None]
    assert speakers == ["Tarn National Army"]


def test_a_body_that_fights_a_state_is_not_on_its_side(parser: Parser, gazetteer: Gazetteer) -> None:
    text = "The Peruvian Liberation Army said that it held the mill. The Peruvian Army said that it did not."
    parsed = parser.parse(article_of(text))
    sides = {entity.name: entity.side for entity in resolve(parsed, attribute(parsed), gazetteer).entities}
    assert sides["Peruvian Liberation Army"] is None
    assert sides["Peruvian Army"] == "Peru"

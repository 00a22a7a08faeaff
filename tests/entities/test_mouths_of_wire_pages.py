"""Who speaks on pages as agencies write them: else a quotation is put in the mouth of whoever was named before."""

from collections.abc import Callable

import pytest
from tests.entities.conftest import article_of

from counterclaim.attribution import attribute
from counterclaim.entities import Gazetteer, resolve
from counterclaim.model import EntityKind, Quotation
from counterclaim.syntax import Parser

Row = tuple[str, str, list[str]]

# form, text, who speaks each claim, in reading order
ROWS: list[Row] = [
    (
        "both surnames after the whole name",
        "Jesús Morales Cordón said the mill was shut. Morales Cordón said nobody was hurt.",
        ["Jesús Morales Cordón", "Jesús Morales Cordón"],
    ),
    (
        "the subject of the clause before a colon",
        (
            "Ada Wren told Delta Radio that she had seen the gate open.\n"
            "Opposition leader Bram Tolke seized on this: the minister had “exaggerated”, he told reporters."
        ),
        ["Ada Wren", "Bram Tolke"],
    ),
    (
        "the subject before a semicolon, in quote marks of its own",
        (
            "The minister, Ivo Brandt, complained that no sample had come; “our chemists”, he said, “have been given"
            " nothing”."
        ),
        ["Ivo Brandt", "Ivo Brandt"],
    ),
    (
        "an age",
        "Bram Tolke went home at noon. The 72-year-old said that the mine was safe.",
        ["Bram Tolke"],
    ),
    (
        "a firm by its own name, and not the body named last",
        (
            "A Tolvane Airlines jet crashed on Monday. The mayor said that the World Flight Organization had cleared"
            " the route. The airline said that the pilot had sent no call."
        ),
        ["mayor", "Tolvane Airlines"],
    ),
    (
        "a study of nobody's who spoke before",
        "Ada Wren said that the ward was full. A study in the journal Pulse predicts that cases will double.",
        ["Ada Wren", "study in the journal Pulse"],
    ),
    (
        "a name that he gave",
        "One of the porters, who gave his name only as Ilmar, said that the gate had stayed open.",
        ["Ilmar"],
    ),
    (
        "a minister of the master's is another",
        (
            "Alan Corby, the prime minister's director of communications, said that he would stay. Prime Minister Ivo"
            " Brandt stared ahead. The prime minister said later that a judge would look into it."
        ),
        ["Alan Corby", "Ivo Brandt"],
    ),
    (
        "a statement by whoever spoke, and not the agency that carried it",
        (
            "The River Guards warned that they would crush any march. The statement carried by the news agency Fars"
            " said that the square was shut."
        ),
        ["River Guards", "River Guards"],
    ),
    (
        "several states",
        "Mexico, Argentina and Colombia issued a note in which they said that the vote was void.",
        ["Mexico, Argentina and Colombia"],
    ),
    (
        "who owns a first name that is a country's",
        (
            "Georgia Fenwick rows at Leeds with her aunt Amy. “It was a long day,” said Georgia.\n"
            "“The river is cold,” she said."
        ),
        ["Georgia Fenwick", "Georgia Fenwick"],
    ),
    (
        "a title cut short before the name",
        "Nobody was hurt, said Const. Petra Falk, a spokesperson for the police.",
        ["Petra Falk"],
    ),
    (
        "somebody's counterpart whose name is a village's elsewhere",
        "Bram Tolke said that he had spoken. Tolke's Chinese counterpart, Wang Yi, said that borders must be kept.",
        ["Bram Tolke", "Wang Yi"],
    ),
    (
        "a name cut off where another noun's article stands",
        "According to Tolke the Halm works near the river was fenced.",
        ["Tolke"],
    ),
    (
        "no man by a woman's surname",
        "Ada Wren said it rained. Olga Petrova saw it. Ivo Orlov was there. “I left,” she said.",
        ["Ada Wren", "Olga Petrova"],
    ),
]


@pytest.fixture(scope="module")
def speakers(parser: Parser, gazetteer: Gazetteer) -> Callable[[str], list[str]]:
    def run(text: str) -> list[str]:
        parsed = parser.parse(article_of(text))
        found = attribute(parsed)
        pairs = zip(found, resolve(parsed, found, gazetteer).speakers, strict=True)
        return [ref.name if ref else "" for one, ref in pairs if one.quotation is not Quotation.NARRATION]

    return run


@pytest.mark.parametrize(("form", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_whose_mouth_on_a_wire_page(
    speakers: Callable[[str], list[str]], form: str, text: str, expected: list[str]
) -> None:
    assert speakers(text) == expected, form


def test_a_company_by_its_legal_form_is_no_person(parser: Parser, gazetteer: Gazetteer) -> None:
    parsed = parser.parse(
        article_of("Operator Halm Pipe AG said that the line was shut. The company said it was safe.")
    )
    cast = resolve(parsed, attribute(parsed), gazetteer)
    assert {(ref.name, ref.kind) for ref in cast.speakers if ref} == {("Halm Pipe AG", EntityKind.ORGANIZATION)}

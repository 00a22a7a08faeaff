"""Statements that speak for their makers, findings of courts, sources cited by agencies.

What a company's statement says is the company's; else whoever speaks next has said it, and the two agree.
"""

from collections.abc import Callable

import pytest
from tests.attribution.conftest import Heard

from counterclaim.model import Stance

Hear = Callable[..., list[Heard]]
ROWS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "In the statement made by Harbour Holding, it was stated that the crane had been checked.",
        [("Harbour Holding", "the crane had been checked")],
    ),
    ("In the statement, it was stated that the crane had been checked.", [("", "the crane had been checked")]),
    (
        "A court in the capital found in 2031 that the ferry had been overloaded.",
        [("A court in the capital", "the ferry had been overloaded")],
    ),
    (
        "The judges found it “most unlikely” that the ferry had been hit.",
        [("The judges", "“most unlikely” that the ferry had been hit")],
    ),
    ("Divers found that the hold was empty.", []),
    (
        "The ferry was overloaded, reports the agency NPS with reference to a source in the coast guard.",
        [("a source in the coast guard", "The ferry was overloaded")],
    ),
    ("“We saw no smoke,” the RBN channel quotes Falk.", [("Falk", "We saw no smoke")]),
    (
        "Prosecutor Ida Falk put it to him that the ferry had been overloaded.",
        [("Prosecutor Ida Falk", "the ferry had been overloaded")],
    ),
    (
        "The spokesman, Ivo Dorn, described the charges as “inventions of the enemy”.",
        [("The spokesman, Ivo Dorn", "the charges as “inventions of the enemy”")],
    ),
    (
        "The army put the number of rebels killed at “more than 100”.",
        [("The army", "the number of rebels killed at “more than 100”")],
    ),
    (
        "The minister said that the deal is the one signed by the mayor and called on all sides to keep it.",
        [
            ("The minister", "the deal is the one signed by the mayor"),
            ("The minister", "all sides to keep it"),
        ],
    ),
    ("The defence called a doctor who had seen the body.", []),
    ("Two nurses, who asked that their surnames not be used, waited outside.", []),
    ("What the army says: it has no such bombs.", []),
]


@pytest.mark.parametrize(("text", "said"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_who_says_what(hear: Hear, text: str, said: list[tuple[str, str]]) -> None:
    assert [(one.source, one.content) for one in hear(text)] == said


# headline, who says what
ABOVE: list[tuple[str, list[tuple[str, str]]]] = [
    ("Vessia attacked first, Tarnish ministry says as clashes go on", [("Tarnish ministry", "Vessia attacked first")]),
    (
        "The mill has fallen, rebels say; army says contact was lost",
        [("rebels", "The mill has fallen"), ("army", "contact was lost")],
    ),
]


@pytest.mark.parametrize(("text", "said"), ABOVE, ids=[row[0][:40] for row in ABOVE])
def test_headlines_in_two_halves(hear: Hear, text: str, said: list[tuple[str, str]]) -> None:
    heard = hear(f"{text}\nThe trains were late in the morning.", headline=True)
    assert [(one.source, one.content) for one in heard] == said


# sentence, stance
STANCES = [
    ("The minister, on X, called that “a gift to the enemy”.", Stance.ASSERTS),
    ("The minister called the report “absurd”.", Stance.DENIES),
    ("The minister called the demand absurd.", Stance.ASSERTS),
    ("Captain Ida Falk said the information about the mill does not reflect the truth.", Stance.DENIES),
    ("The ministry said its army has not used cluster munitions.", Stance.DENIES),
]


@pytest.mark.parametrize(("text", "stance"), STANCES, ids=[row[0][:40] for row in STANCES])
def test_stance(hear: Hear, text: str, stance: Stance) -> None:
    assert [one.attribution.stance for one in hear(text)] == [stance]


def test_an_interviewers_quotations_do_not_hide_his_question(hear: Hear) -> None:
    text = """Ruta Kalnina came back from the ferry. Our reporter met her in Vessia.
What did she tell you?
I was told that nobody called them on deck. I asked ten of them.
The president has called that “murder”. Do you agree with her?
I agree about the captain. I blame the owner, too."""
    heard = [one for one in hear(text) if one.source == "Ruta Kalnina"]
    assert [one.content.split(".")[0] for one in heard] == [
        "I was told that nobody called them on deck",
        "I agree about the captain",
    ]

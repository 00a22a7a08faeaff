"""Verb first, "so", and claims that others answer in the same breath: common in translated pages."""

from collections.abc import Callable

import pytest
from tests.attribution.conftest import Heard

from counterclaim.model import Stance

Hear = Callable[..., list[Heard]]

# text, source, content
ROWS: list[tuple[str, str, str]] = [
    (
        "The rebels, insisted their spokeswoman, Ruta Kalnina, possess no gun with the range to hit the hospital.",
        "their spokeswoman, Ruta Kalnina",
        "The rebels / possess no gun with the range to hit the hospital",
    ),
    (
        "The place is entirely calm, affirms the Union of the Doctors of Chile.",
        "the Union of the Doctors of Chile",
        "The place is entirely calm",
    ),
    (
        "The quake reached a magnitude of 6.6, explained the institute in a press conference.",
        "the institute",
        "The quake reached a magnitude of 6.6",
    ),
    (
        '"The difference to the colleagues in Oslo remains", so its director, Hanne Wolder.',
        "its director, Hanne Wolder",
        "The difference to the colleagues in Oslo remains",
    ),
    (
        "The tower has never left the hands of its lawful owners. So Dessa Quill, head of the radio, assured viewers.",
        "Dessa Quill, head of the radio",
        "The tower has never left the hands of its lawful owners",
    ),
    (
        "Prosecutors have opened a file on the builder, Delta Press reports.",
        "Delta Press",
        "Prosecutors have opened a file on the builder",
    ),
    ("Ruta Kalnina told me that they had counted from the air.", "Ruta Kalnina", "they had counted from the air"),
]


@pytest.mark.parametrize(("text", "source", "content"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_words_before_a_verb_that_comes_first(hear: Hear, text: str, source: str, content: str) -> None:
    assert [(one.source, one.content) for one in hear(text)] == [(source, content)]


def test_a_claim_that_is_rejected_at_once_is_denied(hear: Hear) -> None:
    heard = hear("The Wells Alliance said it held the town, a claim the Chilean army rejected within the hour.")
    assert [(one.source, one.content, one.attribution.stance) for one in heard] == [
        ("The Wells Alliance", "it held the town", Stance.ASSERTS),
        ("the Chilean army", "a claim the Chilean army rejected within the hour", Stance.DENIES),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He paused, said a prayer, and left the room.",
        "A doctor, who asked us not to print her name, left the town.",
        "A guard asked not to be named.",
    ],
)
def test_no_claim(hear: Hear, text: str) -> None:
    assert hear(text) == []


def test_agencies_told_by_initials_pass_on(hear: Hear) -> None:
    heard = hear("His lawyer, Tobin Aske, told CPB that the logs were genuine.")
    assert [one.attribution.relayed_by for one in heard] == [("CPB",)]


def test_the_agency_is_the_one_named_before(hear: Hear) -> None:
    text = "Ruta Kalnina told the Delta agency that the road was closed.\nTomas Arvel told the agency that it was open."
    assert [one.attribution.relayed_by for one in hear(text)] == [("Delta",), ("Delta",)]


def test_an_agency_that_nobody_named_is_no_relay(hear: Hear) -> None:
    assert [one.attribution.relayed_by for one in hear("Tomas Arvel told the agency that it was open.")] == [()]


def test_a_pronoun_passes_nothing_on(hear: Hear) -> None:
    heard = hear("She said that the mayor had said that the road was closed.")
    assert all("She" not in one.attribution.relayed_by for one in heard)

"""Whoever is quoted claims, the outlet only carries. Else ten outlets that quote one mayor are ten voices."""

from collections.abc import Callable

import pytest

from counterclaim.attribution import attribute
from counterclaim.model import Parsed

ROWS = [
    (
        "According to Delta Radio, quoting the harbour board, the lock was damaged and six boats sank.",
        [("the harbour board", "the lock was damaged and six boats sank", ("Delta Radio",))],
    ),
    (
        "The lock was damaged, Delta Radio reported, citing the mayor.",
        [("the mayor", "The lock was damaged", ("Delta Radio",))],
    ),
    (
        "Delta Radio, citing the mayor, said the lock was damaged.",
        [("the mayor", "the lock was damaged", ("Delta Radio",))],
    ),
    (
        "The Delta Wire reported, quoting two officials, that the road was shut.",
        [("two officials", "the road was shut", ("Delta Wire",))],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_the_quoted_mouth_claims_and_the_outlet_carries(
    parse: Callable[..., Parsed], text: str, expected: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    parsed = parse(text)
    assert [
        (parsed.words(one.part, one.source[0]), parsed.words(one.part, one.content[0]), one.relayed_by)
        for one in attribute(parsed)
    ] == expected


CITES = [
    ("The lock was damaged, Delta Radio reported, citing pictures.", "Delta Radio"),
    ("The mayor, citing Delta Radio, said the lock was damaged.", "The mayor"),
]


@pytest.mark.parametrize(("text", "source"), CITES)
def test_who_cites_pictures_or_an_outlet_claims_in_their_own_name(
    parse: Callable[..., Parsed], text: str, source: str
) -> None:
    parsed = parse(text)
    assert [parsed.words(one.part, one.source[0]) for one in attribute(parsed)] == [source]


def test_who_speaks_behind_according_to_an_outlet_claims_and_the_outlet_carries(
    parse: Callable[..., Parsed],
) -> None:
    """ "According to Delta Radio, the ministry, which …, said that": the ministry's claim, not the outlet's."""
    parsed = parse(
        "According to Reuters, the health ministry in Karsh, which is run by the rebels, said that a missile had hit"
        " the hospital where hundreds of people were sheltering."
    )
    (one,) = attribute(parsed)
    assert "health ministry" in parsed.words(one.part, one.source[0])
    assert one.relayed_by == ("Reuters",)

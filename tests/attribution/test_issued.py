"""Bulletins and communiqués. Lose these, and what a side says in its own paper becomes the outlet's word."""

from collections.abc import Callable

import pytest
from tests.attribution.conftest import Heard

Hear = Callable[..., list[Heard]]

BULLETIN = """The High Command of the Vessian Forces communicates:
In the valley our units have taken the mill. The flag waves over the lock.
The colonel said that the bridge would be next. Our losses are small."""

TITLED = """Communiqué of the Free Rivers Front, No. 7
Our fighters entered the mill at dawn. The guards ran.
We shall wait for five days."""

SIGNED = """The mill is ours. We hold the lock.
The guards ran from us.
For the Free Rivers Front: Oskar Lindqvist"""


def said_by(heard: list[Heard], source: str) -> list[str]:
    return [one.content for one in heard if one.source == source and one.attribution.speech]


def test_what_stands_below_communicates_is_the_issuers(hear: Hear) -> None:
    heard = hear(BULLETIN)
    assert said_by(heard, "The High Command of the Vessian Forces") == [
        "In the valley our units have taken the mill. The flag waves over the lock",
        "Our losses are small",
    ]
    assert said_by(heard, "The colonel") == ["the bridge would be next"]


def test_a_page_that_is_titled_so_is_the_issuers_to_its_end(hear: Hear) -> None:
    """What says "we" no more is the outlet's elsewhere."""
    page = f"{BULLETIN}\nThe artillery strikes the lock alone."
    assert "The artillery strikes the lock alone" not in said_by(hear(page), "The High Command of the Vessian Forces")
    titled = hear(f"Communiqué No. 9\n{page}", headline=True)
    assert "The artillery strikes the lock alone" in said_by(titled, "The High Command of the Vessian Forces")


@pytest.mark.parametrize("text", [TITLED, SIGNED], ids=["title", "signature"])
def test_whom_title_or_signature_name_says_what_stands_there(hear: Hear, text: str) -> None:
    said = said_by(hear(text, headline=text is TITLED), "Free Rivers Front")
    assert any("the lock" in one or "entered the mill" in one for one in said)
    assert len(said) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Statement of the Free Rivers Front\n“We hold the mill,” it read.\nThe guards ran. The lock is broken.",
        "Appeal of the mayor\nThe town is quiet. Our reporter saw no guards.\nThe lock is broken.",
    ],
    ids=["only quoted", "one paragraph of the outlet's own"],
)
def test_a_report_on_a_paper_is_none(hear: Hear, text: str) -> None:
    assert all("lock" not in one.content for one in hear(text, headline=True))

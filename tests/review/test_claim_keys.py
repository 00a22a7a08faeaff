"""A decision finds its claim again by its words, in whatever order, place and cut they come next time."""

from dataclasses import replace

import pytest
from tests.ledger.builders import article, reading

from counterclaim.model import Claim, Part, Quoted, Span
from counterclaim.review import key_of, matched
from counterclaim.review.quoting import clipped, inside, place, places

TEXT = "A day in Tarn\nOrla says: the gate is shut in Tarn.\nMesk says: the gate is shut in Tarn."


def claims(text: str) -> tuple[Claim, ...]:
    return reading(article(text)).claims


def find(old: str, number: int, new: str) -> Claim | None:
    """The claim of the new text that the key of the old text's claim means."""
    key = key_of(claims(old)[number], article(old))
    found = matched(key, claims(new), article(new))
    return found.claim if found else None


def test_a_claim_is_found_again_in_the_same_text() -> None:
    for number, claim in enumerate(claims(TEXT)):
        assert find(TEXT, number, TEXT) == claim


def test_the_same_words_of_two_speakers_are_told_apart_wherever_they_move() -> None:
    turned = "A day in Tarn\nMesk says: the gate is shut in Tarn.\nOrla says: the gate is shut in Tarn."
    found = find(TEXT, 0, turned)
    assert found
    assert found.claimant
    assert found.claimant.name == "Orla"


@pytest.mark.parametrize(
    "new",
    [
        TEXT.replace("Orla says", "Dain says"),
        TEXT.replace("gate", "door"),
        TEXT.replace("Orla says: the gate is shut", "Orla says: the gate is not shut"),
        "A day in Tarn\nNothing was said.",
    ],
    ids=["another speaker", "another word", "a word more", "nothing"],
)
def test_what_is_not_the_same_is_not_found(new: str) -> None:
    assert find(TEXT, 0, new) is None


def test_white_space_and_what_stands_around_do_not_count() -> None:
    assert find(TEXT, 0, "New words before.\n\n" + TEXT.replace("the gate", "the  gate"))


def test_words_that_the_machine_cuts_a_little_otherwise_now_are_the_same_claim() -> None:
    old = claims(TEXT)[0]
    span = old.content_spans[0]
    shorter = replace(old, content_spans=(Span(span.start + len("the "), span.end),), content="gate is shut in Tarn")
    found = matched(key_of(old, article(TEXT)), [shorter], article(TEXT))
    assert found
    assert found.content == old.content_spans
    half = replace(old, content_spans=(Span(span.start, span.start + len("the gate")),), content="the gate")
    assert matched(key_of(old, article(TEXT)), [half], article(TEXT)) is None


def test_words_said_twice_by_one_are_told_apart_by_their_place() -> None:
    twice = TEXT.replace("Mesk", "Orla")
    assert [find(twice, number, twice) for number in (0, 1)] == list(claims(twice))


@pytest.mark.parametrize(
    ("name", "surface", "same"),
    [
        ("Orla", "the mayor", True),
        ("Orla Vint", "Orla", True),
        ("Orla Vint", "she", False),
        ("Mesk", "Orla", False),
    ],
    ids=["same name", "a fuller name", "a fuller name and other words", "same words, somebody else"],
)
def test_the_claimant_must_be_the_same_by_name_or_by_a_form_of_it(name: str, surface: str, same: bool) -> None:
    """What a person said of Orla's claim says nothing once "she" is read as somebody else."""
    claim = claims(TEXT)[0]
    assert claim.claimant
    read = replace(claim, claimant=replace(claim.claimant, name=name, surface=surface))
    assert (matched(key_of(claim, article(TEXT)), [read], article(TEXT)) is not None) is same
    assert matched(key_of(claim, article(TEXT)), [read], article(TEXT), anybody=True)
    assert matched(key_of(claim, article(TEXT)), [replace(claim, claimant=None)], article(TEXT)) is None


def test_a_title_and_a_text_are_two_places() -> None:
    key = key_of(claims(TEXT)[0], article(TEXT))
    assert matched(replace(key, part=Part.TITLE), claims(TEXT), replace(article(TEXT), title=TEXT)) is None


def test_interrupted_words_are_found_in_their_order() -> None:
    parts = (Quoted("the gate", 3), Quoted("in Tarn", 9))
    assert [[span.of(TEXT) for span in found] for found in places(parts, TEXT)] == [["the gate", "in Tarn"]] * 2
    assert place(parts, TEXT, near=len(TEXT))[0].start == TEXT.rindex("the gate")
    assert place((Quoted("in Tarn", 0), Quoted("Orla", 0), Quoted("Orla", 0)), TEXT) == ()
    assert place((Quoted("  ", 0),), TEXT) == ()


def test_evidence_stays_within_the_words_of_its_claim() -> None:
    whole = (Span(20, 40),)
    assert clipped((Span(10, 25), Span(30, 35), Span(50, 60)), whole) == (Span(20, 25), Span(30, 35))
    second = TEXT.rindex("shut")
    assert inside((Quoted("shut", 0),), TEXT, (Span(second - 5, second + 4),)) == (Span(second, second + 4),)
    assert inside((Quoted("shut", 0),), TEXT, (Span(0, 5),)) == ()

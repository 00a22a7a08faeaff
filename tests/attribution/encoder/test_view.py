"""What the encoder is shown of a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.attribution.encoder.view import shown
from counterclaim.attribution.quotations import Quote, find_quotes
from counterclaim.model import Span

MARKED = st.text(st.sampled_from("ab cd.,!?“”„‟«»\"″‘'‚‹›`´’—–é\u0301\u200b\xa0\x00🙂\n"), max_size=80)


@given(text=MARKED, start=st.integers(0, 500), opened=st.sampled_from(["", "“", '"', "«"]))
def test_it_is_as_long_as_the_paragraph_and_keeps_its_letters(text: str, start: int, opened: str) -> None:
    """Else what is heard at one place is written to the ledger from another."""
    view = shown(text, start, find_quotes(text, start, runs_on=True, opened=opened))
    assert len(view) == len(text)
    for seen, letter in zip(view, text, strict=True):
        if letter.isalnum() or letter.isspace():
            assert seen == letter


@pytest.mark.parametrize(
    "text",
    [
        "“The dam holds,” the warden said.",
        '"The dam holds," the warden said.',
        "«The dam holds,» the warden said.",
        "„The dam holds,“ the warden said.",
        "‘The dam holds,’ the warden said.",
    ],
)
def test_all_houses_quote_marks_look_alike(text: str) -> None:
    """Else papers that quote with other marks than the training corpus lose their direct speech."""
    assert shown(text, 0, find_quotes(text)) == "“The dam holds,” the warden said."


def test_two_characters_that_make_one_mark_are_one_mark_and_a_blank() -> None:
    """Else a wire report's doubled accents read as stray apostrophes."""
    text = "``The dam holds,'' the warden said."
    assert shown(text, 0, find_quotes(text)) == "“ The dam holds, ” the warden said."


def test_an_apostrophe_is_no_mark() -> None:
    """Else every possessive opens speech."""
    text = "The warden’s dam didn’t break"
    assert shown(text, 0, find_quotes(text)) == "The warden's dam didn't break"


def test_a_quotation_that_sticks_out_of_the_paragraph_changes_nothing_else() -> None:
    """Else a mark that the parser left out stops the reading of the article, or marks a letter at the other end."""
    text = "The dam holds.”"
    before = Quote(Span(8, 24), Span(9, 23))
    assert shown(text, 9, [before]) == text
    behind = Quote(Span(14, 40), Span(15, 39))
    assert shown(text, 9, [behind]) == 'The dam holds."'

"""Quote marks: a mark read wrongly cuts a claim in two or swallows the speaker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.attribution.quotations import find_quotes

MARKS = [
    ("curly", "“Stay here,” she said.", ["Stay here,"]),
    ("straight", 'She said "stay here" twice: "now".', ["stay here", "now"]),
    ("single", "'Stay here,' she said.", ["Stay here,"]),
    ("curly single", "‘Stay here,’ she said.", ["Stay here,"]),
    ("low", "„Stay here“, she said.", ["Stay here"]),
    ("angled", "«Stay here», she said.", ["Stay here"]),
    ("angled with blanks", "« Stay here », she said.", ["Stay here"]),
    ("doubled", "``Stay here,'' she said.", ["Stay here,"]),
    ("accents", "It is `quiet´ here.", ["quiet"]),
    ("glued to the cue", "“Stay here, ”she stressed.", ["Stay here,"]),
    ("nested", "“He cried ‘stop’ twice,” she said.", ["He cried ‘stop’ twice,"]),
    ("apostrophes inside", "'It's the soldiers' turn now,' she said.", ["It's the soldiers' turn now,"]),
    ("possessive", "The drivers' strike and the pilots' strike ended.", []),
    ("inches", 'The 6\'2" tall man said "yes".', ["yes"]),
    ("nothing at all", "Nobody said anything.", []),
]


@pytest.mark.parametrize(("text", "inner"), [case[1:] for case in MARKS], ids=[case[0] for case in MARKS])
def test_finds_what_stands_in_quote_marks(text: str, inner: list[str]) -> None:
    assert [quote.inner.of(text) for quote in find_quotes(text)] == inner


def test_a_quotation_that_runs_on_is_open() -> None:
    quotes = find_quotes("She said: “Stay here. Nobody moves.")
    assert [(quote.closed, quote.inner.start) for quote in quotes] == [(False, 11)]


def test_offsets_count_from_the_given_place() -> None:
    text = "xx“Stay”"
    assert find_quotes(text[2:], 2)[0].inner.of(text) == "Stay"


@given(st.text(alphabet="ab c.,“”\"'‘’«»„`´\n", max_size=60))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for quote in find_quotes(text):
        assert quote.outer.start >= end
        assert quote.outer.covers(quote.inner)
        assert quote.outer.end <= len(text)
        end = quote.outer.end


@pytest.mark.parametrize("text", [" ”", "\u00a0\u201d The rest."])
def test_a_lone_closing_mark_after_an_open_quotation_stops_nothing(text: str) -> None:
    """Else one stray mark at the head of a paragraph ends the reading of the whole article."""
    assert find_quotes(text, opened="“") == ()

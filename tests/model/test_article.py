"""An article's id must follow its content alone, or reading twice would count twice."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import Article, Part, Provenance, Run, Span, digest


def article(**changes: object) -> Article:
    text = "Ferry halted\nThe harbour office said the ferry was halted."
    plain = Article("a.txt", text, (), Provenance("a.txt", "text/plain", "0" * 64), (Run(0, 0, len(text)),))
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_where_it_was_found_does_not_change_an_article() -> None:
    assert article().id == article(provenance=Provenance("elsewhere/a.txt", "text/plain", "0" * 64)).id


def test_another_word_or_another_day_makes_another_article() -> None:
    ids = {article().id, article(text="Ferry sails").id, article(published="2024-01-02").id, article(outlet="Buoy").id}
    assert len(ids) == 4


def test_the_title_is_shown_wherever_it_stands() -> None:
    assert article(headline=Span(0, 12)).shown_title == "Ferry halted"
    assert article(title="Set apart").shown_title == "Set apart"
    assert article(title="Set apart").part(Part.TITLE) == "Set apart"
    assert article().shown_title is None


@given(st.lists(st.text(), min_size=2, max_size=2, unique=True))
def test_fields_do_not_run_into_each_other(fields: list[str]) -> None:
    left, right = fields
    assert digest("x", left, right) != digest("x", left + right, "") or right == ""
    assert digest("x", left) != digest("x", right)

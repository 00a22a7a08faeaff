"""Without these, a claim would be dated to the wrong day, or to a year that nobody stated."""

from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model import Article, Block, BlockKind, Parsed, Provenance, Run, Span, TimeMention
from counterclaim.syntax import Parser
from counterclaim.times import bounds, find_times
from counterclaim.times.anchor import Anchor
from counterclaim.times.lexicon import MONTHS

_LINES = (Path(__file__).parent / "expressions.tsv").read_text(encoding="utf-8").splitlines()
TABLE = [line.split("\t") for line in _LINES if not line.startswith("#")]
MONTH_NAMES = [name.capitalize() for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def _parsed(parser: Parser, text: str, published: str | None) -> Parsed:
    blocks = (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)
    where = Provenance("report", "text/plain", "0" * 64)
    return parser.parse(Article("report", text, blocks, where, (Run(0, 0, len(text)),), published=published))


def _times(parser: Parser, text: str, published: str | None) -> tuple[TimeMention, ...]:
    return find_times(_parsed(parser, text, published))


def _valid(edtf: str) -> bool:
    """EDTF by the reference library, which parses neither open ends beside masked ones nor its own `..`: end by end."""
    return all(end == ".." or parse_edtf(end) is not None for end in edtf.split("/"))


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(TABLE) >= 120


@pytest.mark.parametrize(("text", "expected", "published"), TABLE)
def test_expression_means_what_a_reader_takes_it_for(parser: Parser, text: str, expected: str, published: str) -> None:
    found = _times(parser, text, published or None)
    assert [time.edtf for time in found] == ([] if expected == "-" else expected.split(";"))
    assert all(_valid(time.edtf) for time in found)


def test_spans_hold_the_words_of_the_expression(parser: Parser) -> None:
    text = "The harbour was shut on Tuesday. It opens again on May 25, the mayor said yesterday."
    words = [time.span.of(text) for time in _times(parser, text, "2023-05-22")]
    assert words == ["Tuesday", "May 25", "yesterday"]


def test_nothing_is_invented_without_a_published_date(parser: Parser) -> None:
    text = "Yesterday the bridge fell, last week the dam, and on Saturday the tower. On 3 June the road will open."
    assert [time.edtf for time in _times(parser, text, None)] == ["XXXX-06-03"]


def test_a_coarse_published_date_gives_no_days(parser: Parser) -> None:
    assert _times(parser, "The bridge fell on Saturday.", "2023") == ()
    assert _times(parser, "The bridge fell yesterday.", "2023-05") == ()


@settings(max_examples=40, deadline=None)
@given(month=st.sampled_from(MONTH_NAMES), day=st.integers(1, 28), year=st.integers(1900, 2099))
def test_a_full_date_is_that_day_whenever_it_is_published(parser: Parser, month: str, day: int, year: int) -> None:
    (time,) = _times(parser, f"The treaty was signed on {day} {month} {year}.", "2023-05-22")
    first, last = bounds(time.edtf)
    assert first == last
    assert first is not None
    assert (first.year, first.day) == (year, day)
    assert _valid(time.edtf)


@given(st.text())
def test_any_published_date_makes_an_anchor(published: str) -> None:
    anchor = Anchor.of(published)
    assert anchor.month is None or anchor.year is not None


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=" 0123456789-/.,thstndMaySeptemberlastweekbetweenandfromto", max_size=60))
def test_noise_never_breaks_the_reading(parser: Parser, text: str) -> None:
    if text.strip():
        assert all(_valid(time.edtf) for time in _times(parser, text, "2023-05-22"))

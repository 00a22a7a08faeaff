"""Spans carry the evidence: an empty or reversed one would point at nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import Span

BOUNDS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_a_span_of_nothing_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_offsets_count_code_points_and_not_bytes() -> None:
    assert Span(2, 4).of("🛰️Орлов"[1:]) == "рл"


@given(BOUNDS, BOUNDS)
def test_overlap_is_the_same_from_both_sides(left: Span, right: Span) -> None:
    assert (
        left.overlaps(right)
        == right.overlaps(left)
        == bool(set(range(left.start, left.end)) & set(range(right.start, right.end)))
    )


@given(BOUNDS, BOUNDS)
def test_what_covers_also_overlaps(left: Span, right: Span) -> None:
    assert not left.covers(right) or (left.overlaps(right) and len(left) >= len(right))

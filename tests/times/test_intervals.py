"""Without these, claims about different days would be set against each other, or claims about one day would not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.times import bounds, day_span, overlap

BOUNDS = [
    ("2023-05-20", date(2023, 5, 20), date(2023, 5, 20)),
    ("2023-05", date(2023, 5, 1), date(2023, 5, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ("194X", date(1940, 1, 1), date(1949, 12, 31)),
    ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
    ("2023-21", date(2023, 3, 1), date(2023, 5, 31)),
    ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
    ("2022-07/2023-05", date(2022, 7, 1), date(2023, 5, 31)),
    ("../2023-06-01", None, date(2023, 6, 1)),
    ("2023-05-25/..", date(2023, 5, 25), None),
    ("2023-05-20~", date(2023, 5, 20), date(2023, 5, 20)),
    ("2023-05-20T07:00:00Z", date(2023, 5, 20), date(2023, 5, 20)),
    ("2023-XX", date(2023, 1, 1), date(2023, 12, 31)),
    ("XXXX-05-25", None, None),
    ("2023-02-31", None, None),
    ("0000", None, None),
    ("last week", None, None),
    ("", None, None),
]

OVERLAPS = [
    ("2023-05-20", "2023-05-20", True),
    ("2023-05-20", "2023-05", True),
    ("2023-05-20", "2023-05-21", False),
    ("2023-05-25/2023-06-01", "2023-06-01/2023-06-03", True),
    ("../2023-06-01", "2023-05-25/..", True),
    ("../2023-06-01", "2023-06-02/..", False),
    ("XXXX-05-25", "XXXX-05-25", None),
    ("XXXX-05-25", "XXXX-05-26", False),
    ("XXXX-05-25/XXXX-06-01", "2023-05-30", None),
    ("XXXX-05-25/XXXX-06-01", "2023-06-02", False),
    ("XXXX-12-30/XXXX-01-02", "2023-01-01", None),
    ("XXXX-05-25", "2023", None),
    ("2023-05-20", "some day", None),
    ("2023-05-20", "/2023-05-19", None),
]


@pytest.mark.parametrize(("edtf", "first", "last"), BOUNDS)
def test_bounds_are_the_first_and_last_day_an_expression_allows(
    edtf: str, first: date | None, last: date | None
) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(("left", "right", "expected"), OVERLAPS)
def test_overlap_tells_apart_meeting_disjoint_and_unknown(left: str, right: str, expected: bool | None) -> None:
    assert overlap(left, right) is expected
    assert overlap(right, left) is expected


def test_day_span_counts_both_ends_and_is_unknown_for_open_times() -> None:
    assert day_span("2023-05-25/2023-06-01") == 8
    assert day_span("2023-05-25/..") is None


@given(st.dates(), st.dates())
def test_days_overlap_only_with_themselves(one: date, two: date) -> None:
    assert overlap(one.isoformat(), two.isoformat()) is (one == two)


@given(st.text())
def test_no_text_breaks_the_comparison(text: str) -> None:
    assert overlap(text, "2023-05-20") in (None, False, True)

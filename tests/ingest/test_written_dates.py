"""A wrong day would put a claim before the one that it answers; an unknown one must stay unknown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.ingest.dates import edtf_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-06-04", "2024-06-04"),
        ("2024-06", "2024-06"),
        ("2024", "2024"),
        ("2024-06-04 05:19:41+00:00", "2024-06-04"),
        ("2024-06-04T05:19:41.123Z", "2024-06-04"),
        ("20240604", "2024-06-04"),
        ("20240604T051941Z", "2024-06-04"),
        ("2024.06.04 09:30", "2024-06-04"),
        ("2024년 6월 4일", "2024-06-04"),
        ("2024年6月4日", "2024-06-04"),
        ("Published 4 June 2024", "2024-06-04"),
        ("9:27 AM ET, Tue June 4, 2024", "2024-06-04"),
        ("June 4th, 2024", "2024-06-04"),
        ("4th of June 2024", "2024-06-04"),
        ("Sept. 4, 2024", "2024-09-04"),
        ("4. Juni 2024", "2024-06-04"),
        ("4 de junio de 2024", "2024-06-04"),
        ("4 juin 2024", "2024-06-04"),
        ("4 июня 2024", "2024-06-04"),
        ("4 червня 2024", "2024-06-04"),
        ("4 czerwca 2024", "2024-06-04"),
        ("24/06/2024", "2024-06-24"),
        ("06/24/2024", "2024-06-24"),
        ("06.06.2024", "2024-06-06"),
        ("2024 June 4", "2024-06-04"),
        ("4 listopada 2024", None),
        ("05/06/2024", None),
        ("June 4", None),
        ("4 June 24", None),
        ("today", None),
        ("31 February 2024", None),
        ("2024-13-01", None),
        ("2024-02-30", None),
        ("12024-06-04", None),
        ("4 potatoes 2024", None),
        ("", None),
    ],
)
def test_only_what_is_stated_is_a_day(words: str, day: str | None) -> None:
    assert edtf_day(words) == day


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_from_english(day: date) -> None:
    for style in ("%d %B %Y", "%B %d, %Y", "%a, %d %b %Y 10:00:00 +0200", "%Y/%m/%d"):
        assert edtf_day(day.strftime(style)) == day.isoformat()


@given(st.text(max_size=40))
def test_a_year_is_never_made_up(words: str) -> None:
    day = edtf_day(words)
    assert day is None or day[:4] in words

"""Expressions of time → EDTF intervals."""

from counterclaim.model import Parsed, TimeMention
from counterclaim.times.intervals import Bounds, bounds, day_span, overlap


def find_times(parsed: Parsed) -> tuple[TimeMention, ...]:
    """Every expression of time in the article, in reading order, against its published date."""
    return ()


__all__ = ["Bounds", "bounds", "day_span", "find_times", "overlap"]

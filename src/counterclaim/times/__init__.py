"""Expressions of time → EDTF intervals."""

from counterclaim.model import Parsed, TimeMention


def find_times(parsed: Parsed) -> tuple[TimeMention, ...]:
    """Every expression of time in the article, in reading order, against its published date."""
    return ()

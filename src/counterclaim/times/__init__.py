"""Expressions of time → EDTF intervals, and how two of those compare."""

from counterclaim.times.find import find_times, times_said
from counterclaim.times.intervals import Bounds, bounds, day_span, overlap

__all__ = ["Bounds", "bounds", "day_span", "find_times", "overlap", "times_said"]

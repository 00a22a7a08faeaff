"""Attributions with their cast and times → claims with typed propositions. One folder a pack."""

from counterclaim.frames.comparison import Comparison, ComparisonKind, Context
from counterclaim.frames.pack import Pack, compare
from counterclaim.model import Attribution, Cast, Claim, Parsed, TimeMention

__all__ = ["Comparison", "ComparisonKind", "Context", "Pack", "compare", "frame"]


def frame(
    parsed: Parsed, attributions: tuple[Attribution, ...], cast: Cast, times: tuple[TimeMention, ...]
) -> tuple[Claim, ...]:
    """The article's claims in reading order, narration that states a typed frame included."""
    return ()

"""Attributions with their cast and times → claims with typed propositions. One folder a pack."""

from counterclaim.model import Attribution, Cast, Claim, Parsed, TimeMention


def frame(
    parsed: Parsed, attributions: tuple[Attribution, ...], cast: Cast, times: tuple[TimeMention, ...]
) -> tuple[Claim, ...]:
    """The article's claims in reading order, narration that states a typed frame included."""
    return ()

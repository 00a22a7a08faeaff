"""Parsed article → who is said to have said it, in which words."""

from counterclaim.model import Attribution, Parsed


def attribute(parsed: Parsed) -> tuple[Attribution, ...]:
    """Every attribution of the article in reading order."""
    return ()

"""Whether a description fits the office that somebody is known to hold.

Enter the words of both, as `offices.role_words` gives them; leaves yes or no.
"""

from counterclaim.entities.offices import office_word
from counterclaim.entities.vocabulary import LESSER


def fits_role(described: frozenset[str], noun: str, role: frozenset[str], side: str | None) -> bool:
    """Are all the described words in the role? A nationality may stand in the side, or nowhere if none is known."""
    if len(role) > 1 and role <= described:
        return office_word(noun) in role
    words = set(role) | ({side} if side else set())
    missing = described - words
    if side is None and len(missing) == 1 and next(iter(missing))[0].isupper():
        missing = frozenset()
    return office_word(noun) in words and not missing


def is_lesser(role: frozenset[str], described: frozenset[str]) -> bool:
    """Is the role a deputy's where the description is not?"""
    return bool((role - described) & LESSER)

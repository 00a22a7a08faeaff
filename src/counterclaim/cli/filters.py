"""What a user typed, checked against what the ledger knows: names get near matches, dates must be dates.

Enter words; leave the same words, or an error that says what comes near. Nothing is guessed on the user's behalf.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from counterclaim.errors import NotFoundError
from counterclaim.ledger.names import fold


def near(wanted: str, known: Iterable[str], *, most: int = 3) -> list[str]:
    """The names that come near, nearest first."""
    names = {fold(name): name for name in known}
    folded = fold(wanted)
    inside = sorted((name for key, name in names.items() if folded and folded in key), key=len)
    close = [names[key] for key in get_close_matches(folded, names, n=most, cutoff=0.6)]
    return list(dict.fromkeys([*inside, *close]))[:most]


def unknown(what: str, wanted: str, known: Iterable[str], otherwise: str) -> NotFoundError:
    """The error for a name that nothing bears, with what comes near it."""
    found = near(wanted, known)
    advice = f"Did you mean {' or '.join(found)}?" if found else otherwise
    return NotFoundError(f"The ledger has no {what} {wanted!r}", advice)

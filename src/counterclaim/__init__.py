"""Counterclaim: who claims what, in which words, through which channel, and who says otherwise."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterclaim.errors import CounterclaimError, InputError, LedgerError, NotFoundError
    from counterclaim.ledger import ClaimFilter, Ledger, open_ledger

__version__ = "0.2.0"

__all__ = ["ClaimFilter", "CounterclaimError", "InputError", "Ledger", "LedgerError", "NotFoundError", "open_ledger"]

_FROM_LEDGER = frozenset(["ClaimFilter", "Ledger", "open_ledger"])


def __getattr__(name: str) -> object:
    """Load what is asked for (PEP 562): every import of a part of the package runs this file first."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("counterclaim.ledger" if name in _FROM_LEDGER else "counterclaim.errors"), name)


def __dir__() -> list[str]:
    return sorted((*globals(), *__all__))

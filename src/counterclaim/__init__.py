"""Counterclaim: who claims what, in which words, through which channel, and who says otherwise."""

__version__ = "0.1.0"

from counterclaim.errors import CounterclaimError, InputError, LedgerError, NotFoundError
from counterclaim.ledger import ClaimFilter, Ledger, open_ledger

__all__ = ["ClaimFilter", "CounterclaimError", "InputError", "Ledger", "LedgerError", "NotFoundError", "open_ledger"]

"""The ledger that a command asks: opened for reading, and never made by asking.

Enters a path; leaves an open ledger. Empty ledgers, and those whose last run was cut off, are opened with a word of
warning on standard error.
"""

from pathlib import Path

from counterclaim.cli.terminal import complain
from counterclaim.errors import LedgerError
from counterclaim.ledger import Ledger, open_ledger
from counterclaim.ledger.writing import DERIVED_FOR


def opened(ledger: Path) -> Ledger:
    """The ledger, if there is one.

    Raises:
        LedgerError: there is no such file, or it is no ledger.
    """
    if not ledger.is_file():
        raise LedgerError(
            f"There is no ledger at {ledger}",
            "Make one with `counterclaim read FOLDER`, try `counterclaim demo`, or name another with --ledger FILE.",
        )
    held = open_ledger(ledger, create=False)
    if not held.value("SELECT 1 FROM article LIMIT 1"):
        complain(f"The ledger {ledger} is empty so far. Read reports into it with `counterclaim read FOLDER`.")
    elif held.meta(DERIVED_FOR) is None:
        complain("The last `counterclaim read` was cut off: relations and disputes are missing until it runs again.")
    return held

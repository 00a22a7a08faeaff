"""Every error that Counterclaim raises on purpose.

    CounterclaimError
    ├── InputError      something the user named cannot be used (a path, a manifest, a gazetteer)
    ├── LedgerError     the ledger cannot be opened, migrated or trusted
    └── NotFoundError   nothing in the ledger has that id or name

An article that cannot be read is not an error but a `counterclaim.model.Problem`: it is recorded and the rest goes on.
"""


class CounterclaimError(Exception):
    """Base class. The message says what happened; `advice` says what to do about it."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(f"{message}. {advice}")
        self.message = message
        self.advice = advice


class InputError(CounterclaimError):
    """Something that the user named cannot be used."""


class LedgerError(CounterclaimError):
    """The ledger cannot be opened, migrated or trusted."""


class NotFoundError(CounterclaimError):
    """Nothing in the ledger has that id or name."""

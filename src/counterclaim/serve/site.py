"""The ledger as a server holds it: a few open connections, lent to one request at a time, each seeing one moment.

Enters a path; leaves ledgers open for asking only. Refused: a ledger that is not there, and questions that take longer
than `LONGEST_QUESTION`.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue

from counterclaim.errors import InputError, LedgerError
from counterclaim.ledger import Ledger
from counterclaim.ledger.store import DERIVED_FOR
from counterclaim.ledger.tallies import bring_up_to_date

LONGEST_QUESTION = 10.0
KEPT_OPEN = 8
_STEPS_BETWEEN_LOOKS = 50_000
_CACHE_KIB, _MAPPED_BYTES = 32_768, 1 << 30

_SIDES = """
SELECT coalesce(e.side, e.name) AS side, sum(t.claims) AS claims FROM facet_tally t JOIN entity e ON e.id = t.value
WHERE t.facet = 'claimant' AND (e.side IS NOT NULL OR EXISTS (SELECT 1 FROM entity o WHERE o.side = e.name))
GROUP BY 1 ORDER BY 2 DESC, 1
"""


class TooSlowError(LedgerError):
    """A question took longer than anybody should wait."""


class Site:
    """One ledger, served. Close it when the server stops."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: LifoQueue[tuple[int, Ledger]] = LifoQueue()
        self._palette: tuple[object, tuple[str, ...]] = (None, ())

    def prepare(self) -> None:
        """Bring a ledger of an older program up to date: tables, lists and counts.

        Raises:
            LedgerError: there is none, or it needs to be written and may not be.
        """
        with Ledger(self.path, create=False) as ledger:
            bring_up_to_date(ledger)

    @contextmanager
    def lent(self) -> Iterator[Ledger]:
        """A ledger for one request; all that it is asked holds for one moment.

        Raises:
            TooSlowError: a question took too long.
        """
        ledger = self._taken()
        until = time.monotonic() + LONGEST_QUESTION
        ledger.connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS_BETWEEN_LOOKS)
        try:
            ledger.connection.execute("BEGIN")
            yield ledger
        except (sqlite3.OperationalError, LedgerError) as error:
            if "interrupted" not in str(error):
                raise
            raise TooSlowError(
                f"This question takes longer than {LONGEST_QUESTION:g} seconds on a ledger of this size",
                "Narrow it: name a claimant or a place, or rarer words, or fewer days",
            ) from error
        finally:
            ledger.connection.set_progress_handler(None, 0)
            if ledger.connection.in_transaction:
                ledger.connection.execute("ROLLBACK")
            self._given_back(ledger)

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """A ledger that may be written, for one decision; those that are lent cannot be.

        Raises:
            InputError: the file or its folder may not be written.
            LedgerError: another program is writing.
        """
        with Ledger(self.path, create=False) as ledger:
            if ledger.read_only:
                raise InputError(f"{self.path} may not be written", "Copy it into a folder of your own")
            yield ledger

    def palette(self, ledger: Ledger) -> tuple[str, ...]:
        """Every side of the ledger, the one with most claims first; found once for each state of it."""
        state = ledger.meta(DERIVED_FOR), self._number()
        if self._palette[0] != state:
            spoken = [row["side"] for row in ledger.rows(_SIDES)]
            every = ledger.rows("SELECT DISTINCT side FROM entity WHERE side IS NOT NULL ORDER BY side")
            self._palette = state, tuple(dict.fromkeys([*spoken, *(row["side"] for row in every)]))
        return self._palette[1]

    def close(self) -> None:
        """Close what is idle."""
        while True:
            try:
                self._idle.get_nowait()[1].close()
            except Empty:
                return

    def _number(self) -> int:
        """The file's own number: another file under the same name is another ledger."""
        try:
            return self.path.stat().st_ino
        except OSError:
            return 0

    def _taken(self) -> Ledger:
        number = self._number()
        while True:
            try:
                opened, ledger = self._idle.get_nowait()
            except Empty:
                return self._opened()
            if opened == number:
                return ledger
            ledger.close()

    def _opened(self) -> Ledger:
        ledger = Ledger(self.path, create=False, handed_on=True)
        ledger.connection.execute("PRAGMA query_only = ON")
        ledger.connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        ledger.connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
        return ledger

    def _given_back(self, ledger: Ledger) -> None:
        if self._idle.qsize() < KEPT_OPEN:
            self._idle.put((self._number(), ledger))
        else:
            ledger.close()

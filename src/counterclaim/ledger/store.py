"""The ledger as a file: opening, locking, transactions, and SQLite's errors in words.

Enters a path; leaves a `Store`. Refused, and never written to: files that are no SQLite database or no ledger,
ledgers of a newer program, folders that are not there. A ledger that may not be written is opened for asking only.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from counterclaim.errors import LedgerError
from counterclaim.ledger.names import fold
from counterclaim.ledger.schema import migrate, refuse_older

BUSY_SECONDS = 10.0
# The note that says for which set of articles the derived tables hold.
DERIVED_FOR = "derived_for"
# The note that the origins hold for the articles that are there, by which version they were found.
ORIGINS_BY = "origins_by"
_MAGIC = b"SQLite format 3\0"


class Store:
    """An open ledger. Close it, or use it in a `with` block. One thread at a time: the one that opened it, unless
    `handed_on`.

    `path` is where it lies; `connection` is for reading what the typed functions do not give; `read_only` says that
    the file or its folder may not be written. One that is opened for `asking` is never written, not even to bring
    it up to date: SQLite itself refuses.
    """

    def __init__(
        self,
        path: Path | str,
        *,
        create: bool = True,
        asking: bool = False,
        busy_seconds: float = BUSY_SECONDS,
        handed_on: bool = False,
    ) -> None:
        self.path = Path(path)
        _refuse_others(self.path, create=create and not asking)
        self.read_only = self.path.exists() and not _may_write(self.path)
        with self._in_words():
            where = _reading_uri(self.path) if self.read_only else str(self.path)
            self.connection = sqlite3.connect(
                where, timeout=busy_seconds, isolation_level=None, uri=self.read_only, check_same_thread=not handed_on
            )
            try:
                self._prepare(asking=asking)
            except BaseException:
                self.connection.close()
                raise

    def _prepare(self, *, asking: bool) -> None:
        self.connection.row_factory = sqlite3.Row
        self.connection.create_function("fold", 1, fold, deterministic=True)
        if self.read_only:
            refuse_older(self.connection, str(self.path))
            return
        if asking:
            refuse_older(self.connection, str(self.path), advice="Bring it up to date with `counterclaim check`")
            self.connection.execute("PRAGMA query_only = ON")
            return
        migrate(self.connection, str(self.path))
        self.connection.execute("PRAGMA foreign_keys = ON")
        # With a write-ahead log, readers never wait for the writer; NORMAL loses nothing when a program is killed.
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = NORMAL")

    def close(self) -> None:
        """Release the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that happens inside is written, or none of it. Inside another transaction it is part of that one.

        Raises:
            LedgerError: another program is writing, the disk is full, the file is damaged.
        """
        if self.connection.in_transaction:
            yield
            return
        with self._in_words():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def rows(self, sql: str, parameters: Iterable[Any] = ()) -> sqlite3.Cursor:
        """The rows of one question.

        Raises:
            LedgerError: the file is damaged or locked.
        """
        with self._in_words():
            return self.connection.execute(sql, tuple(parameters))

    def value(self, sql: str, parameters: Iterable[Any] = ()) -> Any:
        """The first column of the first row; None where there is none."""
        row = self.rows(sql, parameters).fetchone()
        return row[0] if row else None

    def insert(self, table: str, columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
        """Add rows to a table of the schema."""
        marks = ", ".join("?" * len(columns))
        self.connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608

    def meta(self, key: str) -> str | None:
        """What the ledger notes about itself under `key`."""
        found = self.value("SELECT value FROM meta WHERE key = ?", (key,))
        return None if found is None else str(found)

    def note(self, key: str, value: str | None) -> None:
        """Write such a note; None removes it."""
        if value is None:
            self.connection.execute("DELETE FROM meta WHERE key = ?", (key,))
        else:
            self.connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise
            raise _explained(error, self.path) from error


def _may_write(path: Path) -> bool:
    """The file and its folder: SQLite keeps its log beside the file."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def _reading_uri(path: Path) -> str:
    """The ledger for reading. Where no log lies beside it nobody is writing, and SQLite needs no files of its own."""
    logged = any(path.with_name(path.name + suffix).exists() for suffix in ("-wal", "-shm"))
    return f"{path.absolute().as_uri()}?mode=ro{'' if logged else '&immutable=1'}"


def _explained(error: sqlite3.DatabaseError, path: Path) -> LedgerError:
    words = str(error)
    if "locked" in words or "busy" in words:
        return LedgerError(f"Another program is writing to {path}", "Wait until it is done, then try again")
    if "readonly" in words or "unable to open" in words:
        return LedgerError(f"{path} cannot be written: {words}", "Check the permissions of the file and of its folder")
    if "full" in words:
        return LedgerError(f"There is no room left to write {path}", "Make room on the disk, then try again")
    if "disk I/O" in words:  # what a full disk comes to where the log beside the ledger cannot grow
        return LedgerError(
            f"The disk does not take or give what {path} needs: {words}",
            "Make room if it is full, then try again; what was written before stays",
        )
    damaged = type(error) is sqlite3.DatabaseError  # "malformed" and "not a database" have no class of their own
    return LedgerError(
        f"{path} {'is damaged' if damaged else 'cannot be used'}: {words}",
        "Restore it from a backup, or read the articles into a new ledger: that gives the same claims",
    )


def _refuse_others(path: Path, *, create: bool) -> None:
    """Look at the file before SQLite does, so that nothing that is no ledger is ever touched."""
    if path.is_dir():
        raise LedgerError(f"{path} is a folder", "Name a file, such as counterclaim.db")
    if not path.exists():
        if not create:
            raise LedgerError(
                f"There is no ledger at {path}", "Make one with `counterclaim read FOLDER`, or name another"
            )
        if not path.absolute().parent.is_dir():
            raise LedgerError(
                f"There is no folder {path.absolute().parent}", "Make it first, or put the ledger elsewhere"
            )
        return
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise LedgerError(f"{path} cannot be opened: {error.strerror}", "Check its permissions") from error
    if start not in (b"", _MAGIC):
        raise LedgerError(f"{path} is not a ledger", "Name another file with --ledger; this one was left as it is")

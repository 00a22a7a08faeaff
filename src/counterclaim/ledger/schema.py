"""Brings a ledger's tables up to date: each step and the record that it was taken, in one transaction.

Enters an open connection; leaves it at the newest step. Refuses a file that is no ledger, and a ledger of a newer
program. The record is SQLite's own `user_version`, which changes with the transaction; `application_id` marks the
file as a ledger.
"""

import re
import sqlite3
from functools import cache
from importlib.resources import files

from counterclaim.errors import LedgerError

APPLICATION = 0x43436C6D  # "CClm"


@cache
def steps() -> tuple[str, ...]:
    """The SQL of every step, first to last."""
    found = (
        file for file in files("counterclaim.ledger.migrations").iterdir() if re.fullmatch(r"\d{4}\.sql", file.name)
    )
    return tuple(file.read_text(encoding="utf-8") for file in sorted(found, key=lambda file: file.name))


def migrate(connection: sqlite3.Connection, name: str) -> None:
    """Take the steps that the ledger has not taken.

    Raises:
        LedgerError: the file is no ledger, or was written by a newer program.
    """
    taken = version(connection, name)
    for number, step in enumerate(steps()[taken:], start=taken + 1):
        mark = f"PRAGMA application_id = {APPLICATION};\nPRAGMA user_version = {number};"
        try:
            # Looked at again under the lock: another program may be making the same ledger at this moment.
            connection.execute("BEGIN IMMEDIATE")
            if version(connection, name) < number:
                for statement in statements(f"{step}\n{mark}"):
                    connection.execute(statement)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def refuse_older(
    connection: sqlite3.Connection,
    name: str,
    advice: str = "Copy it into a folder of your own and name the copy with --ledger",
) -> None:
    """Look at a ledger that may not be written: it cannot be brought up to date.

    Raises:
        LedgerError: the file is no ledger, or is not at the newest step.
    """
    if version(connection, name) < len(steps()):
        raise LedgerError(
            f"{name} was written by an older Counterclaim, and may not be written to bring it up to date", advice
        )


def version(connection: sqlite3.Connection, name: str) -> int:
    """How many steps the ledger has taken; 0 for an empty file.

    Raises:
        LedgerError: the file is no ledger, or was written by a newer program.
    """
    application, taken = (
        connection.execute(f"PRAGMA {key}").fetchone()[0] for key in ("application_id", "user_version")
    )
    if application != APPLICATION:
        if application or taken or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise LedgerError(
                f"{name} is a database, but no ledger", "Name another file with --ledger; this one was left as it is"
            )
        return 0
    if taken > len(steps()):
        raise LedgerError(
            f"{name} was written by a newer Counterclaim (schema {taken}, this one knows {len(steps())})",
            "Upgrade with `pip install --upgrade counterclaim`, or read the articles into another ledger",
        )
    return int(taken)


def statements(script: str) -> list[str]:
    """A script of SQL cut into statements: `executescript` would commit before it starts."""
    found, waiting = [], ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(waiting):
            found.append(waiting)
            waiting = ""
    return found

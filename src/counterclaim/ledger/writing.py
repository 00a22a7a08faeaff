"""Writes one article's reading, whole or not at all, and the log of what was read and what not.

Enters a `Reading` or a `Problem`; leaves rows. An article that is there with the same engine is left as it is; a
changed one becomes the new current version, and the old one stays.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from counterclaim.ledger.freshness import note_articles_changed
from counterclaim.ledger.rows import article_table, reading_tables
from counterclaim.ledger.store import DERIVED_FOR, Store
from counterclaim.model import Article, Problem, Reading


class Outcome(StrEnum):
    """What became of one record."""

    READ = "read"
    UNCHANGED = "unchanged"
    NEW_VERSION = "new version"
    READ_AGAIN = "read again"
    NOT_READ = "not read"


def begin_run(store: Store, inputs: Sequence[str], engine: str) -> int:
    """Note that a run begins; its number in the log."""
    with store.transaction():
        words = _textual(json.dumps(list(inputs), ensure_ascii=False))
        cursor = store.rows(
            "INSERT INTO reading_run (started, engine, inputs) VALUES (?, ?, ?)", (_now(), engine, words)
        )
    return int(cursor.lastrowid or 0)


def finish_run(store: Store, run: int) -> None:
    """Note that it came to its end; a run without an end was cut off."""
    with store.transaction():
        store.rows("UPDATE reading_run SET finished = ? WHERE id = ?", (_now(), run))


def is_held(store: Store, article: Article, engine: str) -> bool:
    """Is this very article in the ledger already, read by this engine?"""
    return store.value("SELECT 1 FROM article WHERE id = ? AND engine = ?", (article.id, engine)) is not None


def keep_unchanged(store: Store, article: Article, run: int) -> Outcome:
    """The article is there already. It becomes current again where a later version had taken its place."""
    with store.transaction():
        held = store.rows("SELECT current, path FROM article WHERE id = ?", (article.id,)).fetchone()
        if not held["current"]:
            _make_current(store, article)
            note_articles_changed(store)
        _follow(store, article, held["path"])
        _log(store, run, article, Outcome.UNCHANGED)
    return Outcome.UNCHANGED


def write_reading(store: Store, reading: Reading, *, run: int, engine: str) -> Outcome:
    """Write all that one article gave, in one transaction.

    Raises:
        ValueError: the reading contradicts itself; nothing was written.
        sqlite3.IntegrityError: two of its records have one id; nothing was written.
    """
    article = reading.article
    with store.transaction():
        held = store.rows("SELECT engine, version FROM article WHERE id = ?", (article.id,)).fetchone()
        if held and held["engine"] == engine:
            return keep_unchanged(store, article, run)
        last = store.value("SELECT max(version) FROM article WHERE document = ?", (article.document,)) or 0
        store.rows("DELETE FROM article WHERE id = ?", (article.id,))
        store.rows("UPDATE article SET current = 0 WHERE document = ?", (article.document,))
        version = held["version"] if held else last + 1
        path = stored_path(store, article.provenance.path)
        for table in (article_table(article, version=version, path=path, engine=engine), *reading_tables(reading)):
            store.insert(table.name, table.columns, table.rows)
        note_articles_changed(store)
        outcome = Outcome.READ_AGAIN if held else Outcome.NEW_VERSION if last else Outcome.READ
        _log(store, run, article, outcome)
    return outcome


def log_problem(store: Store, problem: Problem, run: int) -> Outcome:
    """Note what was not read, and why."""
    row = (run, stored_path(store, problem.path), problem.line, Outcome.NOT_READ, problem.reason, problem.advice)
    with store.transaction():
        store.insert("reading_log", ("run", "path", "line", "outcome", "reason", "advice"), [row])
    return Outcome.NOT_READ


def stored_path(store: Store, path: str) -> str:
    """A path as seen from the ledger's folder: the same wherever the program is started, without the user's name."""
    if path == "-":
        return path
    real = os.path.realpath(path)  # unlike `Path.resolve`, it bears links that lead to themselves
    with suppress(ValueError):  # another drive
        real = os.path.relpath(real, os.path.realpath(store.path.parent))
    return _textual(Path(real).as_posix())


def _textual(name: str) -> str:
    """Names of files are bytes; those that are no text are written out."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _make_current(store: Store, article: Article) -> None:
    store.rows("UPDATE article SET current = 0 WHERE document = ?", (article.document,))
    store.rows("UPDATE article SET current = 1 WHERE id = ?", (article.id,))


def _follow(store: Store, article: Article, old: str) -> None:
    """Note where a file has been moved to, so that a later change of it is known for a change of this report."""
    new = stored_path(store, article.provenance.path)
    if "-" not in (old, new) and new != old and not (store.path.resolve().parent / old).exists():
        place = (new, article.provenance.line, article.id)
        store.rows("UPDATE article SET path = ?, line = ? WHERE id = ?", place)


def _log(store: Store, run: int, article: Article, outcome: Outcome) -> None:
    path = stored_path(store, article.provenance.path)
    row = (run, path, article.provenance.line, outcome, article.id)
    store.insert("reading_log", ("run", "path", "line", "outcome", "article"), [row])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


__all__ = [
    "DERIVED_FOR", "Outcome", "begin_run", "finish_run", "is_held", "keep_unchanged", "log_problem", "stored_path",
    "write_reading",
]  # fmt: skip

"""The log of what was read and what not: each run, each record and file, and why."""

from sqlite3 import Row

from counterclaim.errors import NotFoundError
from counterclaim.ledger import Ledger
from counterclaim.ledger.article_lists import log_rows
from counterclaim.ledger.records import words
from counterclaim.ledger.writing import Outcome
from counterclaim.report.disputing import count_words
from counterclaim.report.page import Linked
from counterclaim.serve.links import address
from counterclaim.serve.looking import Look
from counterclaim.serve.page import ImportsPage, LogRow, RunItem
from counterclaim.serve.pages.disputes import moment_words
from counterclaim.serve.pages.filtering import offset

RUNS, SHOWN = 15, 100


def imports_page(look: Look, run: int | None, outcome: str | None, after: str | None) -> ImportsPage:
    """The latest runs, and the log of one: what was not read, where any was not.

    Raises:
        NotFoundError: there is no such run.
        InputError: `after` is no place to go on from.
    """
    chosen = run or look.ledger.value("SELECT max(id) FROM reading_run") or 0
    if run is not None and not look.ledger.value("SELECT 1 FROM reading_run WHERE id = ?", (run,)):
        raise NotFoundError(f"No run has the number {run}", "The import log lists them")
    counts = _counts(look.ledger, chosen)
    if outcome is None and counts.get(Outcome.NOT_READ):
        outcome = Outcome.NOT_READ.value
    begin = offset(after)
    rows = log_rows(look.ledger, chosen, outcome or None, after=begin, limit=SHOWN + 1)
    more = address("imports", str(chosen), outcome=outcome, after=rows[SHOWN - 1]["id"]) if len(rows) > SHOWN else ""
    return ImportsPage(
        shell=look.shell("Import log", "imports", legend=False),
        runs=_runs(look.ledger, chosen),
        about=_about(chosen, outcome, counts),
        rows=tuple(_row(row) for row in rows[:SHOWN]),
        more=more,
    )


def _counts(ledger: Ledger, run: int) -> dict[str, int]:
    rows = ledger.rows("SELECT outcome, count(*) FROM reading_log WHERE run = ? GROUP BY outcome", (run,))
    return {outcome: number for outcome, number in rows}  # noqa: C416 - rows are no pairs to a type checker


def _runs(ledger: Ledger, chosen: int) -> tuple[RunItem, ...]:
    sql = "SELECT * FROM reading_run WHERE id <= ? ORDER BY id DESC LIMIT ?"
    latest = ledger.value("SELECT max(id) FROM reading_run") or 0
    top = latest if chosen > latest - RUNS else chosen
    found = []
    for row in ledger.rows(sql, (top, RUNS)):
        counts = _counts(ledger, row["id"])
        found.append(
            RunItem(
                link=address("imports", str(row["id"])),
                started=moment_words(row["started"]),
                state=f"{'finished' if row['finished'] else 'not finished'}, read by {row['engine']}",
                inputs=", ".join(words(row["inputs"])),
                outcomes=tuple(_outcome(row["id"], name, number) for name, number in sorted(counts.items())),
                chosen=row["id"] == chosen,
            )
        )
    return tuple(found)


def _outcome(run: int, name: str, number: int) -> Linked:
    return address("imports", str(run), outcome=name), f"{number:,} {name}"


def _about(run: int, outcome: str | None, counts: dict[str, int]) -> str:
    if not run:
        return "Nothing has been read yet."
    if outcome:
        return f"Run {run}: {count_words(counts.get(outcome, 0), 'record')} {outcome}."
    return f"Run {run}: {count_words(sum(counts.values()), 'record')}, all read."


def _row(row: Row) -> LogRow:
    line = f", line {row['line']}" if row["line"] else ""
    path = "standard input" if row["path"] == "-" else row["path"]
    link = address("articles", row["article"]) if row["article"] else ""
    return LogRow(f"{path}{line}", row["outcome"], row["reason"] or "", row["advice"] or "", link)

"""The page on the ledger says what is there, and all that is there."""

import re
from pathlib import Path

from counterclaim.ledger import open_ledger

PAGE = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")


def test_every_table_and_column_is_documented_in_order() -> None:
    """People write SQL from this page; a column that it lacks or invents costs them an hour."""
    sections = re.findall(r"^### `(\w+)`\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
    documented = {name: re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE) for name, body in sections}
    with open_ledger(":memory:") as ledger:
        tables = [row[0] for row in ledger.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        real = {
            table: [row["name"] for row in ledger.rows(f"PRAGMA table_xinfo({table})")]
            for table in tables
            if "_fts" not in table
        }
        references = {
            (table, row["from"], row["table"])
            for table in real
            for row in ledger.rows(f"PRAGMA foreign_key_list({table})")
        }
    assert documented == real
    arrows = {
        (name, column, target)
        for name, body in sections
        for column, target in re.findall(r"^\| `(\w+)` \| → `(\w+)`", body, re.MULTILINE)
    }
    assert arrows == references


def test_every_view_and_index_is_documented() -> None:
    """Views that nobody hears of are never opened."""
    with open_ledger(":memory:") as ledger:
        views = {row[0] for row in ledger.rows("SELECT name FROM sqlite_master WHERE type = 'view'")}
        for view in views:
            ledger.rows(f"SELECT * FROM {view}").fetchall()  # noqa: S608
    assert set(re.findall(r"^\| `(\w+_readable)` \|", PAGE, re.MULTILINE)) == views
    assert {"claim_fts", "article_fts"} <= set(re.findall(r"`(\w+)`", PAGE))

"""The ledger opens in Datasette: every page renders, rows lead to rows, and links bear names."""

import asyncio
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.ledger.builders import article, write

from counterclaim.ledger import open_ledger
from counterclaim.ledger.deriving import derive

VIEWS = (
    "articles_readable", "claims_readable", "arguments_readable", "mentions_readable", "relations_readable",
    "disputes_readable",
)  # fmt: skip


class Browser:
    """Asks a Datasette over one ledger, in this process."""

    def __init__(self, path: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # Datasette imports what newer versions of its libraries no longer want imported
            from datasette.app import Datasette

            self.loop = asyncio.new_event_loop()
            self.datasette = Datasette([str(path)])

    def get(self, path: str) -> Any:
        """The answer to a request; JSON is parsed."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            answer = self.loop.run_until_complete(self.datasette.client.get(path))
        assert answer.status_code == 200, (path, answer.text[:500])
        return answer.json() if ".json" in path else answer.text

    def close(self) -> None:
        """Give back what Datasette holds."""
        self.loop.close()
        for database in self.datasette.databases.values():
            for connection in getattr(database, "_all_file_connections", ()):
                connection.close()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    path = tmp_path_factory.mktemp("datasette") / "ledger.db"
    with open_ledger(path) as ledger:
        write(
            ledger,
            article(
                "A day in Tarn\nOrla says: they hold the north in Tarn.\nMesk denies: they hold it in Tarn.", "a.txt"
            ),
        )
        write(ledger, article("A night in Tarn\nOrla says: they hold the north in Tarn.", "b.txt"))
        derive(ledger)
    held = Browser(path)
    yield held
    held.close()


def test_every_page_of_a_table_or_view_renders(browser: Browser) -> None:
    """A page that fails is a table that nobody can look at."""
    tables = [table["name"] for table in browser.get("/ledger.json")["tables"] if not table["hidden"]]
    assert {"article", "claim", "dispute", "relation"} <= set(tables)
    for name in (*tables, *VIEWS):
        browser.get(f"/ledger/{name}")


def test_search_boxes_are_offered(browser: Browser) -> None:
    """The search that the ledger keeps works in the page as well."""
    found = browser.get("/ledger/claim.json?_search=holding&_shape=array")
    assert len(found) == 3
    assert browser.get("/ledger/article.json?_search=night&_shape=array")[0]["document"] == "b.txt"


def test_every_reference_is_a_link(browser: Browser) -> None:
    """From a claim to its article, its claimant, its spans; and from an article to all that was read out of it."""
    tables = {table["name"]: table for table in browser.get("/ledger.json")["tables"]}
    links = {(name, key["column"]) for name, table in tables.items() for key in table["foreign_keys"]["outgoing"]}
    assert links >= {
        ("claim", "article"), ("claim", "claimant"), ("claim", "answers"), ("claim_span", "claim"),
        ("claim_span", "proposition"), ("proposition", "claim"), ("argument", "proposition"),
        ("argument", "local_entity"), ("local_entity", "article"), ("local_entity", "entity"),
        ("mention", "local_entity"), ("mention", "article"), ("relation", "left_claim"), ("relation", "right_claim"),
        ("origin_article", "article"), ("origin_article", "origin"), ("dispute", "place"), ("side", "dispute"),
        ("side_claim", "claim"), ("dispute_relation", "relation"), ("entity_within", "place"), ("block", "article"),
        ("offset_run", "article"), ("reading_log", "article"),
    }  # fmt: skip


def test_links_bear_names_not_hashes(browser: Browser) -> None:
    """A table of hexadecimal ids says nothing to anyone."""
    labelled = browser.get("/ledger/claim.json?_labels=on&_shape=objects")["rows"][0]
    assert labelled["article"]["label"].startswith("A ")
    assert labelled["claimant"]["label"] in {"Orla", "Mesk"}
    span = browser.get("/ledger/claim_span.json?_labels=on&_shape=objects")["rows"][0]
    assert "they hold" in span["claim"]["label"]


def test_views_say_who_claims_what(browser: Browser) -> None:
    """One page that answers the question, without any SQL."""
    rows = browser.get("/ledger/claims_readable.json?_shape=array")
    assert [(row["document"], row["claimant"], row["stance"], row["content"], row["frames"]) for row in rows] == [
        ("a.txt", "Orla", "asserts", "they hold the north in Tarn", "control"),
        ("a.txt", "Mesk", "denies", "they hold it in Tarn", "not control"),
        ("b.txt", "Orla", "asserts", "they hold the north in Tarn", "control"),
    ]

"""From a folder to exports with the true stages: everything that comes out leads back to words that went in."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from counterclaim import Ledger, open_ledger
from counterclaim.ingest import find_records, input_offset, read_record
from counterclaim.model import Article
from counterclaim.run import read_inputs

MONDAY = """Home
News
World

Velm says it still holds the north of Larnow

By Anna Brandt

MONDAY (Tarn Wire) - The Velm army still controls the northern part of Larnow, its spokesman Pavel Orsk said on Monday.

"Our soldiers hold the station and the bridge," Orsk said in a statement. "The fighting continues."

The head of the Sarn militia, Igor Desh, denied this. "The whole town is ours," he said on Telegram.

Share this article
"""
TUESDAY = """Militia claims capture of Larnow

Igor Desh, who leads the Sarn militia, said that his men had captured Larnow.

Orsk rejected the claim by Desh. “Larnow is not lost,” he said.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("reports")
    (made / "monday.txt").write_text(MONDAY, encoding="utf-8")
    (made / "tuesday.txt").write_text(TUESDAY, encoding="utf-8")
    line = {
        "document": "third",
        "title": "Desh says Larnow has fallen",
        "text": MONDAY + TUESDAY,
        "outlet": "The Sarn Post",
    }
    (made / "dump.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def ledger(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("ledger") / "l.db") as held:
        summary = read_inputs(held, [str(folder)], workers=1)
        assert not summary.problems
        assert summary.read == 3
        yield held


def rows(ledger: Ledger, what: str) -> list[dict[str, Any]]:
    stream = io.StringIO()
    ledger.export(what, "jsonl", stream)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_all_spans_hold(ledger: Ledger) -> None:
    """No claim without its words."""
    assert ledger.check() == ()


def test_claims_have_their_claimants_and_furniture_has_none(ledger: Ledger) -> None:
    """The two speakers are found, and no button is quoted."""
    claims = [claim for claim in rows(ledger, "claims") if claim["quotation"] != "narration"]
    speakers = {claim["claimant"]["name"] for claim in claims if claim["claimant"]}
    assert {"Pavel Orsk", "Igor Desh"} <= speakers
    assert not [claim for claim in claims if "Share" in claim["content"] or "News" in claim["content"]]


def test_exported_spans_count_in_the_input(ledger: Ledger, folder: Path) -> None:
    """A user marks the words in her own file with what the export says."""
    for claim in rows(ledger, "claims"):
        if claim["document"].endswith(".txt"):
            page = (folder / claim["document"]).read_text(encoding="utf-8")
            words = [page[start:stop] for start, stop in claim["content_spans"]]
            assert all(" ".join(part.split()) in " ".join(claim["content"].split()) for part in words)


def test_the_way_back_to_the_input_survives_the_ledger(ledger: Ledger, folder: Path) -> None:
    """Evidence can be shown in the page as it was."""
    for record in find_records([str(folder)]):
        fresh = read_record(record)  # type: ignore[arg-type]
        assert isinstance(fresh, Article)
        kept = ledger.article(fresh.document)
        assert (kept.id, kept.blocks, kept.runs) == (fresh.id, fresh.blocks, fresh.runs)
        for block in fresh.blocks:
            assert input_offset(kept, block.span.start) == input_offset(fresh, block.span.start)


def test_people_are_one_over_articles(ledger: Ledger) -> None:
    """Whoever speaks in three reports is one claimant in the ledger."""
    desh = {
        claim["claimant"]["id"]
        for claim in rows(ledger, "claims")
        if (claim["claimant"] or {}).get("name") == "Igor Desh"
    }
    assert len(desh) == 1


def test_with_workers_the_ledger_is_the_same(ledger: Ledger, folder: Path, tmp_path: Path) -> None:
    """Speed must not change what is found."""
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(
            TUESDAY.replace("captured", f"captured, {number} days ago,"), encoding="utf-8"
        )
    exports = []
    for workers in (1, 2):
        with open_ledger(tmp_path / f"{workers}.db") as held:
            read_inputs(held, [str(tmp_path / "*.txt")], workers=workers)
            exports.append([rows(held, what) for what in ("claims", "relations", "entities", "disputes", "origins")])
    assert exports[0] == exports[1]

"""The marked demo reports carry every figure measured on them: a span that misses its words would make it a lie."""

import json
from pathlib import Path
from typing import Any

import pytest

from counterclaim.ingest import find_records, read_record
from counterclaim.model import Article

GOLD = Path(__file__).with_name("gold")
DEMO = Path(__file__).resolve().parents[2] / "src" / "counterclaim" / "demo"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    found = [read_record(record) for record in find_records([str(DEMO / "corpus")], DEMO / "manifest.csv")]
    return {article.document: article for article in found if isinstance(article, Article)}


def test_the_corpus_is_as_large_as_promised(articles: dict[str, Article]) -> None:
    assert len(articles) >= 24
    assert len({article.outlet for article in articles.values()}) >= 8
    assert len({article.published for article in articles.values()}) == 5


def test_every_span_covers_its_evidence(articles: dict[str, Article]) -> None:
    for row in rows("claims"):
        text = articles[row["doc"]].title if row.get("part") == "title" else articles[row["doc"]].text
        assert text is not None
        assert [text[start:end] for start, end in row["spans"]] == row["evidence"], row["id"]


def test_no_claim_is_marked_in_furniture(articles: dict[str, Article]) -> None:
    for row in rows("claims"):
        furniture = [block.span for block in articles[row["doc"]].blocks if block.kind == "furniture"]
        if row.get("part") != "title":
            assert not [row["id"] for start, _ in row["spans"] if any(f.start <= start < f.end for f in furniture)]


def test_relations_and_denials_name_claims_that_are_there() -> None:
    ids = {row["id"] for row in rows("claims")}
    assert len(ids) == len(rows("claims"))
    for row in rows("relations"):
        assert set(row["left"]) | set(row["right"]) <= ids
    assert {row["denies"] for row in rows("claims")} - {None} <= ids


def test_every_document_has_one_origin(articles: dict[str, Article]) -> None:
    carried = [document for row in rows("origins") for document in row["documents"]]
    assert sorted(carried) == sorted(articles)


def test_what_an_agency_is_credited_for_is_marked_as_its_own(articles: dict[str, Article]) -> None:
    """Whoever says something in a credited report is relayed by that agency; the outlet's own voice by nobody."""
    for row in rows("claims"):
        article = articles[row["doc"]]
        if row["claimant"] is None:
            assert not row["relayed_by"], row["id"]
        elif article.credited and article.credited != article.outlet:
            assert row["relayed_by"][-1:] == [article.credited], row["id"]
        assert article.outlet not in row["relayed_by"], row["id"]
    assert sum(bool(row["relayed_by"]) for row in rows("claims")) == 26

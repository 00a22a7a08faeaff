"""Reads the corpora of ../shared/data as articles, for measuring one stage at a time.

The whole way (read, export, score) is `bench/accuracy.py`.
"""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from counterclaim.model import Article, Block, BlockKind, Provenance, Run, Span

SHARED = Path(__file__).resolve().parents[2] / "shared"


def rows(name: str) -> Iterator[dict[str, object]]:
    """The raw gold lines of `../shared/data/NAME.jsonl.gz`."""
    with gzip.open(SHARED / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def as_article(row: dict[str, object]) -> Article:
    """An article whose paragraphs are its lines; nothing is taken for furniture."""
    text = str(row["text"])
    blocks = tuple(
        Block(Span(found.start(), found.end()), BlockKind.PARAGRAPH) for found in re.finditer(r"\S[^\n]*", text)
    )
    title, published, outlet = (row.get(key) for key in ("title", "published", "outlet"))
    return Article(
        document=str(row["document"]),
        text=text,
        blocks=blocks,
        provenance=Provenance(str(row["document"]), "application/jsonl", "0" * 64),
        runs=(Run(0, 0, len(text)),),
        title=str(title) if title else None,
        outlet=str(outlet) if outlet else None,
        published=str(published)[:10] if published and str(published)[:4].isdigit() else None,
        language="en",
    )

"""Articles of 650 words a second, the whole way to the ledger, with two workers."""

import gzip
import itertools
import json
import time
from collections.abc import Iterator
from pathlib import Path

from bench.accuracy import SHARED, counterclaim
from bench.figures import Figure

WORDS, ARTICLES, WORKERS = 650, 120, 2


def articles(count: int) -> Iterator[dict[str, str]]:
    """Dev articles under new names, each different by a line, so that none counts as read before."""
    with gzip.open(SHARED / "data" / "polnear-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for number, row in enumerate(itertools.islice(itertools.cycle(rows), count)):
        yield {"document": f"{number}-{row['document']}", "text": row["text"], "published": "2016-10-01"}


def measured(folder: Path) -> Iterator[Figure]:
    """The better of two cold runs of the command, its start included: what else runs can only slow one down."""
    made = list(articles(ARTICLES))
    corpus = folder / "speed.jsonl"
    corpus.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")
    seconds = min(_run(corpus, folder / "speed.db") for _ in range(2))
    words = sum(len(row["text"].split()) for row in made)
    yield Figure("speed", "articles_a_second", words / WORDS / seconds)


def _run(corpus: Path, ledger: Path) -> float:
    ledger.unlink(missing_ok=True)
    start = time.perf_counter()
    counterclaim("read", corpus, "--ledger", ledger, "--workers", str(WORKERS))
    return time.perf_counter() - start

"""Draws relations at random from the articles of ced-dev, which no gold marks, for a person to read and sign.

    python -m bench.drawn             # prints each with both contents: nothing of it is kept
    python -m bench.drawn --table     # rows for `drawn.md`, without a word of the articles

The draw is the same as long as the reading is (fixed seed).
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from bench.accuracy import SHARED, exported

Row = Mapping[str, Any]
MANY, SEED = 50, 7


def main() -> int:
    """Draw and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.drawn", description=__doc__)
    parser.add_argument("--table", action="store_true", help="rows of a table, without the articles' words")
    parser.add_argument("--many", type=int, default=MANY)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        gold = SHARED / "data" / "ced-dev.jsonl.gz"
        claims, relations = map(rows, exported(Path(folder), "ced-dev", [gold], "claims", "relations"))
    by_id = {row["id"]: row for row in claims}
    for number, relation in enumerate(drawn(relations, options.many), 1):
        pair = (by_id[relation["left"]], by_id[relation["right"]])
        print("\n".join(in_table(number, relation, pair) if options.table else to_read(number, relation, pair)))
    return 0


def rows(export: Path) -> list[Row]:
    """The rows of an export in JSON Lines."""
    return [json.loads(line) for line in export.read_text(encoding="utf-8").splitlines()]


def drawn(relations: Sequence[Row], many: int) -> list[Row]:
    """So many of them at random, in an order that hangs on nothing but their ids."""
    ordered = sorted(relations, key=lambda row: str(row["id"]))
    return Random(SEED).sample(ordered, min(many, len(ordered)))


def to_read(number: int, relation: Row, pair: tuple[Row, Row]) -> Iterator[str]:
    """One relation with all that a reader needs to sign it."""
    yield f"{number}. {relation['kind']}: {relation['why']}"
    for claim in pair:
        yield f"    {claim['document']} · {claimant(claim)}: {claim['content']}"


def in_table(number: int, relation: Row, pair: tuple[Row, Row]) -> Iterator[str]:
    """One relation as a row: who in which articles, and why."""
    left, right = ([claim["document"].split("_")[0], claimant(claim)] for claim in pair)
    articles = left[0] if left[0] == right[0] else f"{left[0]}, {right[0]}"
    yield f"| {number} | {relation['kind']} | {left[1]} | {articles} | {relation['why']} |"


def claimant(claim: Row) -> str:
    """The claimant's name; the outlet's own voice where there is none."""
    return str((claim["claimant"] or {}).get("name") or "narration")


if __name__ == "__main__":
    sys.exit(main())

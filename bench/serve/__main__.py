"""`python -m bench.serve`: how quick the workbench is on a large ledger, with ten users side by side.

Makes the ledger where it is not there yet (100,000 articles with 1,000,000 claims take up to a quarter of an hour and
4.2 GB), starts `counterclaim serve` on it and prints milliseconds by kind of page.
"""

import argparse
import os
import sys
import time
from pathlib import Path

from bench.serve.load import cpu_seconds, load, pages, served, table
from bench.serve.making import make

ROOT = Path(__file__).resolve().parents[2]
MEDIAN_MS, TAIL_MS = 150, 400


def main() -> int:
    """Exit status 0, or with `--check` 1 where a page is slower than it should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000, help="how many, with ten claims in each")
    parser.add_argument("--ledger", type=Path, help="the ledger to use or make; by default in build/")
    parser.add_argument("--users", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=0, help="seconds that a user reads before asking again")
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1), help="processes that answer")
    parser.add_argument(
        "--check", action="store_true", help=f"exit 1 above {MEDIAN_MS} ms median or {TAIL_MS} ms at 95 %%"
    )
    options = parser.parse_args()
    ledger = options.ledger or ROOT / "build" / f"bench-serve-{options.articles}.db"
    if not ledger.exists():
        _made(ledger, options.articles)
    print(f"{ledger.name}: {ledger.stat().st_size / 1e6:,.0f} MB; {options.users} users, {options.workers} processes")
    with served(ledger, options.workers) as (url, process):
        asked = pages(ledger)
        load(url, asked, users=1, seconds=2)
        before = cpu_seconds(process)
        taken = load(url, asked, users=options.users, seconds=options.seconds, pause=options.pause)
        after = cpu_seconds(process)
    text, middle, tail = table(taken)
    print(text)
    if before is not None and after is not None:
        each = (after - before) / sum(map(len, taken.values()))
        print(f"processor time of the server: {1000 * each:.1f} ms a page")
    return int(options.check and (middle > MEDIAN_MS or tail > TAIL_MS))


def _made(ledger: Path, articles: int) -> None:
    ledger.parent.mkdir(parents=True, exist_ok=True)
    unfinished = ledger.with_suffix(".unfinished.db")
    unfinished.unlink(missing_ok=True)
    began = time.perf_counter()
    make(unfinished, articles)
    unfinished.rename(ledger)
    print(f"made in {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    sys.exit(main())

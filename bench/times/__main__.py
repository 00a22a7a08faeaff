"""`python -m bench.times`: how many of the marked times each reader gets right; `--wrong` lists our errors."""

import argparse
import sys
from collections import Counter

from bench.times import readers
from bench.times.rows import TABLES, Row, right, rows, same_days, within


def main() -> int:
    """Print the table; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--wrong", action="store_true", help="list what we get wrong in the table that is not held back"
    )
    parser.add_argument("--kinds", action="store_true", help="our figures by kind of expression")
    options = parser.parse_args()
    ours = readers.ours()
    if options.wrong:
        _print_wrong(ours)
        return 0
    tables = [rows(table) for table in TABLES]
    print(f"{'':28}" + "".join(f"{head:>12}" for head in ("right", "held back", "both", "same days", "lenient")))
    for name, read in {"counterclaim": ours, **readers.installed()}.items():
        print(_line(name, read, tables))
    if options.kinds:
        _print_kinds(ours, [row for table in tables for row in table])
    return 0


def _line(name: str, read: readers.Reader, tables: list[tuple[Row, ...]]) -> str:
    found = [[(row, read(row)) for row in table] for table in tables]
    both = [pair for table in found for pair in table]
    shares = [sum(right(*pair) for pair in part) / len(part) for part in (*found, both)]
    shares += [sum(measure(*pair) for pair in both) / len(both) for measure in (same_days, within)]
    return f"{name:28}" + "".join(f"{share:>12.3f}" for share in shares)


def _print_kinds(read: readers.Reader, table: list[Row]) -> None:
    good, every = Counter[str](), Counter(row.kind for row in table)
    good.update(row.kind for row in table if right(row, read(row)))
    for kind, count in every.items():
        print(f"{kind:28}{good[kind]:>12} of {count}")


def _print_wrong(read: readers.Reader) -> None:
    for row in rows("measured"):
        found = read(row)
        if not right(row, found):
            told = "; ".join(f"{one.span.of(row.text)!r} {one.edtf}" for one in found) or "-"
            meant = "; ".join(one.edtf for one in row.times) or "-"
            print(f"{row.kind:10} {row.published or '':10} {meant:30} {told}\n{'':12}{row.text}")


if __name__ == "__main__":
    sys.exit(main())

"""`python -m bench.names`: which of a table of name pairs the ledger takes for one; `--misses` lists what is wrong.

The table is `tests/entities/name_pairs.tsv`. Each row is two articles' entities; "same" where a careful reader would
join them with no more than the row tells. Rows marked `held` are kept out of the making of rules.
"""

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Figure
from counterclaim.entities import unify
from counterclaim.entities.nations import shipped
from counterclaim.model import Entity, EntityKind, Location, Precision

TABLE = Path(__file__).resolve().parents[1] / "tests" / "entities" / "name_pairs.tsv"
KINDS = {"person": EntityKind.PERSON, "body": EntityKind.ORGANIZATION}
Rows = list[tuple[str, Entity]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names as two articles give them, and whether they are one. `left` and `right` are articles."""

    part: str
    kind: str
    case: str
    same: bool
    label: str
    left: tuple[Entity, ...]
    right: tuple[Entity, ...]


def pairs(path: Path = TABLE) -> tuple[Pair, ...]:
    """The rows of the table."""
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(_pair(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _pair(row: Mapping[str, str]) -> Pair:
    left, right = (tuple(_entities(row, prefix)) for prefix in ("", "other_"))
    label = " | ".join(
        "; ".join(filter(None, (row[f"{prefix}{key}"] for key in ("name", "role", "side"))))
        for prefix in ("", "other_")
    )
    return Pair(row["part"], row["kind"], row["case"], row["same"] == "same", label, left, right)


def _entities(row: Mapping[str, str], prefix: str) -> Iterator[Entity]:
    """The named entity, then the town that its article names."""
    name, role, side, town = (row[f"{prefix}{key}"] for key in ("name", "role", "side", "town"))
    if row["kind"] == "state":
        yield _state(name, town=role == "town")
    else:
        first, *others = name.split(" = ")
        roles = (role,) if role else ()
        yield Entity("it", KINDS[row["kind"]], first, (first, *others), roles, side or None)
    if town:
        yield _town(town)


def _state(name: str, *, town: bool) -> Entity:
    """What an article's speaking words become: a state, a body, or a place."""
    nations = shipped()
    country = None if town else nations.state_speaking(name)
    if country:
        return Entity("state:1", EntityKind.PLACE, country, (name,), (), country)
    if nations.is_seat(name) and not town:
        return Entity("it", EntityKind.ORGANIZATION, name, (name,), (), nations.of_capital(name))
    return _town(name)


def _town(name: str) -> Entity:
    return Entity(f"geonames:{name}", EntityKind.PLACE, name, (name,), location=Location(1.0, 2.0, Precision.TOWN))


def joined(pair: Pair) -> bool:
    """Are the two one in the ledger?"""
    _, ledger = unify([*(("a", entity) for entity in pair.left), *(("b", entity) for entity in pair.right)])
    return ledger["a", pair.left[0].id] == ledger["b", pair.right[0].id]


def measured(table: Iterable[Pair]) -> Iterator[Figure]:
    """Precision and recall of the joins, for each kind and for all."""
    counts: dict[str, dict[tuple[bool, bool], int]] = defaultdict(lambda: defaultdict(int))
    for pair in table:
        found = joined(pair)
        for group in (pair.kind, "all"):
            counts[group][pair.same, found] += 1
    for group, count in counts.items():
        right = count[True, True]
        yield Figure("names", f"{group}_precision", right / max(1, right + count[False, True]))
        yield Figure("names", f"{group}_recall", right / max(1, right + count[True, False]))


def main() -> int:
    """Prints the figures of the whole table and of its parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list the rows that come out wrong")
    parser.add_argument("--part", choices=("dev", "held"), help="only this part of the table")
    options = parser.parse_args()
    table = pairs()
    for part in (options.part,) if options.part else ("all", "dev", "held"):
        rows = [pair for pair in table if part in ("all", pair.part)]
        print(f"{part}: {len(rows)} pairs, {sum(not pair.same for pair in rows)} of them traps")
        for figure in measured(rows):
            print(f"  {figure.name:20}{figure.value:8.3f}")
        if options.misses:
            for pair in rows:
                if joined(pair) != pair.same:
                    print(f"  {'missed' if pair.same else 'WRONG '} {pair.kind} {pair.case}: {pair.label}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

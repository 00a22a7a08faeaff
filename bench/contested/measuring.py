"""One event the whole way, from its files into a new ledger and out again, and a part of the benchmark as figures."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.accuracy import counterclaim
from bench.contested import loading
from bench.contested.figures import figures
from bench.contested.records import Event
from bench.contested.scoring import Counts, Exports, Scored, scored
from bench.figures import Figure

SPLIT = Path(__file__).with_name("split.toml")
KINDS = ("claims", "relations", "articles", "entities")


PARTS = ("development", "fresh", "recent", "unread", "locked")


def part(name: str) -> list[str]:
    """The events of one part of the split."""
    return list(tomllib.loads(SPLIT.read_text(encoding="utf-8"))[name])


def measured(name: str, folder: Path) -> Scored:
    """One event, read from its files into a new ledger and scored on its exports."""
    return scored(*exported(name, folder))


def exported(name: str, folder: Path) -> tuple[Event, Exports]:
    """One event's marks, and what its reports come to once they were read into a new ledger."""
    event, _ = loading.load(name)
    ledger = folder / f"{name}.db"
    ledger.unlink(missing_ok=True)
    inputs: list[str | Path] = [
        "--manifest",
        loading.beside(name, "manifest.csv"),
        "--gazetteer",
        loading.beside(name, "gazetteer.csv"),
    ]
    counterclaim("read", loading.reports(name), *inputs, "--ledger", ledger)
    rows = []
    for kind in KINDS:
        path = folder / f"{name}.{kind}.jsonl"
        counterclaim("export", "--what", kind, "--format", "jsonl", "-o", path, "--ledger", ledger)
        rows.append(tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()))
    claims, relations, articles, entities = rows
    names = {row["id"]: row["names"] for row in entities}
    return event, Exports(tuple(_with_names(claim, names) for claim in claims), relations, articles)


def open_events(folder: Path) -> Iterator[Figure]:
    """The figures of the development events together, of the fresh ones, the recent ones, and those nobody reads."""
    for where, prefix in (
        ("development", "contested"),
        ("fresh", "contested_fresh"),
        ("recent", "contested_recent"),
        ("unread", "contested_unread"),
    ):
        total = Counts()
        for name in part(where):
            total += measured(name, folder).counts
        yield from figures(prefix, total)


def _with_names(value: Any, names: Mapping[str, list[str]]) -> Any:
    """The same row, each reference with all the names that the ledger knows it by: which one is shown is taste."""
    if isinstance(value, list):
        return [_with_names(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    row = {key: _with_names(item, names) for key, item in value.items()}
    return row | {"names": names.get(row["id"], [])} if "surface" in row else row

"""Scores exports against articles marked by hand in the format of `tests/demo/gold`.

A claim is found when the export holds one of the same document and claimant (narration: of none) whose content covers
the same characters with F1 of at least 0.5. Each marked claim is paired with one exported claim at most, best first.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.figures import Figure

Row = Mapping[str, Any]
ENOUGH = 0.5
NAMED = ("holder", "actor", "side", "place", "origin")
CODED = ("extent", "kind", "status", "negated", "min", "max")
SMALL = {"the", "a", "an", "of", "for", "s", "general", "colonel", "president", "mayor", "governor", "minister"}


@dataclass(frozen=True, slots=True)
class Pairing:
    """Marked claim id → exported claim, and the exported claims that nothing marked stands behind."""

    found: dict[str, Row]
    extra: tuple[Row, ...]


def rows(path: Path) -> list[Row]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def same(marked: object, exported: object) -> bool:
    """Do two names share all the telling words of the shorter one?"""
    names = [exported.get("name"), exported.get("surface")] if isinstance(exported, dict) else [exported]
    left = telling(marked)
    return any(left and right and (left <= right or right <= left) for right in map(telling, names))


def paired(marked: Iterable[Row], exported: Iterable[Row]) -> Pairing:
    """Pair marked with exported claims one to one, best overlap first."""
    by_document: dict[str, list[Row]] = defaultdict(list)
    for claim in exported:
        by_document[claim["document"]].append(claim)
    scored = sorted(
        (
            (overlap, gold["id"], claim["id"], claim)
            for gold in marked
            for claim in by_document[gold["doc"]]
            if (overlap := _overlap(gold, claim)) >= ENOUGH
        ),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    found: dict[str, Row] = {}
    used: set[str] = set()
    for _, gold_id, claim_id, claim in scored:
        if gold_id not in found and claim_id not in used:
            found[gold_id] = claim
            used.add(claim_id)
    rest = (claim for claims in by_document.values() for claim in claims if claim["id"] not in used)
    return Pairing(found, tuple(claim for claim in rest if claim["quotation"] != "narration"))


def complete(gold: Row, claim: Row) -> bool:
    """Has the exported claim every proposition that is marked?"""
    return all(any(_agrees(asked, got) for got in claim["propositions"]) for asked in gold["propositions"])


def relayed(gold: Row, claim: Row) -> bool:
    """Has the exported claim the marked chain of those who passed it on, claimant outwards, and nobody besides?"""
    chain, got = gold["relayed_by"], claim["relayed_by"]
    return len(chain) == len(got) and all(map(same, chain, got))


def related(gold: Row, found: Mapping[str, Row], links: set[tuple[str, frozenset[str]]]) -> bool:
    """Is any pair of the two marked groups joined by this kind of relation?"""
    left, right = ([found[i]["id"] for i in gold[side] if i in found] for side in ("left", "right"))
    return any((gold["kind"], frozenset((a, b))) in links for a in left for b in right)


def origin_f1(marked: Iterable[Row], articles: Iterable[Row]) -> float:
    """F1 over pairs of documents that are said to carry one dispatch."""
    gold = {pair for row in marked for pair in combinations(sorted(row["documents"]), 2)}
    groups: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        groups[article["origin"]].append(article["document"])
    mine = {pair for group in groups.values() for pair in combinations(sorted(group), 2)}
    return 2 * len(gold & mine) / (len(gold) + len(mine))


def measured(gold: Path, exports: Mapping[str, Path]) -> Iterator[Figure]:
    """The figures of one marked corpus; `exports` holds the paths of claims, relations, articles and entities."""
    marked = rows(gold / "claims.jsonl")
    pairing = paired(marked, rows(exports["claims"]))
    by_id = {row["id"]: row for row in marked}
    links = {(row["kind"], frozenset((row["left"], row["right"]))) for row in rows(exports["relations"])}
    relations = rows(gold / "relations.jsonl")
    yield Figure("demo", "claims", len(pairing.found) / len(marked))
    good = sum(complete(by_id[name], claim) for name, claim in pairing.found.items())
    yield Figure("demo", "with_all_propositions", good / len(marked))
    spoken = [(by_id[name], claim) for name, claim in pairing.found.items() if by_id[name]["claimant"]]
    yield Figure("demo", "relays", sum(relayed(gold, claim) for gold, claim in spoken) / len(spoken))
    yield Figure("demo", "extra", len(pairing.extra) / len(marked))
    yield Figure("demo", "relations", sum(related(row, pairing.found, links) for row in relations) / len(relations))
    yield Figure("demo", "origins_f1", origin_f1(rows(gold / "origins.jsonl"), rows(exports["articles"])))
    entities = rows(gold / "entities.jsonl")
    known = rows(exports["entities"])
    yield Figure(
        "demo", "entities", sum(any(_holds(row, entity) for entity in known) for row in entities) / len(entities)
    )


def telling(name: object) -> frozenset[str]:
    """The words of a name that tell whose it is: no articles, no ranks."""
    return frozenset(re.findall(r"\w+", str(name or "").lower())) - SMALL


def _characters(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {position for start, end in spans for position in range(start, end)}


def _overlap(gold: Row, claim: Row) -> float:
    if gold.get("part", "text") != claim.get("part", "text"):
        return 0.0
    if (gold["claimant"] is None) != (claim["quotation"] == "narration"):
        return 0.0
    if gold["claimant"] and not same(gold["claimant"], claim["claimant"]):
        return 0.0
    left, right = _characters(gold["spans"]), _characters(claim["content_spans"])
    return 2 * len(left & right) / (len(left) + len(right))


def _agrees(asked: Row, got: Row) -> bool:
    if asked["frame"] == "statement":
        return True
    return (
        asked["frame"] == got["frame"]
        and all(same(asked[key], got.get(key)) for key in NAMED if asked.get(key))
        and all(asked[key] == got.get(key) for key in CODED if asked.get(key))
    )


def _holds(gold: Row, entity: Row) -> bool:
    if gold["kind"] != entity["kind"] or not set(gold["names"]) <= set(entity["names"]):
        return False
    return "lat" not in gold or (entity["lat"] is not None and abs(gold["lat"] - entity["lat"]) < 0.5)

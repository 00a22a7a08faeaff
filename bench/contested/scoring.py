"""Exports of one event → counts, and counts → figures. The guide (README.md) says what each figure means."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import combinations
from typing import Any

from bench.contested import relating
from bench.contested.pairing import Pairs, one_mouth, overlaps, paired, same
from bench.contested.records import Event, Mark, Marked

Row = Mapping[str, Any]
NAMED = frozenset({"holder", "actor", "side", "place", "origin", "target"})
FREE = frozenset({"part", "quantity", "cause", "purpose", "event", "what", "when", "text"})
EVENT_CODED = frozenset({"toll", "magnitude", "cause"})


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted on one event or several; they add up."""

    marked: int = 0
    found: int = 0
    extra: int = 0
    typed: int = 0
    typed_exported: int = 0
    typed_right: int = 0
    units: int = 0
    units_found: int = 0
    relations: int = 0
    relations_right: int = 0
    relations_beyond: int = 0
    against: int = 0
    against_right: int = 0
    origin_pairs: int = 0
    origin_exported: int = 0
    origin_right: int = 0
    relays_right: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))


@dataclass(frozen=True, slots=True)
class Exports:
    """The rows of one event's exports."""

    claims: tuple[Row, ...]
    relations: tuple[Row, ...]
    articles: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """Counts, and what a person reads to understand them (development events only)."""

    counts: Counts
    lines: tuple[str, ...]


def scored(event: Event, exports: Exports) -> Scored:
    """One event against its exports. Thoughts (`speech` false) are no claims and are left out."""
    claims = [row for row in exports.claims if row["speech"] or row["quotation"] != "narration"]
    told = [row for row in claims if row["quotation"] == "narration" or row["claimant"]]
    pairs = paired(event.marks, told)
    typed, lines = propositions(event.marks, told)
    related, more = relations(event, pairs, exports.relations)
    return Scored(
        _claims(event, pairs) + typed + related + origins(event, exports.articles),
        (*_claim_lines(event, pairs), *lines, *more),
    )


def propositions(marks: Iterable[Mark], claims: Iterable[Row]) -> tuple[Counts, tuple[str, ...]]:
    """Typed propositions, paired one to one where mouth, words and all marked roles agree."""
    asked = [(mark, prop) for mark in marks for prop in mark.propositions if prop.typed]
    got = [(claim, prop) for claim in claims for prop in claim["propositions"] if prop["frame"] != "statement"]
    meets = [
        (-max(overlaps(mark, claim)), i, j)
        for i, (mark, prop) in enumerate(asked)
        for j, (claim, exported) in enumerate(got)
        if mark.document == claim["document"]
        and prop.frame == exported["frame"]
        and one_mouth(mark, claim)
        and max(overlaps(mark, claim)) >= 0.5
        and agrees(prop, exported)
    ]
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in sorted(meets):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    lines = [f"  lacks {m.id} {m.by}: {p.frame} {dict(p.roles)}" for i, (m, p) in enumerate(asked) if i not in left]
    lines += [f"  wrong {c['document']}: {c['content'][:80]!r}: {p}" for j, (c, p) in enumerate(got) if j not in right]
    return Counts(typed=len(asked), typed_exported=len(got), typed_right=len(left)), tuple(lines)


def agrees(asked: Marked, got: Row) -> bool:
    """Has the exported proposition every role that the marks name, with the same value?

    Free words (`part`, `quantity`, `cause`) are not compared to the letter: how much of them to take is taste.
    """
    if bool(dict(asked.roles).get("negated")) != bool(got.get("negated")):
        return False
    for role, value in asked.roles:
        if (
            value is None
            or role == "negated"
            or (role in FREE and not (role == "event" and asked.frame in EVENT_CODED))
        ):
            continue
        if role in NAMED:
            if not same(value, got.get(role)):
                return False
        elif value != got.get(role):
            return False
    return all(dict(asked.roles).get(role) == got.get(role) for role in ("min", "max"))


def relations(event: Event, pairs: Pairs, exported: Iterable[Row]) -> tuple[Counts, tuple[str, ...]]:
    """Units found, and exported relations that the marks bear out."""
    right = relating.kinds(event)
    links: dict[frozenset[str], set[str]] = defaultdict(set)
    judged = good = beyond = against = against_good = 0
    lines = []
    for row in exported:
        lefts, rights = (pairs.stands.get(row[side], frozenset()) for side in ("left", "right"))
        meets = [frozenset((a, b)) for a in lefts for b in rights]
        for pair in meets:
            links[pair].add(row["kind"])
        if not meets:
            beyond += 1
            continue
        bears = any(row["kind"] in right.get(pair, ()) for pair in meets)
        judged, good = judged + 1, good + bears
        if row["kind"] in relating.AGAINST:
            against, against_good = against + 1, against_good + bears
        if not bears:
            lines.append(f"  no {row['kind']} {sorted(lefts)} {sorted(rights)}: {row['why']}")
    asked = relating.units(event)
    missed = [unit for unit in asked if not any(_carried(unit, links.get(pair, set())) for pair in unit.pairs)]
    lines += [f"  missed {unit.kind} ({unit.question}): {_some(unit)}" for unit in missed]
    counts = Counts(
        units=len(asked),
        units_found=len(asked) - len(missed),
        relations=judged,
        relations_right=good,
        relations_beyond=beyond,
        against=against,
        against_right=against_good,
    )
    return counts, tuple(lines)


def origins(event: Event, articles: Iterable[Row]) -> Counts:
    """Pairs of documents that are said to carry one dispatch."""
    gold = {pair for row in event.origins for pair in combinations(sorted(row), 2)}
    groups: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        groups[article["origin"]].append(article["document"])
    mine = {pair for group in groups.values() for pair in combinations(sorted(group), 2)}
    return Counts(origin_pairs=len(gold), origin_exported=len(mine), origin_right=len(gold & mine))


def _carried(unit: relating.Unit, kinds: set[str]) -> bool:
    return unit.kind in kinds or (unit.kind == "contradicts" and "denies" in kinds)


def _some(unit: relating.Unit) -> str:
    pairs = sorted(sorted(pair) for pair in unit.pairs)
    return ", ".join("/".join(pair) for pair in pairs[:4]) + (" …" if len(pairs) > 4 else "")


def _claims(event: Event, pairs: Pairs) -> Counts:
    carried = [mark for mark in event.marks if mark.id in pairs.found and _carriage(mark, pairs.found[mark.id])]
    return Counts(marked=len(event.marks), found=len(pairs.found), extra=len(pairs.extra), relays_right=len(carried))


def _carriage(mark: Mark, claim: Row) -> bool:
    """Are channel and relay chain as marked?"""
    chain = claim.get("relayed_by") or []
    if (mark.channel or "").lower() != (claim.get("channel") or "").lower() or len(chain) != len(mark.relayed_by):
        return False
    return all(same(a, b) for a, b in zip(mark.relayed_by, chain, strict=True))


def _claim_lines(event: Event, pairs: Pairs) -> Iterator[str]:
    for mark in event.marks:
        if mark.id not in pairs.found:
            yield f"  claim {mark.id} not found: {mark.by}: {mark.document} {mark.spans}"
        elif not _carriage(mark, pairs.found[mark.id]):
            got = pairs.found[mark.id]
            yield f"  carriage {mark.id}: {mark.channel} {mark.relayed_by}, not {got['channel']} {got['relayed_by']}"
    for row in pairs.extra:
        yield f"  beyond: {row['document']}: {(row['claimant'] or {}).get('name')}: {row['content'][:80]!r}"

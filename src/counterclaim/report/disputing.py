"""Disputes side by side, and everything day by day.

Enter holdings; leave blocks for the report. Claims that the ledger names in a dispute but does not hold are passed
over.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from counterclaim.model import Claim, Dispute, RelationKind, Side
from counterclaim.report.index import Index
from counterclaim.report.lines import lines
from counterclaim.report.links import fragment
from counterclaim.report.page import DayBlock, DayRow, DisputeBlock, Party, SideColumn
from counterclaim.report.words import DATE_UNKNOWN, claim_day, date_words, day_words

_AGAINST = (RelationKind.CONTRADICTS, RelationKind.DENIES)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def dispute_blocks(index: Index) -> tuple[DisputeBlock, ...]:
    """Disputes, those with the most independent voices and claims first."""
    ordered = sorted(index.held.disputes, key=lambda dispute: (*_size(dispute), dispute.question, dispute.id))
    return tuple(dispute_block(index, dispute) for dispute in ordered)


def dispute_block(index: Index, dispute: Dispute) -> DisputeBlock:
    """One dispute: its sides in columns, its days in rows."""
    held = [tuple(index.claims[name] for name in side.claims if name in index.claims) for side in dispute.sides]
    return DisputeBlock(
        anchor=fragment("d", dispute.id),
        question=dispute.question,
        when="" if _dated(dispute) else span_words(dispute.first, dispute.last),
        sides=tuple(
            _column(index, side, claims, LETTERS[place % 26])
            for place, (side, claims) in enumerate(zip(dispute.sides, held, strict=True))
        ),
        days=tuple(
            DayRow(day_words(day), tuple(lines(index, _of_day(claims, day), day=day) for claims in held))
            for day in days_of(claim for claims in held for claim in claims)
        ),
        reasons=_reasons(index, dispute),
    )


def _dated(dispute: Dispute) -> bool:
    """Does the question name its days itself?"""
    return span_words(dispute.first, dispute.last) in dispute.question


def _size(dispute: Dispute) -> tuple[int, int]:
    return -min((side.voices for side in dispute.sides), default=0), -sum(len(side.claims) for side in dispute.sides)


def span_words(first: str | None, last: str | None) -> str:
    """The days from the first to the last."""
    if first and last and first != last:
        return date_words(f"{first}/{last}")
    return date_words(first or last)


def _column(index: Index, side: Side, claims: Sequence[Claim], letter: str) -> SideColumn:
    return SideColumn(
        letter, side.position, _parties(index, claims), weight_words(index, claims, side.voices), _channels(claims)
    )


def weight_words(index: Index, claims: Sequence[Claim], voices: int) -> str:
    """How many reports carry it, how many dispatches those are, and how many independent voices."""
    reports = len({claim.article for claim in claims})
    origins = len({index.origin(claim) for claim in claims})
    return ", ".join((count_words(reports, "report"), count_words(origins, "origin"), count_words(voices, "voice")))


def count_words(number: int, noun: str) -> str:
    """'1 report', '1,200 reports'."""
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def _parties(index: Index, claims: Sequence[Claim]) -> tuple[Party, ...]:
    spoken = Counter(index.speaker(claim).name for claim in claims)
    parties = {party.name: party for party in map(index.speaker, claims)}
    return tuple(parties[name] for name, _ in sorted(spoken.items(), key=lambda item: (-item[1], item[0])))


def _channels(claims: Iterable[Claim]) -> str:
    return ", ".join(sorted({claim.channel for claim in claims if claim.channel}))


def days_of(claims: Iterable[Claim]) -> list[date | None]:
    """The days on which the claims were made, in order, an unknown one last."""
    return sorted({claim_day(claim) for claim in claims}, key=lambda day: (day is None, day or date.min))


def _of_day(claims: Iterable[Claim], day: date | None) -> list[Claim]:
    return [claim for claim in claims if claim_day(claim) == day]


def _reasons(index: Index, dispute: Dispute) -> tuple[str, ...]:
    """Why its claims stand against each other: each reason once, with everyone on either side of it."""
    sides = {claim: place for place, side in enumerate(dispute.sides) for claim in side.claims}
    said: dict[tuple[RelationKind, str], tuple[dict[str, None], dict[str, None]]] = {}
    for relation in (index.relations[name] for name in dispute.relations if name in index.relations):
        left, right = index.claims.get(relation.left), index.claims.get(relation.right)
        if left is None or right is None or relation.kind not in _AGAINST:
            continue
        if relation.kind is RelationKind.CONTRADICTS and sides.get(left.id, 0) > sides.get(right.id, 0):
            left, right = right, left
        lefts, rights = said.setdefault((relation.kind, relation.why), ({}, {}))
        lefts[index.speaker(left).name] = None
        rights[index.speaker(right).name] = None
    return tuple(
        f"{', '.join(lefts)} {_verb(kind, len(lefts))} {', '.join(rights)}: {why}"
        for (kind, why), (lefts, rights) in said.items()
    )


def _verb(kind: RelationKind, speakers: int) -> str:
    if kind is RelationKind.CONTRADICTS:
        return "against"
    return "deny" if speakers > 1 else "denies"


def day_blocks(index: Index) -> tuple[DayBlock, ...]:
    """Every claim, by day; narration after the claims of those who are named."""
    by_day: dict[date | None, list[Claim]] = {day: [] for day in days_of(index.held.claims)}
    for claim in index.held.claims:
        by_day[claim_day(claim)].append(claim)
    return tuple(_day_block(index, day, claims) for day, claims in by_day.items())


def _day_block(index: Index, day: date | None, claims: list[Claim]) -> DayBlock:
    ordered = sorted(
        claims, key=lambda claim: (claim.claimant is None, index.party(claim).name, claim.outlet or "", claim.id)
    )
    speakers = len({claim.claimant.entity or claim.claimant.name for claim in claims if claim.claimant})
    reports = len({claim.article for claim in claims})
    return DayBlock(
        anchor=f"day-{day.isoformat() if day else 'unknown'}",
        label=day_words(day) if day else DATE_UNKNOWN.capitalize(),
        summary=", ".join(
            (count_words(len(claims), "claim"), count_words(speakers, "claimant"), count_words(reports, "report"))
        ),
        lines=lines(index, ordered, day=day),
    )

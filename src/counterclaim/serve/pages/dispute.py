"""One dispute: its sides in columns, its days in rows, each claim with its words; as many days as fill a page."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from counterclaim.ledger import Ledger
from counterclaim.ledger.dispute_lists import DisputeHead, SideHead, dispute_head
from counterclaim.ledger.listing import claims_by_id
from counterclaim.ledger.records import marks
from counterclaim.model import Claim, RelationKind
from counterclaim.report.disputing import LETTERS, count_words, span_words
from counterclaim.report.index import Index
from counterclaim.report.lines import lines
from counterclaim.report.links import fragment
from counterclaim.report.page import DayRow, DisputeBlock, SideColumn
from counterclaim.report.words import DATE_UNKNOWN, date_words
from counterclaim.serve.links import address
from counterclaim.serve.looking import Look
from counterclaim.serve.page import DayMark, DisputePage, Strip
from counterclaim.serve.pages.disputes import Parties, dispute_link, weight_words

ON_A_PAGE = 60
IN_A_CELL = 15
PARTIES = 12
REASONS = 120
CHANNELS_OF = 2_000
STEP, ROW, HEAD = 14, 34, 4
STRIP_DAYS = 366

Days = dict[str, dict[str, int]]


def dispute_page(look: Look, dispute: str, begin: str | None) -> DisputePage:
    """The dispute from the day `begin` on, from its first day where none is given.

    Raises:
        NotFoundError: there is no such dispute.
    """
    head = dispute_head(look.ledger, dispute)
    days = _days(look.ledger, head)
    every = sorted(days, key=lambda day: (not day, day))
    first = next((n for n, day in enumerate(every) if begin is not None and (not day or day >= begin)), 0)
    shown = _fitting(days, every, first)
    cells = _cells(look.ledger, head, shown)
    claims = [claim for row in cells.values() for cell in row for claim in cell]
    index = look.index(claims, entities=[head.place] if head.place else [])
    last = first + len(shown)
    return DisputePage(
        shell=look.shell(head.question, "disputes"),
        block=_block(look, head, _rows(index, head, days, cells)),
        place=(address("places", head.place), head.place_name or head.place) if head.place else ("", ""),
        strip=_strip(head, days, every, set(shown)) if len(shown) < len(every) else None,
        earlier=dispute_link(head, _back(days, every, first)) if first else "",
        later=dispute_link(head, every[last] or "none") if last < len(every) else "",
    )


def _days(ledger: Ledger, head: DisputeHead) -> Days:
    """How many claims each side has on each day; '' is the unknown one."""
    ids = [side.id for side in head.sides]
    sql = f"SELECT value, day, count(*) FROM claim_facet WHERE facet = 'side' AND value IN ({marks(ids)}) GROUP BY 1, 2"  # noqa: S608
    found: Days = defaultdict(dict)
    for side, day, number in ledger.rows(sql, ids):
        found[day][side] = number
    return found


def _fitting(days: Days, every: list[str], first: int) -> list[str]:
    """The days that a page holds: at least one."""
    shown: list[str] = []
    room = ON_A_PAGE
    for day in every[first:]:
        size = sum(min(number, IN_A_CELL) for number in days[day].values())
        if shown and size > room:
            break
        shown.append(day)
        room -= size
    return shown


def _back(days: Days, every: list[str], first: int) -> str:
    """Where the page before begins."""
    at, room = first, ON_A_PAGE
    while at:
        room -= sum(min(number, IN_A_CELL) for number in days[every[at - 1]].values())
        if room < 0 and at < first:
            break
        at -= 1
    return every[at]


def _cells(ledger: Ledger, head: DisputeHead, shown: list[str]) -> dict[str, list[list[Claim]]]:
    """For each day the claims of each side, as many as a cell holds."""
    sql = "SELECT claim FROM claim_facet WHERE facet = 'side' AND value = ? AND day = ? ORDER BY claim LIMIT ?"
    names = {
        (day, side.id): [row["claim"] for row in ledger.rows(sql, (side.id, day, IN_A_CELL))]
        for day in shown
        for side in head.sides
    }
    held = {
        claim.id: claim for claim in claims_by_id(ledger, dict.fromkeys(one for cell in names.values() for one in cell))
    }
    return {
        day: [_in_order(held[one] for one in names[day, side.id] if one in held) for side in head.sides]
        for day in shown
    }


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.published or "9", claim.document, claim.content_spans[:1]))


def _rows(index: Index, head: DisputeHead, days: Days, cells: dict[str, list[list[Claim]]]) -> tuple[DayRow, ...]:
    rows = []
    for day, sides in cells.items():
        when = date.fromisoformat(day) if day else None
        rest = tuple(
            _rest(side, day, days[day].get(side.id, 0) - len(claims))
            for side, claims in zip(head.sides, sides, strict=True)
        )
        label = date_words(day) if day else DATE_UNKNOWN.capitalize()
        rows.append(DayRow(label, tuple(lines(index, claims, day=when) for claims in sides), rest))
    return tuple(rows)


def _rest(side: SideHead, day: str, number: int) -> tuple[str, str]:
    """Where the claims stand for which a cell has no room."""
    if number <= 0:
        return "", ""
    return address("claims", side=side.id, since=day, until=day), f"and {count_words(number, 'more claim')} that day"


def _block(look: Look, head: DisputeHead, rows: tuple[DayRow, ...]) -> DisputeBlock:
    when = span_words(head.first, head.last)
    parties = Parties(look, [head])
    return DisputeBlock(
        anchor=fragment("d", head.id),
        question=head.question,
        when="" if when in head.question else when,
        sides=tuple(_column(look.ledger, side, parties, n) for n, side in enumerate(head.sides)),
        days=rows,
        reasons=_reasons(look.ledger, head),
    )


def _column(ledger: Ledger, side: SideHead, parties: Parties, number: int) -> SideColumn:
    named = tuple(parties.party(name) for name in side.claimants[:PARTIES])
    channels, others = _channels(ledger, side), max(len(side.claimants) - PARTIES, 0)
    return SideColumn(LETTERS[number % 26], side.position, named, weight_words(side), channels, others)


def _channels(ledger: Ledger, side: SideHead) -> str:
    sql = """
        SELECT DISTINCT c.channel FROM (SELECT claim FROM claim_facet WHERE facet = 'side' AND value = ? LIMIT ?) f
        JOIN claim c ON c.id = f.claim WHERE c.channel IS NOT NULL ORDER BY 1
    """
    return ", ".join(row["channel"] for row in ledger.rows(sql, (side.id, CHANNELS_OF)))


def _reasons(ledger: Ledger, head: DisputeHead) -> tuple[str, ...]:
    """Why its claims stand against each other: each reason once, with those whom it sets against each other."""
    sql = """
        SELECT r.kind, r.why, coalesce(le.name, lc.claimant_name) AS left_name, coalesce(re.name, rc.claimant_name) AS
        right_name FROM (SELECT relation FROM dispute_relation WHERE dispute = ? ORDER BY position LIMIT ?) d
        JOIN relation r ON r.id = d.relation AND r.kind IN ('contradicts', 'denies')
        JOIN claim lc ON lc.id = r.left_claim LEFT JOIN local_entity ll ON ll.id = lc.claimant
        LEFT JOIN entity le ON le.id = ll.entity
        JOIN claim rc ON rc.id = r.right_claim LEFT JOIN local_entity rl ON rl.id = rc.claimant
        LEFT JOIN entity re ON re.id = rl.entity
    """
    said: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in ledger.rows(sql, (head.id, REASONS)):
        verb = "denies" if row["kind"] == RelationKind.DENIES else "against"
        left, right = row["left_name"] or "the outlet", row["right_name"] or "the outlet"
        pair = f"{left} {verb} {right}" if verb == "denies" or left < right else f"{right} {verb} {left}"
        said[row["kind"], row["why"]][pair] += 1
    return tuple(f"{_pairs(pairs)}: {why}" for (_, why), pairs in said.items())


def _pairs(pairs: Counter[str]) -> str:
    shown = [pair for pair, _ in pairs.most_common(3)]
    return "; ".join(shown) + (f"; and {len(pairs) - 3} more" if len(pairs) > 3 else "")


def _strip(head: DisputeHead, days: Days, every: list[str], shown: set[str]) -> Strip:
    """Its days as bars, a row for each side; of very long ones the last year."""
    dated = [day for day in every if day][-STRIP_DAYS:]
    most = max((number for day in dated for number in days[day].values()), default=1)
    marked = []
    for place, day in enumerate(dated):
        bars = tuple(_bar(days[day].get(side.id, 0), most, row) for row, side in enumerate(head.sides))
        said = ", ".join(f"{LETTERS[n % 26]} {days[day].get(side.id, 0)}" for n, side in enumerate(head.sides))
        words = f"{date_words(day)}: {said}"
        marked.append(DayMark(date_words(day), dispute_link(head, day), place * STEP + 24, bars, day in shown, words))
    letters = tuple((LETTERS[n % 26], HEAD + n * ROW + ROW - 8) for n in range(len(head.sides)))
    return Strip(len(dated) * STEP + 30, HEAD + ROW * len(head.sides), STEP, letters, tuple(marked))


def _bar(number: int, most: int, row: int) -> tuple[int, int]:
    high = max(round((ROW - 8) * number / most), 2) if number else 0
    return HEAD + row * ROW + ROW - 6 - high, high

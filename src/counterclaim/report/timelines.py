"""Who said who held a place, day by day, laid out as a picture and as a table.

Enter claims, through `counterclaim.relate.control_timeline`; leaves geometry in SVG user units. One lane for each
holder that is claimed, one chip for each claimant and day; a chip says that someone claims it, and nothing here says
that it is so.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.relate import ControlClaim, ControlDay, ControlState, control_timeline
from counterclaim.report.index import SIDE_UNKNOWN, Index
from counterclaim.report.links import fragment
from counterclaim.report.page import Chip, Lane, TimelineBlock, TimelineColumn, TimelineRow
from counterclaim.report.words import date_words

CHIP, GAP = 20, 5
WIDEST, NARROWEST, DRAWN = 228, 66, 1140
NAMED_FROM, LETTER = 140, 6.4
HEAD, LANE_HEAD, PADDING = 58, 24, 8
MOST_TIMELINES = 8

_STATES = {
    ControlState.CONTESTED: "contested",
    ControlState.UNCONTESTED: "uncontested",
    ControlState.FOUGHT_OVER: "fought",
    ControlState.UNSPOKEN: "unspoken",
}


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Claims of one claimant and day that say the same of one holder."""

    claims: tuple[ControlClaim, ...]
    column: int


def timeline_blocks(index: Index) -> tuple[TimelineBlock, ...]:
    """A timeline for each place whose control is spoken of more than once, the most spoken of first."""
    spoken: Counter[str] = Counter()
    for claim in index.held.claims:
        for said in claim.propositions:
            place = said.ref("place")
            if said.frame == "control" and place and claim.claimant:
                spoken[place.entity or place.name] += 1
    several = [key for key, number in spoken.most_common(MOST_TIMELINES) if number > 1]
    drawn = (timeline_block(index, key, _place_name(index, key)) for key in several or spoken)
    return tuple(block for block in drawn if block is not None)


def _place_name(index: Index, key: str) -> str:
    entity = index.entities.get(key)
    return entity.name if entity else key


def timeline_block(index: Index, place: str, name: str) -> TimelineBlock | None:
    """One place's timeline; None where nobody says who holds it."""
    days = control_timeline(index.held.claims, place, index.entities)
    if not any(claim.holder for day in days for claim in day.claims):
        return None
    wide = max(NARROWEST, min(WIDEST, DRAWN // len(days)))
    columns = tuple(_column(day, number, wide) for number, day in enumerate(days))
    lanes, bottom = _lanes(index, days, wide)
    return TimelineBlock(
        anchor=fragment("t", place),
        place=name,
        width=wide * len(days),
        height=bottom,
        column_width=wide,
        columns=columns,
        lanes=lanes,
        rows=tuple(_row(index, day) for day in days if day.claims),
    )


def _column(day: ControlDay, number: int, wide: int) -> TimelineColumn:
    label = date_words(day.day)
    first, _, last = label.rpartition(" ") if day.day and "/" not in day.day else (label, "", "")
    return TimelineColumn(number * wide, first, last, _STATES[day.state], day.state.value)


def _lanes(index: Index, days: Sequence[ControlDay], wide: int) -> tuple[tuple[Lane, ...], int]:
    named = wide >= NAMED_FROM
    per_row = 1 if named else max(1, (wide - 2 * PADDING + GAP) // (CHIP + GAP))
    letters = int((wide - 2 * PADDING - CHIP - GAP) / LETTER) if named else 0
    lanes, top = [], HEAD
    for holder, spoken in _by_holder(days).items():
        taken: Counter[int] = Counter()
        chips = []
        for one in spoken:
            down, right = divmod(taken[one.column], per_row)
            taken[one.column] += 1
            x = one.column * wide + PADDING + right * (CHIP + GAP)
            chips.append(_chip(index, one.claims, (x, top + LANE_HEAD + down * (CHIP + GAP)), letters))
        rows = -(-max(taken.values()) // per_row)
        height = LANE_HEAD + rows * (CHIP + GAP) + PADDING
        lanes.append(Lane(holder, top, height, tuple(chips)))
        top += height
    return tuple(lanes), top


def _by_holder(days: Sequence[ControlDay]) -> dict[str, list[_Spoken]]:
    """Lane titles with their claims; what many reports carry of one claimant on one day is one chip."""
    found: dict[str, dict[tuple[object, ...], list[ControlClaim]]] = defaultdict(lambda: defaultdict(list))
    for column, day in enumerate(days):
        for claim in day.claims:
            lane = f"Said to be held by {claim.holder}" if claim.holder else f"Said: {claim.words.partition(' (')[0]}"
            key = (column, claim.claimant_id or claim.claimant, shape(claim))
            found[lane][key].append(claim)
    ordered = sorted(found.items(), key=lambda item: (item[0].startswith("Said:"), -len(item[1]), item[0]))
    return {
        lane: [_Spoken(tuple(claims), int(str(key[0]))) for key, claims in groups.items()] for lane, groups in ordered
    }


def _chip(index: Index, claims: tuple[ControlClaim, ...], at: tuple[int, int], letters: int) -> Chip:
    first = claims[0]
    claim = index.claims.get(first.claim)
    side = index.side(claim.claimant) if claim else None
    return Chip(
        x=at[0],
        y=at[1],
        name=first.claimant
        if len(first.claimant) <= letters
        else first.claimant[: max(letters - 1, 0)] + "…" * bool(letters),
        tone=index.tone(side),
        shape=shape(first),
        letters=initials(side) if side else "·",
        title=f"{first.claimant} ({side or SIDE_UNKNOWN}): {_said(claims)}",
        evidence=index.links.words(claim) if claim else "",
    )


def _said(claims: tuple[ControlClaim, ...]) -> str:
    times = Counter(claim.words for claim in claims)
    return "; ".join(f"{words} ({number} times)" if number > 1 else words for words, number in times.items())


def shape(claim: ControlClaim) -> str:
    """How a claim is drawn: as one on all of it, on a part, or as lost or not so."""
    if claim.negated or claim.extent == "none" or claim.change == "lost":
        return "denied"
    return "partial" if claim.extent == "partial" else "full"


def initials(side: str) -> str:
    """Up to two letters for a side, so that it is told apart without colour."""
    words = [word for word in side.split() if word[:1].isalnum()]
    return "".join(word[0] for word in words[:2]).upper() if len(words) > 1 else side[:2].title()


def _row(index: Index, day: ControlDay) -> TimelineRow:
    seen: dict[tuple[str, str], tuple[str, str, str]] = {}
    for claim in day.claims:
        held = index.claims.get(claim.claim)
        said = claim.claimant, claim.words, index.links.words(held) if held else ""
        seen.setdefault((claim.claimant_id or claim.claimant, claim.words), said)
    return TimelineRow(date_words(day.day), day.state.value, tuple(seen.values()))

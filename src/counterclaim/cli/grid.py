"""Who said who held a place, as a grid of plain characters: days across, claimed holders down, one mark a claimant.

Enter days of `counterclaim.relate.control_timeline`; leave lines. `#` is a claim on all of the place, `=` on a part of
it, `x` that it is lost or not so.
"""

from collections.abc import Iterator, Sequence

from counterclaim.cli.terminal import cells, fit, plain
from counterclaim.relate import ControlClaim, ControlDay, ControlState
from counterclaim.report.words import date_words

BARS = {
    ControlState.CONTESTED: "/////",
    ControlState.UNCONTESTED: "-----",
    ControlState.FOUGHT_OVER: "x x x",
    ControlState.UNSPOKEN: ". . .",
}
KEY = "one mark a claimant:  # all of it  = a part of it  x lost, or not so"
NARROWEST, GAP = 6, 2


def grid(days: Sequence[ControlDay], columns: int) -> Iterator[str]:
    """Lines of the grid; days that do not fit across stand in a further one below."""
    marks = {lane: [_marks(day, lane) for day in days] for lane in _lanes(days)}
    heads = [_head(day) for day in days]
    first = min(max(map(cells, marks), default=0), columns // 3)
    widths = [max(NARROWEST, len(head), *(len(row[n]) for row in marks.values())) for n, head in enumerate(heads)]
    start = 0
    while start < len(days):
        end, used = start, first
        while end < len(days) and (end == start or used + widths[end] + GAP <= columns):
            used, end = used + widths[end] + GAP, end + 1
        across = range(start, end)
        yield _line("", [heads[n] for n in across], widths[start:end], first)
        yield _line("", [BARS[days[n].state] for n in across], widths[start:end], first)
        for lane, row in marks.items():
            yield _line(lane, [row[n] for n in across], widths[start:end], first)
        start = end


def _line(head: str, found: Sequence[str], widths: Sequence[int], first: int) -> str:
    gap = " " * GAP
    return gap.join([fit(head, first), *(fit(cell, wide) for cell, wide in zip(found, widths, strict=True))]).rstrip()


def _head(day: ControlDay) -> str:
    if day.day is None:
        return "undated"
    if "/" in day.day:
        return "…"
    number, month, *_ = date_words(day.day).split()
    return f"{number} {month[:3]}"


def _lanes(days: Sequence[ControlDay]) -> list[str]:
    lanes = dict.fromkeys(lane_of(claim) for day in days for claim in day.claims)
    return sorted(lanes, key=lambda lane: (not lane.startswith("held by"), lane))


def lane_of(claim: ControlClaim) -> str:
    """The row in which a claim is drawn."""
    return plain(f"held by {claim.holder}" if claim.holder else claim.words.partition(" (")[0])


def _marks(day: ControlDay, lane: str) -> str:
    spoken = {(claim.claimant, _mark(claim)) for claim in day.claims if lane_of(claim) == lane}
    return "".join(sorted((mark for _, mark in spoken), key="#=x".index))


def _mark(claim: ControlClaim) -> str:
    if claim.negated or claim.extent == "none" or claim.change == "lost":
        return "x"
    return "=" if claim.extent == "partial" else "#"

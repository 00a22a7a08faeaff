"""TimelineJS (Knight Lab): a dispute or a place, day by day, for a page of one's own.

Enters an open `Store`; leaves one JSON object of title and events, an event a line. Words of reports are escaped,
because TimelineJS shows its texts as HTML. What no day is known of is left out and counted. Refused: claims of no
dispute and no place, since nobody can read a timeline of everything.
"""

import html
from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from counterclaim.errors import InputError
from counterclaim.export import narrow
from counterclaim.export.names import said_on
from counterclaim.export.streams import document
from counterclaim.export.wanted import Format, Wanted, What, Written
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Dispute
from counterclaim.report.words import claimant_words, stance_words
from counterclaim.times import bounds

Event = dict[str, Any]


def write(store: Store, wanted: Wanted, stream: IO[str]) -> Written:
    """One timeline.

    Raises:
        InputError: claims are wanted, and neither a dispute nor a place is named.
    """
    if wanted.what is What.CLAIMS and wanted.dispute is None and wanted.place is None:
        raise InputError(
            "A timeline of all claims would be too long to read",
            "Name a dispute with --dispute or a place with --place, or take --what disputes",
        )
    undated: list[str] = []
    events = _claims(store, wanted, undated) if wanted.what is What.CLAIMS else _disputes(store, wanted, undated)
    number = document(stream, {"title": {"text": _title(store, wanted)}}, "events", events)
    notes = (f"{len(undated):,} of {number + len(undated):,} have no known day and are left out",) if undated else ()
    return Written(number, notes)


def _title(store: Store, wanted: Wanted) -> dict[str, str]:
    if wanted.dispute is not None:
        shown = str(store.value("SELECT question FROM dispute WHERE id = ?", (wanted.dispute,)))
    elif wanted.place is not None:
        shown = str(store.value("SELECT name FROM entity WHERE id = ?", (wanted.place,)) or wanted.place)
    else:
        shown = "Disputes"
    return {"headline": html.escape(shown), "text": "Who claims what. Nothing here says what is true."}


def _claims(store: Store, wanted: Wanted, undated: list[str]) -> Iterator[Event]:
    sides = _sides(store, wanted.dispute)
    for claim in narrow.claims(store, wanted):
        group = sides.get(claim.id) or claimant_words(claim)
        headline = f"{claimant_words(claim)} {stance_words(claim.stance)}"
        event = _event(claim.id, group, headline, _words(claim), bounds(said_on(claim) or ""))
        if event is None:
            undated.append(claim.id)
        else:
            yield event


def _disputes(store: Store, wanted: Wanted, undated: list[str]) -> Iterator[Event]:
    for found in narrow.disputes(store, wanted):
        span = (bounds(found.first or "")[0], bounds(found.last or "")[1])
        event = _event(found.id, found.frame, found.question, _answers(found), span)
        if event is None:
            undated.append(found.id)
        else:
            yield event


def _event(name: str, group: str, headline: str, text: str, span: tuple[date | None, date | None]) -> Event | None:
    first, last = span
    start = first or last
    if start is None:
        return None
    event: Event = {"unique_id": name, "start_date": _date(start), "group": group}
    if last is not None and last != start:
        event["end_date"] = _date(last)
    return event | {"text": {"headline": html.escape(headline), "text": text}}


def _words(claim: Claim) -> str:
    spans = ", ".join(f"{span.start}–{span.end}" for span in claim.content_spans)
    where = f"{claim.outlet or 'outlet unknown'}, {claim.document}, {claim.part} {spans}"
    return f"<blockquote>{html.escape(claim.content)}</blockquote><p>{html.escape(where)}</p>"


def _answers(dispute: Dispute) -> str:
    rows = (f"{side.position} ({', '.join(side.claimants)})" for side in dispute.sides)
    return "<ul>" + "".join(f"<li>{html.escape(row)}</li>" for row in rows) + "</ul>"


def _sides(store: Store, dispute: str | None) -> dict[str, str]:
    """The answer that each claim of the dispute gives."""
    sql = "SELECT h.claim, s.answer FROM side s JOIN side_claim h ON h.side = s.id WHERE s.dispute = ?"
    return {row["claim"]: row["answer"] for row in store.rows(sql, (dispute,))}


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


FORMAT = Format(
    name="timelinejs",
    kinds=(What.CLAIMS, What.DISPUTES),
    media="application/json",
    about="a dispute or a place day by day, for TimelineJS",
    write=write,
)

"""Days and questions in words, out of typed data alone. No word of an article enters except names.

Enter propositions and days; leave strings. What is asked is the pack's to word.
"""

from datetime import date

from counterclaim.frames import question_of
from counterclaim.model import Proposition


def question_words(said: Proposition, frame: str, days: str, place: str | None) -> str:
    """The question of a frame on what a proposition is about, with the days it is asked for ("" where unknown).

    `place` is the name of the place that it is asked of, where that is not the proposition's own.
    """
    own = said.ref("place")
    words = question_of(said, frame, place or (own.name if own else None))
    return f"{words}{', ' + days if days else ''}?"


def days_words(first: date | None, last: date | None) -> str:
    """ "20–22 May 2023", "30 May – 2 June 2023", "20 May 2023"; empty where neither is known."""
    first, last = first or last, last or first
    if first is None or last is None:
        return ""
    end = f"{last.day} {last:%B} {last.year:04}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = f"{first.day} {first:%B}" + ("" if first.year == last.year else f" {first.year:04}")
    return f"{start} – {end}"


def edtf(first: date | None, last: date | None) -> str | None:
    """The days as EDTF: one day, or an interval that is open where an end is unknown."""
    if first is None and last is None:
        return None
    if first == last and first is not None:
        return first.isoformat()
    return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"

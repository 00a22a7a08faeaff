"""The first page: disputes, those that changed since the reader last looked before all others."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from counterclaim.errors import InputError
from counterclaim.ledger.dispute_lists import (
    COUNTED,
    DisputeFilter,
    DisputeHead,
    SideHead,
    count_changed,
    disputes_listed,
    new_claims,
)
from counterclaim.ledger.records import marks
from counterclaim.report.disputing import LETTERS, count_words, span_words
from counterclaim.report.index import NO_TONE, SIDE_UNKNOWN, Index
from counterclaim.report.page import Party, SideColumn
from counterclaim.report.words import day_words
from counterclaim.serve.links import SiteLinks, address, varied
from counterclaim.serve.looking import Look
from counterclaim.serve.page import DisputesPage
from counterclaim.serve.pages.filtering import PLACE, Filter, Query, box, frames
from counterclaim.serve.parts import DisputeItem

SHOWN = 20
PARTIES = 4
SINCE = Filter("since", "Changed after", "2025-03-04")
QUESTION = Filter("q", "Words of the question")


def disputes_page(look: Look, query: Query, looked: str | None) -> DisputesPage:
    """A page of them; `looked` is when the reader last looked (UTC), None where that is not known."""
    wanted = DisputeFilter(
        place=query.get("place") or None, frame=query.get("frame") or None, question=query.get("q") or None
    )
    error = ""
    try:
        looked = moment(query["since"]) if query.get("since") else looked
    except InputError as wrong:
        error = f"{wrong.message}. {wrong.advice}."
    found = disputes_listed(look.ledger, wanted, looked=looked, after=query.get("after"), limit=SHOWN)
    filters = (QUESTION, PLACE, frames(look.ledger), SINCE)
    parties = Parties(look, (*found.changed, *found.rest))
    return DisputesPage(
        shell=look.shell("Disputes", "disputes"),
        box=box("/disputes", query, filters, error=error),
        news=_news(look, looked) if looked else "",
        changed=tuple(parties.item(head, looked) for head in found.changed),
        others=tuple(parties.item(head) for head in found.rest),
        more=varied("/disputes", query, after=found.after) if found.after else "",
    )


def moment(words: str) -> str:
    """A day or time of day in UTC, as the ledger writes it.

    Raises:
        InputError: it is none.
    """
    try:
        when = datetime.fromisoformat(words)
    except ValueError as error:
        raise InputError(f"{words!r} is no day or time", "Write it as 2025-03-04 or 2025-03-04T09:30") from error
    zoned = when.replace(tzinfo=UTC) if when.tzinfo is None else when
    try:
        return zoned.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"
    except OverflowError as error:
        raise InputError(f"{words!r} lies too far off", "Write it as 2025-03-04") from error


def moment_words(moment_: str | None) -> str:
    """'4 March 2025, 09:30 UTC'."""
    if not moment_:
        return ""
    when = datetime.fromisoformat(moment_).astimezone(UTC)
    return f"{day_words(when.date())}, {when:%H:%M} UTC"


class Parties:
    """Disputes for a list. Who gives an answer is known there by name; an entity of that name gives link and colour."""

    def __init__(self, look: Look, heads: Iterable[DisputeHead]) -> None:
        self.look = look
        names = {name for head in heads for side in head.sides for name in side.claimants[:PARTIES]}
        self.index, self.known = _by_name(look, sorted(names))

    def item(self, head: DisputeHead, looked: str | None = None) -> DisputeItem:
        """One dispute."""
        when = span_words(head.first, head.last)
        return DisputeItem(
            link=SiteLinks().dispute(head.id),
            question=head.question,
            frame=head.frame,
            when="" if when in head.question else when,
            news=_new(self.look, head, looked) if looked else "",
            sides=tuple(self._side(side, LETTERS[n % 26]) for n, side in enumerate(head.sides)),
        )

    def party(self, name: str) -> Party:
        """Whoever gives an answer."""
        return self.known.get(name) or Party(name, NO_TONE, SIDE_UNKNOWN, "")

    def _side(self, side: SideHead, letter: str) -> SideColumn:
        shown = tuple(self.party(name) for name in side.claimants[:PARTIES])
        others = max(len(side.claimants) - PARTIES, 0)
        return SideColumn(letter, side.position, shown, weight_words(side), "", others)


def weight_words(side: SideHead) -> str:
    """'14 reports, 2 origins, 3 voices'."""
    counted = ((side.reports, "report"), (side.origins, "origin"), (side.voices, "voice"))
    return ", ".join(count_words(number, noun) for number, noun in counted)


def _by_name(look: Look, names: list[str]) -> tuple[Index, dict[str, Party]]:
    """Links and colours by name, of those whose name is theirs alone."""
    sql = f"SELECT id, name FROM entity WHERE name IN ({marks(names)})"  # noqa: S608
    rows = look.ledger.rows(sql, names).fetchall()
    times = Counter(row["name"] for row in rows)
    index = look.index((), entities=[row["id"] for row in rows if times[row["name"]] == 1])
    return index, {entity.name: index.party_of(entity) for entity in index.held.entities}


def _new(look: Look, head: DisputeHead, looked: str) -> str:
    if head.opened and head.opened > looked:
        return "new"
    if head.claims > COUNTED:
        return "new claims"
    return count_words(new_claims(look.ledger, head.id, looked), "new claim")


def _news(look: Look, looked: str) -> str:
    changed, opened = count_changed(look.ledger, looked)
    when = moment_words(looked)
    if not changed:
        return f"Nothing has changed since {when}."
    new = f", {opened:,} of them new" if opened else ""
    verb = "has" if changed == 1 else "have"
    return f"{count_words(changed, 'dispute')} {verb} changed since {when}{new}."


def dispute_link(head: DisputeHead, day: str | None) -> str:
    """The dispute from that day on."""
    return address("disputes", head.id, **{"from": day})

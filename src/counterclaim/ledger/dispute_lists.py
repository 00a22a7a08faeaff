"""Disputes a page at a time, those that changed first, and the days of one.

Enter an open `Store` with its tallies made; leave `DisputeHead`s: what a list shows of a dispute, without its claims.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.errors import InputError, NotFoundError
from counterclaim.ledger.filters import named_entities
from counterclaim.ledger.listing import MOST
from counterclaim.ledger.records import marks, words
from counterclaim.ledger.store import Store

CHANGED, REST = "c", "r"
# Claims of larger disputes are not counted one by one to say how many of them are new.
COUNTED = 300


@dataclass(frozen=True, slots=True)
class SideHead:
    """One answer and what stands behind it; `claimants` are names."""

    id: str
    position: str
    claimants: tuple[str, ...]
    voices: int
    claims: int
    reports: int
    origins: int


@dataclass(frozen=True, slots=True)
class DisputeHead:
    """A dispute without its claims. `opened` and `changed` are UTC; `first` and `last` EDTF days."""

    id: str
    position: int
    question: str
    frame: str
    place: str | None
    place_name: str | None
    first: str | None
    last: str | None
    opened: str | None
    changed: str | None
    sides: tuple[SideHead, ...]

    @property
    def claims(self) -> int:
        """How many claims stand in it."""
        return sum(side.claims for side in self.sides)


@dataclass(frozen=True, slots=True)
class DisputeFilter:
    """Disputes that meet every condition given. `place` is an id or a name and does not take in what lies in it;
    `question` are words of the question. `since` (UTC) takes only those that changed after it.
    """

    place: str | None = None
    frame: str | None = None
    question: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class DisputesListed:
    """A page of disputes and the cursor of the next; None at the end. `changed` are those that changed since then."""

    changed: tuple[DisputeHead, ...]
    rest: tuple[DisputeHead, ...]
    after: str | None


_HEADS = """
SELECT d.*, e.name AS place_name, n.opened, n.changed FROM dispute d LEFT JOIN entity e ON e.id = d.place
LEFT JOIN reading_news n ON n.dispute = d.id
"""


def disputes_listed(
    store: Store, wanted: DisputeFilter, *, looked: str | None = None, after: str | None = None, limit: int = 25
) -> DisputesListed:
    """One page, by weight; those that changed after `looked` (UTC) come before all others.

    Raises:
        InputError: the limit or the cursor is none.
    """
    if not 1 <= limit <= MOST:
        raise InputError(f"{limit} disputes are no page", f"Ask for 1 to {MOST} at a time")
    group, position = _cursor(after) if after else (CHANGED if looked else REST, -1)
    changed: list[DisputeHead] = []
    if looked and group == CHANGED:
        changed = _page(store, wanted, (("n.changed > ?", looked),), position, limit + 1)
        if len(changed) > limit:
            return DisputesListed(tuple(changed[:limit]), (), f"{CHANGED}{changed[limit - 1].position}")
        position = -1
    room = limit - len(changed)
    older = (("coalesce(n.changed, '') <= ?", looked),) if looked else ()
    rest = _page(store, wanted, older, position, room + 1)
    if len(rest) <= room:
        return DisputesListed(tuple(changed), tuple(rest), None)
    last = rest[room - 1].position if room else position
    return DisputesListed(tuple(changed), tuple(rest[:room]), f"{REST}{last}")


def dispute_head(store: Store, dispute: str) -> DisputeHead:
    """The dispute of that id.

    Raises:
        NotFoundError: there is none.
    """
    rows = store.rows(f"{_HEADS} WHERE d.id = ?", (dispute,)).fetchall()
    if not rows:
        raise NotFoundError(
            f"No dispute has the id {dispute}",
            "Disputes are found anew with each reading, and one that holds other claims has another id: look for it in"
            " the list of disputes",
        )
    return _heads(store, rows)[0]


def disputes_about(store: Store, place: str, limit: int) -> tuple[DisputeHead, ...]:
    """The weightiest disputes about that place."""
    sql = f"{_HEADS} WHERE d.place = ? ORDER BY d.position LIMIT ?"
    return tuple(_heads(store, store.rows(sql, (place, limit)).fetchall()))


def count_changed(store: Store, since: str) -> tuple[int, int]:
    """How many disputes changed since then, and how many of these are new."""
    changed = store.value("SELECT count(*) FROM reading_news WHERE changed > ?", (since,))
    opened = store.value("SELECT count(*) FROM reading_news WHERE changed > ? AND opened > ?", (since, since))
    return int(changed), int(opened)


def new_claims(store: Store, dispute: str, since: str) -> int:
    """How many of a dispute's claims came in since then."""
    sql = """
        SELECT count(*) FROM side s JOIN side_claim k ON k.side = s.id JOIN claim c ON c.id = k.claim
        JOIN reading_arrival r ON r.article = c.article WHERE s.dispute = ? AND r.at > ?
    """
    return int(store.value(sql, (dispute, since)))


def _cursor(after: str) -> tuple[str, int]:
    group, number = after[:1], after[1:]
    if group not in (CHANGED, REST) or not number.removeprefix("-").isascii() or not number.lstrip("-").isdigit():
        raise InputError(f"{after!r} is no place to go on from", "Follow the link that the page gives")
    return group, max(min(int(number[:18]), 1 << 62), -1)


def _page(
    store: Store, wanted: DisputeFilter, further: Iterable[tuple[str, str]], position: int, limit: int
) -> list[DisputeHead]:
    conditions: list[str] = ["d.position > ?"]
    values: list[Any] = [position]
    if wanted.place is not None:
        named, some = named_entities(store, wanted.place, places_only=True)
        conditions.append(f"d.place IN ({named})")
        values += some
    plain = (
        ("d.frame = ?", wanted.frame),
        ("n.changed > ?", wanted.since),
        ("instr(lower(d.question), lower(?))", wanted.question),
    )
    for condition, value in (*plain, *further):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    sql = f"{_HEADS} WHERE {' AND '.join(conditions)} ORDER BY d.position LIMIT ?"
    return _heads(store, store.rows(sql, (*values, limit)).fetchall())


def _heads(store: Store, rows: Sequence[Any]) -> list[DisputeHead]:
    ids = [row["id"] for row in rows]
    sides: dict[str, list[SideHead]] = {}
    sql = f"""
        SELECT s.*, t.claims, t.reports, t.origins FROM side s LEFT JOIN side_tally t ON t.side = s.id
        WHERE s.dispute IN ({marks(ids)}) ORDER BY s.dispute, s.position
    """  # noqa: S608
    for one in store.rows(sql, ids):
        counts = one["claims"] or 0, one["reports"] or 0, one["origins"] or 0
        head = SideHead(one["id"], one["answer"], words(one["claimants"]), one["voices"], *counts)
        sides.setdefault(one["dispute"], []).append(head)
    return [
        DisputeHead(
            row["id"], row["position"], row["question"], row["frame"], row["place"], row["place_name"],
            row["first_day"], row["last_day"], row["opened"], row["changed"], tuple(sides.get(row["id"], ())),
        )
        for row in rows
    ]  # fmt: skip

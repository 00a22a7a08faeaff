"""What the API answers: one frozen record for each thing, as exports have them where exports have them.

Spans are `[start, end)` in code points of the article's text, of its title where `part` is "title". Days and times are
EDTF, moments are UTC. What is unknown is null.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something, by id and name; `surface` are the words used."""

    id: str | None
    name: str
    kind: str | None = None
    surface: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimOut:
    """Who claims what, in which words. Each proposition holds `frame`, its arguments by role, and `evidence` spans.
    `review` is what a person has said of it: unreviewed, accepted, corrected, rejected or unsure.
    """

    id: str
    article: str
    document: str
    outlet: str | None
    published: str | None
    part: str
    claimant: Named | None
    source_spans: list[list[int]]
    cue_spans: list[list[int]]
    content_spans: list[list[int]]
    content: str
    quotation: str
    speech: bool
    stance: str
    channel: str | None
    relayed_by: list[str]
    said: str | None
    propositions: list[dict[str, Any]]
    confidence: float
    review: str


@dataclass(frozen=True, slots=True)
class ClaimPageOut:
    """Claims, newest day first. `next` goes into `after` for the next page; `total` where it is known."""

    items: list[ClaimOut]
    next: str | None
    total: int | None


@dataclass(frozen=True, slots=True)
class RelationOut:
    """How two claims stand to each other; for denies and revises, `left` acts on `right`."""

    id: str
    kind: str
    left: str
    right: str
    why: str
    confidence: float
    review: str


@dataclass(frozen=True, slots=True)
class RelationPageOut:
    """Relations by kind."""

    items: list[RelationOut]
    next: str | None


@dataclass(frozen=True, slots=True)
class SideOut:
    """One answer. Its claims are those of `/claims?side=` with this id."""

    id: str
    position: str
    claimants: list[str]
    voices: int
    claims: int
    reports: int
    origins: int


@dataclass(frozen=True, slots=True)
class DisputeOut:
    """A question on which claims stand against each other. `opened` is when its second side was first heard, `changed`
    when the last of its claims came in.
    """

    id: str
    question: str
    frame: str
    place: Named | None
    first: str | None
    last: str | None
    opened: str | None
    changed: str | None
    sides: list[SideOut]


@dataclass(frozen=True, slots=True)
class DisputePageOut:
    """Disputes, weightiest first."""

    items: list[DisputeOut]
    next: str | None


@dataclass(frozen=True, slots=True)
class ArticleHeadOut:
    """A report without its text; reports of one dispatch share their `origin`."""

    id: str
    document: str
    title: str | None
    outlet: str | None
    published: str | None
    credited: str | None
    language: str | None
    url: str | None
    origin: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class ArticlePageOut:
    """Reports, newest first."""

    items: list[ArticleHeadOut]
    next: str | None


@dataclass(frozen=True, slots=True)
class BlockOut:
    """A stretch of a report's text and what it was taken for; only furniture is not read for claims."""

    start: int
    end: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleOut:
    """A report with its text. `carriers` are other reports of its dispatch, `versions` all versions, oldest first."""

    id: str
    document: str
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    credited: str | None
    language: str | None
    url: str | None
    text: str
    blocks: list[BlockOut]
    origin: str | None
    carriers: list[str]
    versions: list[str]


@dataclass(frozen=True, slots=True)
class ParagraphsOut:
    """Paragraphs that stand for each other: same, changed, left or right. Pieces are text and whether it differs."""

    kind: str
    left: list[tuple[str, bool]]
    right: list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class EntityHeadOut:
    """A person, body, group or place, with the number of claims that it makes, or that speak of it."""

    id: str
    name: str
    kind: str
    side: str | None
    claims: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class EntityPageOut:
    """Entities, those with most claims first."""

    items: list[EntityHeadOut]
    next: str | None


@dataclass(frozen=True, slots=True)
class NameOut:
    """A name as it stands in reports."""

    name: str
    mentions: int
    reports: int


@dataclass(frozen=True, slots=True)
class RoleOut:
    """A role, and between which days reports that give it were published."""

    role: str
    reports: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class EntityOut:
    """One entity. `precision` says how large an area the coordinates stand for; `within` are places that contain it."""

    id: str
    name: str
    kind: str
    side: str | None
    names: list[NameOut]
    roles: list[RoleOut]
    reasons: list[str]
    lat: float | None
    lon: float | None
    precision: str | None
    country: str | None
    within: list[str]
    claims_made: int
    claims_about: int


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One claim on who holds a place."""

    claim: str
    claimant: str
    holder: str | None
    extent: str | None
    change: str | None
    part: str | None
    negated: bool
    words: str


@dataclass(frozen=True, slots=True)
class HeldDayOut:
    """One day, or a silent stretch; `state` is contested, uncontested, fought over or not spoken of."""

    day: str | None
    state: str
    claims: list[HeldOut]


@dataclass(frozen=True, slots=True)
class HeldPageOut:
    """As many days as one picture holds; `earlier` and `later` go into `from`."""

    items: list[HeldDayOut]
    earlier: str | None
    later: str | None


@dataclass(frozen=True, slots=True)
class SpotOut:
    """A place that is disputed, or of which somebody says who holds it. `precision` says how large an area the
    coordinates stand for; `claims` speak of it or of what lies in it, and `sides` tells them by the side that makes
    them.
    """

    place: Named
    lat: float | None
    lon: float | None
    precision: str | None
    disputes: int
    claims: int
    sides: dict[str, int]


@dataclass(frozen=True, slots=True)
class FrameDayOut:
    """How many claims have the frame on the day; null where the day is unknown."""

    frame: str
    day: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class RunOut:
    """One run of reading, with how many records came to which outcome."""

    id: int
    started: str
    finished: str | None
    engine: str
    inputs: list[str]
    outcomes: dict[str, int]


@dataclass(frozen=True, slots=True)
class LogOut:
    """One record or file that a run met."""

    path: str
    line: int | None
    outcome: str
    article: str | None
    reason: str | None
    advice: str | None


@dataclass(frozen=True, slots=True)
class LogPageOut:
    """Rows in the order in which they were met."""

    items: list[LogOut]
    next: str | None


@dataclass(frozen=True, slots=True)
class LedgerOut:
    """What there is. `derived` is false after a reading that was cut off: disputes and counts are those of before."""

    articles: int
    claims: int
    disputes: int
    entities: int
    derived: bool
    version: str

"""What the workbench's templates are given: one frozen record a page, and one for each thing on it.

Text fields hold text as it was found, and the templates escape it; fields that hold a link say so. Records of the
report (`counterclaim.report.page`) are shown the same way in both. A test holds templates and records to each other.
"""

from dataclasses import dataclass
from typing import Annotated

from counterclaim.report.page import ArticleBlock, DisputeBlock, Line, Linked, MapBlock, Note, Party, TimelineBlock
from counterclaim.serve.parts import (
    Change,
    CorrectForm,
    Decided,
    Desk,
    DisputeItem,
    FilterBox,
    NameRow,
    Option,
    Piece,
    ReportHead,
    Shell,
    WaitingItem,
    WhoForm,
)


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """Disputes, those that changed first."""

    shell: Annotated[Shell, "what stands around"]
    box: Annotated[FilterBox, "filters"]
    news: Annotated[str, "how many changed since when"]
    changed: Annotated[tuple[DisputeItem, ...], "those that changed"]
    others: Annotated[tuple[DisputeItem, ...], "the rest, weightiest first"]
    more: Annotated[str, "link to the next page; empty at the end"]


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day of a dispute's strip: how much was said then."""

    label: Annotated[str, "the day"]
    link: Annotated[str, "link to the dispute from that day on"]
    x: Annotated[int, "units from the left"]
    bars: Annotated[tuple[tuple[int, int], ...], "for each side, units from the top and height"]
    shown: Annotated[bool, "whether its claims stand on the page"]
    words: Annotated[str, "the day and its claims by side"]


@dataclass(frozen=True, slots=True)
class Strip:
    """How much each side said on which day."""

    width: Annotated[int, "units"]
    height: Annotated[int, "units"]
    step: Annotated[int, "units that a day takes"]
    letters: Annotated[tuple[tuple[str, int], ...], "each side's letter and where its row lies"]
    days: Annotated[tuple[DayMark, ...], "days on which anything was said"]


@dataclass(frozen=True, slots=True)
class DisputePage:
    """One dispute: sides in columns, days in rows."""

    shell: Annotated[Shell, "what stands around"]
    block: Annotated[DisputeBlock, "question, sides, the days that are shown, reasons"]
    place: Annotated[Linked, "link and name of the place that it is about; both empty where it is about none"]
    strip: Annotated[Strip | None, "its days; None where one page holds them all"]
    earlier: Annotated[str, "link to earlier days; empty where there are none"]
    later: Annotated[str, "link to later days; empty where there are none"]


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another report of the same dispatch."""

    head: Annotated[ReportHead, "the report"]
    compare: Annotated[str, "link that shows it beside this one"]
    differs: Annotated[str, "how much of this report's text it lacks and adds"]
    beside: Annotated[bool, "whether it is shown beside this one now"]


@dataclass(frozen=True, slots=True)
class BesideRow:
    """Paragraphs that stand for each other in two reports of a dispatch."""

    kind: Annotated[str, "same, changed, left (only here) or right (only there)"]
    left: Annotated[tuple[Piece, ...], "this report's; empty where it lacks it"]
    right: Annotated[tuple[Piece, ...], "the other's; empty where it lacks it"]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two reports of a dispatch side by side."""

    left: Annotated[str, "this report's outlet"]
    right: Annotated[str, "the other's outlet"]
    note: Annotated[str, "what was left out of the comparison; empty where nothing was"]
    rows: Annotated[tuple[BesideRow, ...], "their paragraphs in order"]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One report with its claims marked."""

    shell: Annotated[Shell, "what stands around"]
    block: Annotated[ArticleBlock, "the report"]
    versions: Annotated[tuple[Linked, ...], "other versions of it; empty where there is one"]
    siblings: Annotated[tuple[Sibling, ...], "other reports of its dispatch"]
    carried: Annotated[int, "how many reports carry the dispatch"]
    beside: Annotated[Beside | None, "the comparison with one of them"]
    desk: Annotated[Desk, "who reviews"]
    id: Annotated[str, "its id"]
    missed: Annotated[CorrectForm | None, "the form that adds a claim; None where none can be added here"]


@dataclass(frozen=True, slots=True)
class RelationItem:
    """How another claim stands to this one."""

    words: Annotated[str, "contradicts, is denied by, …"]
    why: Annotated[str, "the reason"]
    note: Annotated[Note, "the other claim"]
    review: Annotated[str, "what a person has said of it; empty where nobody has"]
    left: Annotated[str, "the id of the claim that acts"]
    right: Annotated[str, "the id of the one that it acts on"]
    first: Annotated[str, "which of the two acts"]
    kinds: Annotated[tuple[Option, ...], "how they can stand to each other"]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim and how it stands to others."""

    shell: Annotated[Shell, "what stands around"]
    id: Annotated[str, "its id"]
    note: Annotated[Note, "the claim"]
    report: Annotated[Linked, "link and title of its report"]
    facts: Annotated[tuple[tuple[str, str], ...], "what is known of it"]
    relations: Annotated[tuple[RelationItem, ...], "how others stand to it"]
    more: Annotated[str, "link to further relations; empty at the end"]
    desk: Annotated[Desk, "who reviews"]
    changes: Annotated[tuple[Change, ...], "what a person has corrected"]
    told: Annotated[tuple[Decided, ...], "decisions on it, oldest first"]
    kinds: Annotated[tuple[Option, ...], "how it can stand to another claim"]
    correct: Annotated[CorrectForm | None, "the form that corrects it; None where it cannot be corrected here"]
    closed: Annotated[str, "why it cannot be corrected; empty where it can"]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """What is most worth a person's look."""

    shell: Annotated[Shell, "what stands around"]
    box: Annotated[FilterBox, "filters"]
    desk: Annotated[Desk, "who reviews"]
    last: Annotated[Decided | None, "what was decided last; None where nothing was"]
    items: Annotated[tuple[WaitingItem, ...], "what waits, weightiest first"]


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """All that was decided by hand, the latest first."""

    shell: Annotated[Shell, "what stands around"]
    desk: Annotated[Desk, "who reviews"]
    made: Annotated[tuple[Decided, ...], "the decisions, undone ones too"]
    more: Annotated[str, "link to the next page; empty at the end"]


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """Claims that meet the filters, newest day first."""

    shell: Annotated[Shell, "what stands around"]
    box: Annotated[FilterBox, "filters"]
    total: Annotated[str, "how many there are, where that is known"]
    notes: Annotated[tuple[Note, ...], "the claims"]
    more: Annotated[str, "link to the next page; empty at the end"]
    reports: Annotated[str, "link to reports that hold the same words"]


@dataclass(frozen=True, slots=True)
class ArticleItem:
    """A report in a list."""

    head: Annotated[ReportHead, "the report"]
    claims: Annotated[str, "how many claims it makes"]
    excerpt: Annotated[tuple[Piece, ...], "its first words, or those around what was sought"]


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """Reports that meet the filters, newest first."""

    shell: Annotated[Shell, "what stands around"]
    box: Annotated[FilterBox, "filters"]
    items: Annotated[tuple[ArticleItem, ...], "the reports"]
    more: Annotated[str, "link to the next page; empty at the end"]
    claims: Annotated[str, "link to claims that hold the same words"]


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A claimant or place in a list."""

    party: Annotated[Party, "its name, with the link to its page"]
    kind: Annotated[str, "person, organization, group or place"]
    about: Annotated[str, "its side as reported, or where it lies"]
    claims: Annotated[int, "how many claims it makes, or speak of it"]
    when: Annotated[str, "from which day to which"]


@dataclass(frozen=True, slots=True)
class EntitiesPage:
    """Claimants, or places, those with most claims first."""

    shell: Annotated[Shell, "what stands around"]
    box: Annotated[FilterBox, "filters"]
    about: Annotated[str, "what is listed"]
    counted: Annotated[str, "what the number counts"]
    rows: Annotated[tuple[EntityRow, ...], "the list"]
    more: Annotated[str, "link to the next page; empty at the end"]


@dataclass(frozen=True, slots=True)
class Reversal:
    """A claimant who says something else than before."""

    now: Annotated[Line, "the later claim"]
    before: Annotated[Line, "the earlier one"]
    why: Annotated[str, "why they do not go together"]


@dataclass(frozen=True, slots=True)
class ClaimantPage:
    """A person, body or state: names, roles, claims, reversals."""

    shell: Annotated[Shell, "what stands around"]
    party: Annotated[Party, "its fullest name and its side"]
    kind: Annotated[str, "person, organization, group or place"]
    names: Annotated[tuple[NameRow, ...], "all its names"]
    roles: Annotated[tuple[NameRow, ...], "its roles"]
    reasons: Annotated[tuple[str, ...], "why names were joined"]
    reversals: Annotated[tuple[Reversal, ...], "where it says something else than before"]
    total: Annotated[str, "how many claims it makes"]
    notes: Annotated[tuple[Note, ...], "its claims, newest first"]
    more: Annotated[str, "link to the next page; empty at the end"]
    elsewhere: Annotated[tuple[Linked, ...], "link and words: claims that name it, its page as a place"]
    desk: Annotated[Desk, "who reviews"]
    who: Annotated[WhoForm, "who is who"]


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place: who said who held it over time, and where it lies."""

    shell: Annotated[Shell, "what stands around"]
    name: Annotated[str, "its fullest name"]
    where: Annotated[str, "coordinates with their precision, or that they are unknown"]
    within: Annotated[tuple[Linked, ...], "the places that contain it, nearest first"]
    inside: Annotated[tuple[Linked, ...], "places in it that claims speak of, most spoken of first"]
    names: Annotated[tuple[NameRow, ...], "all its names"]
    disputes: Annotated[tuple[DisputeItem, ...], "disputes about it"]
    window: Annotated[str, "which days are drawn, where not all are"]
    timeline: Annotated[TimelineBlock | None, "who said who held it; None where nobody says"]
    earlier: Annotated[str, "link to earlier days; empty where there are none"]
    later: Annotated[str, "link to later days; empty where there are none"]
    map: Annotated[MapBlock | None, "where it lies; None where that is unknown"]
    elsewhere: Annotated[tuple[Linked, ...], "link and words: claims about it, its page as a claimant"]
    desk: Annotated[Desk, "who reviews"]
    who: Annotated[WhoForm, "who is who"]


@dataclass(frozen=True, slots=True)
class SpotRow:
    """A place of the map as a table row."""

    link: Annotated[str, "link to its page"]
    name: Annotated[str, "its name"]
    where: Annotated[str, "coordinates with their precision, or that they are unknown"]
    claims: Annotated[int, "how many claims speak of it or of what lies in it"]
    disputes: Annotated[tuple[Linked, ...], "link and question of the weightiest disputes about it"]
    others: Annotated[int, "how many more there are"]
    party: Annotated[Party | None, "who spoke last of who holds it; None where nobody does"]
    said: Annotated[str, "what was claimed then"]
    evidence: Annotated[str, "link to the marked words"]
    when: Annotated[str, "on which day"]


@dataclass(frozen=True, slots=True)
class MapPage:
    """Places of disputes, and those of which somebody says who holds them."""

    shell: Annotated[Shell, "what stands around"]
    box: Annotated[FilterBox, "filters"]
    about: Annotated[str, "how many are shown, or which"]
    map: Annotated[MapBlock | None, "the picture; None where no place has coordinates"]
    rows: Annotated[tuple[SpotRow, ...], "the same as a table, those with most disputes first"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Claims with one frame in one stretch of days."""

    claims: Annotated[int, "how many"]
    level: Annotated[int, "0 for none to 6 for most, in steps of equal ratio"]
    link: Annotated[str, "link to them"]
    words: Annotated[str, "the same in words"]


@dataclass(frozen=True, slots=True)
class FrameRow:
    """One frame over time."""

    frame: Annotated[str, "the frame"]
    link: Annotated[str, "link to all claims with it"]
    total: Annotated[int, "how many claims in the days that are shown"]
    cells: Annotated[tuple[Cell, ...], "its claims by stretch of days"]


@dataclass(frozen=True, slots=True)
class DaysPage:
    """Claims by frame and day."""

    shell: Annotated[Shell, "what stands around"]
    box: Annotated[FilterBox, "filters"]
    about: Annotated[str, "which days are shown, in which steps"]
    heads: Annotated[tuple[str, ...], "the days, weeks or months"]
    rows: Annotated[tuple[FrameRow, ...], "the frames"]
    undated: Annotated[str, "how many claims have no day; empty where none"]
    earlier: Annotated[str, "link to earlier days; empty where there are none"]
    later: Annotated[str, "link to later days; empty where there are none"]


@dataclass(frozen=True, slots=True)
class RunItem:
    """One run of `counterclaim read`."""

    link: Annotated[str, "link to its log"]
    started: Annotated[str, "when it began"]
    state: Annotated[str, "that it was finished, or cut off, and what read"]
    inputs: Annotated[str, "what the user named"]
    outcomes: Annotated[tuple[Linked, ...], "link and words for each outcome with its number"]
    chosen: Annotated[bool, "whether its log is shown"]


@dataclass(frozen=True, slots=True)
class LogRow:
    """One record or file."""

    path: Annotated[str, "where it lay, with the line"]
    outcome: Annotated[str, "what became of it"]
    reason: Annotated[str, "why it was not read"]
    advice: Annotated[str, "what to do about it"]
    link: Annotated[str, "link to the report; empty where there is none"]


@dataclass(frozen=True, slots=True)
class ImportsPage:
    """What was read and what not, and why."""

    shell: Annotated[Shell, "what stands around"]
    runs: Annotated[tuple[RunItem, ...], "the latest runs"]
    about: Annotated[str, "which rows are shown"]
    rows: Annotated[tuple[LogRow, ...], "records and files of the run that is shown"]
    more: Annotated[str, "link to the next page; empty at the end"]


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """Why a page cannot be shown."""

    shell: Annotated[Shell, "what stands around"]
    message: Annotated[str, "what happened"]
    advice: Annotated[str, "what to do about it"]


@dataclass(frozen=True, slots=True)
class ApiPage:
    """What the API answers."""

    shell: Annotated[Shell, "what stands around"]
    calls: Annotated[tuple[tuple[str, str, str], ...], "method and address, title and meaning of each call"]

"""What the report's templates are given: one frozen record a thing shown, every field with its meaning.

Nothing here is HTML: text fields hold text as it was found, and the templates escape it. A test holds the templates and these
records to each other: no template asks for a field that is not here, and no field here is without a use.
"""

from dataclasses import dataclass, field
from typing import Any


def shown(meaning: str) -> Any:
    """A field with its meaning."""
    return field(metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True)
class Party:
    """A claimant as named beside claims."""

    name: str = shown("the claimant's name, or that the outlet speaks itself")
    tone: str = shown("the class that carries the colour of its side")
    side: str = shown("its side as reported, or that none is")
    link: str = shown("the fragment of its row among the people and bodies; empty where it has none")


@dataclass(frozen=True, slots=True)
class Carrier:
    """Another report that carries the same words."""

    outlet: str = shown("the outlet that carries them")
    evidence: str = shown("the fragment of the marked words there")


@dataclass(frozen=True, slots=True)
class Line:
    """One claim as a line in a list, one click from its marked words."""

    evidence: str = shown("the fragment of the marked words in their article")
    party: Party = shown("who claims it")
    stance: str = shown("what the claimant does with it: asserts, denies, …")
    answers: str = shown("whose claim is denied or confirmed; empty where nobody is named")
    gist: tuple[str, ...] = shown("each typed proposition as a phrase; empty where only the words are known")
    quote: str = shown("the words, shortened where they are long")
    direct: bool = shown("whether the words stand in quote marks in the report")
    time: str = shown("when it was said, else when it was published, else that neither is known")
    channel: str = shown("the channel that the sentence names; empty where it names none")
    chain: tuple[str, ...] = shown("the way of the words, from the claimant outwards to the outlet")
    unsure: bool = shown("whether the machine's confidence is under a half")
    carriers: tuple[Carrier, ...] = shown("other reports of the same dispatch with the same claim")


@dataclass(frozen=True, slots=True)
class SideColumn:
    """One answer to a dispute's question."""

    letter: str = shown("A, B, C, …")
    position: str = shown("the answer in words")
    parties: tuple[Party, ...] = shown("everyone who gives it, each once")
    weight: str = shown("reports, origins and voices: '14 reports, 2 origins, 3 voices'")
    channels: str = shown("the channels that it came through; empty where none is named")


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of a dispute: what each side said then, in the order of the sides."""

    label: str = shown("the day, or that it is unknown")
    cells: tuple[tuple[Line, ...], ...] = shown("for each side, its claims of that day")


@dataclass(frozen=True, slots=True)
class DisputeBlock:
    """A question on which claims stand against each other."""

    anchor: str = shown("its fragment")
    question: str = shown("the question")
    when: str = shown("the days that it spans")
    sides: tuple[SideColumn, ...] = shown("its sides")
    days: tuple[DayRow, ...] = shown("its claims day by day")
    reasons: tuple[str, ...] = shown("why its claims stand against each other, each reason once")


@dataclass(frozen=True, slots=True)
class DayBlock:
    """Everything that was said on one day."""

    anchor: str = shown("its fragment")
    label: str = shown("the day, or that it is unknown")
    summary: str = shown("how many claims, claimants and reports")
    lines: tuple[Line, ...] = shown("its claims, claimant by claimant")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an article's text that the same claims mark."""

    text: str = shown("the characters as they stand in the article")
    anchors: tuple[str, ...] = shown("fragments of the claims whose marked words begin here")
    role: str = shown(
        "content, cue or source; empty where nothing is marked; 'left' for words left out of a very long stretch"
    )
    tone: str = shown("the class with the colour of the innermost claimant's side")
    title: str = shown("who claims it and how, for a pointer that rests on it")
    of: tuple[str, ...] = shown("fragments of all the claims that mark it")


@dataclass(frozen=True, slots=True)
class Note:
    """A claim beside the paragraph where its words begin."""

    anchor: str = shown("its fragment")
    line: Line = shown("the claim")
    disputes: tuple[tuple[str, str], ...] = shown("fragment and question of each dispute in which it stands")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article."""

    kind: str = shown("headline, subheading, byline, paragraph, caption or furniture")
    segments: tuple[Segment, ...] = shown("its text in stretches")
    notes: tuple[Note, ...] = shown("claims whose words begin here")
    reason: str = shown("why furniture was left out; empty for the rest")


@dataclass(frozen=True, slots=True)
class ArticleBlock:
    """One report with the claims marked in its text."""

    anchor: str = shown("its fragment")
    title: str = shown("its title, or that it has none")
    facts: tuple[tuple[str, str], ...] = shown(
        "what is known of it: outlet, date, byline, credited agency, file, address; unknown is said"
    )
    origin: str = shown("that it is one of several reports of one dispatch; empty where it is not")
    siblings: tuple[tuple[str, str], ...] = shown("fragment and outlet of the other reports of that dispatch")
    language: str = shown("its language code, for hyphenation and screen readers; empty where unknown")
    paragraphs: tuple[Paragraph, ...] = shown("its blocks in reading order")
    claims: int = shown("how many claims it makes")


@dataclass(frozen=True, slots=True)
class Person:
    """A person, body, group or place with its names."""

    anchor: str = shown("its fragment")
    name: str = shown("its fullest name")
    kind: str = shown("person, organization, group or place")
    tone: str = shown("the class with the colour of its side")
    side: str = shown("its side as reported, or that none is")
    names: tuple[str, ...] = shown("its other names, as found")
    roles: tuple[str, ...] = shown("its roles, as reported")
    where: str = shown("coordinates with their precision; empty where it is no place or not on the map")
    claims: int = shown("how many claims it makes, or, for a place, how many speak of it")
    reasons: tuple[str, ...] = shown("why names were joined")


@dataclass(frozen=True, slots=True)
class Chip:
    """One claimant's claim on who holds a place on one day; the reports that carry it are one chip."""

    x: int = shown("units from the left")
    y: int = shown("units from the top")
    tone: str = shown("the class with the colour of the claimant's side")
    shape: str = shown("full, partial or denied: the extent claimed")
    letters: str = shown("up to two letters for the claimant's side")
    title: str = shown("who says what")
    evidence: str = shown("the fragment of the marked words")


@dataclass(frozen=True, slots=True)
class Lane:
    """Everything said of one holder."""

    title: str = shown("who is said to hold it")
    top: int = shown("units from the top")
    height: int = shown("units")
    chips: tuple[Chip, ...] = shown("its claims")


@dataclass(frozen=True, slots=True)
class TimelineColumn:
    """One day, or one silent stretch."""

    left: int = shown("units from the left")
    day: str = shown("the day and month")
    year: str = shown("the year; empty for a stretch")
    state: str = shown("contested, uncontested, fought or unspoken")
    words: str = shown("the state in words")


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One day as a table row, for those who do not see the picture."""

    day: str = shown("the day, or that it is unknown")
    state: str = shown("the state in words")
    said: tuple[tuple[str, str, str], ...] = shown("claimant, what is claimed, fragment of the marked words")


@dataclass(frozen=True, slots=True)
class TimelineBlock:
    """Who said who held a place, day by day."""

    anchor: str = shown("its fragment")
    place: str = shown("the place")
    width: int = shown("units")
    height: int = shown("units")
    column_width: int = shown("units that a day takes")
    columns: tuple[TimelineColumn, ...] = shown("the days")
    lanes: tuple[Lane, ...] = shown("claimed holders")
    rows: tuple[TimelineRow, ...] = shown("the same as a table")


@dataclass(frozen=True, slots=True)
class Bar:
    """One side's share of the claims on a place."""

    left: float = shown("units from the start of the bar")
    width: float = shown("units")
    tone: str = shown("the class with the side's colour")


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place that claims speak of."""

    x: float = shown("units from the left")
    y: float = shown("units from the top")
    radius: float = shown("units; grows with the number of claims")
    spread: float = shown("units around the point that its coordinates stand for; 0 for a town or spot")
    name: str = shown("its name")
    contested: bool = shown("whether a dispute is about it")
    label: tuple[float, float, str] = shown("where the label stands, and its text-anchor")
    note: str = shown("how many claims and disputes")
    bars: tuple[Bar, ...] = shown("whose claims they are, by side")
    link: str = shown("the fragment of its row among the places")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A larger town around, for orientation."""

    x: float = shown("units from the left")
    y: float = shown("units from the top")
    name: str = shown("its name")


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line of the graticule."""

    at: float = shown("units from the left or the top")
    upright: bool = shown("whether it is a meridian")
    label: str = shown("its degree")


@dataclass(frozen=True, slots=True)
class MapBlock:
    """Where the claims speak of."""

    width: int = shown("units")
    height: int = shown("units")
    lines: tuple[GridLine, ...] = shown("the graticule")
    points: tuple[MapPoint, ...] = shown("the places")
    neighbours: tuple[Neighbour, ...] = shown("towns for orientation")
    scale_km: int = shown("kilometres that the scale bar stands for")
    scale_width: float = shown("units that the scale bar takes")
    missing: tuple[str, ...] = shown("places that claims speak of and that have no coordinates")


@dataclass(frozen=True, slots=True)
class Tone:
    """An entry of the legend: a side and its colour."""

    name: str = shown("the side as reported")
    tone: str = shown("the class with its colour")
    pattern: str = shown("the hatching that stands for the colour where colours cannot be told apart")


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report."""

    title: str = shown("the title of the page")
    summary: str = shown("what was read, in one sentence")
    span: str = shown("the days that the reports span")
    gaps: tuple[str, ...] = shown(
        "what is unknown and matters: reports without a date, claims whose claimant is unknown"
    )
    legend: tuple[Tone, ...] = shown("sides and colours")
    disputes: tuple[DisputeBlock, ...] = shown("disputes, the most spoken of first")
    timelines: tuple[TimelineBlock, ...] = shown("who said who held what, day by day")
    map: MapBlock | None = shown("where the claims speak of; None where no place has coordinates")
    days: tuple[DayBlock, ...] = shown("all claims, day by day")
    articles: tuple[ArticleBlock, ...] = shown("the reports with their marked words")
    people: tuple[Person, ...] = shown("claimants and others: persons, bodies, groups")
    places: tuple[Person, ...] = shown("places")
    version: str = shown("the version of Counterclaim that made it")

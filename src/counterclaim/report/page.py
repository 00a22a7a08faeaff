"""What the report's templates are given: one frozen record a thing shown, every field with its meaning.

Nothing here is HTML: text fields hold text as it was found, and the templates escape it. A test holds the templates
and these records to each other: no template asks for a field that is not here, and no field here is without a use.
"""

from dataclasses import dataclass
from typing import Annotated

Linked = tuple[str, str]  # a link and what it says


@dataclass(frozen=True, slots=True)
class Party:
    """A claimant as named beside claims."""

    name: Annotated[str, "the claimant's name, or that the outlet speaks itself"]
    tone: Annotated[str, "the class that carries the colour of its side"]
    side: Annotated[str, "its side as reported, or that none is"]
    link: Annotated[str, "the link to what is known of it; empty where that has no place"]


@dataclass(frozen=True, slots=True)
class Carrier:
    """Another report that carries the same words."""

    outlet: Annotated[str, "the outlet that carries them, or that the same report says so again"]
    evidence: Annotated[str, "the link to the marked words there"]


@dataclass(frozen=True, slots=True)
class Line:
    """One claim as a line in a list, one click from its marked words."""

    evidence: Annotated[str, "the link to the marked words in their article"]
    party: Annotated[Party, "who claims it"]
    stance: Annotated[str, "what the claimant does with it: asserts, denies, …"]
    answers: Annotated[str, "whose claim is denied or confirmed; empty where nobody is named"]
    gist: Annotated[tuple[str, ...], "each typed proposition as a phrase; empty where only the words are known"]
    quote: Annotated[str, "the words, shortened where they are long"]
    direct: Annotated[bool, "whether the words stand in quote marks in the report"]
    time: Annotated[str, "when it was said, else when it was published, else that neither is known"]
    channel: Annotated[str, "the channel that the sentence names; empty where it names none"]
    chain: Annotated[tuple[str, ...], "the way of the words, from the claimant outwards to the outlet"]
    unsure: Annotated[bool, "whether the machine's confidence is under a half and no person vouches for it"]
    review: Annotated[str, "what a person has said of it; empty where nobody has looked"]
    carriers: Annotated[tuple[Carrier, ...], "other reports of the same dispatch with the same claim"]


@dataclass(frozen=True, slots=True)
class SideColumn:
    """One answer to a dispute's question."""

    letter: Annotated[str, "A, B, C, …"]
    position: Annotated[str, "the answer in words"]
    parties: Annotated[tuple[Party, ...], "those who give it, each once, as many as are named there"]
    weight: Annotated[str, "reports, origins and voices: '14 reports, 2 origins, 3 voices'"]
    channels: Annotated[str, "the channels that it came through; empty where none is named, and in lists"]
    others: Annotated[int, "how many more give it"] = 0


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of a dispute: what each side said then, in the order of the sides."""

    label: Annotated[str, "the day, or that it is unknown"]
    cells: Annotated[tuple[tuple[Line, ...], ...], "for each side, its claims of that day"]
    rest: Annotated[
        tuple[Linked, ...],
        "for each side, link and words to the rest of that day; empty where all is shown",
    ] = ()


@dataclass(frozen=True, slots=True)
class DisputeBlock:
    """A question on which claims stand against each other."""

    anchor: Annotated[str, "its fragment"]
    question: Annotated[str, "the question"]
    when: Annotated[str, "the days that it spans; empty where the question names them"]
    sides: Annotated[tuple[SideColumn, ...], "its sides"]
    days: Annotated[tuple[DayRow, ...], "its claims day by day"]
    reasons: Annotated[tuple[str, ...], "why its claims stand against each other, each reason once"]


@dataclass(frozen=True, slots=True)
class DayBlock:
    """Everything that was said on one day."""

    anchor: Annotated[str, "its fragment"]
    label: Annotated[str, "the day, or that it is unknown"]
    summary: Annotated[str, "how many claims, claimants and reports"]
    lines: Annotated[tuple[Line, ...], "its claims, claimant by claimant"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an article's text that the same claims mark."""

    text: Annotated[str, "the characters as they stand in the article"]
    anchors: Annotated[tuple[str, ...], "fragments of the claims whose marked words begin here"]
    role: Annotated[
        str, "content, cue or source; empty where nothing is marked; 'left' for words left out of a very long stretch"
    ]
    tone: Annotated[str, "the class with the colour of the innermost claimant's side"]
    title: Annotated[str, "who claims it and how, for a pointer that rests on it"]
    of: Annotated[tuple[str, ...], "fragments of all the claims that mark it"]


@dataclass(frozen=True, slots=True)
class Note:
    """A claim beside the paragraph where its words begin."""

    anchor: Annotated[str, "its fragment"]
    line: Annotated[Line, "the claim"]
    disputes: Annotated[tuple[Linked, ...], "link and question of each dispute in which it stands"]
    page: Annotated[str, "link to how others stand to it; empty where there is no such page"] = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article."""

    kind: Annotated[str, "headline, subheading, byline, paragraph, caption or furniture"]
    segments: Annotated[tuple[Segment, ...], "its text in stretches"]
    notes: Annotated[tuple[Note, ...], "claims whose words begin here"]
    reason: Annotated[str, "why furniture was left out; empty for the rest"]


@dataclass(frozen=True, slots=True)
class ArticleBlock:
    """One report with the claims marked in its text."""

    anchor: Annotated[str, "its fragment"]
    title: Annotated[str, "its title, or that it has none"]
    headed: Annotated[bool, "whether the title stands among the paragraphs"]
    facts: Annotated[
        tuple[tuple[str, str], ...],
        "what is known of it: outlet, date, byline, credited agency, file, address; unknown is said",
    ]
    origin: Annotated[str, "that it is one of several reports of one dispatch; empty where it is not"]
    siblings: Annotated[tuple[Linked, ...], "link and outlet of the other reports of that dispatch"]
    language: Annotated[str, "its language code, for hyphenation and screen readers; empty where unknown"]
    paragraphs: Annotated[tuple[Paragraph, ...], "its blocks in reading order"]
    claims: Annotated[int, "how many claims it makes"]


@dataclass(frozen=True, slots=True)
class Person:
    """A person, body, group or place with its names."""

    anchor: Annotated[str, "its fragment"]
    party: Annotated[Party, "its fullest name and its side"]
    kind: Annotated[str, "person, organization, group or place"]
    names: Annotated[tuple[str, ...], "its other names, as found"]
    roles: Annotated[tuple[str, ...], "its roles, as reported"]
    where: Annotated[str, "coordinates with their precision; empty where it is no place or not on the map"]
    claims: Annotated[int, "how many claims it makes, or, for a place, how many speak of it"]
    reasons: Annotated[tuple[str, ...], "why names were joined"]


@dataclass(frozen=True, slots=True)
class Chip:
    """One claimant's claim on who holds a place on one day; the reports that carry it are one chip."""

    x: Annotated[int, "units from the left"]
    y: Annotated[int, "units from the top"]
    tone: Annotated[str, "the class with the colour of the claimant's side"]
    shape: Annotated[str, "full, partial or denied: the extent claimed"]
    letters: Annotated[str, "up to two letters for the claimant's side"]
    name: Annotated[str, "the claimant, cut to the room beside the square; empty where there is none"]
    title: Annotated[str, "who says what"]
    evidence: Annotated[str, "the link to the marked words"]


@dataclass(frozen=True, slots=True)
class Lane:
    """Everything said of one holder."""

    title: Annotated[str, "who is said to hold it"]
    top: Annotated[int, "units from the top"]
    height: Annotated[int, "units"]
    chips: Annotated[tuple[Chip, ...], "its claims"]


@dataclass(frozen=True, slots=True)
class TimelineColumn:
    """One day, or one silent stretch."""

    left: Annotated[int, "units from the left"]
    day: Annotated[str, "the day and month"]
    year: Annotated[str, "the year; empty for a stretch"]
    state: Annotated[str, "contested, uncontested, fought or unspoken"]
    words: Annotated[str, "the state in words"]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One day as a table row, for those who do not see the picture."""

    day: Annotated[str, "the day, or that it is unknown"]
    state: Annotated[str, "the state in words"]
    said: Annotated[tuple[tuple[str, str, str], ...], "claimant, what is claimed, link to the marked words"]


@dataclass(frozen=True, slots=True)
class TimelineBlock:
    """Who said who held a place, day by day."""

    anchor: Annotated[str, "its fragment"]
    place: Annotated[str, "the place"]
    width: Annotated[int, "units"]
    height: Annotated[int, "units"]
    column_width: Annotated[int, "units that a day takes"]
    columns: Annotated[tuple[TimelineColumn, ...], "the days"]
    lanes: Annotated[tuple[Lane, ...], "claimed holders"]
    rows: Annotated[tuple[TimelineRow, ...], "the same as a table"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One side's share of the claims on a place."""

    left: Annotated[float, "units from the start of the bar"]
    width: Annotated[float, "units"]
    tone: Annotated[str, "the class with the side's colour"]


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place that claims speak of."""

    x: Annotated[float, "units from the left"]
    y: Annotated[float, "units from the top"]
    radius: Annotated[float, "units; grows with the number of claims"]
    spread: Annotated[float, "units around the point that its coordinates stand for; 0 for a town or spot"]
    name: Annotated[str, "its name"]
    contested: Annotated[bool, "whether a dispute is about it"]
    label: Annotated[tuple[float, float, str], "where the label stands, and its text-anchor; empty where none has room"]
    note: Annotated[str, "how many claims and disputes"]
    precision: Annotated[str, "how large an area its coordinates stand for"]
    bars: Annotated[tuple[Bar, ...], "whose claims they are, by side"]
    link: Annotated[str, "the link to what is known of it"]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A larger town around, for orientation."""

    x: Annotated[float, "units from the left"]
    y: Annotated[float, "units from the top"]
    name: Annotated[str, "its name"]


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line of the graticule."""

    at: Annotated[float, "units from the left or the top"]
    upright: Annotated[bool, "whether it is a meridian"]
    label: Annotated[str, "its degree"]


@dataclass(frozen=True, slots=True)
class MapBlock:
    """Where the claims speak of."""

    width: Annotated[int, "units"]
    height: Annotated[int, "units"]
    lines: Annotated[tuple[GridLine, ...], "the graticule"]
    points: Annotated[tuple[MapPoint, ...], "the places"]
    neighbours: Annotated[tuple[Neighbour, ...], "towns for orientation"]
    scale_km: Annotated[int, "kilometres that the scale bar stands for"]
    scale_width: Annotated[float, "units that the scale bar takes"]
    beyond: Annotated[tuple[str, ...], "places that lie beyond the picture, such as whole countries"]
    missing: Annotated[tuple[str, ...], "places that claims speak of and that have no coordinates"]


@dataclass(frozen=True, slots=True)
class Tone:
    """An entry of the legend: a side and its colour."""

    name: Annotated[str, "the side as reported"]
    tone: Annotated[str, "the class with its colour"]
    pattern: Annotated[str, "the hatching that stands for the colour where colours cannot be told apart"]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report."""

    title: Annotated[str, "the title of the page"]
    summary: Annotated[str, "what was read, in one sentence"]
    span: Annotated[str, "the days that the reports span"]
    gaps: Annotated[
        tuple[str, ...], "what is unknown and matters: reports without a date, claims whose claimant is unknown"
    ]
    legend: Annotated[tuple[Tone, ...], "sides and colours"]
    disputes: Annotated[tuple[DisputeBlock, ...], "disputes, the most spoken of first"]
    timelines: Annotated[tuple[TimelineBlock, ...], "who said who held what, day by day"]
    map: Annotated[MapBlock | None, "where the claims speak of; None where no place has coordinates"]
    days: Annotated[tuple[DayBlock, ...], "all claims, day by day"]
    articles: Annotated[tuple[ArticleBlock, ...], "the reports with their marked words"]
    people: Annotated[tuple[Person, ...], "claimants and others: persons, bodies, groups"]
    places: Annotated[tuple[Person, ...], "places"]
    version: Annotated[str, "the version of Counterclaim that made it"]

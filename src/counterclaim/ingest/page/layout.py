"""Page text → blocks, and what the page says of itself.

Enters decoded text and what is known of it already; leaves a `Page` whose blocks, in reading order, cover every
character that is not white space and never overlap. Nothing is refused: where nothing speaks against a line, it is
read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from counterclaim.ingest.dates import edtf_day
from counterclaim.ingest.page.credits import closing_credit, is_agency, lone_credit, picture_credit, source_line
from counterclaim.ingest.page.furniture import why_furniture
from counterclaim.ingest.page.headline import Headline, find_headline, key_of, repeats
from counterclaim.ingest.page.lines import Line, lines_of, script_of
from counterclaim.ingest.page.publisher import first_publisher, rights_holder
from counterclaim.ingest.page.signature import (
    DateLine,
    Dateline,
    brief_openings,
    byline_of,
    correspondent_of,
    date_line,
    dateline_of,
    dotted_stamps,
    opens_turn,
    time_stamp,
    turn_labels,
)
from counterclaim.ingest.page.zones import Zones, after_ending, in_body, in_header, in_tail, short_runs, zones_of
from counterclaim.model import Block, BlockKind, Span

_SHORTEST_CAPTION = 7
_LONGEST_DATED = 10
_WHOLE_WORD = 6  # letters
_LEAD = 2  # paragraphs, a summary and the first
HEADING, SECTIONS = 5, 2  # words of a heading in capitals, and how many of them make sections
_AFTER = "stands in a part of the page after the report"


@dataclass(frozen=True, slots=True)
class Page:
    """Blocks of one text and what it says of itself. `published` is an EDTF day, `publisher` whose page it says it is.

    `credited` is an agency; `bracketed` the name in the dateline's brackets, which is an agency or the outlet itself,
    `first` where it says that the report stood first.
    """

    blocks: tuple[Block, ...]
    headline: Span | None = None
    byline: str | None = None
    dateline: Span | None = None
    credited: str | None = None
    bracketed: str | None = None
    publisher: str | None = None
    first: str | None = None
    published: str | None = None


@dataclass(slots=True)
class _Marks:
    """What has been found so far about each line: kind and reason by line index."""

    kinds: dict[int, tuple[BlockKind, str]] = field(default_factory=dict)
    bylines: list[str] = field(default_factory=list)
    dates: list[tuple[int, DateLine]] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    closing: list[tuple[int, str]] = field(default_factory=list)
    publishers: list[tuple[int, str]] = field(default_factory=list)
    first: str | None = None
    opening: Dateline | None = None

    def free(self, lines: Sequence[Line]) -> list[Line]:
        return [line for line in lines if line.index not in self.kinds]

    def furniture(self, line: Line, reason: str) -> None:
        self.kinds.setdefault(line.index, (BlockKind.FURNITURE, reason))


def lay_out(text: str, *, title: str | None = None, extracted: bool = False) -> Page:
    """Divide one report's text.

    `title` is the headline where it is known from elsewhere. `extracted` says that a library has cut the body out of
    its page already, so that position is no reason to leave a line out.
    """
    lines = lines_of(text)
    marks = _Marks()
    _mark_alone(lines, marks)
    _mark_script(lines, marks)
    _mark_after(lines, marks)
    zones = zones_of(lines, frozenset(marks.kinds))
    headline = _known_headline(lines, title) if title else _headline(lines, marks, zones, extracted=extracted)
    if headline:
        why = "the title by the input" if title else "stands before the body where a headline does"
        marks.kinds[headline.line] = (BlockKind.HEADLINE, why)
    key = headline.key if headline else key_of(title or "")
    _mark_repeats(lines, marks, headline, key)
    if headline and not extracted:
        _mark_credit(lines, marks, zones, headline)
    _mark_places(lines, marks, zones, headline, extracted=extracted)
    marks.dates = [entry for entry in marks.dates if entry[1].first or extracted or _beside(entry[0], zones, headline)]
    marks.publishers = [entry for entry in marks.publishers if entry[0] > zones.first]  # above, it owns a picture
    return _page(text, lines, marks, headline)


def _beside(index: int, zones: Zones, headline: Headline | None) -> bool:
    """Does a bare date stand where a report's own does: below the headline, or right behind the body?

    One at the top of the page is the day on which the page was saved, others are those of other reports.
    """
    start = headline.line if headline else 0
    return start <= index <= zones.first or zones.last < index <= zones.last + 2


def _mark_alone(lines: Sequence[Line], marks: _Marks) -> None:
    """What a line shows by itself, wherever it stands."""
    labels = turn_labels(line.text for line in lines)
    for line in lines:
        if date := date_line(line):
            marks.dates.append((line.index, date))
            marks.furniture(line, "says when the page was published or changed")
        elif opens_turn(line.text, labels):
            continue
        elif (opening := dateline_of(line.text)) and opening.length >= len(line.text) and line.text[0] not in "([":
            marks.opening = marks.opening or opening
            marks.kinds[line.index] = (BlockKind.DATELINE, "opens the report with its place")
        elif agency := source_line(line):
            marks.credits.append(agency)
            marks.kinds[line.index] = (BlockKind.BYLINE, "credits an agency")
        elif byline := byline_of(line):
            marks.bylines.append(byline)
            marks.kinds[line.index] = (BlockKind.BYLINE, "says who wrote or edited the report")
        elif reason := why_furniture(line):
            marks.furniture(line, reason)
            if name := first_publisher(line.text) or rights_holder(line.text):
                if is_agency(name):
                    marks.credits.append(name)
                else:
                    marks.publishers.append((line.index, name))
                    marks.first = marks.first or first_publisher(line.text)
        elif picture_credit(line) == 0:
            marks.furniture(line, "picture credit")


def _mark_after(lines: Sequence[Line], marks: _Marks) -> None:
    """Comments, related articles and the like; their dates and names are not the report's."""
    for line in after_ending(lines, frozenset(marks.kinds)):
        marks.kinds[line.index] = (BlockKind.FURNITURE, marks.kinds.get(line.index, (None, _AFTER))[1] or _AFTER)
        marks.dates = [entry for entry in marks.dates if entry[0] != line.index]


def _mark_script(lines: Sequence[Line], marks: _Marks) -> None:
    """Lines in another script than the body: the parser reads one language."""
    body = script_of(" ".join(line.text for line in marks.free(lines) if line.prose))
    for line in marks.free(lines):
        if body and line.script not in (body, None):
            marks.furniture(line, "in another script than the body")


def _known_headline(lines: Sequence[Line], title: str) -> Headline | None:
    """A known headline is part of the text only as its first line."""
    if lines and lines[0].text == title.strip():
        return Headline(0, lines[0].span, key_of(title))
    return None


def _headline(lines: Sequence[Line], marks: _Marks, zones: Zones, *, extracted: bool) -> Headline | None:
    candidates = [
        line for line in marks.free(lines) if line.index < (min(1, zones.first) if extracted else zones.first)
    ]
    candidates = [line for line in candidates if picture_credit(line) is None and correspondent_of(line.text) is None]
    prose = [line for line in marks.free(lines) if line.prose]
    if not prose:
        first = next(iter(marks.free(lines)), None)
        alone = first is None or first.ends_sentence or len(lines) < 2
        return None if alone or first is None else find_headline([first], lines, frozenset(first.words))
    return find_headline(
        candidates,
        lines,
        _body_words(lines, marks),
        taken=frozenset(marks.kinds),
        above=None if extracted else _signed(marks, zones),
    )


def _body_words(lines: Sequence[Line], marks: _Marks) -> frozenset[str]:
    return frozenset(word for line in marks.free(lines) if line.prose for word in line.words if len(word) > 3)


def _signed(marks: _Marks, zones: Zones) -> int:
    """The line under which no headline stands: the nearest to the body that says when or by whom, else the body's
    first."""
    signed = [index for index, _ in marks.dates]
    signed += [index for index, (kind, _) in marks.kinds.items() if kind in (BlockKind.BYLINE, BlockKind.DATELINE)]
    return max((index for index in signed if index < zones.first), default=zones.first)


def _mark_credit(lines: Sequence[Line], marks: _Marks, zones: Zones, headline: Headline) -> None:
    """A name alone between headline and body: the agency whose report it is."""
    body = _body_words(lines, marks) - _only_told(lines, marks)
    between = [line for line in marks.free(lines) if headline.line < line.index < zones.first]
    named = [(line, agency) for line in between if (agency := lone_credit(line, body))]
    known = [(line, agency) for line, agency in named if is_agency(agency)]
    if _has_headings(lines, zones):  # "HIGHLIGHTS" above the first of several sections is one of their headings
        named = [(line, agency) for line, agency in named if not line.text.isupper()]
    placed = [] if known else _credit_of_two(lines, [line for line, _ in named])
    if placed:
        named = named[:-1]
    elif not known and named and _is_city(named[-1][1]):
        placed = [named.pop()[0]] * 2
    if placed:
        marks.kinds[placed[1].index] = (BlockKind.DATELINE, "says where the report was written")
    for line, agency in known or named[-1:]:
        marks.credits.append(agency)
        marks.kinds[line.index] = (BlockKind.BYLINE, "credits an agency")


def _is_city(name: str) -> bool:
    """ "ISTANBUL" above the report: whole words in capitals are a town's; agencies that nobody knows have initials."""
    return name.isupper() and len(name) >= _WHOLE_WORD


def _only_told(lines: Sequence[Line], marks: _Marks) -> frozenset[str]:
    """Names that the body has only where they were told something, as an agency is: "told Delta on Monday"."""
    text = "\n".join(line.text for line in marks.free(lines) if line.prose)
    told = {name.casefold() for name in re.findall(r"\b(?:told|tells) ([A-Z][\w’'-]+)", text)}
    return frozenset(
        name for name in told if len(re.findall(rf"(?<!told )(?<!tells )\b{name}\b", text, re.IGNORECASE)) == 0
    )


def _credit_of_two(lines: Sequence[Line], named: Sequence[Line]) -> Sequence[Line]:
    """A block of two bare names, as papers print an agency and below it the place where it wrote; else nothing.

    A section above the agency stands in a paragraph of its own.
    """
    if len(named) < 2 or any(" in " in line.text or "," in line.text for line in named[-2:]):
        return ()
    agency, place = named[-2:]
    below = lines[place.index + 1 : place.index + 2]
    alone = agency.gap and all(line.gap for line in below)
    return (agency, place) if alone and not place.gap and place.index == agency.index + 1 else ()


def _has_headings(lines: Sequence[Line], zones: Zones) -> bool:
    """Do lines in capitals divide the body into sections?"""
    inside = [line for line in lines if zones.first < line.index < zones.last]
    return sum(line.text.isupper() and line.size <= HEADING for line in inside) >= SECTIONS


def _mark_repeats(lines: Sequence[Line], marks: _Marks, headline: Headline | None, key: tuple[str, ...]) -> None:
    """Every further copy of the headline, without what follows in its credit."""
    for line in marks.free(lines):
        if headline and line.index == headline.line:
            continue
        credit = picture_credit(line)
        bare = Line(line.index, line.span, line.text[:credit]) if credit else line
        if repeats(bare, key) and not (line.prose and len(key_of(bare.text)) > len(key) + 2):
            marks.furniture(line, "repeats the headline")


def _mark_places(
    lines: Sequence[Line], marks: _Marks, zones: Zones, headline: Headline | None, *, extracted: bool
) -> None:
    """What a line is by where it stands."""
    taken = frozenset(marks.kinds)
    menus = short_runs(lines, zones, taken)
    contiguous = 0
    for line in lines:
        if line.index in marks.kinds:
            contiguous += marks.kinds[line.index][0] is BlockKind.FURNITURE
            continue
        if line.size >= _SHORTEST_CAPTION and picture_credit(line):
            decision = (BlockKind.CAPTION, "ends in a picture credit")
        elif line.index in menus and not extracted:
            decision = (BlockKind.FURNITURE, "one of a row of short lines, as menus are")
        elif (
            line.index < zones.first and not extracted and line.size <= _LONGEST_DATED and (day := edtf_day(line.text))
        ):
            marks.dates.append((line.index, DateLine(day, first=False)))
            decision = (BlockKind.FURNITURE, "says when the page was published or changed")
        elif line.index < zones.first and not extracted:
            near = headline is None or line.index > headline.line
            decision = in_header(line, after_headline=near)
            if near and (byline := byline_of(line, near_headline=True)):
                marks.bylines.append(byline)
                decision = (BlockKind.BYLINE, "says who wrote the report")
        elif line.index > zones.last and not extracted:
            decision = in_tail(line, contiguous)
        else:
            decision = in_body(line)
            contiguous = 0
        marks.kinds[line.index] = decision


def _page(text: str, lines: Sequence[Line], marks: _Marks, headline: Headline | None) -> Page:
    blocks: list[Block] = []
    dateline: Span | None = None
    paragraphs = 0
    dotted = dotted_stamps(lines)
    briefs = brief_openings(line.text for line in lines if marks.kinds[line.index][0] is BlockKind.PARAGRAPH)
    labels = turn_labels(line.text for line in lines)
    for line in lines:
        kind, reason = marks.kinds[line.index]
        if kind is BlockKind.HEADLINE and headline:
            blocks.extend(_around(text, line.span, headline.span, reason))
            continue
        start = line.span.start
        if kind is BlockKind.DATELINE:
            dateline = dateline or line.span
        if kind is BlockKind.PARAGRAPH:
            paragraphs += 1
            if stamp := time_stamp(line.text, dotted=dotted):
                blocks.append(
                    Block(_trimmed(text, start, start + stamp), BlockKind.FURNITURE, "says when it was posted")
                )
                start += stamp
            opening = dateline_of(text[start : line.span.end], first=paragraphs <= _LEAD)
            opening = None if opens_turn(text[start : line.span.end], labels) else opening
            if paragraphs <= 3 and dateline is None and opening:
                marks.opening = opening
                dateline = _trimmed(text, start, start + opening.length)
                blocks.append(Block(dateline, BlockKind.DATELINE, "opens the report with its place"))
                start += opening.length
            elif opening and text.startswith(tuple(briefs), start):
                place = _trimmed(text, start, start + opening.length)
                blocks.append(Block(place, BlockKind.DATELINE, "opens a report in brief with its place"))
                start += opening.length
        if start < line.span.end:
            blocks.extend(_with_credits(text, Span(start, line.span.end), (kind, reason), marks, paragraphs))
    marks.credits += [name for number, name in marks.closing if number >= paragraphs - 1]
    return _described(tuple(blocks), marks, headline, dateline)


def _described(blocks: tuple[Block, ...], marks: _Marks, headline: Headline | None, dateline: Span | None) -> Page:
    opening = marks.opening or Dateline(0, None, None)
    dates = [date for _, date in marks.dates]
    days = [date.day for date in dates if date.first] + [opening.day] + [date.day for date in dates]
    return Page(
        blocks=blocks,
        headline=headline.span if headline else None,
        byline=next(iter(marks.bylines), None),
        dateline=dateline,
        credited=next(iter(marks.credits), None),
        bracketed=opening.credit,
        publisher=next((name for _, name in marks.publishers), None),
        first=marks.first,
        published=next((day for day in days if day), None),
    )


def _around(text: str, line: Span, headline: Span, reason: str) -> list[Block]:
    """The headline and what stands before and behind it on its line."""
    blocks = []
    if text[line.start : headline.start].strip():
        blocks.append(
            Block(_trimmed(text, line.start, headline.start), BlockKind.FURNITURE, "breadcrumb before the headline")
        )
    blocks.append(Block(headline, BlockKind.HEADLINE, reason))
    if text[headline.end : line.end].strip():
        blocks.append(
            Block(_trimmed(text, headline.end, line.end), BlockKind.FURNITURE, "site name or label behind the headline")
        )
    return blocks


def _with_credits(text: str, span: Span, decision: tuple[BlockKind, str], marks: _Marks, paragraph: int) -> list[Block]:
    """A readable block, its closing picture credit or agency cut off."""
    kind, reason = decision
    if kind in (BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.DATELINE):
        return [Block(span, kind, reason)]
    words = span.of(text)
    credit = closing_credit(words)
    at = picture_credit(Line(0, span, words))
    if credit and credit[0] and kind is BlockKind.SUBHEADING:
        at = at or credit[0]  # no sentence: the agency's words are not these, so its picture is
    if at:
        head = _trimmed(text, span.start, span.start + at)
        return [
            Block(head, BlockKind.CAPTION, "ends in a picture credit"),
            Block(_trimmed(text, span.start + at, span.end), BlockKind.FURNITURE, "picture credit"),
        ]
    if credit:
        marks.closing.append((paragraph, credit[1]))
        if credit[0]:
            tail = _trimmed(text, span.start + credit[0], span.end)
            return [
                Block(Span(span.start, span.start + credit[0]), kind, reason),
                Block(tail, BlockKind.BYLINE, "credits an agency"),
            ]
    return [Block(span, kind, reason)]


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without white space at the ends."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, start + left + len(words.strip()))

"""Posts, diary leaves and messages that stand below a line with their writer: "Oskar Halm, 8 June, 04:10".

Enters the passages of an article; leaves one attribution for each entry, a span a paragraph, whose source is the name
in the line above it. Where the lines give only day or hour, the writer is whom the words above the first one name.
"""

import re
from collections.abc import Iterator, Sequence

from counterclaim.attribution.interviews import FIRST_PERSON, introduced, said_by, words_outside_quotes
from counterclaim.attribution.passages import Passage
from counterclaim.model import Attribution, Part, Span

ENTRIES = 2  # that a page has at least
LINE = 14  # words that a heading has at most
NAME = r"(?P<name>(?:[A-ZÀ-Þ][\w.'’\-]+|@\w+)(?: (?:of|de|the|van|von|al|el)|(?: [A-ZÀ-Þ][\w.'’\-]*)){0,5})"
# A month, and no side of "Grovers 2 Rovers 0".
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|tember|ember|ober)?\.?"
DAY = (
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:,? \d{4})?"
)
HOUR = r"(?:at )?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?"
WHEN = rf"(?:{DAY}(?:,? (?:in the )?(?:morning|noon|afternoon|evening|night))?|{HOUR})"
ASIDE = r"(?: ?[(\[][^()\[\]]{2,40}[)\]]|, [^,:]{3,40}?)?"
MARK = r"\s*(?:,|·|\||-|–|—|:|\bon\b)\s*"
SIGNED = re.compile(rf"^{NAME}{ASIDE}{MARK}{WHEN}(?:{MARK}{WHEN})?\s*:?$")
DATED = re.compile(rf"^{WHEN}(?:{MARK}{WHEN})?\s*[:.]?$")
WRITINGS = re.compile(
    r"\b(?:diary|diaries|channel|posts?|notebook|journal|log|logbook|blog|letters|notes)\b", re.IGNORECASE
)


def posted(passages: Sequence[Passage]) -> tuple[Attribution, ...]:
    """Every entry of the page; none where too few lines are of that kind."""
    body = [passage for passage in passages if passage.part is Part.TEXT]
    heads = {n: SIGNED.match(_line(passage)) for n, passage in enumerate(body)}
    named = {n: _name_in(body[n], found) for n, found in heads.items() if found}
    if len(named) >= ENTRIES:
        return tuple(said_by(who, entry) for who, entry in _entries(body, named))
    dated = [n for n, passage in enumerate(body) if DATED.match(_line(passage))]
    if len(dated) < ENTRIES or not dated[0]:
        return ()
    above = body[: dated[0]]
    who = introduced(above)
    told = any(WRITINGS.search(passage.text, passage.span.start, passage.span.end) for passage in above)
    entries = list(_entries(body, dict.fromkeys(dated, who))) if who and told else []
    own = sum(_speaks_of_itself(entry) for _, entry in entries)
    return tuple(said_by(who, entry) for who, entry in entries) if 2 * own > len(entries) else ()


def _line(passage: Passage) -> str:
    line = passage.text[passage.span.start : passage.span.end].strip()
    return line if len(line.split()) <= LINE else ""


def _name_in(passage: Passage, found: re.Match[str]) -> Span:
    start = passage.span.start
    return Span(start + found.start("name"), start + found.end("name"))


def _entries(body: Sequence[Passage], heads: dict[int, Span]) -> Iterator[tuple[Span, list[Passage]]]:
    """What stands below each of the lines, down to the next one or to words with a speaker of their own."""
    for n, who in heads.items():
        entry: list[Passage] = []
        for passage in body[n + 1 :]:
            if body.index(passage) in heads or passage.headline or _is_anothers(passage):
                break
            entry.append(passage)
        if entry:
            yield who, entry


def _is_anothers(passage: Passage) -> bool:
    """ "Sent by a reader: “…”": words and a colon, and all that follows between quote marks."""
    quote = passage.quotes[-1] if passage.quotes else None
    if quote is None or quote.outer.end < passage.span.end - 1:
        return False
    before = passage.text[passage.span.start : quote.outer.start].rstrip()
    return before.endswith(":") and len(before.split()) <= LINE


def _speaks_of_itself(entry: Sequence[Passage]) -> bool:
    return any(not FIRST_PERSON.isdisjoint(words_outside_quotes(passage)) for passage in entry)

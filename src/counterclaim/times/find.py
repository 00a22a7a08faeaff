"""A parsed article → its expressions of time."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from counterclaim.model import Article, Parsed, Part, Sentence, Span, Spans, TimeMention, Token
from counterclaim.times.anchor import Anchor, Tense
from counterclaim.times.clocks import Found
from counterclaim.times.compose import Context, compose
from counterclaim.times.partial import Partial
from counterclaim.times.sequence import last_day

LONG_AGO = 2  # years
YEARS_TOLD = 3
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LATELY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|tonight|(?:last|this) week)\b"
)
_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "would", "wo", "must", "should", "may", "might", "can"})
_PLANS = frozenset(("plan", "intend", "expect", "promise", "vow", "pledge", "schedule", "prepare", "aim", "hope",
                    "want", "due", "set", "go"))  # fmt: skip
# In the present these tell of a timetable: "the talks resume on Friday".
_TIMETABLE = frozenset(("begin", "start", "open", "reopen", "resume", "end", "close", "finish", "expire", "leave",
                        "depart", "arrive", "return", "rule", "vote", "meet", "run"))  # fmt: skip


def find_times(parsed: Parsed) -> tuple[TimeMention, ...]:
    """Every expression of time in the article, in reading order, against its dateline's day or its published date.

    Without either, relative words ("yesterday") are left out and open years are masked (`XXXX-05-25`).
    """
    return tuple(_times(parsed, parsed.sentences, _anchor(parsed.article)))


def times_said(parsed: Parsed, part: Part, spans: Spans, day: str) -> tuple[TimeMention, ...]:
    """The times within the spans of one part as they count from the day (EDTF) on which the words there were said.

    Empty where that is no one day, or the day that the article itself counts from.
    """
    anchor = Anchor.of(day)
    if anchor.date is None or anchor.date == _anchor(parsed.article).date:
        return ()
    over = [s for s in parsed.sentences if s.part is part and any(s.span.overlaps(span) for span in spans)]
    found = _times(parsed, over, anchor)
    return tuple(time for time in found if any(span.covers(time.span) for span in spans))


def _times(parsed: Parsed, sentences: Iterable[Sentence], anchor: Anchor) -> Iterator[TimeMention]:
    named: Partial | None = None
    told: tuple[int, Anchor] | None = None
    looks_back = _looks_back(parsed, anchor)
    for sentence in sentences:
        words, offset = parsed.words(sentence.part, sentence.span), sentence.span.start
        here = told[1] if told and (told[0] == sentence.block or looks_back) else None
        times = compose(words, Context(anchor, partial(_tense, sentence), partial(_dated, sentence), named, here))
        named = last_day(list(times)) or named
        ago = _long_ago(words, times, anchor)
        told = (sentence.block, ago) if ago else told
        for time in times:
            span = Span(time.start + offset, time.end + offset)
            yield TimeMention(sentence.part, span, time.stretch.edtf())


def _looks_back(parsed: Parsed, anchor: Anchor) -> bool:
    """Is the whole article on days of long ago: several such years, and no weekday?"""
    text = parsed.article.text
    years = [int(year) for year in _YEAR.findall(text)]
    past = [year for year in years if anchor.year is not None and anchor.year - year >= LONG_AGO]
    return len(past) >= YEARS_TOLD and not _LATELY.search(text)


def _long_ago(words: str, times: Iterable[Found], anchor: Anchor) -> Anchor | None:
    """The last time among them whose year stands there and lies two years back or more."""
    for time in reversed(list(times)):
        last = time.stretch.last
        written = last is not None and last.year is not None and str(last.year) in words[time.start : time.end]
        if last is not None and last.month is not None and written and anchor.year is not None:
            return Anchor(last.year, last.month, last.day) if anchor.year - (last.year or 0) >= LONG_AGO else None
    return None


def _anchor(article: Article) -> Anchor:
    """The day of the dateline where it has one, its year taken from the published date; else the published date."""
    published = Anchor.of(article.published)
    if article.dateline is None:
        return published
    words = article.dateline.of(article.text)
    times = compose(words, Context(published, lambda _: Tense.OPEN, lambda *_: True))
    day = last_day(list(times))
    return Anchor(day.year, day.month, day.day) if day else published


def _token_at(sentence: Sentence, offset: int) -> Token | None:
    return next((token for token in sentence.tokens if token.span.start <= offset < token.span.end), None)


def _dated(sentence: Sentence, start: int, end: int) -> bool:
    """Did the tagger take the words for a date? Offsets count from the sentence's start."""
    start, end = start + sentence.span.start, end + sentence.span.start
    return any(t.entity in ("DATE", "TIME") for t in sentence.tokens if t.span.start < end and start < t.span.end)


def _tense(sentence: Sentence, offset: int) -> Tense:
    """Which way the clause around the offset looks: by the nearest verb above it and that verb's auxiliaries."""
    token = _token_at(sentence, offset + sentence.span.start)
    if token is None:
        return Tense.OPEN
    for verb in sentence.ancestors(token):
        if verb.pos in ("VERB", "AUX") and (tense := _tense_of(sentence, verb, token)) is not None:
            return tense
    return Tense.OPEN


def _tense_of(sentence: Sentence, verb: Token, token: Token) -> Tense | None:
    """None where the verb does not say, and the one above it is asked."""
    helpers = [child for child in sentence.children(verb) if child.dep in ("aux", "auxpass")]
    if any(helper.text.lower() in _AHEAD for helper in helpers):
        return Tense.FUTURE
    if any(helper.text.lower() == "to" for helper in helpers):
        above = sentence.head(verb)
        return Tense.FUTURE if above.lemma in _PLANS or above.tag in ("VBP", "VBZ", "NN", "JJ") else None
    if verb.tag == "VBN" and verb.dep in ("acl", "amod"):
        return Tense.FUTURE if verb.lemma in _PLANS else Tense.PAST
    if verb.tag == "VBD" or (verb.tag == "VBN" and any(h.tag in ("VBD", "VBZ", "VBP") for h in helpers)):
        return Tense.PAST
    return Tense.FUTURE if _looks_ahead(verb, helpers, token) else None


def _looks_ahead(verb: Token, helpers: list[Token], token: Token) -> bool:
    """ "Is going to", "the talks resume on Friday"; "the deadline is Tuesday", where the day is what the subject is."""
    if verb.tag == "VBG":
        return verb.lemma == "go" and any(helper.lemma == "be" for helper in helpers)
    if verb.tag not in ("VBZ", "VBP") or helpers:
        return False
    return verb.lemma in _TIMETABLE or (verb.lemma == "be" and token.head == verb.i and token.dep == "attr")

"""Words of a report ⇄ where they stand in it now.

Enter spans and a text, or quoted words and a text; leave the one for the other. White space may have changed; letters
may not. Words that are no longer there have no place.
"""

import re
from collections.abc import Iterator, Sequence

from counterclaim.model import Quoted, Span, Spans


def quoted(spans: Spans, text: str) -> tuple[Quoted, ...]:
    """The words at these spans."""
    return tuple(Quoted(span.of(text), span.start) for span in spans)


def flat(words: str) -> str:
    """The words with single blanks."""
    return " ".join(words.split())


def places(words: Sequence[Quoted], text: str) -> Iterator[Spans]:
    """Every way in which the words, in their order, stand in the text: one for each place of the first of them."""
    if not words:
        return
    for first in _found(words[0], text):
        spans, at = [first], first.end
        for part in words[1:]:
            following = next(_found(part, text, at), None)
            if following is None:
                break
            spans.append(following)
            at = following.end
        else:
            yield tuple(spans)


def place(words: Sequence[Quoted], text: str, near: int | None = None) -> Spans:
    """Where the words stand, nearest to `near`, else to where they stood when quoted; empty where they do not."""
    wanted = near if near is not None or not words else words[0].at
    found = list(places(words, text))
    return min(found, key=lambda spans: (abs(spans[0].start - (wanted or 0)), spans[0].start), default=())


def inside(words: Sequence[Quoted], text: str, whole: Spans, moved: int = 0) -> Spans:
    """Where each of the words stands within `whole`, nearest to where it stood, shifted by `moved`; those that do."""
    found = []
    for part in words:
        options = [span for span in _found(part, text) if any(outer.covers(span) for outer in whole)]
        if options:
            found.append(min(options, key=lambda span: abs(span.start - part.at - moved)))
    return tuple(sorted(set(found)))


def clipped(spans: Spans, whole: Spans) -> Spans:
    """What of the spans lies within `whole`."""
    cut = ((max(a.start, b.start), min(a.end, b.end)) for a in spans for b in whole if a.overlaps(b))
    return tuple(sorted({Span(start, end) for start, end in cut}))


def _found(part: Quoted, text: str, start: int = 0) -> Iterator[Span]:
    pattern = re.compile(r"\s+".join(map(re.escape, part.words.split())))
    if pattern.pattern:
        for one in pattern.finditer(text, start):
            yield Span(*one.span())

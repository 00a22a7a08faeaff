"""Paragraphs with their sentences and quotations: the stretch within which a cue looks for its content.

Enters a `Parsed`; leaves one `Passage` a block, in reading order.
"""

from dataclasses import dataclass, replace
from itertools import groupby

from counterclaim.attribution.quotations import Quote, find_quotes
from counterclaim.model import BlockKind, Parsed, Part, Sentence, Span, Spans, shared

SPOKEN_WORDS = 5
HEADLINE_WORDS = 25
SINGLE_OPENERS = ("'", "‘")
AHEAD = 4000  # letters in which the next paragraphs are looked for


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph or headline. `text` is the whole text of its part, in which all offsets count."""

    part: Part
    block: int
    kind: BlockKind
    text: str
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]

    @property
    def headline(self) -> bool:
        """Does it stand above the report?"""
        return self.kind is BlockKind.HEADLINE

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.sentences[0].span.start, self.sentences[-1].span.end)

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation that holds the character at `offset`."""
        return next((quote for quote in self.quotes if quote.outer.start <= offset < quote.outer.end), None)

    def quoted(self, spans: Spans) -> float:
        """The share of the spans' characters that stand between quote marks, the marks included."""
        return shared(spans, tuple(quote.outer for quote in self.quotes)) / sum(map(len, spans))

    def spoken(self, quote: Quote) -> bool:
        """Is it speech, or a title, a nickname, a word held at arm's length?

        Speech runs over several words, or ends where a sentence does.
        """
        words = quote.inner.of(self.text)
        return len(words.split()) >= SPOKEN_WORDS or words[-1] in ",.?!…"


def passages(parsed: Parsed) -> tuple[Passage, ...]:
    """Every block that was parsed, in reading order."""
    found: list[Passage] = []
    for (part, block), group in groupby(parsed.sentences, key=lambda sentence: (sentence.part, sentence.block)):
        sentences = tuple(group)
        text = parsed.article.part(part)
        start, end = sentences[0].span.start, sentences[-1].span.end
        if part is Part.TEXT and block >= 0:
            limits = parsed.article.blocks[block].span
            start, end = limits.start, limits.end
        runs_on = _runs_on(text[end : end + AHEAD])
        opened = _left_open(found[-1]) if found and found[-1].part is part else ""
        quotes = find_quotes(text[start:end], start, runs_on=runs_on, opened=opened)
        found.append(Passage(part, block, sentences[0].kind, text, sentences, quotes))
    if found and not any(passage.headline for passage in found) and _stands_above(found[0]):
        found[0] = replace(
            found[0], kind=BlockKind.HEADLINE
        )  # nothing was marked: a short first line is what stands above
    return tuple(found)


def _runs_on(after: str) -> bool:
    """Does the next paragraph open with a single mark, or, that one having no marks, the next but one?"""
    if not after[:1].isspace():
        return False
    lines = [line.strip() for line in after.split("\n") if line.strip()][:2]
    plain = bool(lines) and not any(mark in lines[0] for mark in SINGLE_OPENERS)
    return any(line.startswith(SINGLE_OPENERS) for line in (lines if plain else lines[:1]))


def _left_open(passage: Passage) -> str:
    """The mark of a quotation that runs on past the paragraph, or nothing."""
    last = passage.quotes[-1] if passage.quotes else None
    return "" if last is None or last.closed else passage.text[last.outer.start : last.inner.start].strip()


def _stands_above(first: Passage) -> bool:
    """A short line that does not end like a sentence."""
    end = first.text[first.span.start : first.span.end].rstrip()[-1:]
    return len(first.sentences) == 1 and len(first.sentences[0].tokens) <= HEADLINE_WORDS and end not in '.!?:"”'

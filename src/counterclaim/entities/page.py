"""Finds the tokens under spans of a parsed article. Enters a `Parsed`; refuses nothing."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from counterclaim.entities.nations import Nations, shipped
from counterclaim.model import Article, BlockKind, Parsed, Part, Sentence, Span, Spans, Token


class Page:
    """One parsed article with its sentences findable by offset, and the nations that its reader knows."""

    def __init__(self, parsed: Parsed, nations: Nations | None = None) -> None:
        self.nations = nations or shipped()
        self.parsed = parsed
        self.article: Article = parsed.article
        self.sentences = parsed.sentences
        self._by_part = {part: [s for s in parsed.sentences if s.part is part] for part in Part}
        self._starts = {part: [s.span.start for s in found] for part, found in self._by_part.items()}

    def sentence_at(self, part: Part, offset: int) -> Sentence | None:
        """The sentence that holds `offset`, or the last one that begins before it."""
        at = bisect_right(self._starts[part], offset) - 1
        return self._by_part[part][at] if at >= 0 else None

    def sentences_in(self, part: Part, span: Span) -> Sequence[Sentence]:
        """The sentences that a span touches."""
        first = max(0, bisect_right(self._starts[part], span.start) - 1)
        stop = bisect_right(self._starts[part], span.end - 1)
        return [s for s in self._by_part[part][first:stop] if s.span.overlaps(span)]

    def tokens_in(self, part: Part, spans: Iterable[Span]) -> tuple[Sentence, tuple[Token, ...]] | None:
        """The tokens under the spans, of the first sentence that they touch; None if there are none."""
        for span in spans:
            for sentence in self.sentences_in(part, span):
                tokens = tuple(t for t in sentence.tokens if any(t.span.overlaps(s) for s in spans))
                if tokens:
                    return sentence, tokens
        return None

    def in_dateline(self, part: Part, span: Span) -> bool:
        """Does the span stand in the dateline, which says where the report was written and not who plays in it?"""
        dateline = self.article.dateline
        return dateline is not None and part is Part.TEXT and span.overlaps(dateline)

    def words(self, part: Part, span: Span) -> str:
        """The characters of one span."""
        return span.of(self.article.part(part))


def span_of(tokens: Sequence[Token]) -> Span:
    """From the first token to the end of the last."""
    return Span(tokens[0].span.start, tokens[-1].span.end)


def as_read(tokens: Sequence[Token], words: str) -> str:
    """The words over the tokens, those of a heading in capitals as the parser read them."""
    if not words.isupper():
        return words
    start, letters = tokens[0].span.start, list(words)
    for token in tokens:
        letters[token.span.start - start : token.span.end - start] = token.text
    return "".join(letters)


def begin(spans: Spans) -> int | None:
    """The first offset that the spans cover; None where there are none."""
    return min((span.start for span in spans), default=None)


def is_headline(sentence: Sentence) -> bool:
    """Is the sentence a headline, by its block or by most of its long words beginning with a capital?"""
    if sentence.kind is BlockKind.HEADLINE:
        return True
    if any(t.tag in ("VBD", "VBZ", "VBP") and t.text.islower() for t in sentence.tokens):
        return False
    if sentence.tokens[-1].text == ":":  # "The High Command of the Orvenian Armed Forces communicates:"
        return False
    long_words = [t for t in sentence.tokens if len(t.text) > 3 and t.text[0].isalpha()]
    capitals = sum(t.text[0].isupper() for t in long_words)
    return len(long_words) >= 5 and capitals >= 0.8 * len(long_words)

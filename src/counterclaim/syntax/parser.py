"""Parses the readable blocks of an article with spaCy's small English pipeline.

Enters an `Article`; leaves a `Parsed`. Each block is parsed alone, so that no sentence runs over a paragraph or into
furniture, and token offsets lead straight back to the article. Of headings in capitals the tokens are written as the
rest of the article would write them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from counterclaim.model import Article, BlockKind, Parsed, Part, Sentence, Span, Token
from counterclaim.syntax.pipeline import Analysed, Pipeline
from counterclaim.syntax.shouted import HEADINGS, forms_in, is_shouted, unshouted


class Parser:
    """A loaded pipeline; loading takes about a second, so keep one a process."""

    def __init__(self) -> None:
        self._pipeline = Pipeline()

    def parse(self, article: Article) -> Parsed:
        """Sentences with trees, lemmas and entity labels, in reading order."""
        stretches = list(_stretches(article))
        analyses = self._pipeline.read([text for _, _, _, _, text in stretches])
        sentences: list[Sentence] = []
        for (part, block, kind, offset, text), found in zip(stretches, analyses, strict=True):
            for start, end in _sentences(found):
                tokens = _tokens(found, range(start, end), offset, text)
                if tokens:
                    sentences.append(Sentence(len(sentences), part, block, kind, tokens))
        return Parsed(article, tuple(sentences))


def _stretches(article: Article) -> Iterator[tuple[Part, int, BlockKind, int, str]]:
    """Part, block index, kind, offset and text of everything that is to be read."""
    forms: Mapping[str, str] | None = None
    for part, index, kind, offset, text in _written(article):
        if kind in HEADINGS and is_shouted(text):
            forms = forms_in(article) if forms is None else forms
            text = unshouted(text, forms)  # noqa: PLW2901 - of the same length
        pieces = _semicolons(text) if kind in HEADINGS else ((0, len(text)),)
        yield from ((part, index, kind, offset + start, text[start:end]) for start, end in pieces)


def _semicolons(text: str) -> Iterator[tuple[int, int]]:
    """ "Town has fallen, rebels say; army says it holds": two sentences, which the parser would read as one."""
    start = 0
    for mark in re.finditer(r";(?=\s+\S)", text):
        before = text[: mark.start()]
        if before.count('"') % 2 == 0 and before.count("“") == before.count("”"):
            yield start, mark.end()
            start = mark.end()
    yield start, len(text)


def _written(article: Article) -> Iterator[tuple[Part, int, BlockKind, int, str]]:
    if article.title:
        yield Part.TITLE, -1, BlockKind.HEADLINE, 0, article.title
    for index, block in enumerate(article.blocks):
        if block.kind not in (BlockKind.FURNITURE, BlockKind.BYLINE):
            yield Part.TEXT, index, block.kind, block.span.start, block.span.of(article.text)


def _sentences(found: Analysed) -> Iterator[tuple[int, int]]:
    """First token and end of each sentence."""
    starts = [i for i, opens in enumerate(found.opens_sentence) if opens or i == 0]
    return zip(starts, [*starts[1:], len(found.offsets)], strict=True)


def _tokens(found: Analysed, run: range, offset: int, text: str) -> tuple[Token, ...]:
    """Our tokens of one sentence, without white space; heads count within the tokens that are kept."""
    place = {i: number for number, i in enumerate(i for i in run if not found.is_space[i])}
    tokens = []
    for i, number in place.items():
        start = found.offsets[i]
        end = start + found.lengths[i]
        pos, lemma = found.words[i]
        entity, begins = found.marks[i]
        tokens.append(
            Token(
                number,
                Span(offset + start, offset + end),
                text[start:end],
                lemma,
                pos,
                found.tags[i],
                found.deps[i],
                place.get(i + found.heads[i], number),
                entity,
                begins,
            )
        )
    return (_common(tokens), *tokens[1:]) if tokens else ()


def _common(tokens: list[Token]) -> Token:
    """The first word; "Rockets", "Rebels" at the start of a sentence is no name where the tagger's own labels make it
    none."""
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else None
    compound = second is not None and second.tag in ("NNP", "NNPS")
    if first.tag != "NNPS" or first.entity or compound:
        return first
    return replace(first, tag="NNS", pos="NOUN", lemma=first.text.lower().removesuffix("s"))

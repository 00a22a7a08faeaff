"""A parsed article: sentences of tokens with a dependency tree, free of the library that made them.

Labels are those of spaCy's English models: Penn Treebank tags, universal part-of-speech tags, ClearNLP dependency
labels, OntoNotes entity labels.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from counterclaim.model.article import Article, BlockKind
from counterclaim.model.span import Part, Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    `i` and `head` index the sentence's tokens (a root is its own head); `span` counts in the article's part.
    """

    i: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""
    begins_entity: bool = False


@dataclass(frozen=True)
class Sentence:
    """One sentence.

    `block` indexes `Article.blocks` (-1 for a title set apart); `index` counts in the parsed article.
    """

    index: int
    part: Part
    block: int
    kind: BlockKind
    tokens: tuple[Token, ...]

    @cached_property
    def span(self) -> Span:
        """From the first token's first character to the last one's end."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        return tuple(map(tuple, children))

    @property
    def root(self) -> Token:
        """The head of the sentence."""
        return next(token for token in self.tokens if token.head == token.i)

    def head(self, token: Token) -> Token:
        """The token that this one hangs on; itself for the root."""
        return self.tokens[token.head]

    def children(self, token: Token) -> tuple[Token, ...]:
        """Direct dependents, left to right."""
        return tuple(self.tokens[i] for i in self._children[token.i])

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The token and all that hangs on it, left to right."""
        found, waiting = [], [token.i]
        while waiting:
            i = waiting.pop()
            found.append(i)
            waiting.extend(self._children[i])
        return tuple(self.tokens[i] for i in sorted(found))

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The token's head, that one's head, and so on up to the root."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def entities(self) -> tuple[tuple[Token, ...], ...]:
        """Runs of tokens that the tagger took for one named entity."""
        runs: list[list[Token]] = []
        for token in self.tokens:
            if token.entity and (token.begins_entity or not runs or runs[-1][-1].i != token.i - 1):
                runs.append([token])
            elif token.entity:
                runs[-1].append(token)
        return tuple(map(tuple, runs))


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article with its sentences in reading order; furniture has none."""

    article: Article
    sentences: tuple[Sentence, ...]

    def words(self, part: Part, span: Span) -> str:
        """The characters of one span."""
        return span.of(self.article.part(part))

    def sentence_at(self, part: Part, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`, if one does."""
        # A title set apart is read first, so its sentences stand before those of the text.
        place = bisect_right(
            self.sentences,
            (part is Part.TEXT, offset),
            key=lambda sentence: (sentence.part is Part.TEXT, sentence.span.start),
        )
        found = self.sentences[place - 1] if place else None
        return found if found and found.part is part and offset < found.span.end else None

"""Articles of our own for the tests of names and speakers, with attributions put where the test says."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from counterclaim.entities import Gazetteer, resolve
from counterclaim.model import (
    Article,
    Attribution,
    Block,
    BlockKind,
    Cast,
    Entity,
    Parsed,
    Part,
    Provenance,
    Quotation,
    Ref,
    Run,
    Span,
    Stance,
)  # fmt: skip
from counterclaim.syntax import Parser

Said = tuple[str, str, str]  # source, cue and content as they stand in the text; an empty source or cue is absent


@dataclass(frozen=True)
class Scene:
    """A resolved text: its cast, and the speakers in the order of the attributions given."""

    parsed: Parsed
    attributions: tuple[Attribution, ...]
    cast: Cast

    @property
    def speakers(self) -> list[str | None]:
        return [ref.name if ref else None for ref in self.cast.speakers]

    def ref(self, at: int) -> Ref:
        found = self.cast.speakers[at]
        assert found is not None
        return found

    def entity(self, name: str) -> Entity:
        return next(entity for entity in self.cast.entities if entity.name == name)

    @property
    def names(self) -> list[str]:
        return [entity.name for entity in self.cast.entities]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def article_of(text: str) -> Article:
    blocks = tuple(Block(Span(m.start(), m.end()), BlockKind.PARAGRAPH) for m in re.finditer(r"\S[^\n]*", text))
    return Article("own.txt", text, blocks, Provenance("own.txt", "text/plain", "0" * 64), (Run(0, 0, len(text)),))


def attributions_in(text: str, said: Sequence[Said], relayed: Sequence[str] = ()) -> tuple[Attribution, ...]:
    """Spans of the words given, each looked for after the one before, so that "he said" can stand twice."""
    found, at = [], 0
    for source, cue, content in said:
        near = text.index(content, at)
        spans = [_nearest(text, words, near, len(content)) for words in (source, cue)]
        span = Span(near, near + len(content))
        found.append(
            Attribution(
                Part.TEXT, spans[0], spans[1], (span,), Quotation.INDIRECT, Stance.ASSERTS, 1.0, None, tuple(relayed)
            )
        )
        at = near + 1
    return tuple(found)


def _nearest(text: str, words: str, near: int, length: int) -> tuple[Span, ...]:
    """The occurrence of a source or cue closest to its content."""
    if not words:
        return ()
    starts = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    outside = [s for s in starts if not near <= s < near + length]
    best = min(outside, key=lambda s: near - s - len(words) if s < near else s - near - length)
    return (Span(best, best + len(words)),)


@pytest.fixture(scope="session")
def scene(parser: Parser, gazetteer: Gazetteer) -> Callable[..., Scene]:
    """Parses a text of paragraphs and resolves the attributions named by their words."""

    def make(text: str, *said: Said, relayed: Sequence[str] = ()) -> Scene:
        parsed = parser.parse(article_of(text))
        attributions = attributions_in(text, said, relayed)
        return Scene(parsed, attributions, resolve(parsed, attributions, gazetteer))

    return make

"""Small articles of our own, parsed, and their attributions in plain words."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from counterclaim.attribution import attribute
from counterclaim.model import Article, Attribution, Block, BlockKind, Parsed, Part, Provenance, Run, Span, Spans
from counterclaim.syntax import Parser


@dataclass(frozen=True)
class Heard:
    """One attribution in words; parts of a split content are joined by a stroke."""

    source: str
    cue: str
    content: str
    attribution: Attribution


def article(text: str, *, headline: bool = False, title: str | None = None) -> Article:
    """An article whose paragraphs are its lines; with `headline`, the first stands above the rest."""
    lines = [Span(found.start(), found.end()) for found in re.finditer(r"\S[^\n]*", text)]
    blocks = tuple(
        Block(span, BlockKind.HEADLINE if headline and n == 0 else BlockKind.PARAGRAPH) for n, span in enumerate(lines)
    )
    provenance = Provenance("report.txt", "text/plain", "0" * 64)
    return Article("report.txt", text, blocks, provenance, (Run(0, 0, len(text)),), title=title, language="en")


@pytest.fixture(scope="session")
def parse() -> Callable[..., Parsed]:
    """Text → parsed article, with one pipeline for all tests."""
    parser = Parser()

    def parsed(text: str, *, headline: bool = False, title: str | None = None) -> Parsed:
        return parser.parse(article(text, headline=headline, title=title))

    return parsed


@pytest.fixture(scope="session")
def hear(parse: Callable[..., Parsed]) -> Callable[..., list[Heard]]:
    """Text → who says what in it."""

    def heard(text: str, *, headline: bool = False, title: str | None = None, thoughts: bool = False) -> list[Heard]:
        parsed = parse(text, headline=headline, title=title)

        def words(part: Part, spans: Spans) -> str:
            return " / ".join(parsed.words(part, span) for span in spans)

        return [
            Heard(words(one.part, one.source), words(one.part, one.cue), words(one.part, one.content), one)
            for one in attribute(parsed, thoughts=thoughts)
        ]

    return heard

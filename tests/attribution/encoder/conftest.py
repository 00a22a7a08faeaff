"""Paragraphs without a parser: sentences end at a full stop, words at blanks."""

import re
from collections.abc import Callable

import pytest

from counterclaim.attribution.passages import Passage
from counterclaim.attribution.quotations import find_quotes
from counterclaim.model import BlockKind, Part, Sentence, Span, Token

WORD = re.compile(r"[^\s.]+|\.")


def _sentence(index: int, words: list[re.Match[str]]) -> Sentence:
    tokens = tuple(
        Token(i, Span(word.start(), word.end()), word.group(), word.group(), "NOUN", "NN", "dep", 0)
        for i, word in enumerate(words)
    )
    return Sentence(index, Part.TEXT, 0, BlockKind.PARAGRAPH, tokens)


def _sentences(text: str, line: re.Match[str]) -> list[Sentence]:
    found: list[Sentence] = []
    held: list[re.Match[str]] = []
    for word in WORD.finditer(text, line.start(), line.end()):
        held.append(word)
        if word.group() == ".":
            found.append(_sentence(len(found), held))
            held = []
    return [*found, _sentence(len(found), held)] if held else found


@pytest.fixture(scope="session")
def paragraphs() -> Callable[[str], list[Passage]]:
    """Text → one passage a line, with its quotations."""

    def made(text: str) -> list[Passage]:
        return [
            Passage(
                Part.TEXT, n, BlockKind.PARAGRAPH, text, tuple(_sentences(text, line)),
                find_quotes(line.group(), line.start()),
            )
            for n, line in enumerate(re.finditer(r"\S[^\n]*", text))
        ]  # fmt: skip

    return made

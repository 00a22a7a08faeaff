"""The shared scorers' own rules, so that a claim counts as right here exactly when it does there."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.accuracy import SHARED
from bench.errors.records import Read, Said, Spans, Told

ENOUGH_WORDS, ENOUGH_CHARACTERS, ENOUGH_SOURCE = 0.5, 0.8, 0.5  # as the scorers have them
Score = Callable[[Any, Any], float]
Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Rules:
    """How words, characters and names are compared, and how marked claims are paired with exported ones."""

    pair: Callable[[Sequence[Any], Sequence[Any], Score], Pairs]
    word_f1: Callable[[str, str], float]
    overlap_f1: Callable[[Spans, Spans], float]
    same_name: Callable[[str, str | None], bool]
    trimmed: Callable[[str, Spans], Sequence[tuple[int, int]]]

    def words(self, marked: Said, found: Read) -> float:
        """CED-1K: how well the words agree; 0 where too little."""
        value = self.word_f1(marked.words, found.words)
        return value if value >= ENOUGH_WORDS else 0.0

    def claim(self, marked: Said, found: Read) -> float:
        """CED-1K: the same, for the right claimant only."""
        return self.words(marked, found) if self.same_name(marked.claimant, found.name) else 0.0

    def content(self, marked: Told, found: Read) -> float:
        """PolNeAR: how well the contents agree; 0 where too little."""
        value = self.overlap_f1(marked.content, found.content)
        return value if value >= ENOUGH_CHARACTERS else 0.0

    def source(self, marked: Told, found: Read) -> bool:
        """PolNeAR: is the source the marked one, or is there none on either side?"""
        if not marked.source and not found.source:
            return True
        return self.overlap_f1(marked.source, found.source) >= ENOUGH_SOURCE

    def relation(self, marked: Told, found: Read) -> float:
        """PolNeAR: the right content with the right source."""
        return self.content(marked, found) if self.source(marked, found) else 0.0

    def trim(self, text: str, spans: Spans) -> Spans:
        """Spans without outer blanks and quote marks."""
        return tuple(self.trimmed(text, spans))


def shared_rules(folder: Path = SHARED / "score") -> Rules:
    """The rules of the scorers in that folder."""
    sys.path.insert(0, str(folder))
    try:
        common, attributions = import_module("common"), import_module("attributions")
    finally:
        sys.path.remove(str(folder))
    return Rules(common.pair, common.word_f1, common.overlap_f1, common.same_name, attributions.trimmed)

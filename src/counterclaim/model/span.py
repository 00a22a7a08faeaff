"""Where words stand: half-open ranges of Unicode code points in one part of an article."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Which text of an article a span counts in."""

    TEXT = "text"
    TITLE = "title"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in code points; never empty, never negative."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Do the two share at least one character?"""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Does the other lie wholly inside this one?"""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def shared(left: Spans, right: Spans) -> int:
    """Characters that both cover; the spans of each side must not overlap one another."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)


def likeness(left: Spans, right: Spans) -> float:
    """F1 of the characters that both cover: 0 where they share none, 1 where they are the same."""
    return 2 * shared(left, right) / (sum(map(len, left)) + sum(map(len, right)))

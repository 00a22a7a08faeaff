"""The nouns of the benchmark: what is marked in a report, and what is asked across the reports of an event."""

from dataclasses import dataclass
from pathlib import Path

Value = str | int | bool | None
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A proposition: its frame and the roles that the marks name."""

    frame: str
    roles: tuple[tuple[str, Value], ...]

    @property
    def typed(self) -> bool:
        """Is it in a frame, and no free statement?"""
        return self.frame != "statement"


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim as marked. `spans` count code points of the report's text, or of its title where `part` is "title".

    `by` is None for narration.
    """

    id: str
    document: str
    by: str | None
    spans: Spans
    part: str
    quotation: str
    stance: str
    channel: str | None
    relayed_by: tuple[str, ...]
    said: str | None
    propositions: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """A question, its answers with the claims that give them, and the pairs of answers that can both be true."""

    ask: str
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    together: frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Event:
    """One invented event: its folder, its marks, and what stands against what."""

    name: str
    folder: Path
    marks: tuple[Mark, ...]
    matters: tuple[Matter, ...]
    denies: tuple[tuple[str, str], ...]
    confirms: tuple[tuple[str, str], ...]
    origins: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A mark that cannot be read, and what to do about it."""

    where: str
    what: str

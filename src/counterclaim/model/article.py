"""One report as published, and what could not be read as one."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model.span import Part, Span


class BlockKind(StrEnum):
    """What a stretch of page text is. Only furniture is never read for claims."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the article's text, in reading order; blocks never overlap.

    `reason` says in words why the block was taken for what it is; it is never empty for furniture.
    """

    span: Span
    kind: BlockKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """`length` code points that stand at `text` in the article and at `input` in the decoded input."""

    text: int
    input: int
    length: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article was read from. `line` counts from 1 in line-based files; `sha256` is of the raw bytes."""

    path: str
    media: str
    sha256: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One report as published. What the input does not say is None.

    `document` is the name that exports use; `text` is what spans of `Part.TEXT` count in; `title` is set apart only
    where it does not stand in `text` (JSON lines), and spans of `Part.TITLE` count in it. `dateline` is the span in
    `text` of a leading "KYIV, (AGENCY) -". `published` is EDTF (ISO 8601-2). `runs` lead from `text` back to the
    decoded input.
    """

    document: str
    text: str
    blocks: tuple[Block, ...]
    provenance: Provenance
    runs: tuple[Run, ...]
    title: str | None = None
    headline: Span | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: Span | None = None
    credited: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None

    @property
    def id(self) -> str:
        """Content hash: the same report under the same name always has the same id."""
        told = (self.title, self.text, self.outlet, self.published, self.url)
        return digest("a", self.document, *(field or "" for field in told))

    @property
    def shown_title(self) -> str | None:
        """The title wherever it stands."""
        if self.title is not None:
            return self.title
        return self.headline.of(self.text) if self.headline else None

    def part(self, part: Part) -> str:
        """The text that spans of `part` count in."""
        return self.text if part is Part.TEXT else self.title or ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A record or file that was not read: which, why, and what to do about it."""

    path: str
    reason: str
    advice: str
    line: int | None = None


def digest(prefix: str, *fields: str) -> str:
    """A short stable id: `prefix`, a dash and 16 hexadecimal digits of SHA-256 over the length-framed fields."""
    framed = "".join(f"{len(field)}:{field}" for field in fields)
    return f"{prefix}-{hashlib.sha256(framed.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"

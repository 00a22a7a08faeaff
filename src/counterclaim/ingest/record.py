"""What is handed from the finding of inputs to the reading of them.

A `Record` is one article that may be read: a file, one line of a JSON-lines file, or what came through standard input.
It is small and picklable, so that it can cross to a worker process; only JSON lines and standard input carry bytes.
"""

from dataclasses import dataclass
from enum import StrEnum

# One article, unpacked. Bigger inputs are dumps or mistakes; the parser's own limit is 20 million characters.
MAX_ARTICLE_BYTES = 20_000_000
MAX_ARTICLE_CHARACTERS = 300_000


class Media(StrEnum):
    """What a record is written in; the value is its media type."""

    TEXT = "text/plain"
    HTML = "text/html"
    JSONL = "application/jsonl"


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """What the user says of one file. `published` is EDTF; `line` counts from 1 in the manifest."""

    file: str
    line: int
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One article to read. `path` is `-` for standard input; `raw` is set for JSON lines and standard input,
    unpacked.

    `document` is the name that exports use; a JSON line may name its own. `line` counts from 1. `zipped` says that
    the file at `path` is gzipped.
    """

    document: str
    path: str
    media: Media
    line: int | None = None
    raw: bytes | None = None
    row: ManifestRow | None = None
    zipped: bool = False

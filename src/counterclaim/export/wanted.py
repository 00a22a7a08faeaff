"""What a user wants exported, what a format is, and what was written: the nouns of this room.

A format is one module with one `Format`; `counterclaim.export.registry` lists them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from counterclaim.ledger.store import Store


class What(StrEnum):
    """What can be exported. `ALL` is for formats that hold a whole ledger with what joins its records."""

    CLAIMS = "claims"
    RELATIONS = "relations"
    ENTITIES = "entities"
    MENTIONS = "mentions"
    ARTICLES = "articles"
    DISPUTES = "disputes"
    ORIGINS = "origins"
    DECISIONS = "decisions"
    ALL = "all"


RECORDS = tuple(what for what in What if what is not What.ALL)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export; None is no condition.

    `min_confidence` (0 to 1) leaves out claims read with less, and what rests on them; `reviewed_only` those that no
    person has accepted or corrected. `rejected` lets in what a person has rejected, for formats that mark it. `place`
    (an entity's id or name) and `dispute` (an id) narrow claims and disputes. `base` is the address under which pages
    of the ledger stand, for formats that name things by address. `bom` asks for a byte-order mark. `previous` is the
    last file of this format, for those that tell what has changed since.
    """

    what: What
    min_confidence: float | None = None
    place: str | None = None
    dispute: str | None = None
    base: str | None = None
    bom: bool = False
    previous: bytes | None = None
    reviewed_only: bool = False
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """How many records were written, and what a user should know of those that were not, a sentence each."""

    records: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a ledger, for the tool that reads it.

    `kinds` are what it can hold, the usual first. `write` gets a stream of bytes where `binary`, else of text.
    `takes` names the fields of `Wanted` that it heeds beside those that narrow. `folder` writes into a folder, where
    the format has more than one file.
    """

    name: str
    kinds: tuple[What, ...]
    media: str
    about: str
    write: Callable[[Store, Wanted, IO[Any]], Written]
    binary: bool = False
    takes: frozenset[str] = frozenset()
    folder: Callable[[Store, Wanted, Path], Written] | None = None

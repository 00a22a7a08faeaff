"""Marked articles and exported claims as records, with the cue's own word.

Enter rows of the corpora and of exports; leave frozen records by article. Offsets are `[start, end)` in code points.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from counterclaim.attribution.lexicon import UNSPOKEN, classes, speaks
from counterclaim.model import Parsed, Part, Token

Row = Mapping[str, Any]
Spans = tuple[tuple[int, int], ...]
QUOTES = frozenset('"“”„«»')
_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


class Voice(StrEnum):
    """What the cue's own word says of the words that it introduces."""

    SPEECH = "speech"
    THOUGHT = "thought"
    OTHER = "other"
    NONE = "no cue"


@dataclass(frozen=True, slots=True)
class Cue:
    """The head word of a cue as its lemma, empty where there is none, and what such a word does."""

    lemma: str = ""
    voice: Voice = Voice.NONE


@dataclass(frozen=True, slots=True)
class Said:
    """A marked claim of CED-1K: the claimant's full name, the words, and direct, mixed or indirect."""

    claimant: str
    words: str
    quotation: str
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A marked attribution of PolNeAR. `length` is the content's, in words; `quoted`: it holds quote marks."""

    source: Spans
    cue: Spans
    content: Spans
    word: Cue = Cue()
    length: int = 0
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """One exported line. `name` and `kind` are the claimant's, `surface` the words that name them here."""

    name: str | None
    kind: str | None
    surface: str
    outlet: str
    source: Spans
    cue: Spans
    content: Spans
    words: str
    quotation: str
    speech: bool
    title: bool
    confidence: float
    word: Cue = Cue()


def spans_of(found: Iterable[Iterable[int]] | None) -> Spans:
    """Spans as exports and corpora write them."""
    return tuple((start, end) for start, end in found or ())


def said(row: Row, title: str) -> Said:
    """One claim of a CED-1K article."""
    stands = " ".join(str(row["source_text"]).split()).casefold()
    headline = bool(stands) and stands in " ".join(title.split()).casefold()
    return Said(row["claimant"], row["utterance"], row["quotation"], headline)


def told(row: Row, parsed: Parsed) -> Told:
    """One attribution of a PolNeAR article."""
    source, cue, content = (spans_of(row[key]) for key in ("source", "cue", "content"))
    words = " ".join(parsed.article.text[start:end] for start, end in content)
    quoted = not QUOTES.isdisjoint(words)
    return Told(source, cue, content, cue_word(parsed, Part.TEXT, cue), len(words.split()), quoted)


def read(row: Row, parsed: Parsed) -> Read:
    """One exported line, with the parsed article that it stands in."""
    claimant = row.get("claimant") or {}
    part = Part(row.get("part", "text"))
    cue = spans_of(row["cue_spans"])
    return Read(
        name=claimant.get("name"),
        kind=claimant.get("kind"),
        surface=claimant.get("surface") or "",
        outlet=row.get("outlet") or "",
        source=spans_of(row["source_spans"]),
        cue=cue,
        content=spans_of(row["content_spans"]),
        words=row["content"],
        quotation=row["quotation"],
        speech=row.get("speech", True),
        title=part is Part.TITLE,
        confidence=row["confidence"],
        word=cue_word(parsed, part, cue),
    )


def by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows under their document's name."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["document"]].append(row)
    return found


def cue_word(parsed: Parsed, part: Part, cue: Spans) -> Cue:
    """The word of a cue on which the others hang."""
    sentence = parsed.sentence_at(part, cue[0][0]) if cue else None
    if sentence is None:
        return Cue()
    inside = [token for token in sentence.tokens if any(a < token.span.end and token.span.start < b for a, b in cue)]
    words = [token for token in inside if token.text.isalpha()]
    held = {token.i for token in words}
    heads = [token for token in words if token.head == token.i or token.head not in held]
    best = next((token for token in heads if token.pos in _KINDS), heads[0] if heads else None)
    return Cue(best.lemma, voice_of(best)) if best else Cue("", Voice.OTHER)


def voice_of(token: Token) -> Voice:
    """Speech or thought, by the lists of cue words."""
    kind = _KINDS.get(token.pos, "verb")
    if token.text.lower() == "according" or speaks(kind, token.lemma):
        return Voice.SPEECH
    thought = token.lemma in UNSPOKEN or {"thought", "attitude"} & set(classes(kind, token.lemma))
    return Voice.THOUGHT if thought else Voice.OTHER

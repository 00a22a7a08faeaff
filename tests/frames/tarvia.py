"""A small invented war: Tarvia and Orvenia, their towns, ministries, rebels. No sentence here is from any report."""

import re
from dataclasses import dataclass, field

from counterclaim.model import (
    Article,
    Attribution,
    Block,
    BlockKind,
    Entity,
    EntityKind,
    Location,
    Mention,
    Part,
    Precision,
    Provenance,
    Quotation,
    Ref,
    Run,
    Span,
    Stance,
)


def place(key: str, precision: Precision, *names: str) -> Entity:
    return Entity(key, EntityKind.PLACE, names[0], names, location=Location(10.0, 20.0, precision))


def body(key: str, side: str | None, *names: str) -> Entity:
    return Entity(key, EntityKind.ORGANIZATION, names[0], names, side=side)


def person(key: str, side: str | None, role: str, *names: str) -> Entity:
    return Entity(key, EntityKind.PERSON, names[0], names, roles=(role,), side=side)


WORLD = (
    place("tarvia", Precision.COUNTRY, "Tarvia"),
    place("orvenia", Precision.COUNTRY, "Orvenia"),
    place("sarn", Precision.REGION, "Upper Sarn region", "Upper Sarn"),
    place("mirefield", Precision.TOWN, "Mirefield"),
    place("dolenska", Precision.TOWN, "Dolenska"),
    place("karsh", Precision.TOWN, "Karsh"),
    body("ministry", "Tarvia", "Tarvian Defence Ministry"),
    body("staff", "Orvenia", "Orvenian General Staff"),
    body("health", "Orvenia", "Orvenian Health Ministry"),
    body("wolf", "Tarvia", "Grey Wolf Group", "Grey Wolf"),
    body("front", None, "Northern Liberation Front"),
    body("institute", None, "Institute for Border Studies"),
    body("observers", None, "Observer Mission"),
    person("voice", None, "spokesman", "Karel Dost"),
    person("brezh", "Tarvia", "Grey Wolf chief", "Anton Brezh", "Brezh"),
    person("strand", "Orvenia", "Orvenian president", "Pavel Strand", "Strand"),
    person("lind", "Orvenia", "governor of the Upper Sarn region", "Eva Lindqvist", "Lindqvist"),
)
BY_KEY = {entity.id: entity for entity in WORLD}
BEFORE = "Mirefield has been contested for weeks."


@dataclass(frozen=True)
class Said:
    """One attribution of a text: who, which words, how. " … " parts the words that a cue interrupts."""

    who: str | None
    content: str
    quotation: Quotation = Quotation.INDIRECT
    stance: Stance = Stance.ASSERTS
    cue: str = ""
    source: str = ""
    answers: str = ""
    speech: bool = True


@dataclass(frozen=True)
class Page:
    """A text of blocks, its attributions and its times as (words, EDTF)."""

    blocks: tuple[str, ...]
    said: tuple[Said, ...] = ()
    times: tuple[tuple[str, str], ...] = field(default=())


def article_of(blocks: tuple[str, ...]) -> Article:
    found, offset = [], 0
    for block in blocks:
        found.append(Block(Span(offset, offset + len(block)), BlockKind.PARAGRAPH))
        offset += len(block) + 2
    text = "\n\n".join(blocks)
    runs = (Run(0, 0, len(text)),)
    provenance = Provenance("invented.txt", "text/plain", "0" * 64)
    return Article(
        "invented.txt", text, tuple(found), provenance, runs, outlet="The Invented Post", published="2031-04-10"
    )


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def attribution_of(text: str, said: Said) -> Attribution:
    spans = [(span_of(text, words),) if words else () for words in (said.source, said.cue, "", said.answers)]
    content = tuple(span_of(text, words) for words in said.content.split(" … "))
    return Attribution(
        Part.TEXT, spans[0], spans[1], content, said.quotation, said.stance, 0.9, answers=spans[3], speech=said.speech
    )


def ref_of(key: str | None) -> Ref | None:
    return Ref(BY_KEY[key].name, BY_KEY[key].name, key, BY_KEY[key].kind) if key else None


def mentions_of(text: str) -> tuple[Mention, ...]:
    names = sorted(((name, entity) for entity in WORLD for name in entity.names), key=lambda pair: -len(pair[0]))
    found: list[Mention] = []
    for name, entity in names:
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in found):
                found.append(Mention(Part.TEXT, span, entity.kind, entity.id, name))
    return tuple(sorted(found, key=lambda mention: mention.span))

"""What was read out of one article → rows of the ledger's tables.

Enters a `Reading`; leaves `Table`s with their rows, parents before children. Records know nothing of this module.
Refused, with a `ValueError` that says what: a reference to an entity that the reading does not hold, and words that
are not at their span.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.ledger.days import days
from counterclaim.model import Argument, Article, Claim, Entity, Location, Reading, Ref, Span

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows for one table, with the columns that they fill."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


ARTICLE = (
    "id", "document", "version", "current", "title", "title_apart", "outlet", "byline", "credited", "published",
    "language", "url", "headline_start", "headline_stop", "dateline_start", "dateline_stop", "text", "text_sha256",
    "path", "line", "media", "input_sha256", "engine",
)  # fmt: skip
BLOCK = ("article", "position", "start", "stop", "kind", "reason")
OFFSET_RUN = ("article", "position", "text_start", "input_start", "length")
_ENTITY = ("name", "kind", "names", "roles", "side", "lat", "lon", "precision", "country", "within", "reasons")
ENTITY = ("id", *_ENTITY)
LOCAL_ENTITY = ("id", "article", "position", "local", *_ENTITY)
MENTION = ("article", "position", "part", "start", "stop", "kind", "surface", "local_entity")
CLAIM = (
    "id", "article", "position", "part", "claimant", "claimant_name", "claimant_kind", "claimant_surface", "stance",
    "quotation", "content", "channel", "relayed_by", "said", "first_day", "last_day", "answers", "answers_name",
    "answers_kind", "answers_surface", "confidence", "speech",
)  # fmt: skip
PROPOSITION = ("id", "claim", "position", "frame", "negated", "modality", "time")
CLAIM_SPAN = ("claim", "kind", "position", "start", "stop", "proposition")
ARGUMENT = ("proposition", "position", "role", "words", "number", "local_entity", "name", "kind", "surface")


def text_hash(text: str) -> str:
    """SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def array(values: Iterable[str]) -> str:
    """Several words in one column: a JSON array, which SQLite's and Datasette's JSON functions read."""
    return json.dumps(list(values), ensure_ascii=False)


def article_table(article: Article, *, version: int, path: str, engine: str) -> Table:
    """The article as the current version."""
    made = article.provenance
    row = (
        article.id, article.document, version, 1, article.shown_title, int(article.title is not None), article.outlet,
        article.byline, article.credited, article.published, article.language, article.url, *_ends(article.headline),
        *_ends(article.dateline), article.text, text_hash(article.text), path, made.line, made.media, made.sha256,
        engine,
    )  # fmt: skip
    return Table("article", ARTICLE, (row,))


def reading_tables(reading: Reading) -> Iterator[Table]:
    """Everything but the article's own row.

    Raises:
        ValueError: the reading contradicts itself.
    """
    article = reading.article
    local = {entity.id: f"{article.id}-{entity.id}" for entity in reading.entities}
    blocks = tuple((article.id, n, b.span.start, b.span.end, b.kind, b.reason) for n, b in enumerate(article.blocks))
    yield Table("block", BLOCK, blocks)
    runs = tuple((article.id, n, run.text, run.input, run.length) for n, run in enumerate(article.runs))
    yield Table("offset_run", OFFSET_RUN, runs)
    entities = tuple((local[e.id], article.id, n, e.id, *_entity(e)) for n, e in enumerate(reading.entities))
    yield Table("local_entity", LOCAL_ENTITY, entities)
    yield Table("mention", MENTION, tuple(_mentions(reading, local)))
    yield from claim_tables(article, enumerate(reading.claims), local)


def claim_tables(article: Article, numbered: Iterable[tuple[int, Claim]], local: Mapping[str, str]) -> Iterator[Table]:
    """Claims with their places in the article, and all that hangs on them; `local` gives rows of entities by local id.

    Raises:
        ValueError: a claim points beyond the text, or at an entity that is not there.
    """
    held = tuple(numbered)
    claims = [claim for _, claim in held]
    facts = [(f"{c.id}-{n}", c, n, p) for c in claims for n, p in enumerate(c.propositions)]
    yield Table("claim", CLAIM, tuple(_claim(article, claim, n, local) for n, claim in held))
    propositions = ((i, c.id, n, p.frame, int(p.negated), p.modality, p.when) for i, c, n, p in facts)
    yield Table("proposition", PROPOSITION, tuple(propositions))
    yield Table("claim_span", CLAIM_SPAN, tuple(row for claim in claims for row in _spans(claim)))
    arguments = ((i, n, *_argument(argument, local)) for i, _, _, p in facts for n, argument in enumerate(p.arguments))
    yield Table("argument", ARGUMENT, tuple(arguments))


def entity_table(entities: Iterable[Entity]) -> Table:
    """The ledger's own entities, with ids that hold over all articles."""
    return Table("entity", ENTITY, tuple((entity.id, *_entity(entity)) for entity in entities))


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _entity(entity: Entity) -> Row:
    lists = array(entity.within), array(entity.reasons)
    return (
        entity.name,
        entity.kind,
        array(entity.names),
        array(entity.roles),
        entity.side,
        *_place(entity.location),
        *lists,
    )


def _place(location: Location | None) -> Row:
    return (location.lat, location.lon, location.precision, location.country) if location else (None, None, None, None)


def _mentions(reading: Reading, local: Mapping[str, str]) -> Iterator[Row]:
    for position, mention in enumerate(reading.mentions):
        words = mention.span.of(reading.article.part(mention.part))
        if words != mention.surface:
            raise ValueError(f"the mention {mention.surface!r} is {words!r} in the text")
        yield (
            reading.article.id, position, mention.part, mention.span.start, mention.span.end, mention.kind,
            mention.surface, _known(mention.entity, local),
        )  # fmt: skip


def _claim(article: Article, claim: Claim, position: int, local: Mapping[str, str]) -> Row:
    length = len(article.part(claim.part))
    if claim.article != article.id:
        raise ValueError(f"the claim {claim.id} belongs to {claim.article}")
    if any(span.end > length for span in (*claim.source_spans, *claim.cue_spans, *claim.content_spans)):
        raise ValueError(f"the claim {claim.id} points beyond the text")
    return (
        claim.id, claim.article, position, claim.part, *_ref(claim.claimant, local), claim.stance, claim.quotation,
        claim.content, claim.channel, array(claim.relayed_by), claim.said, *days(claim.said, article.published),
        *_ref(claim.answers, local), claim.confidence, int(claim.speech),
    )  # fmt: skip


def _spans(claim: Claim) -> Iterator[Row]:
    for kind, spans in (("source", claim.source_spans), ("cue", claim.cue_spans), ("content", claim.content_spans)):
        for position, span in enumerate(spans):
            yield claim.id, kind, position, span.start, span.end, None
    evidence = ((n, span) for n, proposition in enumerate(claim.propositions) for span in proposition.evidence)
    for position, (n, span) in enumerate(evidence):
        yield claim.id, "evidence", position, span.start, span.end, f"{claim.id}-{n}"


def _argument(argument: Argument, local: Mapping[str, str]) -> Row:
    value = argument.value
    if isinstance(value, Ref):
        return (argument.role, None, None, *_ref(value, local))
    number = value if isinstance(value, int) else None
    return (argument.role, value if isinstance(value, str) else None, number, None, None, None, None)


def _ref(ref: Ref | None, local: Mapping[str, str]) -> Row:
    """Row id of the local entity, name, kind, surface."""
    if ref is None:
        return None, None, None, None
    return ref.entity and _known(ref.entity, local), ref.name, ref.kind, ref.surface


def _known(entity: str, local: Mapping[str, str]) -> str:
    if entity not in local:
        raise ValueError(f"the article has no entity {entity!r}")
    return local[entity]

"""An invented quarrel over the ferry town of Mirrow: three reports of two origins, two sides, one dispute."""

from collections.abc import Iterable
from pathlib import Path

from counterclaim.ledger import Ledger, open_ledger
from counterclaim.ledger.deriving import derive
from counterclaim.ledger.writing import begin_run, write_reading
from counterclaim.model import (
    Argument,
    Article,
    Block,
    BlockKind,
    Claim,
    Dispute,
    Entity,
    EntityKind,
    Location,
    Origin,
    Part,
    Precision,
    Proposition,
    Provenance,
    Quotation,
    Reading,
    Ref,
    Relation,
    RelationKind,
    Run,
    Side,
    Span,
    Stance,
    Value,
    digest,
)
from counterclaim.report import Holdings

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE


def _place(key: str, name: str, lat: float, lon: float, precision: Precision = Precision.TOWN) -> Entity:
    return Entity(key, PLACE, name, (name,), location=Location(lat, lon, precision))


ENTITIES = {
    "orvann": Entity("e-orvann", PLACE, "Orvann", ("Orvann",)),
    "telsk": Entity("e-telsk", PLACE, "Telsk", ("Telsk",)),
    "mirrow": _place("e-mirrow", "Mirrow", 41.2, -33.4),
    "haven": _place("e-haven", "Haven district", 41.5, -33.0, Precision.DISTRICT),
    "quell": Entity("e-quell", PERSON, "Ada Quell", ("Ada Quell", "Quell"), ("spokeswoman",), "Orvann"),
    "brask": Entity("e-brask", PERSON, "Jon Brask", ("Jon Brask", "Brask"), ("governor",), "Telsk"),
}


def ref(key: str) -> Ref:
    """Whoever the key stands for."""
    entity = ENTITIES[key]
    return Ref(entity.name, entity.name, entity.id, entity.kind)


def said(frame: str, *, negated: bool = False, when: str | None = None, **roles: Value) -> Proposition:
    """A proposition; roles whose value is a key of the world become references."""
    arguments = (
        Argument(role, ref(value) if isinstance(value, str) and value in ENTITIES else value)
        for role, value in roles.items()
    )
    return Proposition(frame, tuple(arguments), negated=negated, when=when)


def report(
    text: str, document: str, *, outlet: str | None = "Ferry Post", published: str | None = "2031-05-03"
) -> Article:
    """A report: the first line is its headline, lines that begin with a tilde are furniture."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            kind = BlockKind.FURNITURE if line[0] == "~" else BlockKind.PARAGRAPH if at else BlockKind.HEADLINE
            reason = "a line of menus" if kind is BlockKind.FURNITURE else ""
            blocks.append(Block(Span(at, at + len(line)), kind, reason))
        at += len(line) + 1
    return Article(
        document=document,
        text=text,
        blocks=tuple(blocks),
        provenance=Provenance(document, "text/plain", "0" * 64),
        runs=(Run(0, 0, len(text)),) if text else (),
        headline=blocks[0].span if blocks else None,
        outlet=outlet,
        published=published,
        language="en",
    )


def claim(
    article: Article, words: str, by: str | None, *propositions: Proposition, cue: str = "", **more: object
) -> Claim:
    """The claim that those words of the article make."""
    part = Part.TEXT if words in article.text else Part.TITLE
    text = article.part(part)
    start = text.index(words)
    span = Span(start, start + len(words))
    who = ref(by) if by else None
    source = _first(text, who.name) if who else ()
    known: dict[str, object] = {
        "id": digest("c", article.id, words, by or ""),
        "article": article.id,
        "document": article.document,
        "part": part,
        "claimant": who,
        "source_spans": source,
        "cue_spans": _first(text, cue),
        "content_spans": (span,),
        "content": words,
        "quotation": Quotation.INDIRECT if by else Quotation.NARRATION,
        "stance": Stance.ASSERTS,
        "propositions": propositions,
        "confidence": 0.9,
        "outlet": article.outlet,
        "published": article.published,
    }
    return Claim(**(known | more))  # type: ignore[arg-type]


def _first(text: str, words: str) -> tuple[Span, ...]:
    at = text.find(words) if words else -1
    return (Span(at, at + len(words)),) if at >= 0 else ()


TAKEN = said("control", place="mirrow", holder="orvann", extent="full", change="gained")
KEPT = said("control", place="mirrow", holder="telsk", extent="partial", part="the north quay")

POST = report(
    "Orvann says Mirrow is taken\n~Home World Sport\nAda Quell said the whole of Mirrow was in Orvann's hands.\n"
    'Jon Brask wrote on Telegram: "We stand on the north quay."\nNobody could be reached in Haven district.',
    "post.txt",
)
COPY = report(
    "Mirrow taken, says Orvann\nAda Quell said the whole of Mirrow was in Orvann's hands.",
    "copy.txt",
    outlet="Gull Daily",
)
LATER = report(
    "Brask does not yield\nJon Brask said Telsk kept the north quay of Mirrow.", "later.txt", published="2031-05-04"
)

CLAIMS = (
    claim(POST, "the whole of Mirrow was in Orvann's hands", "quell", TAKEN, cue="said"),
    claim(
        POST, "We stand on the north quay", "brask", KEPT,
        cue="wrote", channel="Telegram", quotation=Quotation.DIRECT, relayed_by=("Delta Wire",),
    ),
    claim(COPY, "the whole of Mirrow was in Orvann's hands", "quell", TAKEN, cue="said"),
    claim(LATER, "Telsk kept the north quay of Mirrow", "brask", KEPT, cue="said", said="2031-05-04", confidence=0.3),
    claim(POST, "Nobody could be reached in Haven district", None, said("attack", kind="raid", place="haven")),
)  # fmt: skip

AGAINST = tuple(
    Relation(f"r-{n}", kind, left.id, right.id, why, 0.9)
    for n, (kind, left, right, why) in enumerate(
        (
            (RelationKind.CONTRADICTS, CLAIMS[0], CLAIMS[1], "all of it against part of it"),
            (RelationKind.DENIES, CLAIMS[3], CLAIMS[0], "answered by name"),
        )
    )
)
DISPUTE = Dispute(
    "d-1", "Who holds Mirrow?", "control", "e-mirrow", "2031-05-03", "2031-05-04",
    (
        Side("wholly held by Orvann", (CLAIMS[0].id, CLAIMS[2].id), ("Ada Quell",), 1),
        Side("partly held by Telsk", (CLAIMS[1].id, CLAIMS[3].id), ("Jon Brask",), 2),
    ),
    tuple(relation.id for relation in AGAINST),
)  # fmt: skip


def holdings() -> Holdings:
    """The whole quarrel."""
    origin = Origin("o-1", (POST.id, COPY.id), "Delta Wire")
    return Holdings((POST, COPY, LATER), CLAIMS, tuple(ENTITIES.values()), AGAINST, (origin,), (DISPUTE,))


def small(article: Article, *claims: Claim) -> Holdings:
    """One report alone."""
    return Holdings(articles=(article,), claims=claims, entities=tuple(ENTITIES.values()))


def write_ledger(
    path: Path, articles: Iterable[Article] = (POST, COPY, LATER), claims: Iterable[Claim] = CLAIMS
) -> Path:
    """The quarrel in a ledger, with all that follows from it."""
    told = tuple(claims)
    with open_ledger(path) as held:
        run = begin_run(held, [], "test")
        for article in articles:
            of_it = tuple(one for one in told if one.article == article.id)
            write_reading(held, Reading(article, tuple(ENTITIES.values()), (), of_it), run=run, engine="test")
        derive(held)
    return path


def opened(path: Path) -> Ledger:
    """The ledger at the path."""
    return open_ledger(path, create=False)

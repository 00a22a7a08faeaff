"""What is most worth a look, with its words and why it is here; and the last decision, to be undone."""

from counterclaim.errors import InputError
from counterclaim.ledger import Ledger, article
from counterclaim.ledger.comparing import Compared
from counterclaim.ledger.queue import Waiting, queue
from counterclaim.model import Claim, Relation, RelationKind
from counterclaim.report.index import Index
from counterclaim.report.words import field_words
from counterclaim.serve.looking import Look
from counterclaim.serve.page import ReviewPage
from counterclaim.serve.pages.claims import wanted
from counterclaim.serve.pages.decided import last_decision
from counterclaim.serve.pages.filtering import (
    CLAIMANT,
    CONFIDENCE,
    OUTLET,
    PLACE,
    SINCE,
    UNTIL,
    WORDS,
    Query,
    box,
    frames,
)
from counterclaim.serve.parts import Change, Desk, Option, Piece, WaitingItem

SHOWN = 20
AROUND = 160
RELATIONS = {
    RelationKind.REPEATS: "says again what the other says",
    RelationKind.CORROBORATES: "says the same as the other",
    RelationKind.CONTRADICTS: "stands against the other",
    RelationKind.REVISES: "says otherwise than the other did before",
    RelationKind.DENIES: "denies the other",
}


def review_page(look: Look, query: Query, desk: Desk) -> ReviewPage:
    """The claims and relations that wait, those first of which most depends."""
    error, found = "", tuple[Waiting, ...]()
    try:
        found = queue(look.ledger, wanted({**query, "review": ""}), limit=SHOWN)
    except InputError as wrong:
        error = f"{wrong.message}. {wrong.advice}."
    claims = {claim.id: claim for one in found for claim in ends(look.ledger, one.item)}
    index = look.index(claims.values())
    filters = (WORDS, CLAIMANT, PLACE, frames(look.ledger), SINCE, UNTIL, OUTLET, CONFIDENCE)
    return ReviewPage(
        shell=look.shell("Review", "review"),
        box=box("/review", query, filters, error=error),
        desk=desk,
        last=last_decision(look.ledger),
        items=tuple(_item(look, index, one, claims) for one in found),
    )


def ends(ledger: Ledger, item: Claim | Relation) -> tuple[Claim, ...]:
    """The claim, or the two of a relation."""
    return (item,) if isinstance(item, Claim) else (ledger.claim(item.left), ledger.claim(item.right))


def _item(look: Look, index: Index, one: Waiting, claims: dict[str, Claim]) -> WaitingItem:
    item = one.item
    shown = (item.id,) if isinstance(item, Claim) else (item.left, item.right)
    words = "" if isinstance(item, Claim) else f"The first {RELATIONS[item.kind]}: {item.why}"
    return WaitingItem(
        id=item.id,
        relation=words,
        why=one.why,
        notes=tuple(look.notes(index, (claims[name],))[0] for name in shown),
        around=tuple(around(look.ledger, claims[name]) for name in shown),
    )


def around(ledger: Ledger, claim: Claim) -> tuple[Piece, ...]:
    """The claim's words in their report, with some of what stands around them."""
    text = article(ledger, claim.article).part(claim.part)
    spans = sorted(claim.content_spans)
    every = [*spans, *claim.cue_spans, *claim.source_spans]
    first, last = min(one.start for one in every), max(one.end for one in every)
    begin, end = max(first - AROUND, 0), min(last + AROUND, len(text))
    begin = text.find(" ", begin, first) + 1 if begin and " " in text[begin:first] else begin
    end = text.rfind(" ", last, end) if end < len(text) and " " in text[last:end] else end
    pieces, at = list[Piece](), begin
    for span in spans:
        pieces += [Piece(text[at : span.start], marked=False), Piece(text[span.start : span.end], marked=True)]
        at = span.end
    pieces.append(Piece(text[at:end], marked=False))
    return tuple(one for one in pieces if one.text)


def changes(found: Compared) -> tuple[Change, ...]:
    """What the machine said beside what a person made of it."""
    return tuple(
        Change(name, field_words(found.before, name), field_words(found.after, name)) for name in found.changed
    )


def kinds(now: str = "") -> tuple[Option, ...]:
    """How a claim can stand to another."""
    every = (*((kind.value, words) for kind, words in RELATIONS.items()), ("none", "has nothing to do with the other"))
    return tuple(Option(value, words, value == now) for value, words in every)

"""`counterclaim show`: a claim marked in its article; or an article, an entity, a dispute."""

import json
from dataclasses import replace
from pathlib import Path

import click

from counterclaim.cli.comparing import say_changes
from counterclaim.cli.disputes import claims_of
from counterclaim.cli.lists import say_claim, say_dispute
from counterclaim.cli.opening import opened
from counterclaim.cli.options import json_option, ledger_option
from counterclaim.cli.profiles import say_profile
from counterclaim.cli.quoting import excerpt
from counterclaim.cli.terminal import count, paint, plain, say, width, wrap
from counterclaim.errors import NotFoundError
from counterclaim.export import claim_shape, entity_shape
from counterclaim.export.shapes import What, dispute_shape, shapes
from counterclaim.ledger import ClaimFilter, Ledger
from counterclaim.ledger.comparing import compared
from counterclaim.model import Article, Claim, Dispute, Entity, Relation
from counterclaim.report.words import date_words

Found = Claim | Article | Entity | Dispute


@click.command("show")
@click.argument("name", metavar="ID")
@json_option
@ledger_option
def command(name: str, as_json: bool, ledger: Path) -> None:
    """Show a claim in its article, or an article, entity or dispute.

    ID is the id of a claim, article, entity or dispute, or the file name of an article. In an article,
    [brackets] mark the words of the claim, {braces} those who say it, and <angles> the words that say so.
    """
    with opened(ledger) as held:
        found = find(held, name)
        if as_json:
            say(json.dumps(shape(held, found), ensure_ascii=False))
        elif isinstance(found, Claim):
            show_claim(held, found)
        elif isinstance(found, Article):
            show_article(held, found)
        elif isinstance(found, Entity):
            show_entity(held, found)
        else:
            say_dispute(found, claims_of(held, found), full=True)


def find(held: Ledger, name: str) -> Found:
    """Whatever has that id, or the article of that document.

    Raises:
        NotFoundError: nothing has it.
    """
    for look in (held.claim, held.article, held.entity):
        try:
            return look(name)
        except NotFoundError:
            continue
    found = next((dispute for dispute in held.disputes() if dispute.id == name), None)
    if found is None:
        raise NotFoundError(
            f"Nothing in the ledger has the id {name!r}",
            "`counterclaim claims`, `disputes` and `entities` show the ids; articles go by their file name too.",
        )
    return found


def shape(held: Ledger, found: Found) -> dict[str, object]:
    """As exports have it; an article with the ids of its claims."""
    if isinstance(found, Claim):
        return claim_shape(found)
    if isinstance(found, Entity):
        return entity_shape(found)
    if isinstance(found, Dispute):
        return dispute_shape(held, found)
    known = next((one for one in shapes(held, What.ARTICLES) if one["document"] == found.document), {})
    return {
        **known,
        "id": found.id,
        "text": found.text,
        "claims": [one.id for one in held.claims(ClaimFilter(document=found.document))],
    }


def show_claim(held: Ledger, claim: Claim) -> None:
    """The claim, its words marked in the article, and how it stands to others."""
    article = held.article(claim.article)
    say_claim(claim)
    say_changes(compared(held, claim.id))
    say()
    say(paint(plain(article.shown_title or article.document), bold=True))
    for line in excerpt(article, claim, width()):
        say(line)
    related = [one for one in held.relations() if claim.id in (one.left, one.right)]
    if related:
        say()
    for relation in related:
        say(wrap(relation_words(held, relation, claim.id)))


def relation_words(held: Ledger, relation: Relation, seen_from: str) -> str:
    """How another claim stands to this one, with the reason."""
    other = held.claim(relation.right if relation.left == seen_from else relation.left)
    name = other.claimant.name if other.claimant else "the outlet"
    passive = {"denies": "is denied by", "revises": "is revised by"}
    verb = relation.kind.value if relation.left == seen_from else passive.get(relation.kind.value, relation.kind.value)
    return f"{verb} {name} ({other.id}): {relation.why}"


def show_article(held: Ledger, article: Article) -> None:
    """What is known of the article, and its claims."""
    say(paint(plain(article.shown_title or "Untitled report"), bold=True))
    facts = (
        ("outlet", article.outlet),
        ("published", date_words(article.published)),
        ("by", article.byline),
        ("credits", article.credited),
    )
    say(wrap(" · ".join(f"{name} {value or 'unknown'}" for name, value in facts if value or name == "outlet")))
    left = [block for block in article.blocks if block.reason]
    say(paint(f"{article.document} · {article.id} · {count(len(left), 'piece')} of page furniture left out", dim=True))
    say()
    say_claims(held, ClaimFilter(document=article.document))


def say_claims(held: Ledger, wanted: ClaimFilter) -> None:
    """The claims that meet the filter, and below them, apart, the thoughts."""
    found = tuple(held.claims(replace(wanted, thoughts=True)))
    for claim in sorted(found, key=lambda claim: not claim.speech):
        say_claim(claim, indent="  ")
        say()


def show_entity(held: Ledger, entity: Entity) -> None:
    """Its names, roles and reasons, and its claims."""
    from counterclaim.ledger.profile import profile

    say_profile(profile(held, entity))
    say()
    say_claims(held, ClaimFilter(claimant=entity.id))

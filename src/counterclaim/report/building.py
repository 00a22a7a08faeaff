"""From a ledger's holdings to the page that is shown.

Enter `Holdings`; leaves a `Page`: text and numbers only, no HTML.
"""

from collections import Counter, defaultdict

from counterclaim import __version__
from counterclaim.model import Article, Claim, Entity, EntityKind, Location
from counterclaim.report.disputing import day_blocks, dispute_blocks, span_words
from counterclaim.report.holdings import Holdings
from counterclaim.report.index import SIDE_UNKNOWN, Index
from counterclaim.report.lines import line
from counterclaim.report.links import fragment
from counterclaim.report.maps import map_block, precision_words
from counterclaim.report.marking import marked
from counterclaim.report.page import ArticleBlock, Note, Page, Party, Person
from counterclaim.report.timelines import timeline_blocks
from counterclaim.report.words import date_words


def build(held: Holdings) -> Page:
    """The whole page."""
    index = Index(held)
    days = sorted(article.published for article in held.articles if article.published)
    people, places = _listed(index)
    return Page(
        title=_title(held),
        summary=_summary(held),
        span=span_words(days[0], days[-1]) if days else "",
        gaps=_gaps(held),
        legend=index.legend(),
        disputes=dispute_blocks(index),
        timelines=timeline_blocks(index),
        map=map_block(index),
        days=day_blocks(index),
        articles=_article_blocks(index),
        people=people,
        places=places,
        version=__version__,
    )


def _title(held: Holdings) -> str:
    places = Counter(ref.name for claim in held.claims for said in claim.propositions if (ref := said.ref("place")))
    named = [name for name, _ in places.most_common(1)]
    return f"Who claims what: {named[0]}" if named else "Who claims what"


def _summary(held: Holdings) -> str:
    outlets = len({article.outlet for article in held.articles if article.outlet})
    claimants = len({claim.claimant.entity or claim.claimant.name for claim in held.claims if claim.claimant})
    return (
        f"{len(held.claims):,} claims by {claimants:,} claimants in {len(held.articles):,} reports "
        f"of {outlets:,} outlets, "
        f"and {len(held.disputes):,} disputes between them."
    )


def _gaps(held: Holdings) -> tuple[str, ...]:
    undated = sum(1 for article in held.articles if not article.published)
    nameless = sum(1 for article in held.articles if not article.outlet)
    silent = len(held.articles) - len({claim.article for claim in held.claims})
    said = (
        (undated, "without a date: claims in them stand under “date unknown” unless the sentence dates them"),
        (nameless, "without the name of an outlet"),
        (silent, "in which no claim was found"),
    )
    least = held.min_confidence
    left_out = (f"Claims read with a confidence below {least:g} are left out.",) if least else ()
    if held.reviewed_only:
        left_out = (*left_out, "Only claims that a person has accepted or corrected are shown.")
    gaps = (f"{number:,} {'report' if number == 1 else 'reports'} {words}." for number, words in said if number)
    return (*left_out, *gaps)


def _article_blocks(index: Index) -> tuple[ArticleBlock, ...]:
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in index.held.claims:
        claims[claim.article].append(claim)
    ordered = sorted(
        index.held.articles, key=lambda article: (article.published or "9", article.outlet or "", article.document)
    )
    disputed = _disputed(index)
    return tuple(article_block(index, article, claims[article.id], disputed) for article in ordered)


def _disputed(index: Index) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for dispute in index.held.disputes:
        for claim in dict.fromkeys(name for side in dispute.sides for name in side.claims):
            found[claim].append((index.links.dispute(dispute.id), dispute.question))
    return found


def article_block(
    index: Index, article: Article, claims: list[Claim], disputed: dict[str, list[tuple[str, str]]]
) -> ArticleBlock:
    """One report with these claims marked; `disputed` gives link and question of the disputes of each."""

    def note(claim: Claim) -> Note:
        stands = tuple(disputed.get(claim.id, ()))
        return Note(fragment("n", claim.id), line(index, claim), stands, index.links.claim(claim.id))

    origin = index.origins.get(article.id)
    siblings = [index.articles[other] for other in origin.articles if other in index.articles] if origin else []
    others = tuple(
        (index.links.article(one.id), one.outlet or one.document) for one in siblings if one.id != article.id
    )
    paragraphs = marked(index, article, claims, note)
    return ArticleBlock(
        anchor=fragment("a", article.id),
        title=article.shown_title or "Untitled report",
        headed=any(paragraph.kind == "headline" for paragraph in paragraphs),
        facts=_facts(article),
        origin=_origin_words(len(siblings), origin.credited if origin else None) if others else "",
        siblings=others,
        language=article.language or "",
        paragraphs=paragraphs,
        claims=len(claims),
    )


def _origin_words(reports: int, credited: str | None) -> str:
    return f"One of {reports} reports of one dispatch{f', credited to {credited}' if credited else ''}; also carried by"


def _facts(article: Article) -> tuple[tuple[str, str], ...]:
    always = (("Outlet", article.outlet or "unknown"), ("Published", date_words(article.published)))
    sometimes = (
        ("By", article.byline),
        ("Credits", article.credited),
        ("Address", article.url),
        ("File", article.document),
    )
    return (*always, *((name, value) for name, value in sometimes if value))


def _listed(index: Index) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    made = Counter(claim.claimant.entity for claim in index.held.claims if claim.claimant)
    spoken = Counter(name for claim in index.held.claims for name in _places(claim))
    people = [_person(index, one, made[one.id]) for one in index.held.entities if _speaks(one, made)]
    places = [_person(index, one, spoken[one.id]) for one in index.held.entities if not _speaks(one, made)]
    return _ranked(people), _ranked(places)


def _places(claim: Claim) -> set[str | None]:
    refs = (said.ref(role) for said in claim.propositions for role in ("place", "origin", "target"))
    return {ref.entity for ref in refs if ref}


def _speaks(entity: Entity, made: Counter[str | None]) -> bool:
    """A country that makes claims is listed among those who speak."""
    return entity.kind is not EntityKind.PLACE or made[entity.id] > 0


def _ranked(found: list[Person]) -> tuple[Person, ...]:
    return tuple(sorted(found, key=lambda person: (-person.claims, person.party.name.casefold(), person.anchor)))


def _person(index: Index, entity: Entity, claims: int) -> Person:
    side = entity.side or (entity.name if entity.name in index.sides else None)
    return Person(
        anchor=fragment("p", entity.id),
        party=Party(
            entity.name, index.tone(side), side or ("" if entity.kind is EntityKind.PLACE else SIDE_UNKNOWN), link=""
        ),
        kind=entity.kind.value,
        names=tuple(name for name in entity.names if name != entity.name),
        roles=entity.roles,
        where=location_words(entity.location) if entity.location else "",
        claims=claims,
        reasons=entity.reasons,
    )


def location_words(location: Location) -> str:
    """'48.594° N, 37.999° E, a town'."""
    lat = f"{abs(location.lat):.3f}° {'N' if location.lat >= 0 else 'S'}"
    lon = f"{abs(location.lon):.3f}° {'E' if location.lon >= 0 else 'W'}"
    return f"{lat}, {lon}, {precision_words(location)}"

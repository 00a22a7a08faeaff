"""One report with its claims marked, and the other reports of its dispatch with what differs."""

from counterclaim.ledger import Ledger, article, claims_of
from counterclaim.model import Article, Review
from counterclaim.report.building import article_block
from counterclaim.report.page import Linked
from counterclaim.report.words import date_words
from counterclaim.serve.links import address
from counterclaim.serve.looking import Look
from counterclaim.serve.page import ArticlePage, Sibling
from counterclaim.serve.pages.comparing import beside, differs, sentences
from counterclaim.serve.pages.correcting import Sent, add_form
from counterclaim.serve.parts import Desk, ReportHead

SIBLINGS = 12


def article_page(look: Look, name: str, other: str | None, desk: Desk, sent: Sent | None = None) -> ArticlePage:
    """The report of that id or document, beside `other` where one is named. `sent` is a claim to be added that goes on,
    or could not be.

    Raises:
        NotFoundError: there is no such report.
    """
    shown = article(look.ledger, name)
    claims = tuple(
        claim for claim in claims_of(look.ledger, shown.id) if claim.speech and claim.review is not Review.REJECTED
    )
    index = look.index(claims, here=shown.id, articles=(shown,))
    carriers = _carriers(look.ledger, shown.id)
    compared = article(look.ledger, other) if other and other != shown.id else None
    return ArticlePage(
        shell=look.shell(shown.shown_title or shown.document, "reports"),
        block=article_block(index, shown, list(claims), look.disputed(claim.id for claim in claims)),
        versions=_versions(look.ledger, shown),
        siblings=_siblings(look.ledger, shown, carriers, other) if carriers else (),
        carried=len(carriers) + 1,
        beside=beside(shown, compared) if compared else None,
        desk=desk,
        id=shown.id,
        missed=add_form(look.ledger, shown.id, sent) if desk.writes and _is_current(look.ledger, shown.id) else None,
    )


def _is_current(ledger: Ledger, shown: str) -> bool:
    return bool(ledger.value("SELECT current FROM article WHERE id = ?", (shown,)))


def _carriers(ledger: Ledger, shown: str) -> list[str]:
    """The other reports of the same dispatch."""
    sql = """
        SELECT o.article FROM origin_article m JOIN origin_article o ON o.origin = m.origin AND o.article <> m.article
        WHERE m.article = ? ORDER BY o.position
    """
    return [row["article"] for row in ledger.rows(sql, (shown,))]


def _siblings(ledger: Ledger, shown: Article, carriers: list[str], other: str | None) -> tuple[Sibling, ...]:
    ours = sentences(shown)
    found = []
    for name in carriers[:SIBLINGS]:
        one = article(ledger, name)
        found.append(
            Sibling(
                head=ReportHead(
                    link=address("articles", one.id),
                    title=one.shown_title or "Untitled report",
                    outlet=one.outlet or one.document,
                    published=date_words(one.published),
                ),
                compare=address("articles", shown.id, beside=one.id) + "#beside",
                differs=differs(ours, sentences(one)),
                beside=one.id == other,
            )
        )
    return tuple(found)


def _versions(ledger: Ledger, shown: Article) -> tuple[Linked, ...]:
    sql = "SELECT id, version, current FROM article WHERE document = ? AND id <> ? ORDER BY version"
    rows = ledger.rows(sql, (shown.document, shown.id))
    return tuple(
        (address("articles", row["id"]), f"version {row['version']}{', the current one' if row['current'] else ''}")
        for row in rows
    )

"""Search over reports: title and text, outlet, days; newest first."""

import re

from counterclaim.errors import InputError
from counterclaim.ledger.article_lists import ArticleFilter, ArticleHead, articles_listed
from counterclaim.report.disputing import count_words
from counterclaim.report.words import date_words
from counterclaim.serve.links import address, varied
from counterclaim.serve.looking import Look
from counterclaim.serve.page import ArticleItem, ArticlesPage
from counterclaim.serve.pages.filtering import OUTLET, SINCE, UNTIL, WORDS, Query, box
from counterclaim.serve.parts import Piece, ReportHead

SHOWN = 25
AROUND, LONGEST = 110, 320


def wanted(query: Query) -> ArticleFilter:
    """The filters of an address."""
    given = {name: query.get(name) or None for name in ("outlet", "since", "until")}
    return ArticleFilter(words=query.get("q") or None, **given)


def articles_page(look: Look, query: Query) -> ArticlesPage:
    """Reports that meet the filters. What cannot be used is said beside the filters, and nothing is found."""
    words, error = query.get("q", ""), ""
    heads: tuple[ArticleHead, ...] = ()
    after: str | None = None
    try:
        heads, after = articles_listed(look.ledger, wanted(query), after=query.get("after"), limit=SHOWN)
    except InputError as wrong:
        error = f"{wrong.message}. {wrong.advice}."
    return ArticlesPage(
        shell=look.shell(f"Reports: {words}" if words else "Reports", "reports", sought=words),
        box=box("/articles", query, (WORDS, OUTLET, SINCE, UNTIL), error=error),
        items=tuple(_item(head, words) for head in heads),
        more=varied("/articles", query, after=after) if after else "",
        claims=address("claims", **{name: query.get(name) for name in ("q", "outlet", "since", "until")}),
    )


def _item(head: ArticleHead, words: str) -> ArticleItem:
    return ArticleItem(
        head=ReportHead(
            link=address("articles", head.id),
            title=head.title or "Untitled report",
            outlet=head.outlet or "outlet unknown",
            published=date_words(head.published),
        ),
        claims=count_words(head.claims, "claim"),
        excerpt=excerpt(head.start, words, head.title or ""),
    )


def excerpt(text: str, words: str, title: str = "") -> tuple[Piece, ...]:
    """The text around the first word that was sought, that word marked; else its beginning."""
    flat = " ".join(text.split())
    flat = flat.removeprefix(" ".join(title.split())).strip() if title else flat
    terms = [re.escape(word[:-1] if len(word) > 4 else word) for word in re.findall(r"\w+", words)]
    found = re.search(rf"\b(?:{'|'.join(terms)})\w*", flat, re.IGNORECASE) if terms else None
    if found is None:
        return (Piece(flat[:LONGEST].rpartition(" ")[0] + " …" if len(flat) > LONGEST else flat, False),)
    start = max(found.start() - AROUND, 0)
    before = flat[start : found.start()]
    if start:
        before = "… " + before.partition(" ")[2]
    behind = flat[found.end() : found.end() + 2 * AROUND]
    if found.end() + 2 * AROUND < len(flat):
        behind = behind.rpartition(" ")[0] + " …"
    return Piece(before, False), Piece(found[0], True), Piece(behind, False)

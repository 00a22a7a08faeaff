"""A web page → its report's text, what it says of itself, and where each character stands in the page.

trafilatura finds the body and the metadata; the text is laid out by the same rules as page text, and each piece is
found again in the page's own characters. Refused, with an `Unreadable`: pages without a report in them.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from counterclaim.ingest.align import align
from counterclaim.ingest.dates import edtf_day
from counterclaim.ingest.decode import Unreadable
from counterclaim.ingest.page import Page, lay_out
from counterclaim.ingest.page.credits import signed_by_agency
from counterclaim.model import Run

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

# The library's wider search makes the first of January out of a rights notice, and a day out of a picture's address.
_DATES = {"extensive_search": False, "original_date": True}
_BLOCKS = frozenset({"p", "head", "quote", "item", "row", "code"})


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """The text of a page's report with its blocks, and what its metadata say. `published` is EDTF."""

    text: str
    page: Page
    runs: tuple[Run, ...]
    outlet: str | None
    byline: str | None
    published: str | None
    url: str | None
    language: str | None


def html_page(source: str) -> HtmlPage:
    """Read a decoded page.

    Raises:
        Unreadable: no report is found in it.
    """
    import trafilatura
    from trafilatura.settings import Document

    _quiet()
    document = trafilatura.bare_extraction(
        source,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        deduplicate=False,
        date_extraction_params=_DATES,
    )
    pieces = list(_pieces(document.body)) if isinstance(document, Document) and document.body is not None else []
    if not isinstance(document, Document) or not pieces:
        raise Unreadable(
            "no report was found in the page",
            "Check that the page was saved with its text; else give the text as .txt.",
        )
    title = _squeezed(document.title)
    if title and title != pieces[0]:
        pieces.insert(0, title)
    text = "\n\n".join(pieces)
    page = lay_out(text, title=title or pieces[0], extracted=True)
    return HtmlPage(
        text=text,
        page=page if page.credited else replace(page, credited=_byline_agency(source)),
        runs=align(text, source),
        outlet=document.sitename or None,
        byline=document.author or None,
        published=edtf_day(document.date) if document.date else None,
        url=document.url or None,
        language=_declared_language(source),
    )


@cache
def _quiet() -> None:
    """The libraries log what they discard, which would reach the terminal; what matters is said in the `Unreadable`."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _pieces(body: "_Element") -> Iterator[str]:
    """The text of each block of the extracted body, white space squeezed."""
    from lxml import etree  # type: ignore[import-untyped]

    waiting: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS or element.tag == "lb":
            words = _squeezed("".join(waiting))
            waiting.clear()
            if words:
                yield words
        waiting.append((element.text if event == "start" else element.tail) or "")
    if words := _squeezed("".join(waiting)):
        yield words


_BYLINE = re.compile(r"<\w+\s[^<>]{0,200}\bclass=[\"']?[\w -]{0,40}byline[^<>]{0,200}>\s*([^<>]{2,60})<", re.IGNORECASE)


def _byline_agency(source: str) -> str | None:
    """The agency that the element for bylines names; the extractor leaves it out of the text."""
    signed = (signed_by_agency(unescape(found[1]).strip()) for found in _BYLINE.finditer(source))
    return next((name for name in signed if name), None)


_LANG = re.compile(r"<html\b[^>]{0,400}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)


def _declared_language(source: str) -> str | None:
    found = _LANG.search(source[:5000])
    return found[1].lower() if found else None


def _squeezed(words: str | None) -> str:
    return " ".join(words.split()) if words else ""

"""One record → one article, or the problem that keeps it from being one.

Runs in worker processes. Nothing but a bug raises: whatever is wrong with an input leaves as a `Problem` that names
the place, the reason and what to do.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from counterclaim.ingest.dates import edtf_day
from counterclaim.ingest.decode import Unreadable, decoded, file_bytes, within_limit
from counterclaim.ingest.fields import fields_of
from counterclaim.ingest.language import READ, language_of
from counterclaim.ingest.page import Page, lay_out
from counterclaim.ingest.page.publisher import same_outlet
from counterclaim.ingest.record import MAX_ARTICLE_CHARACTERS, ManifestRow, Media, Record
from counterclaim.model import Article, Block, BlockKind, Problem, Provenance, Run


@dataclass(frozen=True, slots=True)
class Draft:
    """What one medium gives towards an article. What the input does not say is None; `published` is EDTF."""

    document: str
    text: str
    page: Page
    runs: tuple[Run, ...]
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def read_record(record: Record) -> Article | Problem:
    """Read one record; see `counterclaim.ingest.find_records`."""
    try:
        raw = within_limit(record.raw) if record.raw is not None else file_bytes(Path(record.path))
        draft = _DRAFTS[record.media](record, raw)
        return _article(record, draft, hashlib.sha256(raw).hexdigest())
    except Unreadable as error:
        return Problem(record.path, error.reason, error.advice, record.line)


def _article(record: Record, draft: Draft, sha256: str) -> Article:
    row = record.row or ManifestRow("", 0)
    _refuse_dumps(draft.text)
    body = " ".join(block.span.of(draft.text) for block in draft.page.blocks if block.kind is BlockKind.PARAGRAPH)
    language = language_of(body, row.language or draft.language)
    if language is not None and language not in READ:
        raise Unreadable(
            f"it is in a language that is not read yet ({language})",
            "Only English is read; give an English translation.",
        )
    if not any(block.kind is not BlockKind.FURNITURE for block in draft.page.blocks):
        raise Unreadable(
            "it holds only page furniture (menus, notices), no report", "Check that the page was saved with its text."
        )
    outlet = row.outlet or draft.outlet or _own_outlet(draft.page)
    return Article(
        document=draft.document,
        text=draft.text,
        blocks=draft.page.blocks,
        provenance=Provenance(record.path, record.media.value, sha256, record.line),
        runs=draft.runs,
        title=draft.title,
        headline=draft.page.headline,
        outlet=outlet,
        byline=draft.byline or draft.page.byline,
        dateline=draft.page.dateline,
        credited=_credited(draft.page, outlet),
        published=row.published or draft.published or draft.page.published,
        language=language,
        url=row.url or draft.url,
    )


def _refuse_dumps(text: str) -> None:
    """A book or a dump of many reports is no report, and would be read for hours as if it were one."""
    if len(text) > MAX_ARTICLE_CHARACTERS:
        raise Unreadable(
            f"it holds {len(text):,} characters of text; one report may have {MAX_ARTICLE_CHARACTERS:,}",
            "Split it into its reports: one a file, or one a line of a .jsonl file.",
        )


def _own_outlet(page: Page) -> str | None:
    """Whose page it is by its own words; where the dateline names the same outlet, as it stands there."""
    if page.publisher and page.bracketed and same_outlet(page.publisher, page.bracketed):
        return page.bracketed
    return page.publisher


def _credited(page: Page, outlet: str | None) -> str | None:
    """The agency for the report's words, else where they stood first. The page's own outlet is none."""
    names = (page.bracketed, page.credited, page.first)
    return next((name for name in names if name and not (outlet and same_outlet(name, outlet))), None)


def _text_draft(record: Record, raw: bytes) -> Draft:
    text = decoded(raw)
    return Draft(record.document, text, lay_out(text), (Run(0, 0, len(text)),))


def _json_draft(record: Record, raw: bytes) -> Draft:
    fields = fields_of(raw)
    page = lay_out(fields.text, title=fields.title, extracted=True)
    page = _with_subheads(page, fields.text, fields.subheads)
    return Draft(
        document=fields.document or fields.url or record.document,
        text=fields.text,
        page=page,
        runs=(Run(0, 0, len(fields.text)),),
        title=None if page.headline else fields.title,
        outlet=fields.outlet,
        byline=fields.byline,
        published=edtf_day(fields.published) if fields.published else None,
        url=fields.url,
        language=fields.language,
    )


def _with_subheads(page: Page, text: str, subheads: frozenset[str]) -> Page:
    """Headings that the input marks as such are headings, however they read."""
    from dataclasses import replace

    if not subheads:
        return page
    blocks = tuple(
        Block(block.span, BlockKind.SUBHEADING, "a heading by the input")
        if block.kind is BlockKind.PARAGRAPH and block.span.of(text) in subheads
        else block
        for block in page.blocks
    )
    return replace(page, blocks=blocks)


def _html_draft(record: Record, raw: bytes) -> Draft:
    from counterclaim.ingest.html import html_page

    page = html_page(decoded(raw, html=True))
    return Draft(
        document=record.document,
        text=page.text,
        page=page.page,
        runs=page.runs,
        title=None,
        outlet=page.outlet,
        byline=page.byline,
        published=page.published,
        url=page.url,
        language=page.language,
    )


_DRAFTS = {Media.TEXT: _text_draft, Media.JSONL: _json_draft, Media.HTML: _html_draft}

"""An Atom feed (RFC 4287) of the disputes that changed last, for feed readers.

Enter an open `Store` and, where there is one, the last feed; leaves the new feed. No clock is asked: the same ledger
and the same last feed give the same feed.

An entry's `updated` is the time at which the last of its reports was first read. Where a last feed is given, an entry
that says the same keeps the `updated` that it has there, and one that says something else (a claim has gone, voices
are counted anew, a decision by hand) bears the time of the last run or decision.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import IO
from xml.etree import ElementTree

from counterclaim.errors import InputError
from counterclaim.export import narrow
from counterclaim.export.names import iri
from counterclaim.export.wanted import Format, Wanted, What, Written
from counterclaim.ledger import queries
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Dispute
from counterclaim.report.words import claimant_words, date_words, stance_words

# Feed readers fetch the whole file each time, and show the newest entries.
LENGTH = 100
_ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 cannot hold, even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIRST_READ = """
SELECT max(read) AS at FROM (
  SELECT min(r.started) AS read FROM side s JOIN side_claim h ON h.side = s.id JOIN claim c ON c.id = h.claim
  JOIN reading_log g ON g.article = c.article JOIN reading_run r ON r.id = g.run
  WHERE s.dispute = ? GROUP BY c.article)
"""
_LAST_CHANGE = (
    "SELECT max(at) FROM (SELECT max(started) AS at FROM reading_run UNION SELECT max(made_at) FROM decision)"
)
_NEVER = "1970-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Entry:
    """One dispute as the feed tells it."""

    name: str
    title: str
    content: str
    frame: str
    updated: str


def write(store: Store, wanted: Wanted, stream: IO[bytes]) -> Written:
    """The feed.

    Raises:
        InputError: the last feed is none.
    """
    before = previous(wanted.previous)
    every = 0

    def told() -> Iterator[Entry]:
        nonlocal every
        for dispute in narrow.disputes(store, wanted):
            every += 1
            yield _entry(store, wanted, dispute, before)

    newest = nlargest(LENGTH, told(), key=lambda entry: (entry.updated, entry.name))
    root = _feed(newest, wanted, store)
    stream.write(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
    left = every - len(newest)
    notes = (f"{left:,} of {every:,} disputes, changed longer ago, are not in the feed",) if left else ()
    return Written(len(newest), notes)


def previous(feed: bytes | None) -> Mapping[str, Entry]:
    """The entries of a feed, by their ids.

    Raises:
        InputError: it is no Atom feed.
    """
    if not feed:
        return {}
    try:
        # Our own last output; entities, which could make it grow, are refused below by their declaration.
        if b"<!DOCTYPE" in feed:
            raise ElementTree.ParseError("a document type is declared")
        root = ElementTree.fromstring(feed)  # noqa: S314
        if root.tag != f"{{{_ATOM}}}feed":
            raise ElementTree.ParseError("the root is no feed")
    except ElementTree.ParseError as error:
        raise InputError(
            f"The file that is there is no Atom feed: {error}", "Name another with -o FILE, or remove it"
        ) from error
    entries = (_read(one) for one in root.iter(f"{{{_ATOM}}}entry"))
    return {entry.name: entry for entry in entries}


def _read(entry: ElementTree.Element) -> Entry:
    id_, title, content, updated = (
        entry.findtext(f"{{{_ATOM}}}{name}") or "" for name in ("id", "title", "content", "updated")
    )
    category = entry.find(f"{{{_ATOM}}}category")
    return Entry(id_, title, content, "" if category is None else category.get("term", ""), updated)


def _entry(store: Store, wanted: Wanted, dispute: Dispute, before: Mapping[str, Entry]) -> Entry:
    name = iri(wanted.base, What.DISPUTES, dispute.id)
    title, content = _clean(dispute.question), _clean(_content(store, dispute))
    last = before.get(name)
    if last is None:
        updated = str(store.value(_FIRST_READ, (dispute.id,)) or _NEVER)
    elif (last.title, last.content) == (title, content):
        updated = last.updated
    else:
        updated = max(last.updated, str(store.value(_LAST_CHANGE) or _NEVER))
    return Entry(name, title, content, dispute.frame, updated)


def _content(store: Store, dispute: Dispute) -> str:
    """Sides and claims, HTML. All words of reports are escaped: they are other people's."""
    parts = []
    for side in dispute.sides:
        voices = f"{side.voices} independent {'voice' if side.voices == 1 else 'voices'}"
        claims = "".join(_claim(queries.claim(store, name)) for name in side.claims)
        parts.append(f"<h3>{html.escape(side.position)}</h3>\n<p>{voices}</p>\n<ul>\n{claims}</ul>\n")
    return "".join(parts)


def _claim(claim: Claim) -> str:
    who = f"{claimant_words(claim)} {stance_words(claim.stance)}"
    spans = ", ".join(f"{span.start}–{span.end}" for span in claim.content_spans)
    day = date_words(claim.said or claim.published)
    where = f"{claim.outlet or 'outlet unknown'}, {day}, {claim.document}, {claim.part} {spans}"
    return f"<li>{html.escape(who)}: “{html.escape(claim.content)}” ({html.escape(where)})</li>\n"


def _feed(entries: list[Entry], wanted: Wanted, store: Store) -> ElementTree.Element:
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed")
    _add(root, "id", iri(wanted.base, What.DISPUTES, "feed"))
    _add(root, "title", "Disputes that changed")
    _add(root, "updated", entries[0].updated if entries else str(store.value(_LAST_CHANGE) or _NEVER))
    _add(_add(root, "author"), "name", "Counterclaim")
    _add(root, "generator", "Counterclaim")
    for entry in entries:
        node = _add(root, "entry")
        _add(node, "id", entry.name)
        _add(node, "title", entry.title)
        _add(node, "updated", entry.updated)
        if wanted.base:
            _add(node, "link", rel="alternate", href=entry.name)
        _add(node, "category", term=entry.frame)
        _add(node, "content", entry.content, type="html")
    return root


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = text
    return child


def _clean(text: str) -> str:
    """Without what XML cannot hold; line breaks as XML reads them back."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


FORMAT = Format(
    name="atom",
    kinds=(What.DISPUTES,),
    media="application/atom+xml",
    about="a feed of the disputes that changed last, for feed readers",
    write=write,
    binary=True,
    takes=frozenset({"base", "previous"}),
)

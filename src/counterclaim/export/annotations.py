"""W3C Web Annotation: the words that carry each claim, and the evidence of each proposition, as annotations of texts.

Enters an open `Store`; leaves one AnnotationCollection with all annotations in its first page, one a line. Every
target has a TextPositionSelector (code points of the ledger's text of the article, not of the page that it was taken
from) and a TextQuoteSelector, which finds the words in the page too.
"""

from collections.abc import Iterator
from itertools import count
from typing import IO, Any

from counterclaim.export import narrow
from counterclaim.export.names import iri
from counterclaim.export.streams import array, line
from counterclaim.export.wanted import Format, Wanted, What, Written
from counterclaim.ledger.store import Store
from counterclaim.model import Claim, Part, Review, Span, Spans
from counterclaim.report.words import claimant_words, proposition_words, stance_words

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Characters of text before and after a quotation that tell it from others of the same words.
AROUND = 32
Shape = dict[str, Any]


def write(store: Store, wanted: Wanted, stream: IO[str]) -> Written:
    """One AnnotationCollection."""
    name = iri(wanted.base, What.CLAIMS, "annotations")
    head = {"@context": CONTEXT, "id": name, "type": "AnnotationCollection", "label": "Words that carry claims"}
    fields = ", ".join(f"{line(key)}: {line(value)}" for key, value in head.items())
    page = f'"id": {line(f"{name}#page-1")}, "type": "AnnotationPage", "startIndex": 0'
    stream.write(f'{{{fields}, "first": {{{page}, "items": [')
    number = array(stream, _annotations(store, wanted))
    stream.write(f'\n]}}, "total": {number}}}\n')  # known only when all are written
    return Written(number)


def _annotations(store: Store, wanted: Wanted) -> Iterator[Shape]:
    source = _Source(store, wanted.base)
    for claim in narrow.claims(store, wanted):
        yield _of_claim(claim, source, wanted.base)
        yield from _of_propositions(claim, source, wanted.base)


def _of_claim(claim: Claim, source: "_Source", base: str | None) -> Shape:
    name = iri(base, What.CLAIMS, claim.id)
    told = f"{claimant_words(claim)} {stance_words(claim.stance)}"
    frames = dict.fromkeys(one.frame for one in claim.propositions)
    looked_at = claim.review is not Review.UNREVIEWED
    body = [
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en", "value": told},
        *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in (claim.stance.value, *frames)),
        *([{"type": "TextualBody", "purpose": "assessing", "value": claim.review.value}] if looked_at else []),
    ]
    return _annotation(f"{name}#content", body, source.targets(claim, claim.content_spans))


def _of_propositions(claim: Claim, source: "_Source", base: str | None) -> Iterator[Shape]:
    name = iri(base, What.CLAIMS, claim.id)
    for number, proposition in zip(count(), claim.propositions):
        if not proposition.evidence:
            continue
        told = proposition_words(proposition)
        body = [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en", "value": told},
            {"type": "TextualBody", "purpose": "classifying", "value": proposition.frame},
        ]
        yield _annotation(f"{name}#evidence-{number}", body, source.targets(claim, proposition.evidence))


def _annotation(name: str, body: list[Shape], targets: list[Shape]) -> Shape:
    return {"id": name, "type": "Annotation", "motivation": "describing", "body": body, "target": targets}


class _Source:
    """The texts that claims stand in; claims come article by article, so the last one is kept."""

    def __init__(self, store: Store, base: str | None) -> None:
        self.store, self.base = store, base
        self.article, self.texts, self.about = "", {Part.TEXT: "", Part.TITLE: ""}, {"language": None, "url": None}

    def targets(self, claim: Claim, spans: Spans) -> list[Shape]:
        """One target a span: the parts of an interrupted quotation stand apart."""
        self._turn_to(claim.article)
        return [self._target(claim, span) for span in spans]

    def _target(self, claim: Claim, span: Span) -> Shape:
        text, name = self.texts[claim.part], iri(self.base, What.ARTICLES, claim.article)
        source: Shape = {"id": f"{name}#{claim.part}", "type": "Text", "format": "text/plain"}
        if self.about["language"]:
            source["language"] = self.about["language"]
        quote: Shape = {"type": "TextQuoteSelector", "exact": span.of(text)}
        quote["prefix"] = text[max(span.start - AROUND, 0) : span.start]
        quote["suffix"] = text[span.end : span.end + AROUND]
        position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        target: Shape = {"type": "SpecificResource", "source": source, "selector": [position, quote]}
        return target | ({"scope": self.about["url"]} if self.about["url"] else {})

    def _turn_to(self, article: str) -> None:
        if article != self.article:
            row = self.store.rows("SELECT text, title, language, url FROM article WHERE id = ?", (article,)).fetchone()
            self.article, self.texts = article, {Part.TEXT: row["text"], Part.TITLE: row["title"] or ""}
            self.about = {"language": row["language"], "url": row["url"]}


FORMAT = Format(
    name="annotations",
    kinds=(What.CLAIMS,),
    media='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    about="W3C Web Annotations of the words that carry claims, with offsets and quotes",
    write=write,
    takes=frozenset({"base"}),
)

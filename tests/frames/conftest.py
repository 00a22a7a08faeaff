"""Reads pages of an invented war with the real parser and a cast made by hand."""

from collections.abc import Callable

import pytest
from tests.frames.tarvia import (
    BEFORE,
    WORLD,
    Page,
    Said,
    article_of,
    attribution_of,
    mentions_of,
    ref_of,
    span_of,
)

from counterclaim.frames import frame
from counterclaim.model import Cast, Claim, EntityKind, Part, Proposition, TimeMention
from counterclaim.syntax import Parser

Frame = Callable[[Page], tuple[Claim, ...]]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def read(parser: Parser) -> Frame:
    """From a page to its claims, with the real parser and a cast of the invented world."""

    def reading(page: Page) -> tuple[Claim, ...]:
        article = article_of(page.blocks)
        mentions = mentions_of(article.text)
        attributions = tuple(attribution_of(article.text, said) for said in page.said)
        speakers = tuple(ref_of(said.who) for said in page.said)
        keys = {mention.entity for mention in mentions} | {said.who for said in page.said} | {"ministry", "staff"}
        entities = tuple(entity for entity in WORLD if entity.id in keys or entity.kind is EntityKind.PLACE)
        times = tuple(TimeMention(Part.TEXT, span_of(article.text, words), edtf) for words, edtf in page.times)
        return frame(
            parser.parse(article), attributions, Cast(entities, mentions, speakers, tuple(() for _ in speakers)), times
        )

    return reading


@pytest.fixture(scope="session")
def propositions(read: Frame) -> Callable[..., tuple[Proposition, ...]]:
    """What one sentence by one claimant comes to."""

    def proposing(sentence: str, who: str = "ministry", **options: object) -> tuple[Proposition, ...]:
        content = sentence.removesuffix(".")
        page = Page((BEFORE, sentence), (Said(who, content, **options),))  # type: ignore[arg-type]
        return next(claim for claim in read(page) if claim.claimant is not None).propositions

    return proposing

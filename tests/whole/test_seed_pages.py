"""The two real pages that the project starts from, the whole way."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import counterclaim
from counterclaim import Ledger
from counterclaim.model import BlockKind

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@pytest.fixture(scope="module", params=["with its manifest", "bare"])
def ledger(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    manifest = shared / "seeds" / "manifest.csv" if request.param != "bare" else None
    with counterclaim.open_ledger(tmp_path_factory.mktemp("seeds") / "seeds.db") as opened:
        opened.read(*sorted((shared / "seeds").glob("*.txt")), manifest=manifest)
        yield opened


def test_no_claim_comes_out_of_page_furniture(ledger: Ledger) -> None:
    furniture = {
        article.id: [block.span for block in article.blocks if block.kind is BlockKind.FURNITURE]
        for article in ledger.articles()
    }
    claims = list(ledger.claims())
    assert claims
    for claim in claims:
        assert not [
            span for span in claim.content_spans if any(span.overlaps(block) for block in furniture[claim.article])
        ]


def test_no_year_is_invented(ledger: Ledger) -> None:
    written = {article.id: set(YEAR.findall(article.text)) for article in ledger.articles()}
    dated = {article.id for article in ledger.articles() if article.published}
    for claim in ledger.claims():
        times = [claim.said, *(proposition.when for proposition in claim.propositions)]
        years = {year for time in times if time for year in YEAR.findall(time)}
        if claim.article not in dated:
            assert years <= written[claim.article], claim.content


def test_every_span_says_what_the_ledger_says(ledger: Ledger) -> None:
    assert ledger.check() == ()
